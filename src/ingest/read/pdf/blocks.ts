import type { RawBlock, RawCell, RawTable } from '../../raw'
import type { Ruled } from './continuation'
import { seamOf } from './continuation'
import { furnitureOf } from './furniture'
import type { Line } from './lines'
import type { PageContent } from './page-content'
import { placeOf } from './page-content'
import type { ProseLine } from './prose'
import { Margins, paragraphsOf } from './prose'
import type { PageTable } from './table'

/** The paragraphs and tables of a document in reading order: parts of tables put together, page furniture left out. */
export function blocksOf(pages: readonly PageContent[]): RawBlock[] {
  const furniture = furnitureOf(pages)
  const stretches = pages.flatMap((page) => stretchesOf(page, furniture))
  const margins = new Margins()
  for (const { lines, page } of stretches) margins.learn(lines, page)

  const blocks: (RawBlock | OpenTable)[] = []
  let prose: ProseLine[] = []
  let last: OpenTable | null = null
  for (const { page, lines, table, isTop } of stretches) {
    const title = titleWords(lines)
    const goesOn = last && table && isTop && prose.length === 0 && page.number === last.lastPage + 1
    if (last && goesOn && last.putOn(table, page, title)) continue
    prose.push(...lines.map((line) => ({ line, page, margin: margins.around(line, lines, page) })))
    if (!table) continue
    blocks.push(...paragraphsOf(prose))
    prose = []
    last = new OpenTable(table, page, title)
    blocks.push(last)
  }
  blocks.push(...paragraphsOf(prose))
  return blocks.map((block) => (block instanceof OpenTable ? block.table() : block))
}

/** Lines that stand together, and the table below them if there is one. */
interface Stretch {
  page: PageContent
  lines: Line[]
  table: PageTable | null
  /** Does it begin the page? */
  isTop: boolean
}

function stretchesOf(page: PageContent, furniture: ReadonlySet<Line>): Stretch[] {
  const stretches: Stretch[] = []
  let lines: Line[] = []
  for (const item of page.items) {
    if (item.kind === 'table') {
      stretches.push({ page, lines, table: item.table, isTop: stretches.length === 0 })
      lines = []
    } else if (!furniture.has(item.line)) lines.push(item.line)
  }
  if (lines.length > 0) stretches.push({ page, lines, table: null, isTop: stretches.length === 0 })
  return stretches
}

/** The words above a table, to compare; that it goes on (续表) is none of them. */
function titleWords(lines: readonly Line[]): string[] {
  return lines
    .map((line) => line.text.replace(/[\s\u3000]/gu, '').replace(/[（(]续(?:表|上表)?\d*[）)]$/u, ''))
    .filter((words) => words !== '' && !/^[（(]?(?:续表|续上表|接上表|接上页)\d*[）)]?$/u.test(words))
}

/** A table that may go on over the next page. */
class OpenTable {
  lastPage: number
  readonly #title: string[]
  readonly #pages: number[]
  #cells: RawCell[]
  #xs: readonly number[]
  #rowCount: number
  #headerRows = 0

  constructor(table: PageTable, page: PageContent, title: string[]) {
    this.lastPage = page.number
    this.#title = title
    this.#pages = [page.number]
    this.#xs = table.xs
    this.#rowCount = table.rowCount
    this.#cells = table.cells.map(({ box, ...cell }) => ({ ...cell, place: placeOf(page, box) }))
  }

  /**
   * Puts on the part that stands at the top of the next page, if it is one.
   * @param title what stands above the part
   */
  putOn(part: PageTable, page: PageContent, title: readonly string[]): boolean {
    const titleAgain = title.length > 0
    if (titleAgain && title.join('\n') !== this.#title.slice(-title.length).join('\n')) return false
    const own: Ruled = { xs: this.#xs, rowCount: this.#rowCount, cells: this.#cells }
    const seam = seamOf(own, part, titleAgain)
    if (!seam) return false

    const added = part.cells.filter((cell) => cell.row >= seam.repeatedRows)
    this.#cells = [
      ...this.#cells.map((cell) => ({ ...cell, ...columns(cell, seam.tableEdges) })),
      ...added.map(({ box, ...cell }) => ({
        ...cell,
        ...columns(cell, seam.partEdges),
        row: cell.row - seam.repeatedRows + this.#rowCount,
        place: placeOf(page, box),
      })),
    ]
    this.#xs = seam.edges
    this.#rowCount += part.rowCount - seam.repeatedRows
    this.#headerRows = Math.max(this.#headerRows, seam.repeatedRows)
    this.#pages.push(page.number)
    this.lastPage = page.number
    return true
  }

  table(): RawTable {
    return {
      kind: 'table',
      cells: this.#cells,
      rowCount: this.#rowCount,
      colCount: this.#xs.length - 1,
      spans: 'kept',
      page: this.#pages[0]!,
      pages: this.#pages,
      ...(this.#headerRows > 0 ? { headerRows: this.#headerRows } : {}),
    }
  }
}

function columns(
  cell: { col: number; colSpan: number },
  edges: readonly number[],
): { col: number; colSpan: number } {
  const col = edges[cell.col]!
  return { col, colSpan: edges[cell.col + cell.colSpan]! - col }
}
