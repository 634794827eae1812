import type { Paragraph } from '../../raw'
import { opensParagraph } from '../paragraphs'
import type { Line } from './lines'
import type { PageContent } from './page-content'
import { placeOf } from './page-content'

/** A line of prose, and the right edge of the lines around it, in points. */
export interface ProseLine {
  line: Line
  page: PageContent
  margin: number
}

/**
 * Paragraphs of consecutive lines. A line that is full goes on in the next unless that is indented or opens a
 * thought of its own; so does one cut by the end of a page.
 */
export function paragraphsOf(lines: readonly ProseLine[]): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let open: ProseLine[] = []
  for (const next of lines) {
    const before = open.at(-1)
    if (before && !goesOn(open, before, next)) {
      paragraphs.push(joined(open))
      open = []
    }
    open.push(next)
  }
  if (open.length > 0) paragraphs.push(joined(open))
  return paragraphs
}

/** The right edges of prose on pages of one width: what lines reach where at least three stand together. */
export class Margins {
  readonly #ofWidth = new Map<number, number[]>()

  /** Learns from lines that stand together on a page. */
  learn(lines: readonly Line[], page: PageContent): void {
    if (lines.length < 3) return
    const width = Math.round(page.width)
    this.#ofWidth.set(width, [
      ...(this.#ofWidth.get(width) ?? []),
      Math.max(...lines.map((line) => line.end)),
    ])
  }

  /** The right edge for a line among others that stand with it. */
  around(line: Line, lines: readonly Line[], page: PageContent): number {
    const alike = lines.filter(
      (other) => other.turn === line.turn && Math.abs(other.size - line.size) < 0.1 * line.size,
    )
    const here = Math.max(...alike.map((other) => other.end))
    if (alike.length >= 3) return here
    const elsewhere = [...(this.#ofWidth.get(Math.round(page.width)) ?? [])].sort((a, b) => a - b)
    return Math.max(here, elsewhere[Math.floor(elsewhere.length / 2)] ?? 0)
  }
}

function goesOn(open: readonly ProseLine[], before: ProseLine, next: ProseLine): boolean {
  if (!isFull(before, next.line) || !isBelow(before, next)) return false
  const shift = next.line.start - before.line.start
  const indent = 0.6 * next.line.size
  if (shift > indent) return false
  // The first line was indented and this one is not: the form of the paragraph says that it goes on.
  const isIndented = shift < -indent || open[0]!.line.start - next.line.start > indent
  const text = before.line.text
  return isIndented
    ? !hasEnd(text) || isQuiteFull(before, next.line)
    : !hasEnd(text) && !opensParagraph(next.line.text.trimStart())
}

/** Did what follows have no room left? Lines shorter than half of the page are titles and labels; dots lead to page numbers. */
function isFull({ line, page, margin }: ProseLine, next: Line): boolean {
  return (
    line.whole &&
    next.whole &&
    line.turn === next.turn &&
    !/[.…·]{4}|…{2}/u.test(line.text) &&
    line.end - line.start >= 0.5 * page.width &&
    line.end + next.head + line.size > margin
  )
}

function isQuiteFull({ line, margin }: ProseLine, next: Line): boolean {
  return line.end + next.head > margin
}

function isBelow(before: ProseLine, next: ProseLine): boolean {
  const alike = Math.abs(before.line.size - next.line.size) < 0.15 * before.line.size
  if (before.page !== next.page) return alike && Math.abs(before.page.width - next.page.width) < 1
  return alike && next.line.baseline - before.line.baseline < 3 * next.line.size
}

function hasEnd(text: string): boolean {
  return /[。！？；：:!?;…]["”’)）】]*$/u.test(text)
}

function joined(lines: readonly ProseLine[]): Paragraph {
  const paragraph: Paragraph = { kind: 'paragraph', text: '', spans: [] }
  for (const { line, page } of lines) {
    const words = line.text.replace(/^[\s\u3000]+|[\s\u3000]+$/gu, '')
    if (/[A-Za-z]$/u.test(paragraph.text) && /^[A-Za-z]/u.test(words)) paragraph.text += ' '
    paragraph.spans.push({ start: paragraph.text.length, place: placeOf(page, line.box) })
    paragraph.text += words
  }
  return paragraph
}
