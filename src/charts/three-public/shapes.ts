import type Decimal from 'decimal.js'
import type { ThreePublicItem, ThreePublicPoint } from './point'

/** A drawn amount, px in its panel. */
export interface Mark {
  point: ThreePublicPoint
  /** Circles are final accounts, squares budgets, an outline the budget of a single year. */
  shape: 'circle' | 'square' | 'outline'
  x: number
  y: number
  hollow: boolean
  /** Ends of the interval of a derived amount, where they lie at least a pixel apart. */
  whisker: { top: number; bottom: number } | null
}

/** A stretch of a line between two years that follow each other. */
export interface Line {
  stage: 'budget' | 'final'
  /** One of its ends is derived: dashed. */
  derived: boolean
  x1: number
  y1: number
  x2: number
  y2: number
}

/** A figure that the document leaves without an amount: its place on the axis of years, px. */
export interface Absence {
  point: ThreePublicPoint
  x: number
}

export interface Panel {
  item: ThreePublicItem
  lines: Line[]
  marks: Mark[]
  absences: Absence[]
  /** Changes of definition: a rule between two years. */
  rules: { x: number; words: string; year: number }[]
}

/** Small multiples on one scale of money and one axis of years. */
export interface Trend {
  /** Panels beside each other. */
  columns: number
  /** Size of each panel, px. */
  width: number
  height: number
  plot: { left: number; right: number; top: number; bottom: number }
  /** Baselines of the words under the plot: years, then what is missing. */
  baselines: { years: number; absences: number }
  years: { year: number; x: number }[]
  /** Years between the first and the last of which no document says anything. */
  missing: number[]
  ticks: { yuan: Decimal; y: number }[]
  panels: Panel[]
  /** The chosen points, sub-items and adjusted budgets among them. */
  points: ThreePublicPoint[]
}
