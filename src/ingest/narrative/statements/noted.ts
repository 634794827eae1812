import type { ExtractionStatement } from '../../../model/extraction'
import type { Paragraph } from '../../raw'
import { locate } from '../../raw'

/** A statement with the paragraph it stands in and where it begins there, so that all can be put in reading order. */
export interface Noted {
  paragraph: Paragraph
  from: number
  statement: Omit<ExtractionStatement, 'source_no'>
}

const longest = 40

/**
 * Words of a paragraph kept as a statement: those from one index of its text to another, at most 40 characters.
 * @param told what is said of them beside: subject, items, year
 */
export function noted(
  paragraph: Paragraph,
  kind: ExtractionStatement['kind'],
  from: number,
  to: number,
  told: Pick<ExtractionStatement, 'subject' | 'items' | 'year'> = {},
): Noted {
  const text = paragraph.text.slice(from, to)
  const blanks = text.length - text.trimStart().length
  const isQuoted = blanks === 0 && /[“‘"「《]/u.test(paragraph.text[from - 1] ?? '')
  const start = isQuoted ? from - 1 : from + blanks
  const words = paragraph.text.slice(start, Math.min(to, start + longest)).trim()
  return {
    paragraph,
    from: start,
    statement: { kind, ...told, words, locator: locate(paragraph, start, words.length) },
  }
}

/** An item of a list, no longer than any other words that are kept. */
export function shortItem(text: string): string {
  return text.trim().slice(0, longest)
}
