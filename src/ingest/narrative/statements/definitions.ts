import { numberingLength } from '../lead'
import type { Outlined } from '../outline'
import type { Noted } from './noted'
import { noted } from './noted'

/** A term and what is said of it: 财政拨款收入：指…, “三公”经费是指…. */
const entry = /^(?<term>[^：，。；]{2,40}?)(?:：|是?指(?=[^，。]))/u

/** The entries of the 名词解释: each term with the beginning of its definition. */
export function definitionsOf(outline: readonly Outlined[]): Noted[] {
  return outline.flatMap(({ paragraph, words, part }) => {
    if (part !== 'glossary') return []
    const skipped = numberingLength(words.text)
    const found = entry.exec(words.text.slice(skipped))
    const term = found?.groups!.term!.replace(/[*\s]/gu, '')
    if (!term || found![0].length + skipped >= words.text.length) return []
    return [noted(paragraph, 'definition', words.at[skipped]!, paragraph.text.length, { items: [term] })]
  })
}
