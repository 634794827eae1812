import type Decimal from 'decimal.js'
import { Exact } from './money'

/** A closed interval of possible true values; a printed figure stands for half a printed unit on each side. */
export interface Interval {
  low: Decimal
  high: Decimal
}

/** The interval a printed figure stands for: value ± half of one unit of its last printed digit. */
export function printedInterval(value: Decimal, step: Decimal): Interval {
  return { low: value.minus(step.div(2)), high: value.plus(step.div(2)) }
}

export function exactly(value: Decimal): Interval {
  return { low: value, high: value }
}

export function add(a: Interval, b: Interval): Interval {
  return { low: a.low.plus(b.low), high: a.high.plus(b.high) }
}

export function subtract(a: Interval, b: Interval): Interval {
  return { low: a.low.minus(b.high), high: a.high.minus(b.low) }
}

export function sum(parts: Interval[]): Interval {
  return parts.reduce(add, exactly(new Exact(0)))
}

/** a ÷ b for a divisor that is positive throughout; throws otherwise, since the quotient has no bounds. */
export function divide(a: Interval, b: Interval): Interval {
  if (!b.low.isPositive() || b.low.isZero())
    throw new RangeError(`divisor: expected above zero, found from ${b.low}`)
  const corners = [a.low.div(b.low), a.low.div(b.high), a.high.div(b.low), a.high.div(b.high)]
  return { low: Exact.min(...corners), high: Exact.max(...corners) }
}

/** Do two closed intervals share a value? */
export function meets(a: Interval, b: Interval): boolean {
  return a.low.lte(b.high) && b.low.lte(a.high)
}
