import type { Paragraph, Span } from '../raw'

/** One line of a text file without its end; lines count from 1. */
export interface TextLine {
  number: number
  text: string
}

/** Marks that a converter leaves where the document had a bookmark; they are not printed. */
const bookmark = /\[bookmark: [^\]]*\]/gu

/** White space around printed words, full-width blanks and byte order marks included. */
const outer = /^[\s\u3000\ufeff]+|[\s\u3000\ufeff]+$/gu

/** The printed words of a line, without bookmarks and outer white space. */
export function printedWords(text: string): string {
  return text.replace(bookmark, '').replace(outer, '')
}

/** One line as a paragraph of its own, or null when nothing is printed on it. */
export function paragraphOf(line: TextLine): Paragraph | null {
  const stretches: { offset: number; text: string }[] = []
  let from = 0
  for (const mark of line.text.matchAll(bookmark)) {
    stretches.push({ offset: from, text: line.text.slice(from, mark.index) })
    from = mark.index + mark[0].length
  }
  stretches.push({ offset: from, text: line.text.slice(from) })

  let text = ''
  const spans: Span[] = []
  for (const stretch of stretches) {
    const words = text === '' ? stretch.text.replace(/^[\s\u3000\ufeff]+/u, '') : stretch.text
    if (words === '') continue
    spans.push({
      start: text.length,
      place: { line: line.number, offset: stretch.offset + stretch.text.length - words.length },
    })
    text += words
  }
  text = text.replace(/[\s\u3000\ufeff]+$/u, '')
  return text === ''
    ? null
    : { kind: 'paragraph', text, spans: spans.filter((span) => span.start < text.length) }
}

/** Does a line open a new thought: a numbered heading or item, a note, a bullet, a label above a table? */
export function opensParagraph(text: string): boolean {
  return /^(?:第[一二三四五六七八九十]+(?:部分|章|节)|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|\d+[.、．]\D|[-•●]\s|[”"]?第?[一二]?(?:部分)?注\s*[:：]|附件|说明[:：]|(?:编制|金额)?单位(?:名称)?\s*[:：]|公开\s*\d+\s*表)/u.test(
    text,
  )
}

/** Is the thought finished? */
function hasEnd(text: string): boolean {
  return /[。！？；：:!?;…]["”’)）】]*$/u.test(text)
}

/** Page furniture that stands alone on a line: a page number. */
export function isPageNumber(text: string): boolean {
  return /^(?:[-—–]\s*\d{1,3}\s*[-—–]|第\s*\d{1,3}\s*页(?:[,，]?\s*共\s*\d{1,3}\s*页)?)$/u.test(text)
}

/** Does `next` go on where `before` was cut by a line or page break? Only running prose is joined, never titles or labels. */
function continues(before: Paragraph, next: Paragraph): boolean {
  const isProse = /[，；。]/u.test(before.text) || /^\d+[.、．].*[：:]/u.test(before.text)
  return isProse && !hasEnd(before.text) && !opensParagraph(next.text)
}

/**
 * Paragraphs of consecutive lines, with sentences cut by a page break made whole: a paragraph without an end mark
 * goes on in the next line unless that opens a new one. Page numbers between the halves are left out.
 * @param wrapped whether one paragraph may run over several lines; if not, lines are paragraphs
 */
export function paragraphsOf(lines: TextLine[], wrapped: boolean): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let furniture: Paragraph[] = []
  for (const line of lines) {
    const next = paragraphOf(line)
    if (!next) continue
    if (isPageNumber(next.text)) {
      furniture.push(next)
      continue
    }
    const before = paragraphs.at(-1)
    if (wrapped && before && continues(before, next)) {
      paragraphs[paragraphs.length - 1] = join(before, next)
    } else {
      paragraphs.push(...furniture, next)
    }
    furniture = []
  }
  return [...paragraphs, ...furniture]
}

function join(before: Paragraph, next: Paragraph): Paragraph {
  const shift = before.text.length
  return {
    kind: 'paragraph',
    text: before.text + next.text,
    spans: [...before.spans, ...next.spans.map((span) => ({ start: span.start + shift, place: span.place }))],
  }
}
