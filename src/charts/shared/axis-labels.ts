import type Decimal from 'decimal.js'
import { formatDecimal } from '../../i18n/format'
import { Exact, yuanPer, type MoneyUnit } from '../../model/money'
import { keepApart } from './keep-apart'
import { textWidth } from './text-width'

/** A label of an axis with where it is held, px. */
export interface AxisLabel {
  x: number
  text: string
  anchor: 'start' | 'middle' | 'end'
}

/**
 * Labels of an axis of so many px that neither leave it nor touch: those at an end are held there, and of two that
 * would touch the one given first stays.
 * @param text size of the labels, px
 */
export function axisLabels(labels: { x: number; text: string }[], width: number, text: number): AxisLabel[] {
  const held = labels.map(({ x, text: words }): AxisLabel & { left: number; right: number } => {
    const wide = textWidth(words, text)
    if (x - wide / 2 < 0) return { x, text: words, anchor: 'start', left: x, right: x + wide }
    if (x + wide / 2 > width) return { x, text: words, anchor: 'end', left: x - wide, right: x }
    return { x, text: words, anchor: 'middle', left: x - wide / 2, right: x + wide / 2 }
  })
  const stands = keepApart(
    held.map(({ left, right }) => ({ left, right, top: 0, bottom: 1 })),
    6,
  )
  return held
    .filter((label, i) => stands[i] && label.x <= width)
    .map(({ x, text: words, anchor }) => ({ x, text: words, anchor }))
}

/** The number at a tick, with no more decimals than it has: 0, 3.25, 1,300. */
export function tickText(yuan: Decimal, unit: MoneyUnit): string {
  const shown = new Exact(yuan).div(yuanPer[unit])
  return formatDecimal(shown, shown.decimalPlaces())
}
