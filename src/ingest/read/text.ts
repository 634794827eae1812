import type { RawBlock, RawCell, RawDocument, RawTable } from '../raw'
import { decodeText } from './decode'
import type { ReadOptions } from './meter'
import { Meter } from './meter'
import type { TextLine } from './paragraphs'
import { opensParagraph, paragraphsOf, printedWords } from './paragraphs'

/**
 * Reads a disclosure published as text. Two ways of writing a table are known and told apart by the majority of lines:
 * one cell on each line that begins with a tab, blank lines between rows; or one row on each line, cells parted by tabs.
 * Neither keeps merged cells, so rows come with the cells that are printed.
 * @throws UnreadableFile when the bytes are no text or exceed the limits
 */
export function readText(bytes: Uint8Array, options: ReadOptions = {}): RawDocument {
  const meter = new Meter(bytes, options)
  const lines = decodeText(bytes)
    .split(/\r\n|\n|\r/u)
    .map((text, index): TextLine => {
      meter.step()
      return { number: index + 1, text: text.replaceAll('\f', ' ') }
    })
  const cellPerLine = writesCellPerLine(lines)
  const runs = cellPerLine ? runsOfCellLines(lines) : runsOfRowLines(lines)

  const blocks: RawBlock[] = []
  for (const run of runs) {
    meter.step()
    if (run.kind === 'prose') {
      blocks.push(...paragraphsOf(run.lines, !cellPerLine))
      continue
    }
    for (const row of run.rows) meter.addCells(row.length)
    blocks.push(tableOf(run.rows))
  }
  return { reader: 'text', mediaType: 'text/plain', blocks }
}

/** A printed cell before it has a place in a grid. */
interface LooseCell {
  text: string
  line: number
  offset: number
}

type Run = { kind: 'prose'; lines: TextLine[] } | { kind: 'rows'; rows: LooseCell[][] }

function writesCellPerLine(lines: TextLine[]): boolean {
  let cellLines = 0
  let rowLines = 0
  for (const { text } of lines) {
    if (/^\t[^\t]*$/u.test(text)) cellLines += 1
    else if (text.includes('\t')) rowLines += 1
  }
  return cellLines > rowLines
}

/** One cell on each line: a blank line ends a row, two end the table, a line right below a cell goes on in it. */
function runsOfCellLines(lines: TextLine[]): Run[] {
  const runs = new Runs()
  let row: LooseCell[] | null = null
  let blanks = 0
  for (const [index, line] of lines.entries()) {
    if (line.text.startsWith('\t')) {
      if (row === null) {
        row = []
        runs.addRow(row, blanks < 2)
      }
      row.push({ text: line.text.slice(1), line: line.number, offset: 1 })
      blanks = 0
    } else if (line.text.trim() === '') {
      row = null
      blanks += 1
    } else if (row && !startsTable(line, lines[index + 1])) {
      const cell = row.at(-1)!
      cell.text += `\n${line.text}`
    } else {
      row = null
      runs.addProse(line)
    }
  }
  return runs.list
}

/** A line right below a cell that belongs not to it but to the table that follows: its title. */
function startsTable(line: TextLine, next: TextLine | undefined): boolean {
  if (/\[bookmark: /u.test(line.text)) return true
  return (
    /(?:表|情况)(?:[（(][^）)]*[）)])?$/u.test(printedWords(line.text)) &&
    (next?.text.startsWith('\t') ?? false)
  )
}

/** One row on each line; a line without tabs between two rows, or a lone number below a row, is a row of one cell. */
function runsOfRowLines(lines: TextLine[]): Run[] {
  const runs = new Runs()
  let inTable = false
  for (const [index, line] of lines.entries()) {
    const words = printedWords(line.text)
    const row = line.text.includes('\t') && !isContents(line.text)
    const loneCell = inTable && words !== '' && (isFigure(words) || between(words, lines[index + 1]))
    if (row || loneCell) {
      runs.addRow(looseCells(line), inTable)
      inTable = true
    } else {
      inTable = false
      if (words !== '') runs.addProse(line)
    }
  }
  return runs.list
}

function between(words: string, next: TextLine | undefined): boolean {
  return (next?.text.includes('\t') ?? false) && !opensParagraph(words)
}

function isFigure(words: string): boolean {
  return /^[-−—－]?[\d,，]+(?:[.．]\d+)?$/u.test(words)
}

/** A line of a table of contents: a heading or a table's name, then a page number. */
function isContents(text: string): boolean {
  const found = /^\s*([^\t]+)\t+\s*\d{1,3}\s*$/u.exec(text)
  return found !== null && (opensParagraph(found[1]!) || /(?:表|情况|说明|解释)$/u.test(found[1]!.trim()))
}

function looseCells(line: TextLine): LooseCell[] {
  let offset = 0
  return line.text.split('\t').map((text) => {
    const cell = { text, line: line.number, offset }
    offset += text.length + 1
    return cell
  })
}

class Runs {
  readonly list: Run[] = []

  addProse(line: TextLine): void {
    const last = this.list.at(-1)
    if (last?.kind === 'prose') last.lines.push(line)
    else this.list.push({ kind: 'prose', lines: [line] })
  }

  /** @param joins whether the row belongs to the table right above, if there is one */
  addRow(row: LooseCell[], joins: boolean): void {
    const last = this.list.at(-1)
    if (last?.kind === 'rows' && joins) last.rows.push(row)
    else this.list.push({ kind: 'rows', rows: [row] })
  }
}

function tableOf(rows: LooseCell[][]): RawTable {
  const cells: RawCell[] = []
  for (const [row, loose] of rows.entries()) {
    for (const [col, cell] of loose.entries()) {
      const place = { line: cell.line, offset: cell.offset, length: cell.text.length }
      cells.push({ row, col, rowSpan: 1, colSpan: 1, text: cell.text, place })
    }
  }
  const colCount = Math.max(...rows.map((row) => row.length))
  return { kind: 'table', cells, rowCount: rows.length, colCount, spans: 'lost' }
}
