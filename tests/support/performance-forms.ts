import type { ProjectFigure } from '../../src/model/performance'
import type { ExtractionIndicator } from '../../src/model/performance'
import { publishedTables } from '../../src/ingest/forms/surroundings'
import { readPerformance, type Performance } from '../../src/ingest/performance/performance'
import type { Paragraph, RawBlock, RawCell, RawTable } from '../../src/ingest/raw'

/** A form as a test draws it: one string a row, cells parted by `|`, `<` merged with the cell to the left, `^` with the one above. */
export interface DrawnForm {
  /** Paragraphs above it: its title, unit and year. */
  above: string[]
  rows: string[]
}

/** The form with its merged cells kept (docx, pdf, xlsx, html), or lost as in a text, where a merged cell leaves blanks. */
export function drawn({ above, rows }: DrawnForm, spans: 'kept' | 'lost' = 'kept'): RawBlock[] {
  const texts = rows.map((row) => row.split('|').map((cell) => cell.trim()))
  const colCount = Math.max(...texts.map((row) => row.length))
  const cells: RawCell[] = []
  /** The cell that covers each position. */
  const covering: (RawCell | undefined)[][] = texts.map(() => [])
  texts.forEach((row, at) => {
    row.forEach((text, col) => {
      const origin = text === '<' ? covering[at]![col - 1] : text === '^' ? covering[at - 1]![col] : undefined
      if (spans === 'kept' && origin) {
        origin.colSpan = Math.max(origin.colSpan, col - origin.col + 1)
        origin.rowSpan = Math.max(origin.rowSpan, at - origin.row + 1)
        covering[at]![col] = origin
        return
      }
      const printed = text === '<' || text === '^' ? '' : text
      const place = { table: 1, row: at + 1, cell: col + 1 }
      const cell: RawCell = { row: at, col, rowSpan: 1, colSpan: 1, text: printed, place }
      cells.push(cell)
      covering[at]![col] = cell
    })
  })
  const table: RawTable = { kind: 'table', cells, rowCount: rows.length, colCount, spans }
  return [...above.map(paragraph), table]
}

export function paragraph(text: string): Paragraph {
  return { kind: 'paragraph', text, spans: [{ start: 0, place: { line: 1 } }] }
}

/** Reads drawn forms, and paragraphs between them, as the program reads a disclosure. */
export function performanceOf(blocks: RawBlock[], stage: 'budget' | 'final' = 'final'): Performance {
  const tables = publishedTables(blocks).map((published, index) => ({
    id: `T${String(index + 1).padStart(2, '0')}`,
    published,
  }))
  const paragraphs = blocks.filter((block): block is Paragraph => block.kind === 'paragraph')
  return readPerformance([{ source_no: 1, tables, paragraphs, printedUnit: '万元' }], stage)
}

/** A figure in one line: `budget(adjusted) 财政拨款 90.00 万元`. */
export function told({ item, basis, source, printed, unit }: ProjectFigure): string {
  return [item + (basis ? `(${basis})` : ''), source, printed, unit].filter(Boolean).join(' ')
}

/** An indicator in one line: levels, target, what came of it. */
export function line(one: ExtractionIndicator): string {
  const { level1, level2, level3, operator, target, unit, actual, completion, weight, score } = one
  return [
    [level1, level2, level3],
    [operator, target, unit],
    [actual, completion, weight, score],
  ]
    .map((part) => part.map((text) => text ?? '?').join(' '))
    .join(' | ')
}
