import type Decimal from 'decimal.js'
import {
  tableNumber,
  type ExtractionColumn,
  type ExtractionRow,
  type ExtractionTable,
  type RowKey,
} from '../model/extraction'
import { keyAndName } from '../model/extraction-keys'
import { Exact, type MoneyUnit } from '../model/money'
import { isMoneyUnit, readCell, type PrintedCell } from '../model/printed-cell'
import { cleanName } from '../model/row-name'

/** Where a cell stands: numbers of the table, the row (from 1) and the column (from 0), as in findings. */
export interface Place {
  table: number
  row: number
  column: number
}

/** An amount cell with what it is about and what may truly stand in it. */
export interface Figure extends PrintedCell, Place {
  key: RowKey
  name: string
  printed: string
}

/** The amounts of one column of a table, top to bottom; a row of another panel's key is never among them. */
export interface Series {
  table: ExtractionTable
  column: ExtractionColumn
  unit: MoneyUnit | null
  figures: Figure[]
}

/** A table with its amount columns, read once for all rules. */
export interface CheckedTable {
  table: ExtractionTable
  columns: Series[]
}

export function readTable(table: ExtractionTable): CheckedTable {
  return { table, columns: seriesOf(table) }
}

/** Every amount column of a table as a series. */
export function seriesOf(table: ExtractionTable): Series[] {
  return table.columns
    .filter((column) => column.role === 'amount')
    .map((column) => {
      const unit = column.unit === undefined ? table.unit : isMoneyUnit(column.unit) ? column.unit : null
      return { table, column, unit, figures: table.rows.map((row) => figureAt(table, row, column, unit)) }
    })
}

function figureAt(
  table: ExtractionTable,
  row: ExtractionRow,
  column: ExtractionColumn,
  unit: MoneyUnit | null,
): Figure {
  const printed = row.cells[column.index] ?? ''
  const { key, name } = keyAndName(table, row, column)
  const { state, yuan, step, interval } = readCell(printed, unit)
  return {
    state,
    yuan,
    step,
    interval,
    table: tableNumber(table.id),
    row: row.row,
    column: column.index,
    key,
    name: cleanName(name),
    printed,
  }
}

/** A figure in sums: a blank counts as nothing. */
export function inSum(figure: Figure): Decimal {
  return figure.yuan ?? new Exact(0)
}

/** Is anything but a zero printed? */
export function isTelling(figure: Figure): boolean {
  return figure.state === 'value'
}
