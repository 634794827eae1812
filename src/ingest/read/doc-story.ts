import type { UnreadPart } from '../raw'
import { UnreadableFile } from '../raw'
import type { DocFile, Piece } from './doc-file'
import type { ParagraphEnd } from './doc-paragraph'
import { paragraphEnd } from './doc-paragraph'
import type { PropertyRun } from './doc-properties'
import { characterRuns, paragraphRuns, propertiesIn, PropertyRuns } from './doc-properties'
import { DocTable } from './doc-table'
import type { Flow } from './flow'
import type { Meter } from './meter'

/** Characters with a meaning of their own ([MS-DOC] 2.4.1). */
const mark = {
  picture: 0x01,
  cell: 0x07,
  line: 0x0b,
  page: 0x0c,
  paragraph: 0x0d,
  column: 0x0e,
  fieldBegin: 0x13,
  fieldSeparator: 0x14,
  fieldEnd: 0x15,
  hyphen: 0x1e,
}

/** Properties of characters by their names in [MS-DOC] 2.6.1. */
const sprm = { deleted: 0x0800, vanish: 0x083c, symbol: 0x6a09 }

interface Look {
  hidden: boolean
  /** The character that is shown instead, in a font of symbols. */
  symbol: number | null
}

const plain: Look = { hidden: false, symbol: null }
const deepest = 40

/** The stories of a binary Word document as one flow, character by character. */
export class DocStory {
  readonly flow: Flow = []
  readonly unread: UnreadPart[] = []
  private readonly tables: DocTable[] = []
  private readonly paragraphs: PropertyRuns
  private readonly characters: PropertyRuns
  private readonly looks = new Map<DataView, Look>()
  private readonly fields: boolean[] = []
  private text = ''
  private pictures = 0
  private tableCount = 0
  private paragraphCount = 0

  constructor(
    private readonly file: DocFile,
    private readonly meter: Meter,
  ) {
    const runs = (
      pages: readonly number[],
      read: (main: DataView, page: number) => PropertyRun[],
    ): PropertyRuns => new PropertyRuns(pages.flatMap((page) => read(file.main, page)))
    this.paragraphs = runs(file.paragraphPages, paragraphRuns)
    this.characters = runs(file.characterPages, characterRuns)
  }

  /** Reads the characters from one to another, counted through all stories. */
  read(start: number, end: number): void {
    for (const piece of this.file.pieces) {
      const from = Math.max(start, piece.start)
      const to = Math.min(end, piece.end)
      if (from < to) this.readPiece(piece, from - piece.start, to - piece.start)
    }
    if (this.text !== '')
      this.endParagraph({ depth: this.tables.length, endsInnerCell: false, endsRow: false, row: noRow })
    this.closeTables(0)
  }

  private readPiece({ at, narrow }: Piece, from: number, to: number): void {
    const size = narrow ? 1 : 2
    const { main } = this.file
    for (let index = from; index < to; index += 1) {
      const place = at + index * size
      const code = narrow ? windows1252(main.getUint8(place)) : main.getUint16(place, true)
      if (code === mark.paragraph || code === mark.cell || code === mark.page) {
        this.meter.step()
        const end = paragraphEnd(this.file, this.paragraphs, place)
        this.endParagraph(end, code)
      } else {
        this.take(code, place)
      }
    }
  }

  private take(code: number, place: number): void {
    if (code === mark.fieldBegin) this.fields.push(true)
    else if (code === mark.fieldSeparator && this.fields.length > 0)
      this.fields[this.fields.length - 1] = false
    else if (code === mark.fieldEnd) this.fields.pop()
    else if (!this.fields.includes(true)) this.print(code, this.lookAt(place))
  }

  private print(code: number, look: Look): void {
    if (look.hidden) return
    if (look.symbol !== null) this.text += String.fromCharCode(look.symbol)
    else if (code === mark.line || code === mark.column) this.text += '\n'
    else if (code === mark.hyphen) this.text += '-'
    else if (code === mark.picture) this.pictures += 1
    else if ((code >= 0x20 || code === 0x09) && !unprinted.has(code)) this.text += String.fromCharCode(code)
  }

  private lookAt(place: number): Look {
    const list = this.characters.at(place)
    if (!list || list.byteLength === 0) return plain
    let look = this.looks.get(list)
    if (!look) {
      look = lookOf(list)
      this.looks.set(list, look)
    }
    return look
  }

  private endParagraph(end: ParagraphEnd, code: number = mark.paragraph): void {
    this.fields.length = 0
    this.openTables(end.depth)
    this.closeTables(end.depth)
    const table = this.tables.at(-1)
    if (!table) this.paragraphCount += 1
    if (!(table && end.endsRow) || this.text !== '') this.addLines(table)
    if (!table) return
    if (end.endsRow) table.endRow(end.row)
    else if (end.depth === 1 ? code === mark.cell : end.endsInnerCell) table.endCell()
  }

  private addLines(table: DocTable | undefined): void {
    const place = table ? table.place : { paragraph: this.paragraphCount }
    const flow = table ? table.flow : this.flow
    let offset = 0
    for (const text of this.text.split('\n')) {
      flow.push({ kind: 'line', text, place: table ? place : { ...place, offset } })
      offset += text.length + 1
    }
    for (; this.pictures > 0; this.pictures -= 1) this.unread.push({ what: 'picture', place })
    this.text = ''
  }

  private openTables(depth: number): void {
    if (depth > deepest) throw new UnreadableFile(`tables at most ${deepest} deep`, 'more within one another')
    while (this.tables.length < depth) this.tables.push(new DocTable((this.tableCount += 1)))
  }

  private closeTables(depth: number): void {
    while (this.tables.length > depth) {
      const table = this.tables.pop()!.finish()
      const outer = this.tables.at(-1)
      ;(outer ? outer.flow : this.flow).push(table)
    }
  }
}

/** Characters 0x80 to 0x9F of Windows-1252; the others are those of Unicode. */
const typographic = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

function windows1252(byte: number): number {
  return byte < 0x80 || byte > 0x9f ? byte : typographic.charCodeAt(byte - 0x80)
}

const noRow = { edges: [], cells: [], header: false }

/** Soft hyphens and zero-width blanks. */
const unprinted = new Set([0xad, 0x200b, 0x2060, 0xfeff])

function lookOf(list: DataView): Look {
  const look = { ...plain }
  for (const { number, operand } of propertiesIn(list)) {
    if (number === sprm.deleted || number === sprm.vanish) look.hidden ||= (operand.getUint8(0) & 1) !== 0
    else if (number === sprm.symbol) look.symbol = operand.getUint16(2, true)
  }
  return look
}
