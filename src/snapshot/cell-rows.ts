import type { SnapshotRow } from '../db/schema'
import {
  tableNumber,
  type ExtractionColumn,
  type ExtractionRow,
  type ExtractionTable,
  type Locator,
} from '../model/extraction'
import { keyOfCell } from '../model/extraction-keys'
import { isBlank, readNumber } from '../model/money'
import { isMoneyUnit, readCell } from '../model/printed-cell'
import { cleanName } from '../model/row-name'
import type { CellState, Scheme } from '../model/vocabulary'
import { levelOfCode, parentOfCode, type CodeTable } from '../reference/codes'
import { declaredEmpty } from './empty-table'
import type { Disclosure } from './identify'
import { sortedJson } from './json-text'
import { fenOfCell } from './printed-fen'

type CellRow = SnapshotRow<'cells'>

/** Every amount and quantity cell of a table, blanks too, by row and column. */
export function cellRows(disclosure: Disclosure, table: ExtractionTable, codes: CodeTable): CellRow[] {
  const valued = table.columns.filter((column) => column.role === 'amount' || column.role === 'quantity')
  const columns = [...valued].sort((a, b) => a.index - b.index)
  return table.rows.flatMap((row) => columns.map((column) => cellRow(disclosure, table, row, column, codes)))
}

function cellRow(
  { id, extraction }: Disclosure,
  table: ExtractionTable,
  row: ExtractionRow,
  column: ExtractionColumn,
  codes: CodeTable,
): CellRow {
  const printed = row.cells[column.index] ?? ''
  const { fiscalYear, stage } = extraction.document
  const key = keyOfCell(table, row, column)
  const place = row.places?.[column.index] ?? row.locator
  const value = column.role === 'amount' ? amountOf(printed, column, table) : quantityOf(printed, column)
  return {
    document_id: id,
    table_no: tableNumber(table.id),
    row_no: row.row,
    col_no: column.index,
    form: table.form,
    scheme: key.scheme ?? null,
    code: key.code ?? null,
    code_basis: key.codeBasis ?? null,
    ...placeOfCode(key.scheme, key.code),
    name: nameOf(key, fiscalYear, codes),
    item: key.item ?? null,
    measure: column.measure ?? null,
    fund: column.fund ?? null,
    amount_year: column.amountYear ?? fiscalYear,
    amount_stage: column.amountStage ?? stage,
    ...value,
    printed,
    state: value.state === 'blank' && declaredEmpty(table) !== null ? 'declared_empty' : value.state,
    page: pageOf(place),
    locator: sortedJson(place),
  }
}

type Value = Pick<CellRow, 'amount_fen' | 'step_fen' | 'quantity' | 'unit'> & { state: CellState }

/** An amount finer than the fen cannot be held and is unreadable; `tooFineAmounts` tells of it. */
function amountOf(printed: string, column: ExtractionColumn, table: ExtractionTable): Value {
  const unit = column.unit ?? table.unit
  const cell = readCell(printed, isMoneyUnit(unit) ? unit : null)
  const { state } = cell
  if (cell.yuan === null) return { amount_fen: null, step_fen: null, quantity: null, unit, state }
  const held = fenOfCell(cell)
  return {
    amount_fen: held && held.amount,
    step_fen: held && held.step,
    quantity: null,
    unit,
    state: held ? state : 'unreadable',
  }
}

function quantityOf(printed: string, column: ExtractionColumn): Value {
  const absent = { amount_fen: null, step_fen: null, unit: column.unit ?? null }
  if (isBlank(printed)) return { ...absent, quantity: null, state: 'blank' }
  const number = readNumber(printed)
  if (number === null) return { ...absent, quantity: null, state: 'unreadable' }
  return {
    ...absent,
    quantity: number.value.toFixed(number.decimals),
    state: number.value.isZero() ? 'zero' : 'value',
  }
}

const leveled: (Scheme | undefined)[] = ['function', 'economic_department', 'economic_government']

function placeOfCode(
  scheme: Scheme | undefined,
  code: string | undefined,
): Pick<CellRow, 'parent_code' | 'level'> {
  const level = code !== undefined && leveled.includes(scheme) ? levelOfCode(code) : null
  return { parent_code: level === null ? null : parentOfCode(code!), level }
}

/** The official name of the code in the edition of the document's year, else the printed name without ordinals, else a name of any edition. */
function nameOf(
  key: { scheme?: Scheme; code?: string; name: string },
  year: number,
  codes: CodeTable,
): string {
  const { scheme, code } = key
  const printed = cleanName(key.name)
  if (scheme === undefined || code === undefined) return printed
  return (
    codes.inYear(scheme, code, year)?.nameZh || printed || codes.ofAnyYear(scheme, code).at(-1)?.nameZh || ''
  )
}

function pageOf(place: Locator): number | null {
  return 'page' in place ? place.page : null
}
