import type { ExtractionFact, ExtractionStatement, Problem } from '../../model/extraction'
import type { Paragraph } from '../raw'
import { clausesOf } from './clause'
import { codePathsOf } from './code-path'
import { nothingAbove } from './resolve-names'
import { readClauses } from './clause-reading'
import type { Words } from './passage'
import { outlineOf } from './outline'
import { cut } from './passage'
import { mentionsOf } from './mention'
import { keepAbove, namedIn } from './binding'
import type { NarrativeContext } from './reading'
import { Reading } from './reading'
import { numberingLength } from './lead'
import type { Heading } from './section'
import { familyOf, fundOf, isExplanation } from './section'
import { statementsOf } from './statements/statements'
import { withoutUnitSlips } from './unit-slip'
import { wholeSentences } from './whole-sentences'

/** What prose says: its figures, words that rules and pages need, and what could not be read. */
export interface Narrative {
  facts: ExtractionFact[]
  statements: ExtractionStatement[]
  problems: Problem[]
}

/**
 * Reads the figures of prose (情况说明), each with its place. The contents (目录), the glossary (名词解释) and notes under tables
 * are passed over, since their figures are none of the unit's. Facts are numbered from 1 in reading order.
 * @param paragraphs the document's paragraphs outside of tables, in reading order
 */
export function readNarrative(paragraphs: Paragraph[], context: NarrativeContext): Narrative {
  const reading = new Reading(context)
  reading.threePublicBudget = paragraphs.some(saysInitialBudget) ? 'initial' : null
  const outline = outlineOf(wholeSentences(paragraphs))
  for (const { paragraph, part, heading, words: printed } of outline) {
    const words = withoutPreface(printed)
    if (part !== 'text' || isExplanation(words.text)) continue
    reading.openParagraph(paragraph, numberingLength(words.text) === 0)
    if (heading) openSection(reading, heading, words)
    else readClauses(reading, clausesOf(words))
  }
  const { facts, problems } = withoutUnitSlips(reading.facts())
  return {
    facts: facts.map((fact, index) => ({ ...fact, fact_no: index + 1 })),
    statements: statementsOf(outline, reading.noted, context),
    problems: [...reading.problems, ...problems],
  }
}

/** What a paragraph says behind a sentence about its table: 本表反映…情况。2017年… */
function withoutPreface(words: Words): Words {
  const preface = /^本表反映[^。]*。(?=.)/u.exec(words.text)
  return preface ? cut(words, preface[0].length) : words
}

/** The note under the 三公 table: 预算数为年初预算数. */
function saysInitialBudget(paragraph: Paragraph): boolean {
  return /预算数(?:为|是|指|即)年初(?:部门)?预算/u.test(paragraph.text.replace(/\s/gu, ''))
}

function openSection(reading: Reading, heading: Heading, words: Words): void {
  const family = familyOf(heading)
  if (heading.rank <= 1) reading.above = nothingAbove
  if (family) reading.family = family
  else if (heading.rank <= 1 || fundOf(reading.family)) reading.family = 'exp_grand'
  const path = codePathsOf(words.text, reading.context.names, nothingAbove).at(-1)
  if (path?.className) keepAbove(reading, path)
  const text = words.text.replace(/(?:总体|具体|结构|增减|变动|变化|情况|说明|。)+$/u, '')
  const named = namedIn(reading, text, 0, { mentions: mentionsOf(text), paths: [], at: words.at })
  reading.titled = named && named.bound.measure === undefined ? named.bound : null
}
