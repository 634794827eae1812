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

/** Widths beside the bars at a text of 13 px: name, budget, final, deviation, rate. */
const plans = [
  { from: 1000, name: 252, figures: [132, 84, 96, 232] },
  { from: 800, name: 180, figures: [120, 76, 96, 150] },
  { from: 620, name: 150, figures: [116, 76, 96] },
]

/**
 * Columns for a chart of so many px.
 * @param text size in px of the rows' text: larger type needs wider columns, and so turns to phone rows sooner
 */
export function columnsFor(width: number, text: number): Columns {
  const scale = text / 13
  const plan = plans.find((p) => width >= p.from * scale)
  if (!plan) return { arrangement: 'phone', template: '', bars: Math.max(0, width), rates: null }
  const name = plan.name * scale
  const figures = plan.figures.map((w) => w * scale)
  const bars = width - name - figures.reduce((sum, w) => sum + w, 0) - columnGap * (figures.length + 1)
  return {
    arrangement: figures.length === 4 ? 'full' : 'narrow',
    template: [name, bars, ...figures].map((w) => `${w}px`).join(' '),
    bars,
    rates: figures[3] ?? null,
  }
}
