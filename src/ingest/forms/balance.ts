import type { RowKey } from '../../model/extraction'
import type { Item } from '../../model/vocabulary'
import type { FormContext, FormReader, TabledRows } from './form'
import { countMatching } from './form'
import type { ItemNames } from './keys'
import { itemNamed, nameIn, panelsOf } from './keys'
import { expenditureLabels, measureOf } from './measures'
import { withoutStrandedLabels } from './stranded-labels'
import { fundNamed, plain, unnumbered } from './words'

const otherSources = [/事业收入/u, /经营收入/u, /上级补助/u, /附属单位/u, /其他收入|其他资金/u, /财政专户/u]
const sums = [/^(?:本年)?(?:收入|支出)(?:合计|总计|总额)$|^总计$|^合计$/u]

/** 收支总表: income by source beside expenditure by 类, all money. */
export const balance: FormReader = {
  ids: { budget: 'budget.balance', final: 'final.balance' },
  recognise(features) {
    if (features.blocks < 2 || features.coded || countMatching(features.names, sums) === 0) return 0
    if (byFund(features.values)) return 0
    const sources = countMatching(features.names, otherSources)
    const fiscalOnly = /财政拨款/u.test(features.title)
    const said = /收支|收入支出/u.test(features.title) ? 0.2 : 0
    return sources >= 2 ? 0.8 + said - (fiscalOnly ? 0.2 : 0) : 0
  },
  meaning: (column) => ({ fund: 'all', ...measured(column.path) }),
  keys: balanceKeys,
}

/** 财政拨款收支总表: the three funds beside expenditure by 类, by fund. */
export const fiscalBalance: FormReader = {
  ids: { budget: 'budget.fiscal_balance', final: 'final.fiscal_balance' },
  recognise(features) {
    if (features.blocks < 2 || features.coded || countMatching(features.names, sums) === 0) return 0
    const onlyFunds = countMatching(features.names, otherSources) === 0
    const said = /财政拨款/u.test(features.title) ? 0.2 : 0
    if (byFund(features.values)) return 0.8 + said
    return onlyFunds && said > 0 ? 0.8 : 0
  },
  meaning: (column) => ({ fund: fundOf(column.path) ?? 'fiscal', ...measured(column.path) }),
  keys: balanceKeys,
}

function byFund(values: readonly string[]): boolean {
  return countMatching(values, [/一般公共预算|公共财政预算/u, /政府性?基金/u, /国有资本/u]) >= 2
}

function fundOf(path: readonly string[]): ReturnType<typeof fundNamed> {
  return fundNamed(path.at(-1) ?? '')
}

function measured(path: readonly string[]): { measure?: 'total' } {
  const leaf = path.slice(1)
  if (fundOf(path)) return { measure: 'total' }
  const measure = measureOf(leaf, [...expenditureLabels, [/^(?:收入|支出)$/u, 'total']], 'total')
  return measure ? { measure: measure as 'total' } : {}
}

const incomeNames = (carry: Item): ItemNames => [
  [/^[本当]年收入(?:合计|小计)?$/u, 'income_current'],
  [/^(?:收入)?(?:总计|合计|总额)$/u, 'income_grand'],
  [/^收入预算(?:总计|合计)$/u, 'income_grand'],
  [/使用非财政拨款|事业基金弥补/u, 'use_nonfiscal'],
  [/上年.*结[转余]|年初.*结[转余]|以前年度.*结[转余]|^结转|^动用/u, carry],
  [/上级补助/u, 'upper'],
  [/附属单位/u, 'affiliated'],
  [/财政专户/u, 'special_account'],
  [/国有资本/u, 'state_capital'],
  [/政府性?基金|^基金预算/u, 'gov_fund'],
  [/一般公共预算|公共财政预算|经费拨款/u, 'general'],
  [/财政拨款/u, 'fiscal'],
  [/经营收入/u, 'operating'],
  [/事业收入/u, 'business'],
  [/单位资金|其他资金/u, 'unit_funds'],
  [/其他收入/u, 'other'],
]

/** Natures of expenditure (支出用途, 支出性质) as rows. */
const natures: ItemNames = [
  [/^基本支出/u, 'basic'],
  [/^项目支出/u, 'project'],
  [/预留机动|^机动经费/u, 'reserve'],
  [/^人员(?:经费|支出)/u, 'personnel'],
  [/^(?:日常)?公用(?:经费|支出)/u, 'public'],
  [/^上[缴解]上级支出/u, 'remit_up'],
  [/^(?:事业单位)?经营支出/u, 'operating'],
  [/^对?附属单位补助/u, 'subsidy'],
]

const expenditureNames = (carry: Item): ItemNames => [
  ...natures,
  [/^[本当]年支出(?:合计|小计)?$/u, 'exp_current'],
  [/^(?:支出)?(?:总计|合计|总额)$/u, 'exp_grand'],
  [/^支出预算(?:总计|合计)$/u, 'exp_grand'],
  [/结余分配/u, 'surplus_alloc'],
  [/年[末终].*结[转余]|结转下年/u, carry],
]

/** Parts of a carry-over by fund, in the rows below it. */
const carriedParts: Partial<Record<Item, Item>> = {
  general: 'carry_in_general',
  gov_fund: 'carry_in_gov_fund',
  state_capital: 'carry_in_state_capital',
}

function balanceKeys(table: TabledRows, context: FormContext): RowKey[][] {
  const panels = panelsOf(table)
  const income = panels.find((panel) => isIncome(table, panel))
  // A third panel says the same expenditure again by nature (支出用途), and would count its sums twice.
  const spending = panels.find((panel) => panel !== income && !isIncome(table, panel))
  const byPanel = panels.map((panel): RowKey[] => {
    if (panel === income) return incomeKeys(table, panel, context)
    const keys = expenditureKeys(table, panel, context)
    return panel === spending ? keys : keys.map((key) => (isNature(key) ? key : {}))
  })
  return withoutStrandedLabels(
    table,
    table.rows.map((_, index) => byPanel.map((keys) => keys[index]!)),
  )
}

function isNature({ item }: RowKey): boolean {
  return natures.some(([, nature]) => nature === item)
}

function isIncome(table: TabledRows, panel: number | null): boolean {
  const path = table.columns
    .find((column) => column.block === panel && column.role === 'name')
    ?.path.map(plain)
    .join('')
  if (path && /收入/u.test(path) !== /支出/u.test(path)) return /收入/u.test(path)
  return table.rows.some((row) => /收入/u.test(nameIn(table, row, panel)))
}

function incomeKeys(table: TabledRows, panel: number | null, context: FormContext): RowKey[] {
  const carry: Item = context.stage === 'final' ? 'opening' : 'carry_in'
  const names = incomeNames(carry)
  let belowCarry = false
  return table.rows.map((row): RowKey => {
    const item = itemNamed(nameIn(table, row, panel), names)
    if (!item) return {}
    const part = belowCarry ? carriedParts[item] : undefined
    belowCarry = item === carry || part !== undefined
    return { scheme: 'income', item: part ?? item }
  })
}

function expenditureKeys(table: TabledRows, panel: number | null, context: FormContext): RowKey[] {
  const names = expenditureNames(context.stage === 'final' ? 'closing' : 'carry_out')
  return table.rows.map((row): RowKey => {
    const name = nameIn(table, row, panel)
    const item = itemNamed(name, names)
    if (item) return { scheme: 'function', item }
    const code = name === '' ? null : context.codes.classByName('function', unnumbered(name))
    return code ? { code, codeBasis: 'by_name', scheme: 'function' } : {}
  })
}
