import type { Paragraph, RawBlock, RawCell, RawTable } from '../raw'
import type { Meter } from './meter'
import type { Area, Sheet, SheetCell } from './sheet'
import { formatA1 } from './sheet'
import type { PlacedRow } from './sheet-rows'
import { placedRows } from './sheet-rows'

/**
 * A sheet as paragraphs (titles and units above a table, notes below) and tables. Where cells are ruled, the ruled rows
 * are the table, with rows of figures right below them; else rows of two printed cells or more are.
 * The sheet's name stands above a table that has nothing printed above it: it may be its only title.
 */
export function blocksOfSheet(sheet: Sheet, meter: Meter): RawBlock[] {
  const rows = placedRows(sheet, meter)
  const isRuled = rows.filter((row) => row.ruled).length >= 2
  const blocks: RawBlock[] = []
  let at = 0
  while (at < rows.length) {
    const end = isRuled ? endOfRuled(rows, at) : endOfLoose(rows, at)
    if (end > at) {
      if (blocks.length === 0 && !/^sheet\d*$/iu.test(sheet.name)) blocks.push(...nameOf(sheet))
      blocks.push(tableOf(sheet, rows.slice(at, end), meter))
      at = end
    } else {
      blocks.push(...rows[at]!.printed.flatMap((cell) => paragraphsOf(sheet, rows[at]!, cell)))
      at += 1
    }
  }
  return blocks
}

/**
 * Index behind the ruled table that begins at a row; the same index where none begins. Where only its head is ruled,
 * rows of figures right below belong to it, with single rows of words between them.
 */
function endOfRuled(rows: readonly PlacedRow[], start: number): number {
  let end = start
  while (rows[end]?.ruled && isNext(rows, end, start)) end += 1
  if (end === start || !isRowOfFigures(rows[end])) return end
  for (let at = end; at < rows.length && isNext(rows, at, start); at += 1) {
    if (isRowOfFigures(rows[at]) || (rows[at]!.ruled && end === at)) end = at + 1
    else if (rows[at]!.ruled || end < at) break
  }
  return end
}

function isRowOfFigures(row: PlacedRow | undefined): boolean {
  return row !== undefined && row.figures > 0 && row.printed.length > 1
}

/** Index behind the table of rows with two printed cells or more that begins at a row. */
function endOfLoose(rows: readonly PlacedRow[], start: number): number {
  let end = start
  for (let at = start; at < rows.length; at += 1) {
    const { length } = rows[at]!.printed
    if (length > 1) end = at + 1
    else if (end === start || end < at || !isNext(rows, at, start)) break
  }
  return end
}

/** Does a row follow right below the one before it? */
function isNext(rows: readonly PlacedRow[], at: number, start: number): boolean {
  return at === start || rows[at]!.row === rows[at - 1]!.row + 1
}

function nameOf(sheet: Sheet): Paragraph[] {
  const place = { sheet: sheet.name, a1: 'A1' }
  const text = sheet.name.trim()
  return text === '' ? [] : [{ kind: 'paragraph', text, spans: [{ start: 0, place }], ...hiddenBy(sheet) }]
}

function hiddenBy(sheet: Sheet): { hidden?: true } {
  return sheet.hidden ? { hidden: true } : {}
}

function paragraphsOf(sheet: Sheet, row: PlacedRow, cell: SheetCell): Paragraph[] {
  const place = { sheet: sheet.name, a1: formatA1(row.row, cell.col) }
  return cell.text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((text) => ({
      kind: 'paragraph',
      text,
      spans: [{ start: 0, place }],
      ...(sheet.hidden || row.hidden ? { hidden: true } : {}),
    }))
}

/** The rows as a whole grid: every position has a cell, unless a merged one covers it. */
function tableOf(sheet: Sheet, rows: readonly PlacedRow[], meter: Meter): RawTable {
  const top = rows[0]!.row
  const bottom = rows.at(-1)!.row
  const left = Math.min(...rows.map((row) => row.left))
  const right = Math.max(...rows.map((row) => row.right))
  const rowCount = bottom - top + 1
  const colCount = right - left + 1
  meter.addCells(rowCount * colCount)

  const byRow = new Map(rows.map((row) => [row.row, row]))
  const cells: RawCell[] = []
  for (let row = top; row <= bottom; row += 1) {
    const printed = new Map(byRow.get(row)?.cells.map((cell) => [cell.col, cell]))
    for (let col = left; col <= right; col += 1) {
      meter.step()
      const merge = byRow.get(row)?.mergeAt.get(col)
      if (merge && (merge.left !== col || Math.max(merge.top, top) !== row)) continue
      const cell = printed.get(col)
      cells.push({
        row: row - top,
        col: col - left,
        ...spansOf(merge, { top: row, left: col, bottom, right }),
        text: cell?.text ?? '',
        place: { sheet: sheet.name, a1: formatA1(row, col) },
        ...(cell?.unreadable ? { unreadable: true as const } : {}),
      })
    }
  }
  const hiddenRows = rows.filter((row) => row.hidden).map((row) => row.row - top)
  const hiddenCols = Array.from({ length: colCount }, (_, col) => col).filter((col) =>
    sheet.isHiddenCol(left + col),
  )
  return {
    kind: 'table',
    cells,
    rowCount,
    colCount,
    spans: 'kept',
    sheet: sheet.name,
    ...hiddenBy(sheet),
    ...(hiddenRows.length > 0 ? { hiddenRows } : {}),
    ...(hiddenCols.length > 0 ? { hiddenCols } : {}),
  }
}

function spansOf(merge: Area | undefined, within: Area): { rowSpan: number; colSpan: number } {
  if (!merge) return { rowSpan: 1, colSpan: 1 }
  return {
    rowSpan: Math.min(merge.bottom, within.bottom) - within.top + 1,
    colSpan: Math.min(merge.right, within.right) - within.left + 1,
  }
}
