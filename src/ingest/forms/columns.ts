import type { ColumnRole } from '../../model/extraction'
import { isBlank } from '../../model/money'
import type { AmountStage, Stage } from '../../model/vocabulary'
import type { GridRow } from './grid'
import { textAt } from './grid'
import { codeOf, isNumber, plain } from './words'

/** A column as the header and its contents show it, before a form says what it counts. */
export interface PlainColumn {
  /** Position in the grid. */
  at: number
  role: ColumnRole
  path: string[]
  /** Side-by-side panels count from 1; null where the table has one, and for columns of no panel. */
  block: number | null
}

/** Roles and panels of the columns; columns with neither label nor content are left out. */
export function plainColumns(paths: string[][], body: GridRow[]): PlainColumn[] {
  const columns = paths
    .flatMap((path, at): PlainColumn[] => {
      const contents = contentsOf(body, at)
      if (path.length === 0 && contents.length === 0) return []
      return [{ at, role: roleOf(path, contents), path, block: null }]
    })
    .filter((column, index, all) => !isSeam(column, all[index - 1], body))
  const hasValues = columns.some((column) => column.role === 'amount' || column.role === 'quantity')
  if (!hasValues)
    return columns.map((column) => (column.role === 'seq' ? column : { ...column, role: 'text' }))
  return withBlocks(
    withoutGovernment(withoutUnitCodes(columns)).map((column, index, all) =>
      goesOn(column, all[index - 1], body) ? named(column) : column,
    ),
  )
}

const isLabel = ({ role }: PlainColumn): boolean => role === 'code' || role === 'name'

/** 编码 beside 单位名称 is that of a unit, no code of a scheme. */
function withoutUnitCodes(columns: PlainColumn[]): PlainColumn[] {
  const leafOf = (column: PlainColumn | undefined): string => plain(column?.path.at(-1) ?? '')
  return columns.map((column, index) =>
    column.role === 'code' &&
    /^(?:编码|代码)$/u.test(leafOf(column)) &&
    /^(?:预算)?(?:单位|部门)(?:名称)?$/u.test(leafOf(columns[index + 1]))
      ? { ...column, role: 'text' }
      : column,
  )
}

/** 政府预算经济分类 beside 部门预算经济分类: rows are those of the latter, the other's codes are kept as words. */
function withoutGovernment(columns: PlainColumn[]): PlainColumn[] {
  const says = (column: PlainColumn, words: RegExp): boolean =>
    isLabel(column) && words.test(plain(column.path.join('/')))
  if (!columns.some((column) => column.role === 'code' && says(column, /部门.{0,6}经济/u))) return columns
  return columns.map((column) => (says(column, /政府.{0,6}经济/u) ? { ...column, role: 'text' } : column))
}

/**
 * A strip between codes and names, where the rules of the header stand a little beside those of the rows: it is headed as
 * the codes are, and in the rows it is part of the names.
 */
function isSeam(column: PlainColumn, before: PlainColumn | undefined, body: GridRow[]): boolean {
  const { at, role, path } = column
  if (role !== 'code' || before?.role !== 'code' || path.join('/') !== before.path.join('/')) return false
  const isBlank = (row: GridRow): boolean => textAt(row, at) === '' || row[at] === row[at - 1]
  const isOfNext = (row: GridRow): boolean => row[at] !== null && row[at] === row[at + 1]
  return (
    body.every((row) => isBlank(row) || isOfNext(row)) && body.some((row) => !isBlank(row) && isOfNext(row))
  )
}

/** Names of two levels under one heading: the second column has words, and no heading of its own. */
function goesOn(column: PlainColumn, before: PlainColumn | undefined, body: GridRow[]): boolean {
  if (column.role !== 'text' || column.path.length > 0 || before?.role !== 'name') return false
  return contentsOf(body, column.at).every((text) => !isNumber(text))
}

/** The texts of a column; a label merged over several stands in the first of them. */
function contentsOf(body: GridRow[], at: number): string[] {
  const beginsHere = (row: GridRow): boolean => at === 0 || row[at] === null || row[at] !== row[at - 1]
  return body
    .filter(beginsHere)
    .map((row) => textAt(row, at))
    .filter((text) => text !== '')
}

function named(column: PlainColumn): PlainColumn {
  return { ...column, role: 'name' }
}

const nameLabel =
  /^(?:项目|项目名称|单位名称|部门名称|科目|科目名称|名称|预算科目|预算项目|收入项目|支出项目|.*科目名称|.*分类名称|支出功能分类|支出功能分类科目|支出经济分类|资产名称|资产类别)(?:\(.*\))?$|^单位\(科目(?:名称)?\)$/u
