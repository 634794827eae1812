import type Decimal from 'decimal.js'
import { Exact } from '../../model/money'

/** A scale of money from its lower to its upper end, in 元, with round ticks that hold zero. */
export interface MoneyAxis {
  low: Decimal
  high: Decimal
  /** Rising, zero among them; the same share of the axis in 元, 万元 and 亿元. */
  ticks: Decimal[]
}

/** Steps between ticks, as the first digits of a number: a half or a third of an axis ends on one of them. */
const steps = ['1', '1.2', '1.5', '1.6', '2', '2.5', '3', '3.25', '4', '5', '6', '6.5', '8', '10']

/**
 * The axis that holds all amounts: zero, and `parts` even steps up to the largest. Amounts under zero lengthen it to
 * the left by fifths of a step. Amounts all zero, or none, give an axis of one point.
 */
export function moneyAxis(amounts: Decimal[], parts: number): MoneyAxis {
  const zero = new Exact(0)
  const most = Exact.max(zero, ...amounts)
  const least = Exact.min(zero, ...amounts)
  const size = Exact.max(most, least.abs())
  if (size.isZero()) return { low: zero, high: zero, ticks: [zero] }

  const step = roundStep(size.div(parts))
  const high = most.isZero() ? zero : step.times(most.div(step).ceil())
  const top = most.eq(size) ? step.times(parts) : high
  const fifth = step.div(5)
  const low = least.isZero() ? zero : fifth.times(least.abs().div(fifth).ceil()).negated()
  const ticks: Decimal[] = []
  for (let n = low.div(step).ceil().toNumber(); step.times(n).lte(top); n += 1) ticks.push(step.times(n))
  return { low, high: top, ticks }
}

/** Where an amount stands on an axis of so many pixels; the only place where money becomes a number. */
export function placeOn(axis: MoneyAxis, pixels: number): (yuan: Decimal) => number {
  const length = axis.high.minus(axis.low)
  if (length.isZero()) return () => 0
  return (yuan) => new Exact(yuan).minus(axis.low).div(length).times(pixels).toNumber()
}

function roundStep(least: Decimal): Decimal {
  const power = new Exact(10).pow(least.e)
  const digits = steps.find((step) => power.times(step).gte(least)) ?? '10'
  return power.times(digits)
}
