import type { ExtractionFact, ExtractionStatement, Problem } from '../../model/extraction'
import type { Paragraph } from '../raw'
import { clausesOf } from './clause'
import { codePathsOf } from './code-path'
import { readClauses } from './clause-reading'
import { wordsOf } from './passage'
import type { NarrativeContext } from './reading'
import { Reading } from './reading'
import { familyOf, headingOf, isExplanation, isGlossary } from './section'

/** What prose says: its figures, the reasons it gives, and what could not be read. */
export interface Narrative {
  facts: ExtractionFact[]
  statements: ExtractionStatement[]
  problems: Problem[]
}

/**
 * Reads the figures of prose (情况说明), each with its place. The glossary (名词解释) and notes under tables are passed over,
 * since their figures are none of the unit's. Facts are numbered from 1 in reading order.
 * @param paragraphs the document's paragraphs outside of tables, in reading order
 */
export function readNarrative(paragraphs: Paragraph[], context: NarrativeContext): Narrative {
  const reading = new Reading(context)
  reading.threePublicBudget = paragraphs.some(saysInitialBudget) ? 'initial' : null
  let glossary: number | null = null
  for (const paragraph of paragraphs) {
    const words = wordsOf(paragraph.text)
    const heading = headingOf(words.text)
    if (heading && (glossary === null || heading.rank <= glossary)) {
      glossary = isGlossary(heading) ? heading.rank : null
    }
    if (glossary !== null || isExplanation(words.text)) continue
    reading.openParagraph(paragraph)
    if (heading) openSection(reading, heading.rank, words.text, familyOf(heading))
    else readClauses(reading, clausesOf(words))
  }
  return { facts: reading.facts(), statements: reading.statements, problems: reading.problems }
}

/** The note under the 三公 table: 预算数为年初预算数. */
function saysInitialBudget(paragraph: Paragraph): boolean {
  return /预算数(?:为|是|指|即)年初(?:部门)?预算/u.test(paragraph.text.replace(/\s/gu, ''))
}

function openSection(reading: Reading, rank: number, title: string, family: Reading['family'] | null): void {
  if (rank <= 1) reading.className = null
  if (family) reading.family = family
  else if (rank <= 1) reading.family = 'exp_grand'
  const path = codePathsOf(title, reading.context.names, null).at(-1)
  if (path?.className) reading.className = path.className
}
