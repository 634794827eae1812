import type { Paragraph } from '../raw'
import { numberingLength } from './lead'
import type { Words } from './passage'
import { wordsOf } from './passage'
import type { Heading } from './section'
import { headingOf, isGlossary } from './section'

/** A paragraph with what it is in the document. */
export interface Outlined {
  paragraph: Paragraph
  words: Words
  heading: Heading | null
  /** 目录, 名词解释, or the text itself. */
  part: 'contents' | 'glossary' | 'text'
}

/** The paragraphs of a document, each with the part it stands in. */
export function outlineOf(paragraphs: readonly Paragraph[]): Outlined[] {
  const contents = contentsIn(paragraphs)
  let glossary: number | null = null
  return paragraphs.map((paragraph) => {
    const words = wordsOf(paragraph.text)
    const isEntry = contents.has(paragraph)
    const heading = headingOf(words.text)
    if (heading && !isEntry && (glossary === null || heading.rank <= glossary)) {
      glossary = isGlossary(heading) ? heading.rank : null
    }
    const part = isEntry ? 'contents' : glossary === null ? 'text' : 'glossary'
    return { paragraph, words, heading, part }
  })
}

const longestEntry = 60
const mostEntries = 150

/**
 * The 目录 with its entries, up to the first words that are none, that begin it again, or that are set in another way; and
 * entries with their page, wherever they stand.
 */
function contentsIn(paragraphs: readonly Paragraph[]): Set<Paragraph> {
  const found = new Set(paragraphs.filter(({ text }) => hasPageOfEntry(text)))
  const start = paragraphs.findIndex(({ text }) => /^目\s*录$/u.test(text.trim()))
  if (start === -1) return found
  found.add(paragraphs[start]!)
  const entries: Paragraph[] = []
  for (const paragraph of paragraphs.slice(start + 1, start + mostEntries)) {
    if (!isEntry(entryTitle(paragraph.text)) || !goesWith(paragraph, entries)) break
    entries.push(paragraph)
  }
  return new Set([...found, ...entries])
}

/** Is a paragraph one more entry of those before it? */
function goesWith(paragraph: Paragraph, entries: readonly Paragraph[]): boolean {
  const [first] = entries
  if (!first) return true
  const title = titleOf(paragraph)
  if (title === titleOf(first) || hasPageOfEntry(first.text) !== hasPageOfEntry(paragraph.text)) return false
  const isLater = pageOf(paragraph) !== pageOf(first)
  return !isLater || (isNumbered(paragraph) && !entries.some((entry) => titleOf(entry) === title))
}

function titleOf({ text }: Paragraph): string {
  return wordsOf(entryTitle(text)).text
}

function isNumbered({ text }: Paragraph): boolean {
  const { text: words } = wordsOf(text)
  return numberingLength(words) > 0 || /^第[一二三四五六七八九十]+(?:部分|章)/u.test(words)
}

function isEntry(title: string): boolean {
  return title !== '' && title.length <= longestEntry && !/[。；]/u.test(title) && !/[：:]$/u.test(title)
}

/** Leader dots or a tab before a page number at the end. */
const pageOfEntry = /(?:\s*[.…·．。]{3,}\s*|\t\s*|\s*PAGEREF\s\S+.*?\s)[-—]?\s*\d{1,3}\s*[-—]?$/u

function hasPageOfEntry(text: string): boolean {
  return text.length <= 3 * longestEntry && pageOfEntry.test(text) && isEntry(entryTitle(text))
}

/** An entry without its bullet and page number. */
export function entryTitle(text: string): string {
  const titled = text
    .trim()
    .replace(/^[-•●]\s+/u, '')
    .replace(pageOfEntry, '')
  return titled.replace(/\s*[.…·．]{3,}\s*\d*$/u, '').trim()
}

/** A title without its numbering and blanks, as contents and text may print it differently. */
export function plainTitle(text: string): string {
  const { text: words } = wordsOf(text)
  return words.slice(numberingLength(words)).replace(/^第[一二三四五六七八九十]+(?:部分|章)/u, '')
}

function pageOf(paragraph: Paragraph): number | null {
  const place = paragraph.spans[0]?.place
  return place && 'page' in place ? place.page : null
}
