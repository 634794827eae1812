import type { Locator } from '../../model/extraction'
import type { RawCell } from '../raw'
import type { PlainColumn } from './columns'
import type { GridRow } from './grid'
import { wordsOf } from './grid'
import type { HeadedGrid } from './header'
import { withoutRepeats } from './header'
import { fitShortRow, joinBrokenRow } from './short-row'
import { codeOf, indentOf, isNumber, plain, trimmed } from './words'

/** A body row with one cell per column, as printed; `repairs` says in words what was mended. */
export interface BodyRow {
  cells: string[]
  /** Place of each cell, null where the file has none. */
  places: (Locator | null)[]
  /** Leading blanks of the printed name, 0 without. */
  indent: number
  locator: Locator
  repairs: string[]
  /** Printed cells that stand right of the last column, or all of them when they cannot be given to columns. */
  beyond: string[]
}

/** The body's rows: repeated headers and 栏次 left out, short rows padded at their end, broken ones mended. */
export function bodyRows(grid: HeadedGrid, columns: PlainColumn[]): BodyRow[] {
  const rows: BodyRow[] = []
  const above = new Set<RawCell>(grid.header.flatMap((row) => row.filter((cell) => cell !== null)))
  const printed = withoutRepeats(grid.body, grid.header)
  for (let index = 0; index < printed.length; index += 1) {
    const row = printed[index]!
    if (takeOrphan(rows.at(-1), row, columns)) continue
    const joined = printed[index + 1] && joinBrokenRow(row, printed[index + 1]!, columns)
    if (joined) index += 1
    rows.push(bodyRow(joined ?? row, columns, above))
    if (joined) rows.at(-1)!.repairs.push('a cell that is printed over two lines was joined')
    for (const cell of row) if (cell) above.add(cell)
  }
  for (const row of rows) for (const column of columns) moveLabel(row, column, columns)
  return rows
}

/** @param above the cells of the rows above: a cell merged over rows or columns is printed once, where it begins */
function bodyRow(row: GridRow, columns: PlainColumn[], above: Set<RawCell>): BodyRow {
  const fitted = fitShortRow(row, columns)
  if (!fitted) return undecidedRow(row, columns)
  const printed = fitted.row
  const kept = new Set(columns.map((column) => column.at))
  const own = (at: number): string => {
    const cell = printed[at]
    const isFirst = printed.findIndex((other, index) => other === cell && kept.has(index)) === at
    return cell && isFirst && !above.has(cell) ? cell.text : ''
  }
  const needed = Math.max(0, ...columns.map((column) => column.at + 1))
  const name = columns.find((column) => column.role === 'name' && trimmed(own(column.at)) !== '')
  const places = columns.map((column) => printed[column.at]?.place ?? null)
  return {
    cells: columns.map((column) => trimmed(own(column.at))),
    places,
    indent: name ? indentOf(own(name.at)) : 0,
    locator: rowPlace(places),
    repairs: [
      ...(fitted.missing > 0
        ? [`${fitted.missing} trailing empty cells are missing in the file and were restored`]
        : []),
      ...(fitted.merged ? [`the row has ${row.length} cells: a label stands over several columns`] : []),
    ],
    beyond: printed
      .slice(needed)
      .flatMap((cell) => (cell && trimmed(cell.text) !== '' ? [trimmed(cell.text)] : [])),
  }
}

/** A row whose cells fit the columns in no way is kept together, its values under no heading (Q04). */
function undecidedRow(row: GridRow, columns: PlainColumn[]): BodyRow {
  const words = wordsOf(row)
  const at = Math.max(
    columns.findIndex((column) => column.role === 'name' || column.role === 'text'),
    0,
  )
  const place = row.find((cell) => cell !== null)?.place ?? null
  return {
    cells: columns.map((_, index) => (index === at ? words.join(' | ') : '')),
    places: columns.map((_, index) => (index === at ? place : null)),
    indent: 0,
    locator: rowPlace([place]),
    repairs: [`the row’s ${row.length} cells do not fit the ${columns.length} columns and are kept together`],
    beyond: words,
  }
}

function rowPlace(places: (Locator | null)[]): Locator {
  const place = places.find((candidate) => candidate !== null)
  if (!place) return { line: 0 }
  return 'line' in place ? { line: place.line } : place
}

/**
 * Gives an amount that stands alone in a row, where no amount belongs, to the last label above that has none: into the
 * last value column under that label's heading (公用经费合计 … 121.12). False when the row is not so, or no label wants it.
 */
function takeOrphan(before: BodyRow | undefined, row: GridRow, columns: PlainColumn[]): boolean {
  const [only, ...others] = wordsOf(row)
  const cell = row.find((candidate) => candidate !== null && trimmed(candidate.text) !== '')
  if (!before || !cell || only === undefined || others.length > 0 || !isNumber(only) || codeOf(only) !== null)
    return false
  const role = columns.find((column) => column.at === row.indexOf(cell))?.role
  if (role === 'amount' || role === 'quantity') return false

  const label = columns.findLastIndex(
    (column, index) => (column.role === 'code' || column.role === 'name') && before.cells[index] !== '',
  )
  if (label < 0) return false
  const right = columns.flatMap((column, index) => (index > label && column.role === 'amount' ? [index] : []))
  const underHeading = right.filter((index) => columns[index]!.path[0] === columns[label]!.path[0])
  const target = underHeading.at(-1) ?? right.at(-1)
  if (target === undefined || right.some((index) => before.cells[index] !== '')) return false
  before.cells[target] = only
  before.places[target] = cell.place
  before.repairs.push(
    `${only} is printed in a row of its own below; it stands here in the last value column of its heading`,
  )
  return true
}

/** A label printed over 序号, code and name (合计), or code and name in one cell (310资本性支出), goes where it belongs. */
function moveLabel(row: BodyRow, column: PlainColumn, columns: PlainColumn[]): void {
  const from = columns.indexOf(column)
  const text = row.cells[from]!
  if (column.role !== 'code' && column.role !== 'seq') return
  if (text === '' || codeOf(text) !== null || /^\d+$/u.test(plain(text))) return
  const to = columns.findIndex(
    (c, index) => index > from && c.role === 'name' && (c.block === column.block || column.block === null),
  )
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