const codeLabel = /^(?:.*(?:科目|分类)(?:编码|代码)|编码|代码|类|款|项)$/u
const moneyLabel =
  /金额|预算|决算|执行数|合计|小计|总计|支出|收入|结转|结余|经费|拨款|资金|核拨|基金|国有资本|财政专户|单价|价值|费/u

/** Sorts of procurement. */
const sortLabel = /^(?:货物|工程|服务)类?$/u

/** A column without a label holds nothing of known meaning. */
function roleOf(path: string[], contents: string[]): ColumnRole {
  if (path.length === 0) return 'text'
  const leaf = plain(path.at(-1) ?? '')
  const filled = contents.filter((text) => !isBlank(text))
  const numbers = filled.filter(isNumber).length
  const codes = filled.filter((text) => codeOf(text) !== null).length
  if (/^序号$/u.test(leaf)) return 'seq'
  if (/^行次?$/u.test(leaf)) return 'lineno'
  if (codeLabel.test(leaf)) return 'code'
  if (nameLabel.test(leaf)) return 'name'
  // 收入 and 支出 head the names of a panel, or its amounts: the contents tell.
  if (/^(?:收入|支出|本年收入|本年支出)$/u.test(leaf) && numbers < filled.length / 2) return 'name'
  if (/(?:%|比例|占比|比率|率)\)?$/u.test(leaf)) return 'text'
  if (/^(?:数量|面积|台数|辆数|个数|人数)/u.test(leaf)) return 'quantity'
  if (/^功能分类科目$|^经济分类科目$|科目$/u.test(leaf)) return codes > filled.length / 2 ? 'code' : 'name'
  const worded = filled.filter((text) => /\p{Script=Han}/u.test(text) && !isNumber(text)).length
  if (moneyLabel.test(plain(path.join(''))) || sortLabel.test(leaf))
    return worded > filled.length / 2 ? 'text' : 'amount'
  // A label that does not speak of money heads amounts only where they are printed as such, with decimals or commas.
  const amounts = filled.filter((text) => isNumber(text) && /[.,．，]/u.test(text)).length
  return amounts > 0 && numbers >= filled.length / 2 ? 'amount' : 'text'
}

/** A code or name column after a value column opens the next panel. */
function withBlocks(columns: PlainColumn[]): PlainColumn[] {
  let block = 0
  let inValues = true
  const blocks = columns.map((column) => {
    if (isLabel(column) && inValues) block += 1
    if (isLabel(column) || column.role === 'lineno') inValues = false
    if (column.role === 'amount' || column.role === 'quantity') inValues = true
    return column.role === 'seq' ? null : block || null
  })
  if (block < 2) return columns
  return columns.map((column, index) => ({ ...column, block: blocks[index] ?? null }))
}

/** Year and stage that a column states, where its header says so; absent keys mean those of the document. */
export function statedBy(
  path: string[],
  document: { fiscalYear: number; stage: Stage },
  notes: readonly string[],
): { amountYear: number; amountStage: AmountStage } {
  const words = plain(path.join('/'))
  const year = /(20\d\d)年/u.exec(words)
  const isPrior = /上年(?!.*结[转余])|上一年度|去年/u.test(words)
  const amountYear = year ? Number(year[1]) : document.fiscalYear - (isPrior ? 1 : 0)
  return { amountYear, amountStage: stageStatedBy(words, document.stage, notes) }
}

function stageStatedBy(words: string, stage: Stage, notes: readonly string[]): AmountStage {
  if (/调整预算|全年预算|预算调整/u.test(words)) return 'adjusted'
  if (/决算数?|执行数|实际支出数/u.test(words) && !/预算数/u.test(words)) return 'final'
  if (/年初预算|预算数/u.test(words)) {
    const isAdjusted = notes.some((note) => /预算数[”"]?(?:为|是|指)[“"]?(?:全年|调整)/u.test(note))
    return isAdjusted && stage === 'final' ? 'adjusted' : 'budget'
  }
  return stage
}

/** Does a column say by how much two others differ (增减额, 比上年执行数)? It counts nothing of its own. */
export function isChange(path: readonly string[]): boolean {
  return path.some((label) =>
    /增减|增[加长]额|减少额|变动[额数]|差[额异]|[比较]\D{0,2}(?:上年|20\d\d年)/u.test(plain(label)),
  )
}

/** Unit of money or quantity printed in a column's own header: 价值（金额单位：万元）, 面积（平方米）. */
export function unitStatedBy(path: string[]): string | null {
  const found = /\((?:金额)?(?:单位:?)?(亿元|万元|元|平方米|辆|台|套|台\/?套|个|人)\)$/u.exec(
    plain(path.at(-1) ?? ''),
  )
  return found?.[1] ?? null
}
