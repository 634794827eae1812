import type { Locator } from '../../model/extraction'
import type { PlainColumn } from './columns'
import type { RawCell } from '../raw'
import type { GridRow } from './grid'
import { wordsOf } from './grid'
import type { HeadedGrid } from './header'
import { isLane } from './header'
import { codeOf, compact, indentOf, isNumber, isSumLabel, plain, trimmed } from './words'

/** A body row with one cell per column, as printed; `repairs` says in words what was mended. */
export interface BodyRow {
  cells: string[]
  /** Place of each cell, null where the file has none. */
  places: (Locator | null)[]
  /** Leading blanks of the printed name, 0 without. */
  indent: number
  locator: Locator
  repairs: string[]
  /** Printed cells that stand right of the last column. */
  beyond: string[]
}

/** The body's rows: repeated headers and 栏次 left out, short rows padded at their end, broken ones mended. */
export function bodyRows(grid: HeadedGrid, columns: PlainColumn[]): BodyRow[] {
  const rows: BodyRow[] = []
  const above = new Set<RawCell>()
  for (const printed of grid.body) {
    if (isLane(printed) || isRepeatedHeader(printed, grid.header) || isContinuationMark(printed)) continue
    const row = bodyRow(printed, columns, above)
    for (const cell of printed) if (cell) above.add(cell)
    const orphan = orphanAmount(row, columns)
    const before = rows.at(-1)
    if (orphan !== null && before && takeOrphan(before, row, orphan, columns)) continue
    rows.push(row)
  }
  for (const row of rows) for (const column of columns) moveLabel(row, column, columns)
  return rows
}

/** @param above the cells of the rows above: a cell merged over rows or columns is printed once, where it begins */
function bodyRow(printed: GridRow, columns: PlainColumn[], above: Set<RawCell>): BodyRow {
  const own = (at: number): string => {
    const cell = printed[at]
    return cell && printed.indexOf(cell) === at && !above.has(cell) ? cell.text : ''
  }
  const needed = Math.max(...columns.map((column) => column.at)) + 1
  const missing = columns.filter((column) => column.at >= printed.length).length
  const name = columns.find((column) => column.role === 'name' && trimmed(own(column.at)) !== '')
  const places = columns.map((column) => printed[column.at]?.place ?? null)
  return {
    cells: columns.map((column) => trimmed(own(column.at))),
    places,
    indent: name ? indentOf(own(name.at)) : 0,
    locator: rowPlace(places),
    repairs: missing > 0 ? [`${missing} trailing empty cells are missing in the file and were restored`] : [],
    beyond: printed
      .slice(needed)
      .flatMap((cell) => (cell && trimmed(cell.text) !== '' ? [trimmed(cell.text)] : [])),
  }
}

function rowPlace(places: (Locator | null)[]): Locator {
  const place = places.find((candidate) => candidate !== null)
  if (!place) return { line: 0 }
  return 'line' in place ? { line: place.line } : place
}

function isRepeatedHeader(printed: GridRow, header: GridRow[]): boolean {
  const words = wordsOf(printed).map(compact).join('|')
  return words !== '' && header.some((row) => wordsOf(row).map(compact).join('|') === words)
}

function isContinuationMark(printed: GridRow): boolean {
  const words = wordsOf(printed)
  return words.length === 1 && /^[(]?续表[)]?\d*$/u.test(plain(words[0]!))
}

/** The amount of a row that holds nothing else, printed where no amount belongs; null for other rows. */
function orphanAmount(row: BodyRow, columns: PlainColumn[]): number | null {
  const filled = row.cells.flatMap((text, index) => (text === '' ? [] : [index]))
  const [only] = filled
  if (filled.length !== 1 || only === undefined) return null
  const isMisplaced = ['code', 'name', 'seq', 'lineno', 'text'].includes(columns[only]!.role)
  return isMisplaced && isNumber(row.cells[only]!) && codeOf(row.cells[only]!) === null ? only : null
}

/**
 * Gives an orphan amount to the last label above that has none: into the last empty value column under that label's
 * heading (公用经费合计 … 121.12). False when the row above has no such label.
 */
function takeOrphan(before: BodyRow, row: BodyRow, orphan: number, columns: PlainColumn[]): boolean {
  const label = columns.findLastIndex(
    (column, index) => (column.role === 'code' || column.role === 'name') && before.cells[index] !== '',
  )
  if (label < 0) return false
  const right = columns.flatMap((column, index) => (index > label && column.role === 'amount' ? [index] : []))
  const underHeading = right.filter((index) => columns[index]!.path[0] === columns[label]!.path[0])
  const target = underHeading.at(-1) ?? right.at(-1)
  if (target === undefined || right.some((index) => before.cells[index] !== '')) return false
  const amount = row.cells[orphan]!
  before.cells[target] = amount
  before.places[target] = row.places[orphan]!
  before.repairs.push(
    `${amount} is printed in a row of its own below; it stands here in the last value column of its heading`,
  )
  return true
}

/** A label printed over code and name (合计), or code and name in one cell (310资本性支出), goes where it belongs. */
function moveLabel(row: BodyRow, column: PlainColumn, columns: PlainColumn[]): void {
  const from = columns.indexOf(column)
  const text = row.cells[from]!
  if (column.role !== 'code' || text === '' || codeOf(text) !== null || /^\d+$/u.test(plain(text))) return
  const to = columns.findIndex((c, index) => index > from && c.role === 'name' && c.block === column.block)
  if (to < 0 || row.cells[to] !== '') return
  const joined = /^((?:\d\s*){3,7})(\D.*)$/su.exec(text)
  const code = joined ? codeOf(joined[1]!) : null
  row.cells[to] = code ? trimmed(joined![2]!) : text
  row.cells[from] = code ? trimmed(joined![1]!) : ''
  row.places[to] = row.places[from]!
  const done = code
    ? 'code and name are printed in one cell and were parted'
    : 'the printed label spans code and name; it stands in the name column here'
  if (!row.repairs.includes(done)) row.repairs.push(done)
}

/** Does the row say a sum (合计)? */
export function isSumRow(row: BodyRow, columns: PlainColumn[], block: number | null): boolean {
  return columns.some(
    (column, index) =>
      (column.role === 'name' || column.role === 'code') &&
      column.block === block &&
      isSumLabel(row.cells[index]!),
  )
}
