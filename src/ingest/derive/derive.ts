import { readTable } from '../../audit/figures'
import { findShifts } from '../../audit/shift'
import type { Extraction, ExtractionFact } from '../../model/extraction'
import { meets } from '../../model/interval'
import type { AmountStage } from '../../model/vocabulary'
import { factOf, type Derivation } from './derived-fact'
import { FigureIndex, identityOf, type Operand } from './figure-index'
import { sameIdentity, type Identity } from './table-cells'
import { impliedBudget } from './implied-budget'
import { comparedAmount } from './prior-year'
import { restoredTotals } from './restored-totals'
import { operandOfDerived, sumOfParts, wholesOf } from './sums'

/**
 * The amounts that the printed ones imply: of the year before from changes, initial and adjusted budgets from completion
 * rates, sums of what was worked out so, and totals lost in a shifted table. Each has its formula, its operands and the
 * interval in which the true amount lies, given that a printed figure stands for half a printed unit on each side.
 * What a document prints itself is not worked out again; what two ways give differently is left out.
 * Numbers go on from the facts of the extraction, which are left as they are.
 */
export function deriveFacts(extraction: Extraction): ExtractionFact[] {
  const tables = extraction.tables.map(readTable)
  const shifts = findShifts(tables)
  const index = new FigureIndex(extraction, tables, shifts)
  const facts: ExtractionFact[] = []
  const first = Math.max(0, ...extraction.facts.map(({ fact_no }) => fact_no)) + 1
  const keep = (derivation: Derivation): void => {
    facts.push(factOf(derivation, first + facts.length, extraction.document))
  }

  const told = extraction.facts.filter(({ basis }) => basis === 'text')
  const single = told.flatMap((fact) => comparedAmount(index, fact) ?? impliedBudget(index, fact) ?? [])
  for (const derivation of agreeing(single)) {
    if (!index.prints(derivation, derivation.year, derivation.stage)) keep(derivation)
  }

  const find = (identity: Identity, year: number, stage: AmountStage): Operand | null => {
    const derived = facts.find((fact) => isOf(fact, identity, year, stage))
    return index.amount(identity, year, stage) ?? (derived ? operandOfDerived(derived) : null)
  }
  for (const whole of wholesOf(index)) {
    for (const { year, stage } of momentsOf(facts)) {
      if (find(whole.whole, year, stage)) continue
      const derivation = sumOfParts(whole, year, stage, find, facts, (code) => index.nameOf(code))
      if (derivation) keep(derivation)
    }
  }

  restoredTotals(index, tables, shifts).forEach(keep)
  return facts
}

/** One derivation for each amount; none where two of them cannot both be true. */
function agreeing(derivations: Derivation[]): Derivation[] {
  const isSame = (a: Derivation, b: Derivation) =>
    sameIdentity(a, b) && a.year === b.year && a.stage === b.stage
  return derivations.filter((one, position) => {
    const same = derivations.filter((other) => isSame(one, other))
    return (
      derivations.findIndex((other) => isSame(one, other)) === position &&
      same.every((other) => meets(one.interval, other.interval))
    )
  })
}

function isOf(fact: ExtractionFact, identity: Identity, year: number, stage: AmountStage): boolean {
  return fact.year === year && fact.stage === stage && sameIdentity(identityOf(fact), identity)
}

/** The years and stages that something was worked out for. */
function momentsOf(facts: ExtractionFact[]): { year: number; stage: AmountStage }[] {
  const keys = new Set(facts.map(({ year, stage }) => `${year} ${stage}`))
  return [...keys].map((key) => {
    const [year, stage] = key.split(' ')
    return { year: Number(year), stage: stage as AmountStage }
  })
}
