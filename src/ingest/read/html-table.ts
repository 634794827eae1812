import type { DefaultTreeAdapterTypes as Tree } from 'parse5'
import type { Meter } from './meter'

/** A row of a table in the order in which it is shown, with its number in the page. */
export interface HtmlRow {
  cells: Tree.Element[]
  /** Counts from 1 in the order of the page. */
  number: number
  /** Index of the first row behind its group (thead, tbody, tfoot): merged cells end there. */
  groupEnd: number
}

/** A cell with its place in the grid, as browsers lay it out. */
export interface PlacedCell {
  element: Tree.Element
  row: number
  col: number
  rowSpan: number
  colSpan: number
  place: { row: number; cell: number }
}

/** Rows of a table, not those of tables within it: head first, foot last, wherever they are written. */
export function rowsOf(table: Tree.Element): { rows: HtmlRow[]; headerRows: number } {
  let number = 0
  const groups = elementsOf(table)
    .filter((group) => /^(?:thead|tbody|tfoot)$/u.test(group.tagName))
    .map((group) => ({
      order: group.tagName === 'thead' ? 0 : group.tagName === 'tfoot' ? 2 : 1,
      rows: elementsOf(group)
        .filter((row) => row.tagName === 'tr')
        .map((row) => ({ row, number: (number += 1) }))
        .filter(({ row }) => !isUnseen(row)),
    }))
    .sort((a, b) => a.order - b.order)
  const rows: HtmlRow[] = []
  for (const group of groups) {
    const groupEnd = rows.length + group.rows.length
    for (const { row, number: written } of group.rows)
      rows.push({ cells: cellsOf(row), number: written, groupEnd })
  }
  const head = groups.filter((group) => group.order === 0)
  return { rows, headerRows: head.reduce((count, group) => count + group.rows.length, 0) }
}

function elementsOf(parent: Tree.Element): Tree.Element[] {
  return parent.childNodes.filter((child): child is Tree.Element => 'tagName' in child)
}

function cellsOf(row: Tree.Element): Tree.Element[] {
  return elementsOf(row).filter((cell) => cell.tagName === 'td' || cell.tagName === 'th')
}

/** Spreadsheets end the pages they save with a row that is not shown and only sets widths. */
function isUnseen(row: Tree.Element): boolean {
  return (
    /display\s*:\s*none/iu.test(attribute(row, 'style') ?? '') &&
    cellsOf(row).every((cell) => !hasWords(cell))
  )
}

function hasWords(element: Tree.Element): boolean {
  return element.childNodes.some((child) =>
    child.nodeName === '#text'
      ? (child as Tree.TextNode).value.trim() !== ''
      : 'tagName' in child && hasWords(child),
  )
}

function attribute(element: Tree.Element, name: string): string | undefined {
  return element.attrs.find((candidate) => candidate.name === name)?.value
}

/** Gives every cell its place, as the HTML standard forms tables; a cell ends before one that reaches down from above. */
export function placeCells(
  rows: readonly HtmlRow[],
  meter: Meter,
): { placed: PlacedCell[]; rowCount: number; colCount: number } {
  const placed: PlacedCell[] = []
  const taken = rows.map(() => new Set<number>())
  let colCount = 0
  let area = 0
  for (const [row, { cells, number, groupEnd }] of rows.entries()) {
    let col = 0
    for (const [index, element] of cells.entries()) {
      while (taken[row]!.has(col)) col += 1
      const wanted = span(element, 'colspan', 1000) || 1
      let colSpan = 1
      while (colSpan < wanted && !taken[row]!.has(col + colSpan)) colSpan += 1
      const rowSpan = Math.min(span(element, 'rowspan', 65_534) || groupEnd - row, groupEnd - row)
      area += rowSpan * colSpan
      meter.expectRoomFor(area)
      meter.step()
      for (let down = 0; down < rowSpan; down += 1) {
        for (let right = 0; right < colSpan; right += 1) taken[row + down]!.add(col + right)
      }
      placed.push({ element, row, col, rowSpan, colSpan, place: { row: number, cell: index + 1 } })
      col += colSpan
      colCount = Math.max(colCount, col)
    }
  }
  return { placed, rowCount: rows.length, colCount }
}

/** A span as written: 1 when it is no number, 0 only for a row span that reaches to the end of its group. */
function span(element: Tree.Element, name: 'colspan' | 'rowspan', most: number): number {
  const written = /^\s*(\d+)/u.exec(attribute(element, name) ?? '1')?.[1]
  return written === undefined ? 1 : Math.min(Number(written), most)
}
