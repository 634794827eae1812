import type { Paragraph } from '../../raw'
import { opensParagraph } from '../paragraphs'
import type { Line } from './lines'
import type { PageContent } from './page-content'
import { placeOf } from './page-content'
import type { Edges } from './type-area'

/** A line of prose with what is around it. */
export interface ProseLine {
  line: Line
  page: PageContent
  /** Where lines around it begin and end. */
  edges: Edges
  /** The size of most of the document's words, in points. */
  bodySize: number
}

/**
 * Paragraphs of consecutive lines. A line that is full goes on in the next unless that is indented or opens a
 * thought of its own; so does one cut by the end of a page. Titles of several lines, one below the middle of the
 * other, are one too.
 */
export function paragraphsOf(lines: readonly ProseLine[]): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let open: ProseLine[] = []
  for (const [index, next] of lines.entries()) {
    const before = open.at(-1)
    if (before && !proseGoesOn(open, before, next, lines[index + 1]) && !titleGoesOn(before, next)) {
      paragraphs.push(joined(open))
      open = []
    }
    open.push(next)
  }
  if (open.length > 0) paragraphs.push(joined(open))
  return paragraphs
}

function proseGoesOn(
  open: readonly ProseLine[],
  before: ProseLine,
  next: ProseLine,
  after: ProseLine | undefined,
): boolean {
  if (!isFull(before, next.line) || !isBelow(before, next)) return false
  const shift = next.line.start - before.line.start
  const indent = 0.6 * next.line.size
  if (shift > indent || (shift > -indent && isFirstLine(next, after))) return false
  const text = before.line.text
  const isQuiteFull = before.line.end + next.line.head > before.edges.right
  if (opensParagraph(next.line.text.trimStart()) && !isQuiteFull) return false
  // The first line was indented and this one is not: the form of the paragraph says that it goes on.
  if (open[0]!.line.start - next.line.start > indent)
    return isQuiteFull || !/[。！？；：:!?;…]["”’)）】]*$/u.test(text)
  if (opensParagraph(next.line.text.trimStart()) || /[。！？!?]["”’)）】]*$/u.test(text)) return false
  return !/[；：:;…]$/u.test(text) || (isQuiteFull && next.line.start - next.edges.left < indent)
}

/** Did what follows have no room left? Lines shorter than half of the page are titles and labels; dots lead to page numbers. */
function isFull({ line, page, edges }: ProseLine, next: Line): boolean {
  return (
    line.whole &&
    next.whole &&
    line.turn === next.turn &&
    !/[.…·]{4}|…{2}/u.test(line.text) &&
    line.end - line.start >= 0.5 * page.width &&
    line.end + next.head + line.size > edges.right
  )
}

function isBelow(before: ProseLine, next: ProseLine): boolean {
  const alike = Math.abs(before.line.size - next.line.size) < 0.15 * before.line.size
  if (before.page !== next.page) return alike && Math.abs(before.page.width - next.page.width) < 1
  return alike && next.line.baseline - before.line.baseline < 3 * next.line.size
}

/** A full line that the one below it stands left of is the first, indented line of a paragraph. */
function isFirstLine(line: ProseLine, after: ProseLine | undefined): boolean {
  return (
    after !== undefined &&
    isFull(line, after.line) &&
    isBelow(line, after) &&
    line.line.start - after.line.start > 0.6 * line.line.size
  )
}

/** Is the next line a title's second one? It is as large and has the same middle; the first is large, or as wide as lines are. */
function titleGoesOn(before: ProseLine, next: ProseLine): boolean {
  const [one, other] = [before.line, next.line]
  const isAlike =
    before.page === next.page &&
    one.whole &&
    other.whole &&
    one.turn === other.turn &&
    Math.abs(one.size - other.size) < 0.05 * one.size &&
    other.baseline - one.baseline < 2.6 * one.size &&
    Math.abs(one.start + one.end - other.start - other.end) < 1.5 * one.size
  const isInside = other.start - one.start > 2 * one.size && one.end - one.start >= 0.5 * before.page.width
  const words = other.text.trimStart()
  return (
    isAlike &&
    (one.size >= 1.25 * before.bodySize || isInside) &&
    !/(?:[。！？；：，]|表|概况|说明|解释|目\s*录)$/u.test(one.text) &&
    !opensParagraph(words) &&
    !/^(?:\d{4}|[二〇○零一]{4})\s*年\s*[\d一二三四五六七八九十]+\s*月/u.test(words)
  )
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
