import type { DefaultTreeAdapterTypes as Tree } from 'parse5'
import type { Locator } from '../../model/extraction'
import type { UnreadPart } from '../raw'
import type { Flow, FlowCell } from './flow'
import { unknownCharacter } from './html-encoding'
import { placeCells, rowsOf } from './html-table'
import type { Meter } from './meter'

/** Elements whose content is not on the page. */
const leftOut = new Set('head script style noscript template svg iframe object select textarea'.split(' '))

/** Elements that begin and end a line of their own. */
const blocks = new Set(
  `address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form
  h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul`.split(
    /\s+/u,
  ),
)

function isHeading(name: string): boolean {
  return name === 'h1' || name === 'h2'
}

/** Characters that print nothing: soft hyphen, zero-width blanks. */
const unprinted = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu

/** A line end of the page's source between two wide characters: browsers print nothing there (CSS Text 3, 4.1.3). */
const brokenWide = /([\u2e80-\u9fff\uff01-\uff60])[ \t]*[\n\r][ \t\n\r]*(?=[\u2e80-\u9fff\uff01-\uff60])/gu

/**
 * A page as a flow of lines and tables, node by node. Runs of blanks are kept, though browsers show one: publishers space
 * words with them (合  计). Line ends and tabs of the page's source are one blank.
 */
export class HtmlStory {
  readonly unread: UnreadPart[] = []
  private flow: Flow = []
  private line = ''
  private paragraphCount = 0
  private tableCount = 0
  /** Place of the table cell that is being read, null outside tables. */
  private cell: Locator | null = null
  private keepsLines = false
  private links = 0
  /** Stretches of words that are no links, so far; those that only part links (首页 > 公开) are none. */
  private plainWords = 0
  /** The same before this line. */
  private plainBefore = 0
  private headings = 0

  constructor(private readonly meter: Meter) {}

  walk(node: Tree.Node): void {
    this.meter.step()
    if (node.nodeName === '#text') return this.print((node as Tree.TextNode).value)
    if (!('childNodes' in node)) return
    const name = node.nodeName
    if (leftOut.has(name)) return
    if (name === 'br') return this.endLine()
    if (name === 'img') return this.picture()
    if (blocks.has(name)) this.endLine()
    const keptLines = this.keepsLines
    if (name === 'pre') this.keepsLines = true
    if (name === 'a') this.links += 1
    if (isHeading(name)) this.headings += 1
    if (name === 'table') this.table(node as Tree.Element)
    else for (const child of node.childNodes) this.walk(child)
    if (name === 'a') this.links -= 1
    this.keepsLines = keptLines
    if (blocks.has(name)) this.endLine()
    if (isHeading(name)) this.headings -= 1
  }

  finish(): Flow {
    this.endLine()
    return this.flow
  }

  private print(text: string): void {
    const printed = text.replace(unprinted, '')
    if (this.links === 0 && /[\p{L}\p{N}]/u.test(printed)) this.plainWords += 1
    if (this.keepsLines) {
      const [first = '', ...others] = printed.split(/\r\n?|\n/u)
      this.line += first
      for (const other of others) {
        this.endLine()
        this.line = other
      }
      return
    }
    const words = printed.replace(brokenWide, '$1').replace(/[ \t\n\r\f]*[\t\n\r\f][ \t\n\r\f]*/gu, ' ')
    this.line += /(?:^| )$/u.test(this.line) ? words.replace(/^ /u, '') : words
  }

  private endLine(): void {
    const text = this.keepsLines ? this.line : this.line.replace(/ $/u, '')
    this.line = ''
    const onlyLinks = this.plainWords === this.plainBefore
    this.plainBefore = this.plainWords
    if (text.trim() === '') return
    const place = this.cell ?? { paragraph: (this.paragraphCount += 1), offset: 0 }
    if (text.includes(unknownCharacter)) this.unread.push({ what: 'letters', place })
    const marked = onlyLinks ? 'links' : this.headings > 0 ? 'heading' : undefined
    this.flow.push({ kind: 'line', text, place, ...(marked ? { marked } : {}) })
  }

  private picture(): void {
    this.unread.push({ what: 'picture', place: this.cell ?? { paragraph: Math.max(this.paragraphCount, 1) } })
  }

  /** A table without words, or with nothing but links, leads elsewhere: its words are lines. */
  private table(element: Tree.Element): void {
    const number = (this.tableCount += 1)
    const outside = { flow: this.flow, cell: this.cell }
    for (const child of element.childNodes) if (child.nodeName === 'caption') this.walk(child)

    const { rows, headerRows } = rowsOf(element)
    const { placed, rowCount, colCount } = placeCells(rows, this.meter)
    const wordsBefore = this.plainWords
    const cells: FlowCell[] = []
    for (const { element: cell, place, ...where } of placed) {
      this.flow = []
      this.cell = { table: number, ...place }
      for (const child of cell.childNodes) this.walk(child)
      this.endLine()
      cells.push({ ...where, content: this.flow, place: this.cell })
    }
    this.flow = outside.flow
    this.cell = outside.cell
    if (this.plainWords === wordsBefore) this.flow.push(...cells.flatMap((cell) => cell.content))
    else this.flow.push({ kind: 'table', cells, rowCount, colCount, headerRows })
  }
}
