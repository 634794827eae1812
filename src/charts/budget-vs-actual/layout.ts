import type Decimal from 'decimal.js'
import { formatPercent } from '../../i18n/format'
import { Exact } from '../../model/money'
import { moneyAxis, placeOn } from '../shared/money-axis'
import { compareRow, type Comparison, type Rate } from './compare'
import { sortComparisons, type Order } from './order'
import type { BudgetVsActualRow } from './row'

/** A stretch of a row, px; a width is never negative. */
export interface Span {
  x: number
  width: number
}

/** The bars of one row, px from the left end of the block's axis. */
export interface Bars {
  /** Outline of the budget; `hatched` when it is derived. */
  budget: (Span & { hatched: boolean }) | null
  /** Ink: the final figure, or what of it the budget covers. */
  final: Span | null
  /** The final figure beyond the budget. */
  over: Span | null
  /** The part of the budget that was not used. */
  under: Span | null
  /** Bounds of a derived budget; `minimal` when they lie less than a pixel apart, so that only the text tells them. */
  whisker: (Span & { minimal: boolean }) | null
}

/** The completion rate as a thread from 100 %, px from the left end of the rate's axis. */
export interface RateThread {
  from: number
  to: number
  direction: 'over' | 'under' | 'even'
  /** The rate lies beyond this end of the axis: the thread ends in an arrow, the number tells how much. */
  beyond: 'left' | 'right' | null
  /** On the side of 100 % that its arrow is on; `below` the thread where there is no room before it. */
  label: { x: number; anchor: 'start' | 'end'; below: boolean }
}

export interface PlacedRow extends Comparison {
  bars: Bars
  thread: RateThread | null
}

/** Rows on one scale between two rules. */
export interface Block {
  /** Ticks of the axis of money with their places, px. */
  ticks: { yuan: Decimal; x: number }[]
  /** Where zero stands, px: 0 unless an amount is negative. */
  zero: number
  rows: PlacedRow[]
}

/** Widths in px of the column of bars and, where there is one, of the column of rates; size of its numbers. */
export interface Widths {
  bars: number
  rates: number | null
  text: number
}

/** Rows of one scale → shapes. The input stays untouched; the same rows give the same shapes in every unit of money. */
export function layoutBlock(rows: BudgetVsActualRow[], order: Order, widths: Widths): Block {
  const amounts = rows.flatMap((row) =>
    [row.budget, row.final, row.budgetLow, row.budgetHigh].filter((amount) => amount !== null),
  )
  const axis = moneyAxis(amounts, 2)
  const place = placeOn(axis, widths.bars)
  return {
    ticks: axis.ticks.map((yuan) => ({ yuan, x: place(yuan) })),
    zero: place(new Exact(0)),
    rows: sortComparisons(rows.map(compareRow), order).map((comparison) => ({
      ...comparison,
      bars: layoutBars(comparison, place),
      thread:
        widths.rates === null || comparison.rate === null
          ? null
          : layoutRate(comparison.rate, widths.rates, widths.text),
    })),
  }
}

/** Only amounts of zero and more are parted into used, beyond and unused: a negative one is a plain bar from zero. */
function layoutBars({ row, lane, deviation }: Comparison, place: (yuan: Decimal) => number): Bars {
  const { budget, final } = row
  const zero = place(new Exact(0))
  const budgetEnd = budget === null ? zero : place(budget)
  const finalEnd = final === null ? zero : place(final)
  const parted = lane === null && budget?.gte(0) && final?.gte(0) ? deviation?.direction : undefined
  const isOver = parted === 'over'
  return {
    budget:
      budget === null || budget.isZero()
        ? null
        : { ...span(zero, budgetEnd), hatched: row.budgetBasis === 'derived' },
    final: final === null || final.isZero() ? null : span(zero, isOver ? budgetEnd : finalEnd),
    over: isOver ? span(budgetEnd, finalEnd) : null,
    under: parted === 'under' ? span(finalEnd, budgetEnd) : null,
    whisker: layoutWhisker(row, place),
  }
}

function layoutWhisker(row: BudgetVsActualRow, place: (yuan: Decimal) => number): Bars['whisker'] {
  const { budgetLow, budgetHigh, budgetBasis } = row
  if (budgetBasis !== 'derived' || budgetLow === null || budgetHigh === null) return null
  const bounds = span(place(budgetLow), place(budgetHigh))
  return { ...bounds, minimal: bounds.width < 1 }
}

function span(a: number, b: number): Span {
  return { x: Math.min(a, b), width: Math.abs(b - a) }
}

/** The axis of rates: 0 at the left end, 100 % at 10/28 of the width, and room for seven glyphs at the right. */
export interface RateAxis {
  hundred: number
  end: number
}

const labelGap = 10

export function rateAxis(width: number, text: number): RateAxis {
  return { hundred: (width * 10) / 28, end: width - labelGap - glyphs(7, text) }
}

/** Places a rate; what lies beyond an end of the axis stops there, with room for its number. */
export function layoutRate({ percent }: Rate, width: number, text: number): RateThread {
  const { hundred, end } = rateAxis(width, text)
  const label = glyphs(formatPercent(percent).length, text)
  const place = percent.div(100).times(hundred).toNumber()
  const direction = percent.eq(100) ? 'even' : percent.gt(100) ? 'over' : 'under'
  const beyond = place > end ? 'right' : percent.isNegative() ? 'left' : null
  const to = beyond === 'left' ? 0 : beyond === 'right' ? Math.min(end, width - labelGap - label) : place
  const under = direction === 'under'
  const before = under && to - labelGap >= label
  const below = under && !before && hundred - labelGap / 2 >= label
  return {
    from: hundred,
    to,
    direction,
    beyond,
    label: before
      ? { x: to - labelGap, anchor: 'end', below }
      : below
        ? { x: hundred - labelGap / 2, anchor: 'end', below }
        : { x: (under ? hundred : to) + labelGap, anchor: 'start', below },
  }
}

/** Width in px of so many digits: a tabular digit of these faces is about 0.56 of its size. */
function glyphs(count: number, text: number): number {
  return count * text * 0.56
}
