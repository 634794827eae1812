import type { ExtractionStatement } from '../../../model/extraction'
import type { Outlined } from '../outline'
import { contentsOf } from './contents'
import { definitionsOf } from './definitions'
import { headingsOf } from './headings'
import { membersOf } from './members'
import { namesOf } from './names'
import { notesOf } from './notes'
import type { Noted } from './noted'
import { placeholdersOf } from './placeholders'

/** What the words of a file are asked for. */
export interface StatementContext {
  source_no: number
  unitName: string
  tableTitles: readonly string[]
}

/**
 * Words that rules and pages need, in reading order: contents, headings, names of the unit, duties and bodies, definitions,
 * notes on empty tables, gaps; and what was noted while the figures were read (reasons, lists).
 */
export function statementsOf(
  outline: readonly Outlined[],
  read: readonly Noted[],
  { source_no, unitName, tableTitles }: StatementContext,
): ExtractionStatement[] {
  const order = new Map(outline.map(({ paragraph }, index) => [paragraph, index]))
  const members = membersOf(outline)
  return [
    ...contentsOf(outline),
    ...headingsOf(outline, tableTitles, members.items),
    ...namesOf(outline, unitName),
    ...members.lists,
    ...read,
    ...definitionsOf(outline),
    ...notesOf(outline),
    ...placeholdersOf(outline),
  ]
    .sort((a, b) => order.get(a.paragraph)! - order.get(b.paragraph)! || a.from - b.from)
    .map(({ statement }) => ({ ...statement, source_no }))
    .map(({ kind, subject, year, words, items, locator }) => ({
      kind,
      ...(subject !== undefined && { subject }),
      ...(year !== undefined && { year }),
      words,
      ...(items && { items }),
      source_no,
      locator,
    }))
}
