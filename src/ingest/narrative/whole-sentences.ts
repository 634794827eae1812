import type { Locator } from '../../model/extraction'
import type { Paragraph } from '../raw'
import { headingOf } from './section'
import { numberingLength } from './lead'
import { wordsOf } from './passage'

const pageNumber = /\s*(?:[─—–-]\s*\d{1,3}\s*[─—–-]|第\s*\d{1,3}\s*页(?:[,，]?\s*共\s*\d{1,3}\s*页)?)$/u

/**
 * Paragraphs with sentences that a page break cut made whole: running words without an end mark go on in the next
 * paragraph when that stands on a later page and opens nothing new. Page numbers that stand at a break are left out.
 */
export function wholeSentences(paragraphs: readonly Paragraph[]): Paragraph[] {
  const whole: Paragraph[] = []
  for (const paragraph of paragraphs.map(withoutPageNumber)) {
    if (paragraph.text === '') continue
    const before = whole.at(-1)
    if (before && goesOn(before, paragraph)) whole[whole.length - 1] = joined(before, paragraph)
    else whole.push(paragraph)
  }
  return whole
}

/** Only where pages are known: other formats have no page breaks inside a paragraph. */
function withoutPageNumber(paragraph: Paragraph): Paragraph {
  if (pageOf(paragraph.spans.at(-1)?.place) === null) return paragraph
  const at = pageNumber.exec(paragraph.text)?.index
  return at === undefined ? paragraph : { ...paragraph, text: paragraph.text.slice(0, at) }
}

function goesOn(before: Paragraph, next: Paragraph): boolean {
  const from = pageOf(before.spans.at(-1)?.place)
  const to = pageOf(next.spans[0]?.place)
  if (from === null || to === null || to !== from + 1) return false
  return isCut(before.text) && opensNothing(next.text)
}

/** Words that are longer are no sentence that a page cut. */
const longest = 4000

/** Running words, long enough to fill a line, that end in the middle of a sentence. */
function isCut(text: string): boolean {
  if (text.length > longest) return false
  const words = wordsOf(text).text
  if (/[。；：！？…]$/u.test(words) || words.length < 20) return false
  const isProse = /[，。；、]|（[类款项]）|\d(?:亿元|万元|元|%)/u.test(words)
  return isProse && headingOf(words) === null && !/[.…·]{3,}/u.test(text)
}

function opensNothing(text: string): boolean {
  const words = wordsOf(text).text
  if (
    numberingLength(words) > 0 ||
    /^(?:第[一二三四五六七八九十]+部分|附件|注：|说明：|(?:金额)?单位：|公开\d)/u.test(words)
  )
    return false
  return /[，。；%元]/u.test(words) && headingOf(words) === null
}

function pageOf(place: Locator | undefined): number | null {
  return place && 'page' in place ? place.page : null
}

function joined(before: Paragraph, next: Paragraph): Paragraph {
  const shift = before.text.length
  return {
    ...before,
    text: before.text + next.text,
    spans: [
      ...before.spans.filter(({ start }) => start < shift),
      ...next.spans.map(({ start, place }) => ({ start: start + shift, place })),
    ],
  }
}
