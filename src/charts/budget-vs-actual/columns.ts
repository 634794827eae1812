import { formatChange, formatMoney } from '../../i18n/format'
import { textWidth } from '../shared/text-width'
import type { BudgetVsActualRow } from './row'

/**
 * How the rows stand for the room there is: all columns, the rate written under the deviation instead of its own
 * column, or on phones the figures as text around a bar as wide as the row.
 */
export type Arrangement = 'full' | 'narrow' | 'phone'

export interface Columns {
  arrangement: Arrangement
  /** grid-template-columns, px. */
  template: string
  /** Width of the bars, px. */
  bars: number
  /** Width of the rates, px, where they have a column. */
  rates: number | null
}

/** Px between two columns. */
export const columnGap = 16

/** Least widths in px at a text of 13 px: name, bars, budget, final, deviation, rate. */
const plans = [
  { name: 252, bars: 240, budget: 132, final: 84, deviation: 96, rate: 232 },
  { name: 180, bars: 160, budget: 120, final: 76, deviation: 96, rate: 150 },
  { name: 150, bars: 110, budget: 116, final: 76, deviation: 96, rate: null },
]

/** Px that the longest figure of each column takes; in 元, so that a change of the unit of money moves nothing. */
export interface FigureWidths {
  budget: number
  final: number
  deviation: number
}

/** @param text size in px of the rows' text; 决算 and 偏离 stand one size above it */
export function figureWidths(rows: BudgetVsActualRow[], text: number): FigureWidths {
  const large = (text * 15) / 13
  const widest = (texts: (string | null)[], size: number) =>
    Math.ceil(Math.max(0, ...texts.map((shown) => (shown === null ? 0 : textWidth(shown, size)))))
  return {
    budget: widest(
      rows.map(({ budget }) => budget && `${formatMoney(budget, '元')}–`),
      text,
    ),
    final: widest(
      rows.map(({ final }) => final && formatMoney(final, '元')),
      large,
    ),
    deviation: widest(
      rows.map(({ budget, final }) => budget && final && `▲ ${formatChange(final.minus(budget), '元')}`),
      large,
    ),
  }
}

/**
 * Columns for a chart of so many px: the roomiest plan that leaves the bars their least width.
 * @param text size in px of the rows' text: larger type needs wider columns, and so turns to phone rows sooner
 */
export function columnsFor(width: number, text: number, figures: FigureWidths): Columns {
  for (const plan of plans) {
    const scaled = (px: number) => (px * text) / 13
    const fixed = [
      Math.max(scaled(plan.budget), figures.budget),
      Math.max(scaled(plan.final), figures.final),
      Math.max(scaled(plan.deviation), figures.deviation),
      ...(plan.rate === null ? [] : [scaled(plan.rate)]),
    ]
    const name = scaled(plan.name)
    const bars = width - name - fixed.reduce((sum, w) => sum + w, 0) - columnGap * (fixed.length + 1)
    if (bars < plan.bars) continue
    return {
      arrangement: plan.rate === null ? 'narrow' : 'full',
      template: [name, bars, ...fixed].map((w) => `${w}px`).join(' '),
      bars,
      rates: plan.rate === null ? null : scaled(plan.rate),
    }
  }
  return { arrangement: 'phone', template: '', bars: Math.max(0, width), rates: null }
}
