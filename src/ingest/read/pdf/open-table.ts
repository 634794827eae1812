import type { RawCell, RawTable } from '../../raw'
import { opensParagraph } from '../paragraphs'
import type { CellText } from './cell-text'
import { seamOf } from './continuation'
import type { PageContent } from './page-content'
import { placeOf } from './page-content'
import type { PageCell, PageTable } from './table'

type OpenCell = RawCell & CellText

/** A table that may go on over the next page. */
export class OpenTable {
  lastPage: number
  readonly #title: readonly string[]
  readonly #pages: number[]
  #cells: OpenCell[]
  #xs: readonly number[]
  #rowCount: number
  #headerRows = 0
  /** How many of the cells stand on the first page, and before those on the last. */
  readonly #firstCells: number
  #lastCells = 0

  /** @param title the words that stand above it, line by line */
  constructor(table: PageTable, page: PageContent, title: readonly string[]) {
    this.lastPage = page.number
    this.#title = title
    this.#pages = [page.number]
    this.#xs = table.xs
    this.#rowCount = table.rowCount
    this.#cells = table.cells.map((cell) => placed(cell, page))
    this.#firstCells = this.#cells.length
  }

  /**
   * Puts on the part that stands at the top of the next page, if it is one.
   * @param title the words that stand above the part
   */
  putOn(part: PageTable, page: PageContent, title: readonly string[]): boolean {
    const isSame = title.length === 0 || title.join('\n') === this.#title.slice(-title.length).join('\n')
    if (!isSame) return false
    // Unit and department alone, on every page, are no title.
    const isAgain = title.some((words) => /(?:表|情况)(?:[（(].*[）)])?$/u.test(words))
    const top = { xs: this.#xs, rowCount: this.#rowCount, cells: this.#cells.slice(0, this.#firstCells) }
    const seam = seamOf(top, part, isAgain)
    if (!seam) return false

    if (seam.edges.length > this.#xs.length)
      this.#cells = this.#cells.map((cell) => inColumns(cell, seam.tableEdges))
    const cells = part.cells.map((cell) => inColumns(placed(cell, page), seam.partEdges))
    const firstRow = seam.repeatedRows + (this.#takeRest(cells, seam.repeatedRows) ? 1 : 0)
    const shift = this.#rowCount - firstRow
    this.#lastCells = this.#cells.length
    for (const cell of cells) if (cell.row >= firstRow) this.#cells.push({ ...cell, row: cell.row + shift })

    this.#xs = seam.edges
    this.#rowCount += part.rowCount - firstRow
    this.#headerRows = Math.max(this.#headerRows, seam.repeatedRows)
    this.#pages.push(page.number)
    this.lastPage = page.number
    return true
  }

  /**
   * A row may be broken by the end of the page, with the rest of its names on the next one. It is made whole when the
   * last row has its figures or is one of a numbered list, and that one has words alone, each below a name whose last
   * line is full.
   */
  #takeRest(cells: readonly OpenCell[], row: number): boolean {
    const first = cells.filter((cell) => cell.row === row)
    const rests = first.filter((cell) => cell.text.trim() !== '')
    if (rests.length === 0 || first.some((cell) => cell.rowSpan > 1)) return false
    const last = this.#cells
      .slice(this.#lastCells)
      .filter((cell) => cell.row + cell.rowSpan === this.#rowCount)
    const pairs = rests.map((rest) => ({
      rest,
      start: last.find((cell) => cell.col === rest.col && cell.colSpan === rest.colSpan),
    }))
    const isWhole = last.some((cell) => isFigure(cell.text) || opensParagraph(cell.text.trim()))
    if (!isWhole || !pairs.every(({ rest, start }) => start && isRest(start, rest))) return false
    for (const { rest, start } of pairs) {
      start!.text += rest.text.trimStart()
      start!.free = rest.free
    }
    return true
  }

  table(): RawTable {
    return {
      kind: 'table',
      cells: this.#cells.map(({ row, col, rowSpan, colSpan, text, place }) => ({
        row,
        col,
        rowSpan,
        colSpan,
        text,
        place,
        ...(text.includes('\ufffd') ? { unreadable: true as const } : {}),
      })),
      rowCount: this.#rowCount,
      colCount: this.#xs.length - 1,
      spans: 'kept',
      page: this.#pages[0]!,
      pages: this.#pages,
      ...(this.#headerRows > 0 ? { headerRows: this.#headerRows } : {}),
    }
  }
}

function isRest(start: OpenCell, rest: OpenCell): boolean {
  const words = rest.text.trim()
  const isName = [start.text, words].every((text) => text.trim() !== '' && !isFigure(text))
  return isName && !opensParagraph(words) && start.free < rest.head
}

function isFigure(text: string): boolean {
  return /^\s*[-−－]?\d[\d,，.．]*[%％]?\s*$/u.test(text)
}

function placed({ box, ...cell }: PageCell, page: PageContent): OpenCell {
  return { ...cell, place: placeOf(page, box) }
}

function inColumns(cell: OpenCell, edges: readonly number[]): OpenCell {
  const col = edges[cell.col]!
  return { ...cell, col, colSpan: edges[cell.col + cell.colSpan]! - col }
}
