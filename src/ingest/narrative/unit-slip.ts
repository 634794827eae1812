import type { ExtractionFact, Problem } from '../../model/extraction'
import { isMoney } from './figure'

/**
 * Amounts without those that are told in another unit as well, their digits the same: one of the two is off by a
 * factor (12.5元 beside 12.5万元). The one in the unit that the thing is told in more often stands, neither where
 * nothing decides.
 * @param facts in reading order
 */
export function withoutUnitSlips(facts: readonly ExtractionFact[]): {
  facts: ExtractionFact[]
  problems: Problem[]
} {
  const slips = new Map<ExtractionFact, ExtractionFact>()
  for (const told of alike(facts, (fact) => (isMoney(fact.unit) ? about(fact) : null))) {
    const inUnit = (unit: string): number => told.filter((fact) => fact.unit === unit).length
    for (const sameDigits of alike(told, ({ value }) => (/[1-9]/u.test(value) ? digits(value) : null))) {
      for (const fact of sameDigits) {
        const others = sameDigits.filter(({ unit }) => unit !== fact.unit)
        if (others.length > 0 && others.length >= inUnit(fact.unit)) slips.set(fact, others[0]!)
      }
    }
  }
  return {
    facts: facts.filter((fact) => !slips.has(fact)),
    problems: facts.flatMap((fact) => (slips.has(fact) ? [slipOf(fact, slips.get(fact)!)] : [])),
  }
}

function slipOf(fact: ExtractionFact, other: ExtractionFact): Problem {
  return {
    rule: 'narrative.unit',
    severity: 'warn',
    where: fact.quote,
    expected: `the unit in which ${fact.label} is told elsewhere: ${other.printed}${other.unit}`,
    found: `${fact.printed}${fact.unit}`,
  }
}

/** Facts with the same key, those in more than one unit alone. */
function alike(
  facts: readonly ExtractionFact[],
  keyOf: (fact: ExtractionFact) => string | null,
): ExtractionFact[][] {
  const groups = new Map<string, ExtractionFact[]>()
  for (const fact of facts) {
    const key = keyOf(fact)
    if (key === null) continue
    const group = groups.get(key)
    if (group) group.push(fact)
    else groups.set(key, [fact])
  }
  return [...groups.values()].filter((group) => group.some(({ unit }) => unit !== group[0]!.unit))
}

/** What an amount is of, whatever it is told to be. */
function about({ key, subject, code, measure, base, year, stage, label }: ExtractionFact): string {
  const name = subject === 'named_project' ? label : ''
  return JSON.stringify([key, subject, code, measure, base, year, stage, name])
}

/** A value without zeros that only its number of decimals adds. */
function digits(value: string): string {
  return value.includes('.') ? value.replace(/\.?0+$/u, '') : value
}
