import type Decimal from 'decimal.js'
import { percentOf } from '../../i18n/format'
import { differenceOf, type Difference } from '../../model/difference'
import type { AmountState, BudgetVsActualRow } from './row'

/**
 * Why a row has no rate: 无预算 (budget blank, zero or declared empty, yet money spent), 无预算基数 (no budget is known to
 * compare with), 有预算未见决算 (a budget without a final figure), a final figure of 0 without a budget, or neither of the
 * two figures.
 */
export type Lane = 'unbudgeted' | 'no-base' | 'unspent' | 'nothing' | 'neither'

/** Completion rate in percent. */
export interface Rate {
  percent: Decimal
  printed: boolean
  /** Worked out from a budget that is itself derived. */
  derived: boolean
  /** The rate of the two amounts, where it shows otherwise than the printed one. */
  computed: Decimal | null
}

/**
 * One row and what follows from its two figures; lane rows have no deviation, and no rate but one that is printed of a
 * budget that is not.
 */
export interface Comparison {
  /** Place among the rows as given: a name for the row that sorting keeps. */
  index: number
  row: BudgetVsActualRow
  lane: Lane | null
  /** 决算 − 预算. */
  deviation: Difference | null
  rate: Rate | null
}

export function compareRow(row: BudgetVsActualRow, index: number): Comparison {
  const lane = laneOf(row)
  if (lane === 'no-base') return { index, row, lane, deviation: null, rate: printedRate(row) }
  if (lane !== null || row.budget === null || row.final === null)
    return { index, row, lane, deviation: null, rate: null }
  return { index, row, lane, deviation: deviationOf(row, row.budget, row.final), rate: rateOf(row) }
}

const unknown: AmountState[] = ['unreadable', 'not_disclosed']

function laneOf({ budget, budgetState, final }: BudgetVsActualRow): Lane | null {
  const budgeted = budget !== null && !budget.isZero()
  if (final === null) return budgeted ? 'unspent' : 'neither'
  if (budgeted) return null
  if (budget === null && unknown.includes(budgetState)) return 'no-base'
  return final.isZero() ? 'nothing' : 'unbudgeted'
}

function deviationOf(row: BudgetVsActualRow, budget: Decimal, final: Decimal): Difference {
  const derived = row.budgetBasis === 'derived'
  return differenceOf(
    { amount: final, low: null, high: null, derived: false },
    { amount: budget, low: row.budgetLow, high: row.budgetHigh, derived },
  )
}

/** What the document says of a budget that it does not tell. */
function printedRate({ rate }: BudgetVsActualRow): Rate | null {
  return rate === null ? null : { percent: rate, printed: true, derived: false, computed: null }
}

/** A budget of zero or less has no completion rate. */
function rateOf({ budget, final, budgetBasis, rate }: BudgetVsActualRow): Rate | null {
  if (budget === null || final === null || !budget.gt(0)) return null
  const quotient = percentOf(final, budget)
  if (quotient === null) return null
  if (rate === null)
    return { percent: quotient, printed: false, derived: budgetBasis === 'derived', computed: null }
  const decimals = Math.min(2, rate.decimalPlaces())
  const agrees =
    budgetBasis === 'derived' || quotient.toDecimalPlaces(decimals).eq(rate.toDecimalPlaces(decimals))
  return { percent: rate, printed: true, derived: false, computed: agrees ? null : quotient }
}
