import type { CheckedTable, Figure, Series } from '../../audit/figures'
import type { Shift } from '../../audit/shift'
import { cellReference, type Extraction, type ExtractionTable } from '../../model/extraction'
import { exactly, meets, sum as sumOf } from '../../model/interval'
import { Exact } from '../../model/money'
import type { Derivation } from './derived-fact'
import { operandOfFigure, type FigureIndex, type Operand } from './figure-index'
import { kindOf, type Identity } from './table-cells'

/** What the total row of a table counts. */
const subjects: Record<string, string> = {
  expenditure: 'exp_grand',
  expenditure_total: 'exp_grand',
  general_expenditure: 'general_expenditure',
}

/**
 * Totals that were lost when the figures of a table slid away from their codes (错行): with the figures moved back, the 类
 * add up to a total that other tables still print. Only where the test of shifts says that the table has slid.
 */
export function restoredTotals(
  index: FigureIndex,
  tables: readonly CheckedTable[],
  shifts: readonly Shift[],
): Derivation[] {
  return shifts.flatMap((shift) => {
    const slid = tables.find(({ table }) => table.id === shift.table)
    const subject = slid && subjects[kindOf(slid.table.form)]
    if (subject === undefined) return []
    const there = tables.find(({ table }) => table.id === shift.agreesWith)?.columns ?? []
    return slid!.columns
      .filter(({ column }) => shift.columns.includes(column.index))
      .flatMap((series) => restoredTotal(index, shift, series, there, subject) ?? [])
  })
}

function restoredTotal(
  index: FigureIndex,
  shift: Shift,
  series: Series,
  there: readonly Series[],
  subject: string,
): Derivation | null {
  const { extraction } = index
  const { column, table, unit, figures } = series
  const at = figures.findIndex(({ key }) => key.item === 'total' && key.code === undefined)
  if (at < 0 || unit === null || column.measure === undefined || movedTo(figures, shift, at)) return null
  const classes = figures.flatMap((figure, row) =>
    figure.key.code?.length === 3 ? [movedTo(figures, shift, row)] : [],
  )
  if (!classes.every((figure) => figure !== null && figure.state !== 'unreadable')) return null
  const told = classes.filter((figure) => figure!.state === 'value')
  const parts = told.flatMap((figure) => operandOfFigure(figure!, unit, reference(table, figure!)))
  if (parts.length === 0) return null
  const added = sumOf([exactly(new Exact(0)), ...parts.map(({ interval }) => interval)])

  const identity: Identity = { subject, measure: column.measure }
  const moment = {
    year: column.amountYear ?? extraction.document.fiscalYear,
    stage: column.amountStage ?? extraction.document.stage,
  }
  const printed = totalsElsewhere(index, shift, series, there).filter(({ interval }) =>
    meets(interval, added),
  )
  const total = parts.length === 1 ? parts[0]! : printed[0]
  if (!total || printed.some(({ value }) => !value.eq(total.value))) return null
  const source = sourceOf(extraction, total.reference)
  if (!source) return null
  return {
    ...identity,
    ...moment,
    value: total.value,
    interval: total.interval,
    formula: formulaOf(total, parts, shift),
    inputs: [total, ...parts.filter((part) => part !== total)].map((operand) => operand.reference),
    shownBy: source,
  }
}

/** The figure that stands in a row once the run has been moved back. */
function movedTo(figures: Figure[], shift: Shift, row: number): Figure | null {
  const rows = shift.pairs.map(({ figure }) => figure.row)
  const figure = figures[row - shift.by]
  return figure && figure.row >= Math.min(...rows) && figure.row <= Math.max(...rows) ? figure : null
}

/** Printed totals that a lost one must equal: of the table that agrees, of the basic expenditure by economic codes. */
function totalsElsewhere(
  index: FigureIndex,
  shift: Shift,
  { column }: Series,
  there: readonly Series[],
): Operand[] {
  const { document } = index.extraction
  const year = column.amountYear ?? document.fiscalYear
  const stage = column.amountStage ?? document.stage
  const isCompared = column.path.join('/') === shift.compared.column
  const agreeing = there
    .filter((other) => isCompared && other.column.path.join('/') === shift.compared.other)
    .flatMap(({ table, unit, figures }) => {
      const total = figures.find(({ key }) => key.item === 'total' && key.code === undefined)
      return total && unit ? operandOfFigure(total, unit, reference(table, total)) : []
    })
  const basic =
    column.measure === 'basic'
      ? index.inTables({ subject: 'general_basic', measure: 'total' }, year, stage)
      : null
  return basic ? [...agreeing, basic] : agreeing
}

function reference(table: ExtractionTable, figure: Figure): string {
  return cellReference(table.id, figure.row, figure.column)
}

/** `107.97 (T06) ≈ 75.15 + 15.88 + 6.98 + 9.97 (T03 ↓1)` */
function formulaOf(total: Operand, parts: Operand[], { table, by }: Shift): string {
  const moved = `${parts.map(({ printed }) => printed).join(' + ')} (${table} ${by > 0 ? '↓' : '↑'}${Math.abs(by)})`
  return parts.length === 1 ? moved : `${total.printed} (${total.reference.split('.')[0]}) ≈ ${moved}`
}

/** The cell that shows a total, with its name. */
function sourceOf(extraction: Extraction, cell: string): Derivation['shownBy'] | null {
  const found = /^(?<table>T\d+)\.r(?<row>\d+)\.c(?<column>\d+)$/u.exec(cell)?.groups
  const table = extraction.tables.find(({ id }) => id === found?.table)
  const row = table?.rows.find((one) => one.row === Number(found?.row))
  if (!table || !row || !found) return null
  const column = Number(found.column)
  const printed = row.cells[column] ?? ''
  const name = row.cells[table.columns.find(({ role }) => role === 'name')?.index ?? -1] ?? ''
  return {
    source_no: table.source_no,
    label: name.trim(),
    printed: printed.trim(),
    quote: `${name.trim()} ${printed.trim()}`.trim().slice(0, 40),
    locator: row.places?.[column] ?? row.locator,
  }
}
