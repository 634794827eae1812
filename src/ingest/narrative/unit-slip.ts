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
  const slips = facts.filter((fact) => isSlip(fact, facts))
  const problems = slips.map((fact): Problem => {
    const other = facts.find((one) => contradicts(one, fact))!
    return {
      rule: 'narrative.unit',
      severity: 'warn',
      where: fact.quote,
      expected: `the unit in which ${fact.label} is told elsewhere: ${other.printed}${other.unit}`,
      found: `${fact.printed}${fact.unit}`,
    }
  })
  return { facts: facts.filter((fact) => !slips.includes(fact)), problems }
}

function isSlip(fact: ExtractionFact, facts: readonly ExtractionFact[]): boolean {
  const others = facts.filter((one) => contradicts(one, fact))
  if (others.length === 0) return false
  const alike = facts.filter((one) => isOfSame(one, fact) && one.unit === fact.unit)
  return others.length >= alike.length
}

/** Do two facts tell one amount with the same digits in different units of money? */
function contradicts(one: ExtractionFact, other: ExtractionFact): boolean {
  return (
    isOfSame(one, other) &&
    one.unit !== other.unit &&
    /[1-9]/u.test(one.value) &&
    digits(one.value) === digits(other.value)
  )
}

function isOfSame(one: ExtractionFact, other: ExtractionFact): boolean {
  return isMoney(one.unit) && isMoney(other.unit) && about(one) === about(other)
}

function about({ key, subject, code, measure, base, year, stage, label }: ExtractionFact): string {
  const name = subject === 'named_project' ? label : ''
  return JSON.stringify([key, subject, code, measure, base, year, stage, name])
}

/** A value without zeros that only its number of decimals adds. */
function digits(value: string): string {
  return value.includes('.') ? value.replace(/\.?0+$/u, '') : value
}
