import type Decimal from 'decimal.js'
import { formatMoney } from '../../i18n/format'
import { moneyAxis, placeOn } from '../shared/money-axis'
import { textWidth } from '../shared/text-width'
import { onePerPlace, panelItems } from './choose'
import { drawLines } from './lines'
import type { Break, ThreePublicPoint } from './point'
import type { Mark, Trend } from './shapes'

const gap = 24
const top = 24
const bottom = 136
/** Where the plot ends when every amount is zero. */
const flatBottom = 64
/** Least px for a year with its number, and for a panel. */
const yearWidth = 44
const panelWidth = 230
/** Most px for a year, and for a panel of few years: two points far apart look like a trend. */
const yearMost = 120
const panelMost = 360

/**
 * Points → panels. A year without a document is a gap, a change of definition is crossed by no line.
 * @param width of the room for all panels, px
 * @param text size of the numbers, px
 * @param most panels beside each other at most
 */
export function layoutTrend(
  given: ThreePublicPoint[],
  breaks: Break[],
  width: number,
  text: number,
  most = 4,
): Trend {
  const points = onePerPlace(given)
  const items = panelItems(points)
  const drawn = points.filter((p) => items.includes(p.item) && p.stage !== 'adjusted')
  const axis = moneyAxis(drawn.flatMap(extent), 3)
  const years = yearsOf(drawn)
  const left =
    8 + Math.max(0, ...axis.ticks.map((yuan) => textWidth(formatMoney(yuan, '元', 0), (text * 12) / 13)))
  const columns = columnsOf(items.length, most, years.length, left, width, text)
  const share = (width - gap * (columns - 1)) / columns
  const panel = Math.max(
    0,
    Math.min(share, Math.max((panelMost * text) / 13, left + 10 + (years.length * yearMost * text) / 13)),
  )
  const plot = {
    left,
    right: Math.max(left, panel - 10),
    top,
    bottom: axis.high.eq(axis.low) ? flatBottom : bottom,
  }
  const step = (plot.right - plot.left) / Math.max(1, years.length)
  const placed = years.map((year, i) => ({ year, x: plot.left + step * (i + 0.5) }))
  const rise = placeOn(axis, plot.bottom - plot.top)
  const yOf = (yuan: Decimal) => plot.bottom - rise(yuan)
  const xOf = (year: number) => placed[year - (years[0] ?? 0)]?.x ?? plot.left
  const yearLine = plot.bottom + 8 + 0.92 * text
  const baselines = { years: yearLine, absences: yearLine + 1.3 * text }
  const single = new Set(drawn.filter(isBudget).map((p) => p.year)).size <= 1

  return {
    columns,
    width: panel,
    height: baselines.absences + 5,
    plot,
    baselines,
    years: placed,
    missing: years.filter((year) => !drawn.some((p) => p.year === year)),
    ticks: axis.ticks.map((yuan) => ({ yuan, y: yOf(yuan) })),
    panels: items.map((item) => {
      const own = drawn.filter((p) => p.item === item)
      const ownBreaks = breaks.filter((b) => b.item === undefined || b.item === item)
      const marks = own.flatMap((point) => markOf(point, single, xOf, yOf, plot))
      return {
        item,
        marks,
        lines: drawLines(marks, ownBreaks),
        absences: own.filter((p) => p.amount === null).map((point) => ({ point, x: xOf(point.year) })),
        rules: ownBreaks
          .filter((b) => years.includes(b.year) && b.year !== years[0])
          .map((b) => ({ x: xOf(b.year) - step / 2, words: b.words, year: b.year })),
      }
    }),
    points,
  }
}

function isBudget(point: ThreePublicPoint): boolean {
  return point.stage === 'budget' && point.amount !== null
}

/** What the scale must hold of a point; a bound under zero does not stretch it where the amount is not. */
function extent({ amount, low, high }: ThreePublicPoint): Decimal[] {
  if (amount === null) return []
  return [amount, ...(high ? [high] : []), ...(low && (amount.isNegative() || low.gte(0)) ? [low] : [])]
}

function yearsOf(points: ThreePublicPoint[]): number[] {
  if (points.length === 0) return []
  const all = points.map((p) => p.year)
  const first = Math.min(...all)
  return Array.from({ length: Math.max(...all) - first + 1 }, (_, i) => first + i)
}

/** As many panels beside each other as leave each year room for its number; at most four, else half of them, else one. */
function columnsOf(
  panels: number,
  most: number,
  years: number,
  left: number,
  width: number,
  text: number,
): number {
  const need = Math.max(panelWidth, left + 10 + (years * yearWidth * text) / 13)
  const choices = [Math.min(4, panels), Math.ceil(panels / 2), 1].filter((n) => n > 0 && n <= most)
  return choices.find((n) => (width - gap * (n - 1)) / n >= need) ?? 1
}

function markOf(
  point: ThreePublicPoint,
  single: boolean,
  xOf: (year: number) => number,
  yOf: (yuan: Decimal) => number,
  plot: Trend['plot'],
): Mark[] {
  if (point.amount === null) return []
  const hollow = point.basis === 'derived'
  const shape = point.stage === 'final' ? 'circle' : single ? 'outline' : 'square'
  return [
    {
      point,
      shape,
      x: xOf(point.year),
      y: yOf(point.amount),
      hollow,
      whisker: hollow ? whiskerOf(point, yOf, plot) : null,
    },
  ]
}

function whiskerOf({ low, high }: ThreePublicPoint, yOf: (yuan: Decimal) => number, plot: Trend['plot']) {
  if (low === null || high === null) return null
  const ends = { top: Math.max(plot.top, yOf(high)), bottom: Math.min(plot.bottom, yOf(low)) }
  return ends.bottom - ends.top < 1 ? null : ends
}
