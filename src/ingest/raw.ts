import type { Locator } from '../model/extraction'

/** A published file as a reader delivers it: paragraphs and tables in reading order, nothing interpreted. */
export interface RawDocument {
  /** The reader that read it: text, docx, doc, pdf, xlsx, xls, html. */
  reader: string
  mediaType: string
  blocks: RawBlock[]
  /** What stands in the file and was not read; absent or empty when everything was. */
  unread?: UnreadPart[]
}

/**
 * Something that a reader saw and could not read: a picture, an embedded object, a formula without its result; on pages
 * also a scan, letters whose font does not say what they are, words printed over others, and figures in columns
 * without rules.
 */
export interface UnreadPart {
  what: 'picture' | 'object' | 'chart' | 'formula' | 'scan' | 'letters' | 'overprint' | 'unruled table'
  place: Locator
}

export type RawBlock = Paragraph | RawTable

/** A paragraph, joined over line and page breaks. */
export interface Paragraph {
  kind: 'paragraph'
  /** The paragraph's words, outer white space removed. */
  text: string
  /** Where its characters stand in the file, in ascending order; the first starts at 0. */
  spans: Span[]
  /** Set when it stands on a sheet that is hidden from the reader. */
  hidden?: true
  /** What the page says it is (html): nothing but links, or the heading of the page or of a part of it (`h1`, `h2`). */
  marked?: 'links' | 'heading'
}

/** A stretch of a paragraph that stands in one place of the file. */
export interface Span {
  /** Index in the paragraph's text of the stretch's first character. */
  start: number
  /** Place of that character. */
  place: Locator
}

/** A table as a grid of cells; a merged cell is one cell with spans. */
export interface RawTable {
  kind: 'table'
  cells: RawCell[]
  rowCount: number
  colCount: number
  /** `lost` when the format keeps no merged cells (text): rows then have different numbers of cells. */
  spans: 'kept' | 'lost'
  /** Page of the table's first cell, where the format has pages. */
  page?: number
  /** All pages it stands on, where the format has pages. */
  pages?: number[]
  /** Leading rows that the file itself marks as header, repeated on every page (docx, doc, html `thead`). */
  headerRows?: number
  /** Name of the sheet it stands on (xlsx, xls). */
  sheet?: string
  /** Set when its sheet is hidden from the reader. */
  hidden?: true
  /** Rows and columns hidden from the reader; their cells are read all the same. */
  hiddenRows?: number[]
  hiddenCols?: number[]
}

export interface RawCell {
  /** Counts from 0. */
  row: number
  /** Counts from 0, in the table's grid. */
  col: number
  rowSpan: number
  colSpan: number
  /** As published, outer white space kept. */
  text: string
  place: Locator
  /** Set when something stands in the cell that could not be read: its text is '' and says nothing. */
  unreadable?: true
}

/** Why a file cannot be read, where that has a name of its own: pages tell it in the reader's language. */
export type UnreadableReason =
  | 'empty'
  | 'encrypted'
  | 'image'
  | 'scan'
  | 'archive'
  | 'ofd'
  | 'wps'
  | 'presentation'
  | 'other-office-format'
  | 'too-old'
  | 'too-large'
  | 'browser'
  | 'broken'
  | 'unknown'

/** A file that cannot be read: what was expected, and what was found instead. */
export class UnreadableFile extends Error {
  constructor(
    readonly expected: string,
    readonly found: string,
    readonly reason: UnreadableReason = 'broken',
  ) {
    super(`${expected}: ${found}`)
    this.name = 'UnreadableFile'
  }
}

/** What a reader refuses to go beyond. */
export interface ReadLimits {
  bytes: number
  cells: number
  /** Time for one file; a minute when it is not given. */
  milliseconds?: number
  /** Pages of one file; 500 when it is not given. */
  pages?: number
}

export const readLimits: ReadLimits = { bytes: 64 * 1024 * 1024, cells: 1_000_000 }

/**
 * Place of a stretch of a paragraph's text. A stretch over a line or page break is placed where it begins,
 * with the length that stands there.
 * @param offset index of the first character in `paragraph.text`
 * @param length number of characters
 */
export function locate(paragraph: Paragraph, offset: number, length: number): Locator {
  const index = paragraph.spans.findLastIndex((span) => span.start <= offset)
  const span = paragraph.spans[Math.max(index, 0)]
  if (!span) throw new Error('paragraph: expected at least one span, found none')
  const next = paragraph.spans[index + 1]
  const here = next ? Math.min(length, next.start - offset) : length
  return within(span.place, offset - span.start, here)
}

function within(place: Locator, shift: number, length: number): Locator {
  if ('line' in place) return { line: place.line, offset: (place.offset ?? 0) + shift, length }
  if ('paragraph' in place) return { paragraph: place.paragraph, offset: (place.offset ?? 0) + shift, length }
  return place
}
