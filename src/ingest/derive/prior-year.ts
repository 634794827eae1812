import { subtract, exactly } from '../../model/interval'
import type { ExtractionFact } from '../../model/extraction'
import { Exact } from '../../model/money'
import type { AmountStage } from '../../model/vocabulary'
import { formulaOf, type Derivation } from './derived-fact'
import { identityOf, operandOfFact, type FigureIndex, type Operand } from './figure-index'
import { type Identity } from './table-cells'

/**
 * The amount that a change was measured against: A − Δ. Against the year before it is that year's amount, against the
 * year's own 预算 the budget. Null without the amount itself, or when the words do not say against what.
 */
export function comparedAmount(index: FigureIndex, change: ExtractionFact): Derivation | null {
  const delta = operandOfFact(change)
  if (change.key !== 'change' || change.basis !== 'text' || change.base === undefined || !delta) return null
  const identity = identityOf(change)
  const amount = amountOf(index, identity, change)
  if (!amount) return null
  const isPrior = change.base === 'prior_year'
  return {
    ...identity,
    year: isPrior ? change.year - 1 : change.year,
    stage: isPrior ? priorStage(change) : change.base === 'initial' ? 'budget' : 'adjusted',
    value: amount.value.minus(delta.value),
    interval: isNothingStill(amount, change)
      ? exactly(new Exact(0))
      : subtract(amount.interval, delta.interval),
    formula: differenceOf(amount, delta),
    inputs: [amount.reference, delta.reference],
    shownBy: change,
  }
}

/** Income and expenditure said at once (预算收支安排) have the parts of the expenditure. */
function amountOf(
  index: FigureIndex,
  identity: Identity,
  { year, stage, fact_no }: ExtractionFact,
): Operand | null {
  const own = index.amount(identity, year, stage, fact_no)
  if (own || identity.subject !== 'balance_grand') return own
  return index.amount({ ...identity, subject: 'exp_grand' }, year, stage, fact_no)
}

/** 比上年执行数, 比上年决算: the year before as it was spent; 比上年预算: as it was planned; else the document's own stage. */
function priorStage({ quote, stage }: ExtractionFact): AmountStage {
  const said = /(?:上\s*年|去\s*年|20\d\d\s*年)\s*度?(?:当年)?\s*(?<kind>预算执行|执行|决算|预算)/u.exec(
    quote,
  )?.groups?.kind
  if (said === undefined) return stage
  return said === '预算' ? 'budget' : 'final'
}

/** Nothing now and level with before: nothing then either, to the fen. */
function isNothingStill(amount: Operand, change: ExtractionFact): boolean {
  return amount.value.isZero() && !/\d/u.test(change.printed)
}

function differenceOf(amount: Operand, delta: Operand): string {
  const size = { ...delta, printed: delta.printed.replace(/^-/u, '') }
  return formulaOf([amount, size], delta.value.isNegative() ? '+' : '−')
}
