import type { Locator } from '../../model/extraction'
import type { Paragraph } from '../raw'
import { locate } from '../raw'

/** Words of a paragraph as they are read: half-width figures, no blanks, no quotation marks; `at` says where each stands. */
export interface Words {
  text: string
  /** Index in the paragraph's text of each character of `text`. */
  at: number[]
}

const forms: Record<string, string> = {
  '(': '（',
  ')': '）',
  '[': '（',
  ']': '）',
  '［': '（',
  '］': '）',
  '【': '（',
  '】': '）',
  ';': '；',
  ':': '：',
  '∶': '：',
  '﹪': '%',
  '％': '%',
  '．': '.',
  '—': '-',
  '－': '-',
  '−': '-',
  '–': '-',
  '﹣': '-',
  '!': '。',
  '！': '。',
  '?': '。',
  '？': '。',
}

/**
 * The words of a paragraph. A blank stays only between two digits, since two numbers may stand there;
 * a comma stays a comma between digits and is a pause (，) elsewhere.
 */
export function wordsOf(text: string): Words {
  const words: Words = { text: '', at: [] }
  let blank = false
  let last = ''
  for (let index = 0; index < text.length; index++) {
    index += pageNumber(text, index)
    if (index >= text.length) break
    const printed = text[index]!
    if (/[\u2009\u200a\u202f]/u.test(printed)) continue
    if (/[\s\u3000\u00a0\ufeff\u200b]/u.test(printed)) {
      blank = true
      continue
    }
    if (/["'“”‘’「」『』＂﹃﹄]/u.test(printed)) continue
    const character = form(printed)
    if (blank && isDigit(last) && isDigit(character)) push(words, ' ', index)
    last = character
    blank = false
    push(words, character, index)
  }
  return withPauses(words)
}

/** Length of a page number between dashes that a page break left inside a sentence. */
function pageNumber(text: string, index: number): number {
  if (!/[-—–─]/u.test(text[index]!)) return 0
  return /^(?:─\s*\d{1,3}\s*─|[-—–]\s+\d{1,3}\s+[-—–])/u.exec(text.slice(index, index + 12))?.[0].length ?? 0
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9'
}

function form(printed: string): string {
  if (/[０-９Ａ-Ｚａ-ｚ]/u.test(printed)) return printed.normalize('NFKC')
  return forms[printed] ?? printed
}

function push(words: Words, character: string, index: number): void {
  words.text += character
  words.at.push(index)
}

function withPauses(words: Words): Words {
  const text = words.text.replace(/,/gu, (comma, index: number, whole: string) =>
    isDigit(whole[index - 1] ?? '') && isDigit(whole[index + 1] ?? '') ? comma : '，',
  )
  return { text, at: words.at }
}

/** The words from one index to another. */
export function cut(words: Words, from: number, to = words.text.length): Words {
  return { text: words.text.slice(from, to), at: words.at.slice(from, to) }
}

/** A stretch of a paragraph that a reader is shown: at most 40 characters that end with the figure. */
export interface Quote {
  quote: string
  locator: Locator
}

const longest = 40

/** A name as printed, without blanks, with the quotation mark that opens it. */
export function labelOf(paragraph: Paragraph, from: number, to: number): string {
  const opened = /[“‘"「]/u.test(paragraph.text[from - 1] ?? '') ? from - 1 : from
  return paragraph.text.slice(opened, to).replace(/\s/gu, '')
}

/** The stretch from one index of the paragraph's text to another (exclusive), cut at its beginning when too long. */
export function quoteOf(paragraph: Paragraph, from: number, to: number): Quote {
  const opened = /[“‘"「《]/u.test(paragraph.text[from - 1] ?? '') ? from - 1 : from
  const start = Math.max(opened, to - longest)
  const quote = paragraph.text.slice(start, to)
  const blanks = quote.length - quote.trimStart().length
  return {
    quote: quote.trim(),
    locator: locate(paragraph, start + blanks, quote.trim().length),
  }
}
