import type { RawCell, RawTable } from '../raw'
import { trimmed } from './words'

/** A printed row by grid position; a merged cell stands at every position it covers, null where nothing is printed. */
export type GridRow = (RawCell | null)[]

/** A table's cells as rows. With spans lost, a row has the cells that are printed and may be shorter than the table. */
export interface Grid {
  rows: GridRow[]
  width: number
  spans: 'kept' | 'lost'
}

/** Stands for what a reader saw in a cell and could not read: it is neither blank nor a number. */
const unreadable = '\ufffd'

/** Rows of consecutive parts of one printed table. */
export function gridOf(parts: readonly RawTable[]): Grid {
  const rows: GridRow[] = []
  for (const part of parts) {
    const first = rows.length
    for (let row = 0; row < part.rowCount; row += 1) {
      rows.push(part.spans === 'kept' ? Array.from({ length: part.colCount }, () => null) : [])
    }
    for (const raw of part.cells) {
      const cell = raw.unreadable && trimmed(raw.text) === '' ? { ...raw, text: unreadable } : raw
      const lastRow = Math.min(cell.row + cell.rowSpan, part.rowCount)
      const lastCol = Math.min(cell.col + cell.colSpan, part.colCount)
      for (let row = cell.row; row < lastRow; row += 1) {
        for (let col = cell.col; col < lastCol; col += 1) rows[first + row]![col] = cell
      }
    }
  }
  return {
    rows,
    width: Math.max(0, ...parts.map((part) => part.colCount)),
    spans: parts.every((part) => part.spans === 'kept') ? 'kept' : 'lost',
  }
}

/** Text printed at a position, outer white space removed; '' where nothing is. */
export function textAt(row: GridRow, col: number): string {
  return trimmed(row[col]?.text ?? '')
}

/** The cells of a row, each once, from left to right. */
export function printedCells(row: GridRow): RawCell[] {
  const cells: RawCell[] = []
  for (const cell of row) if (cell && cells.at(-1) !== cell) cells.push(cell)
  return cells
}

/** The texts of a row that are not empty, each once. */
export function wordsOf(row: GridRow): string[] {
  return printedCells(row)
    .map((cell) => trimmed(cell.text))
    .filter((text) => text !== '')
}
