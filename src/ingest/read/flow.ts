import type { Locator } from '../../model/extraction'
import type { Paragraph, RawBlock, RawCell, RawTable } from '../raw'
import type { Meter } from './meter'

/** Lines and tables in reading order, as text formats hold them: a cell holds such a flow again. */
export type Flow = (Line | FlowTable)[]

/** A printed line, white space kept; `place` is that of its first character. */
export interface Line {
  kind: 'line'
  text: string
  place: Locator
  marked?: NonNullable<Paragraph['marked']>
}

export interface FlowTable {
  kind: 'table'
  cells: FlowCell[]
  rowCount: number
  colCount: number
  headerRows: number
}

export interface FlowCell {
  row: number
  col: number
  rowSpan: number
  colSpan: number
  content: Flow
  place: Locator
}

/**
 * The paragraphs and tables of a flow. A table that only arranges others on the page gives way to what it holds.
 * @param arranges does a table that holds others only arrange them? If not, it stays, and theirs are words of its cells
 */
export function blocksOf(flow: Flow, arranges: (table: FlowTable) => boolean, meter: Meter): RawBlock[] {
  const blocks: RawBlock[] = []
  const waiting: Flow = flow.toReversed()
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.kind === 'line') {
      const paragraph = paragraphOf(next)
      if (paragraph) blocks.push(paragraph)
    } else if (next.cells.some((cell) => holdsTable(cell.content)) && arranges(next)) {
      for (const cell of next.cells.toReversed()) waiting.push(...cell.content.toReversed())
    } else if (next.cells.length > 0) {
      blocks.push(tableOf(next, meter))
    }
  }
  return blocks
}

function holdsTable(flow: Flow): boolean {
  return flow.some((block) => block.kind === 'table')
}

/** Tables of words side by side: two rows or more in which two cells or more have words outside the tables they hold. */
export function hasRowsOfItsOwn(table: FlowTable): boolean {
  const wordy = new Map<number, number>()
  for (const cell of table.cells) {
    const own = cell.content.some((block) => block.kind === 'line' && block.text.trim() !== '')
    if (own) wordy.set(cell.row, (wordy.get(cell.row) ?? 0) + 1)
  }
  return [...wordy.values()].filter((count) => count >= 2).length >= 2
}

function paragraphOf(line: Line): Paragraph | null {
  const leading = line.text.length - line.text.trimStart().length
  const text = line.text.trim()
  if (text === '') return null
  const { place, marked } = line
  const start = 'paragraph' in place ? { ...place, offset: (place.offset ?? 0) + leading } : place
  return { kind: 'paragraph', text, spans: [{ start: 0, place: start }], ...(marked ? { marked } : {}) }
}

function tableOf(table: FlowTable, meter: Meter): RawTable {
  meter.addCells(table.rowCount * table.colCount)
  const cells = table.cells.map((cell): RawCell => {
    meter.step()
    const { row, col, rowSpan, colSpan, place } = cell
    return { row, col, rowSpan, colSpan, text: wordsOf(cell.content), place }
  })
  const { rowCount, colCount, headerRows } = table
  const header = headerRows > 0 && headerRows < rowCount ? { headerRows } : {}
  return { kind: 'table', cells, rowCount, colCount, spans: 'kept', ...header }
}

/** Words of a cell: its lines, blank ones left out; a table inside is one line for each row, cells parted by tabs. */
function wordsOf(content: Flow): string {
  const lines = content.flatMap((block) => (block.kind === 'line' ? [block.text] : rowsOf(block)))
  return lines.filter((line) => line.trim() !== '').join('\n')
}

function rowsOf(table: FlowTable): string[] {
  const rows = Array.from({ length: table.rowCount }, (): string[] => [])
  for (const cell of table.cells) rows[cell.row]?.push(wordsOf(cell.content))
  return rows.map((row) => row.join('\t'))
}
