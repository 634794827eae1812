import type Decimal from 'decimal.js'

/** An amount that is told, in 元; the bounds stand beside a derived one (推算). */
export interface ToldAmount {
  amount: Decimal
  low: Decimal | null
  high: Decimal | null
  derived: boolean
}

/** One amount less another, 元. */
export interface Difference {
  amount: Decimal
  /** `even` when nothing differs, or when the bounds of what is derived leave the sign open. */
  direction: 'over' | 'under' | 'even'
  /** Is one of the two derived? Then the difference is no printed figure and no exact one. */
  derived: boolean
}

/** What an amount is more or less than another: 决算 less 预算, this year less the year before. */
export function differenceOf(now: ToldAmount, base: ToldAmount): Difference {
  const amount = now.amount.minus(base.amount)
  const derived = now.derived || base.derived
  const open = derived && lowOf(now).lte(highOf(base)) && lowOf(base).lte(highOf(now))
  const direction = amount.isZero() || open ? 'even' : amount.isPositive() ? 'over' : 'under'
  return { amount, direction, derived }
}

/** The least a told amount can be; what is printed is that amount, as is a derived one without bounds. */
function lowOf({ amount, low, derived }: ToldAmount): Decimal {
  return derived && low !== null ? low : amount
}

function highOf({ amount, high, derived }: ToldAmount): Decimal {
  return derived && high !== null ? high : amount
}
