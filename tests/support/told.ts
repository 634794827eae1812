import type { ExtractionFact } from '../../src/model/extraction'
import type { Paragraph } from '../../src/ingest/raw'
import { codeNamesIn } from '../../src/ingest/narrative/code-names'
import { readNarrative, type Narrative } from '../../src/ingest/narrative/narrative'
import type { NarrativeContext } from '../../src/ingest/narrative/reading'
import { shippedRegistry } from './registry'

const registry = shippedRegistry()

/** Paragraphs, one on each line of a text. */
export function paragraphs(text: string): Paragraph[] {
  return text
    .split('\n')
    .map((line, index): Paragraph => ({
      kind: 'paragraph',
      text: line.trim(),
      spans: [{ start: 0, place: { line: index + 1, offset: line.length - line.trimStart().length } }],
    }))
    .filter(({ text: words }) => words !== '')
}

/** What prose says, read as part of a final account of 2023 in 万元 unless told otherwise. */
export function narrative(text: string, context: Partial<NarrativeContext> = {}): Narrative {
  const fiscalYear = context.fiscalYear ?? 2023
  return readNarrative(paragraphs(text), {
    fiscalYear,
    stage: 'final',
    printedUnit: '万元',
    unitName: '',
    tableTitles: [],
    source_no: 1,
    names: codeNamesIn(registry.codes, fiscalYear),
    ...context,
  })
}

/** A fact in one line: `function.2010301/total completion_rate 108.30% of initial`, with year and stage where they are not 2023 final. */
export function inOneLine(fact: ExtractionFact): string {
  const { subject, code, measure, key, value, unit, base, year, stage } = fact
  const about = `${subject}${code ? `.${code}` : ''}${measure ? `/${measure}` : ''}`
  const when = year === 2023 && stage === 'final' ? '' : ` in ${year} ${stage}`
  return `${about} ${key} ${value}${unit}${base ? ` of ${base}` : ''}${when}`
}

/** The facts of prose, one line each. */
export function told(text: string, context: Partial<NarrativeContext> = {}): string[] {
  return narrative(text, context).facts.map(inOneLine)
}
