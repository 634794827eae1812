import type { PlainColumn } from './columns'
import type { GridRow } from './grid'
import { textAt } from './grid'
import { codeOf, isNumber, laneNumber } from './words'

/** A short row brought to the columns it was printed under. */
export interface FittedRow {
  row: GridRow
  /** Columns at the end for which the file has no cell. */
  missing: number
  /** Labels that are printed over several columns. */
  merged: boolean
}

/**
 * Places the cells of a row that has fewer than the table has columns. The row lacks empty cells at its end, or a label
 * (合计) is merged over columns, or both: as few cells as possible are taken to be missing at the end, and labels
 * reach only as far as needed for every number to stand under a heading for numbers.
 * @returns null when no placing lets every cell fit its column: values are never slid
 */
export function fitShortRow(row: GridRow, columns: readonly PlainColumn[]): FittedRow | null {
  const width = columns.length === 0 ? 0 : columns.at(-1)!.at + 1
  if (row.length >= width) return { row, missing: 0, merged: false }
  const grid = new Map(columns.map((column) => [column.at, column]))
  const fits = (cell: number, at: number): boolean => fitsRole(textAt(row, cell), grid.get(at)?.role)
  if (row.every((_, cell) => fits(cell, cell))) return { row, missing: width - row.length, merged: false }

  for (let missing = 0; missing <= width - row.length; missing += 1) {
    const places = placed(row, width - missing, fits, grid)
    if (!places) continue
    const wide: GridRow = Array.from({ length: width - missing }, () => null)
    for (const [cell, at] of places.entries()) wide[at] = row[cell]!
    return { row: wide, missing, merged: true }
  }
  return null
}

/** Leftmost places for the cells that use the whole width, labels alone reaching over more than one column; null if none fit. */
function placed(
  row: GridRow,
  width: number,
  fits: (cell: number, at: number) => boolean,
  grid: Map<number, PlainColumn>,
): number[] | null {
  const dead = new Set<number>()
  const from = (cell: number, at: number): number[] | null => {
    const state = cell * width + at
    if (at >= width || dead.has(state) || !fits(cell, at)) return null
    const isLabel = /\p{Script=Han}/u.test(textAt(row, cell))
    const last = cell === row.length - 1
    for (let next = last ? width : at + 1; next <= width; next += 1) {
      if (next > at + 1 && !(isLabel && mayReach(grid, at, next))) continue
      const after = last ? [] : from(cell + 1, next)
      if (after) return [at, ...after]
    }
    dead.add(state)
    return null
  }
  return from(0, 0)
}

/**
 * May a label that begins in one column reach up to (not into) another? Over the label columns of its panel always;
 * over value columns only into further panels of the same heading (公用经费合计).
 */
function mayReach(grid: Map<number, PlainColumn>, at: number, next: number): boolean {
  const first = grid.get(at)
  const covered = Array.from({ length: next - at }, (_, index) => grid.get(at + index)).filter(
    (column) => column !== undefined,
  )
  if (!first || !isLabelRole(first.role)) return false
  if (covered.every(({ role }) => isLabelRole(role))) return true
  const target = grid.get(next)
  const sameHeading =
    first.path.length > 1 && [...covered, target].every((column) => column?.path[0] === first.path[0])
  return sameHeading && target?.block !== undefined && target.block !== first.block
}

function isLabelRole(role: PlainColumn['role']): boolean {
  return role === 'code' || role === 'name' || role === 'seq' || role === 'lineno'
}

/** May this text stand in a column of this role? Labels may be merged over the columns left of the names. */
function fitsRole(text: string, role: PlainColumn['role'] | undefined): boolean {
  if (text === '' || role === undefined || role === 'text') return true
  const isWords = /\p{Script=Han}/u.test(text)
  if (role === 'amount' || role === 'quantity') return !isWords || isNumber(text)
  if (role === 'name') return !isNumber(text)
  if (role === 'code') return isWords || codeOf(text) !== null || laneNumber(text) !== null
  return isWords || /^\d+$/u.test(text)
}

/**
 * Two printed rows that are one row whose cell was broken over two lines: together they have one cell more than the
 * table has columns, and the second alone does not fit them.
 */
export function joinBrokenRow(
  first: GridRow,
  second: GridRow,
  columns: readonly PlainColumn[],
): GridRow | null {
  const width = columns.length === 0 ? 0 : columns.at(-1)!.at + 1
  const left = first.at(-1)
  const right = second[0]
  if (!left || !right || first.length + second.length - 1 !== width || second.length >= width) return null
  if (
    ![left, right].every((cell) => /\p{Script=Han}/u.test(cell.text)) ||
    fitShortRow(second, columns)?.merged === false
  )
    return null
  const joined = [
    ...first.slice(0, -1),
    { ...left, text: left.text.trimEnd() + right.text.trimStart() },
    ...second.slice(1),
  ]
  return fitShortRow(joined, columns) ? joined : null
}
