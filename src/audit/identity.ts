import type Decimal from 'decimal.js'
import { meets, sum, type Interval } from '../model/interval'
import { Exact } from '../model/money'
import type { Outcome } from '../model/vocabulary'
import { inSum } from './figures'
import type { Sum } from './tree'

/** How a printed total compares with the sum of its parts; amounts in 元. */
export interface Comparison {
  outcome: Extract<Outcome, 'ok' | 'tail' | 'violation' | 'undecidable'>
  /** The total. */
  left: Decimal | null
  /** The sum of the parts, blanks as nothing. */
  right: Decimal | null
  /** How far the two may lie apart by rounding alone: n printed addends against one total give (n + 1) half units. */
  tolerance: Decimal | null
  /** Why it cannot be decided, in words, else null. */
  reason: string | null
}

/**
 * Compares a total with the sum of its parts by closed intervals: a figure stands for half a printed unit on each side, a
 * blank part counts as nothing. A total that is blank while parts are printed, anything unreadable, or a gap that a row of
 * unknown code may fill leaves it undecidable.
 */
export function compareSum({ total, parts, stray = [] }: Sum): Comparison {
  const undecidable = (reason: string): Comparison => ({
    outcome: 'undecidable',
    left: total.yuan,
    right: null,
    tolerance: null,
    reason,
  })
  const intervals = parts.map((part) => part.interval)
  if (total.interval === null || !intervals.every((i) => i !== null)) return undecidable('有未能提取的数')
  if (total.state === 'blank') return undecidable('合计未填')
  const possible = sum(intervals)
  const far = !meets(total.interval, possible)
  if (far && stray.length > 0) return undecidable('有认不出科目的行')
  const left = inSum(total)
  const right = parts.reduce((all, part) => all.plus(inSum(part)), new Exact(0))
  const tolerance = halfWidth(total.interval).plus(halfWidth(possible))
  return { outcome: left.eq(right) ? 'ok' : far ? 'violation' : 'tail', left, right, tolerance, reason: null }
}

function halfWidth(interval: Interval): Decimal {
  return interval.high.minus(interval.low).div(2)
}
