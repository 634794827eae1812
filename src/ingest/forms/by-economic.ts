import type { RowKey } from '../../model/extraction'
import type { Fund } from '../../model/vocabulary'
import type { PlainColumn } from './columns'
import type { ColumnMeaning, Features, FormContext, FormReader, TabledRows } from './form'
import { countMatching } from './form'
import type { ItemNames } from './keys'
import { codeKeys } from './keys'
import { withoutStrandedLabels } from './stranded-labels'
import type { MeasureLabels } from './measures'
import { measureOf } from './measures'

/** Feet of 基本支出 tables: the sums of 人员经费 and 公用经费. */
const feet: ItemNames = [
  [/^人员经费(?:合计|小计)$/u, 'personnel'],
  [/^(?:日常)?公用经费(?:合计|小计)$/u, 'public'],
  [/^(?:基本支出)?(?:合计|总计)$/u, 'total'],
]

const labels: MeasureLabels = [
  [/人员(?:经费|支出)/u, 'personnel'],
  [/公用(?:经费|支出)/u, 'public'],
  [/基本支出|机关运行经费|一般公共预算|财政拨款/u, 'total'],
]

/** 一般公共预算基本支出表: 基本支出 by economic code (部门预算支出经济分类), in one to three panels. */
export const generalBasic: FormReader = {
  ids: { budget: 'budget.general_basic', final: 'final.general_basic' },
  recognise: (features) => (isFiscalOfAll(features) ? 0 : looksBasic(features)),
  meaning: (column) => basicMeaning(column, 'general'),
  keys: basicKeys,
}

/** 财政拨款基本支出表: the same of all three funds together, as some provinces print it besides. */
export const fiscalBasic: FormReader = {
  ids: { budget: 'budget.fiscal_basic', final: 'final.fiscal_basic' },
  recognise: (features) => (isFiscalOfAll(features) ? looksBasic(features) : 0),
  meaning: (column) => basicMeaning(column, 'fiscal'),
  keys: basicKeys,
}

function looksBasic(features: Features): number {
  if (!isEconomic(features) || /机关运行/u.test(features.words)) return 0
  if (countMatching(features.values, [/项目支出|专项/u]) > 0) return 0
  if (/基本支出/u.test(features.words)) return 0.9
  return features.names.some((name) => /^人员经费合计$/u.test(name)) ? 0.8 : 0
}

function basicMeaning(column: PlainColumn, fund: Fund): ColumnMeaning {
  // A panel's heading 人员经费 or 公用经费 says which codes stand in it, not what its amounts count.
  const path = column.block === null ? column.path : column.path.slice(1)
  const measure = measureOf(path, labels, 'total')
  return measure ? { measure, fund } : { fund }
}

function basicKeys(table: TabledRows, context: FormContext): RowKey[][] {
  return withoutStrandedLabels(table, economicKeys(table, context, feet))
}

/** 机关运行经费支出预算表: operating cost by economic code. */
export const operatingCost: FormReader = {
  ids: { budget: 'budget.operating_cost', final: null },
  recognise: (features) => (isEconomic(features) && /机关运行/u.test(features.words) ? 0.9 : 0),
  meaning(column) {
    const measure = measureOf(column.path, labels, 'total')
    return measure ? { measure, fund: 'general' } : { fund: 'general' }
  },
  keys: (table, context) => economicKeys(table, context, [[/^(?:合计|总计)$/u, 'total']]),
}

function isEconomic(features: Features): boolean {
  return features.family === 'economic_department'
}

/** 财政拨款 of all three funds; only the title tells it from that of 一般公共预算. */
function isFiscalOfAll(features: Features): boolean {
  return /财政拨款/u.test(features.title) && !/一般公共预算|公共财政/u.test(features.words)
}

function economicKeys(table: TabledRows, context: FormContext, names: ItemNames): RowKey[][] {
  return codeKeys(table, 'economic_department', {
    names,
    classByName: (name) => context.codes.classByName('economic_department', name),
  })
}
