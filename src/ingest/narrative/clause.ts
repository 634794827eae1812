import type { Words } from './passage'
import { cut } from './passage'

/** Words between two marks of punctuation, brackets with figures taken out. */
export interface Clause {
  words: Words
  /** Does a sentence begin here? */
  opensSentence: boolean
  /** The mark that stood before it, '' at the beginning and inside brackets. */
  after: string
  /** Brackets with figures that stood inside, each with the length of `words` before it. */
  asides: { before: number; clauses: Clause[] }[]
}

/** A unit right behind a number: what makes a bracket worth reading as a sentence of its own. */
const figure = /\d\s*(?:亿元|万元|元|%|辆|批次|人次|个|台|套|分)/u

/** Takes a paragraph's words apart into clauses, in reading order; sentences end at 。, clauses at ，；：. */
export function clausesOf(words: Words): Clause[] {
  const clauses: Clause[] = []
  let clause = blankClause('', true)
  const close = (mark: string): void => {
    if (clause.words.text !== '' || clause.asides.length > 0) clauses.push(clause)
    clause = blankClause(mark, mark === '。' || (clause.opensSentence && clause.words.text === ''))
  }
  for (let index = 0; index < words.text.length; index++) {
    const character = words.text[index]!
    if (character === '（') {
      const end = closing(words.text, index)
      if (end === -1) continue
      readBracket(clause, cut(words, index, end + 1))
      index = end
    } else if (/[，；：。]/u.test(character)) close(character)
    else if (character !== '）') append(clause, cut(words, index, index + 1))
  }
  close('')
  return clauses
}

function blankClause(after: string, opensSentence: boolean): Clause {
  return { words: { text: '', at: [] }, opensSentence, after, asides: [] }
}

function append(clause: Clause, words: Words): void {
  clause.words.text += words.text
  clause.words.at.push(...words.at)
}

/** A short bracket belongs to a name (出国（境）, （项）), one with figures is an aside, any other says nothing we read. */
function readBracket(clause: Clause, bracket: Words): void {
  const inside = cut(bracket, 1, bracket.text.length - 1)
  if (figure.test(inside.text))
    clause.asides.push({ before: clause.words.text.length, clauses: clausesOf(inside) })
  else if ((inside.text.length <= 6 || /^\d{7}$/u.test(inside.text)) && !/[，；：。]/u.test(inside.text))
    append(clause, bracket)
}

/** Longer brackets are no brackets of a sentence. */
const longestBracket = 400

function closing(text: string, open: number): number {
  let depth = 0
  for (let index = open; index < Math.min(text.length, open + longestBracket); index++) {
    if (text[index] === '（') depth += 1
    if (text[index] === '）') depth -= 1
    if (depth === 0) return index
  }
  return -1
}
