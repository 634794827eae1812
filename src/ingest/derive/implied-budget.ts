import { divide, printedInterval } from '../../model/interval'
import type { ExtractionFact } from '../../model/extraction'
import { Exact, readNumber } from '../../model/money'
import type { Derivation } from './derived-fact'
import { identityOf, type FigureIndex } from './figure-index'

/**
 * The budget that a completion rate (完成年初预算的 r %) implies: 100·A ÷ r. Null without the amount spent, for a rate of
 * another budget than the words name, and for a rate of nothing, which no budget gives.
 */
export function impliedBudget(index: FigureIndex, rate: ExtractionFact): Derivation | null {
  if (rate.key !== 'completion_rate' || rate.basis !== 'text' || rate.stage !== 'final') return null
  if (rate.base !== 'initial' && rate.base !== 'adjusted') return null
  const printed = readNumber(rate.value)
  if (!printed) return null
  const step = new Exact(10).pow(-printed.decimals)
  const share = {
    value: printed.value.div(100),
    interval: printedInterval(printed.value.div(100), step.div(100)),
  }
  if (!share.interval.low.isPositive() || share.interval.low.isZero()) return null
  const spent = index.amount(identityOf(rate), rate.year, 'final', rate.fact_no)
  if (!spent || spent.value.isZero()) return null
  return {
    ...identityOf(rate),
    year: rate.year,
    stage: rate.base === 'initial' ? 'budget' : 'adjusted',
    value: spent.value.div(share.value),
    interval: divide(spent.interval, share.interval),
    formula: `${spent.printed} ÷ ${rate.value}%`,
    inputs: [spent.reference, `F${rate.fact_no}`],
    shownBy: rate,
  }
}
