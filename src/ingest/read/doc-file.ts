import { UnreadableFile } from '../raw'
import { openCompoundFile } from './compound-file'

/** A stretch of text that lies in one place of the file. */
export interface Piece {
  /** First character, counted through all stories, and the one behind the last. */
  start: number
  end: number
  /** Place of its first byte in the stream WordDocument. */
  at: number
  /** One byte a character (Windows-1252) instead of two (UTF-16). */
  narrow: boolean
}

/** The parts of a binary Word file ([MS-DOC]) that its text and tables are read from. */
export interface DocFile {
  /** The stream WordDocument: text, and pages of properties. */
  main: DataView
  /** The stream Data: properties too long for a page; empty where there is none. */
  data: DataView
  pieces: Piece[]
  /** From and to, in characters: the text, footnotes, endnotes and text boxes, in this order. */
  stories: [start: number, end: number][]
  /** Numbers of the pages that hold properties of paragraphs and of characters. */
  paragraphPages: number[]
  characterPages: number[]
}

/** Places of pairs (offset, length) in the table stream ([MS-DOC] 2.5.6). */
const pairs = { characterPages: 12, paragraphPages: 13, pieces: 33 }

/** @throws UnreadableFile when it is encrypted, older than Word 97, cut off, or no Word file */
export function openDocFile(bytes: Uint8Array): DocFile {
  const file = openCompoundFile(bytes)
  if (!file.has('WordDocument')) {
    throw new UnreadableFile(
      'a Word document (doc)',
      `a compound file with ${file.names.slice(0, 5).join(', ')}`,
    )
  }
  const main = viewOf(file.stream('WordDocument'))
  const head = new Head(main)
  const table = viewOf(file.stream(head.tableStream))
  return {
    main,
    data: viewOf(file.has('Data') ? file.stream('Data') : new Uint8Array()),
    pieces: piecesOf(within(table, head.pair(pairs.pieces)), main.byteLength),
    stories: head.stories(),
    paragraphPages: pagesOf(within(table, head.pair(pairs.paragraphPages)), main),
    characterPages: pagesOf(within(table, head.pair(pairs.characterPages)), main),
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function broken(found: string): UnreadableFile {
  return new UnreadableFile('a whole Word document (doc)', found)
}

function within(view: DataView, [offset, length]: [number, number]): DataView {
  if (offset + length > view.byteLength) throw broken('a part of it lies outside: the file is cut off')
  return new DataView(view.buffer, view.byteOffset + offset, length)
}

/** The file information block at the start of the stream. */
class Head {
  private readonly counts: number
  private readonly pairs: number

  constructor(private readonly main: DataView) {
    const identity = main.byteLength < 68 ? 0 : main.getUint16(0, true)
    if (identity === 0xa5dc || (identity === 0xa5ec && main.getUint16(2, true) < 0xc1)) {
      throw new UnreadableFile(
        'a document of Word 97 or later',
        'one of Word 6 or 95; save it as docx',
        'too-old',
      )
    }
    if (identity !== 0xa5ec) throw broken('its head is missing')
    if (this.flags & 0x0100) {
      throw new UnreadableFile('a document without a password', 'an encrypted one', 'encrypted')
    }
    this.counts = 34 + main.getUint16(32, true) * 2
    const countsLength = this.counts + 2 <= main.byteLength ? main.getUint16(this.counts, true) : 0
    this.pairs = this.counts + 2 + countsLength * 4
    if (countsLength < 11 || this.pairs + 2 + (pairs.pieces + 1) * 8 > main.byteLength)
      throw broken('its head ends early')
  }

  private get flags(): number {
    return this.main.getUint16(10, true)
  }

  get tableStream(): string {
    return this.flags & 0x0200 ? '1Table' : '0Table'
  }

  pair(index: number): [offset: number, length: number] {
    const at = this.pairs + 2 + index * 8
    return [this.main.getUint32(at, true), this.main.getUint32(at + 4, true)]
  }

  /** Page headers and comments are left out. */
  stories(): [number, number][] {
    const length = (index: number): number => this.main.getUint32(this.counts + 2 + index * 4, true)
    const [text, footnotes, headers, , comments, endnotes, boxes] = [3, 4, 5, 6, 7, 8, 9].map(
      length,
    ) as number[]
    const starts = [text!, footnotes!, headers! + comments!, endnotes!, boxes!]
    const stories: [number, number][] = []
    let at = 0
    for (const [index, count] of starts.entries()) {
      if (index !== 2 && count > 0) stories.push([at, at + count])
      at += count
    }
    return stories
  }
}

/** The table of pieces; behind it, and before it, stand properties that are not needed. */
function piecesOf(clx: DataView, size: number): Piece[] {
  let at = 0
  while (at + 3 <= clx.byteLength && clx.getUint8(at) === 1) at += 3 + clx.getUint16(at + 1, true)
  if (at + 5 > clx.byteLength || clx.getUint8(at) !== 2) throw broken('its table of pieces is missing')
  const count = Math.floor((clx.getUint32(at + 1, true) - 4) / 12)
  const first = at + 5
  if (first + count * 12 + 4 > clx.byteLength) throw broken('its table of pieces ends early')
  const pieces: Piece[] = []
  for (let index = 0; index < count; index += 1) {
    const start = clx.getUint32(first + index * 4, true)
    const end = clx.getUint32(first + index * 4 + 4, true)
    const place = clx.getUint32(first + (count + 1) * 4 + index * 8 + 2, true)
    const narrow = (place & 0x4000_0000) !== 0
    const offset = place & 0x3fff_ffff
    const piece = { start, end, at: narrow ? offset >> 1 : offset, narrow }
    const bytes = (end - start) * (narrow ? 1 : 2)
    if (end < start || end > size || piece.at + bytes > size) throw broken('a piece of its text lies outside')
    pieces.push(piece)
  }
  return pieces
}

/** Numbers of pages of 512 bytes in the main stream. */
function pagesOf(list: DataView, main: DataView): number[] {
  const count = Math.max(Math.floor((list.byteLength - 4) / 8), 0)
  if (count * 512 > main.byteLength) throw broken('more pages of properties than it has bytes')
  const pages = Array.from(
    { length: count },
    (_, index) => list.getUint32((count + 1 + index) * 4, true) & 0x3f_ffff,
  )
  if (pages.some((page) => (page + 1) * 512 > main.byteLength))
    throw broken('a page of properties lies outside')
  return pages
}
