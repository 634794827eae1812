import type Decimal from 'decimal.js'
import { Exact, yuanPer, type MoneyUnit } from '../model/money'

const minus = '\u2212'
const shownDecimals: Record<MoneyUnit, number> = { 元: 2, 万元: 2, 亿元: 4 }

/** Digits with thousands commas and U+2212; no unit. Rounds half-even for display only. */
export function formatDecimal(value: Decimal, decimals: number): string {
  const rounded = new Exact(value).toDecimalPlaces(decimals)
  const [whole = '0', fraction = ''] = rounded.abs().toFixed(decimals).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${rounded.isNegative() && !rounded.isZero() ? minus : ''}${grouped}${fraction ? `.${fraction}` : ''}`
}

/** Decimals at which a unit of money shows the fen. */
const fenDecimals: Record<MoneyUnit, number> = { 元: 2, 万元: 6, 亿元: 10 }

/**
 * An amount in 元 shown in a unit of money: 1,262.08 for 12620800 in 万元. The unit stands once in the head, never here.
 * Money never looks like none: what would round to zero has decimals up to its first digit, 0.005 for 50 in 万元.
 */
export function formatMoney(yuan: Decimal, unit: MoneyUnit, decimals = shownDecimals[unit]): string {
  const amount = new Exact(yuan).div(yuanPer[unit])
  return formatDecimal(amount, isLost(amount, decimals) ? firstDigit(amount, unit) : decimals)
}

function isLost(amount: Decimal, decimals: number): boolean {
  return !amount.isZero() && amount.toDecimalPlaces(decimals).isZero()
}

/** The decimal at which the first digit of a small amount stands, at most that of the fen. */
function firstDigit(amount: Decimal, unit: MoneyUnit): number {
  return Math.min(-amount.e, fenDecimals[unit])
}

/** The same with its sign always shown: +4.24, −14.82, 0.00. */
export function formatChange(yuan: Decimal, unit: MoneyUnit, decimals = shownDecimals[unit]): string {
  return signed(formatMoney(yuan, unit, decimals))
}

/**
 * Bounds as 1,114.16–1,114.28, rounded outwards so that nothing possible is left out. Decimals are added while rounding
 * makes the interval more than half again as wide: 6.997–7.003.
 */
export function formatInterval(low: Decimal, high: Decimal, unit: MoneyUnit): string {
  const [from, to] = [low, high].map((yuan) => new Exact(yuan).div(yuanPer[unit])) as [Decimal, Decimal]
  const width = to.minus(from).times('1.5')
  let decimals = shownDecimals[unit]
  const outward = () => [
    from.toDecimalPlaces(decimals, Exact.ROUND_FLOOR),
    to.toDecimalPlaces(decimals, Exact.ROUND_CEIL),
  ]
  const most = Math.max(from.decimalPlaces(), to.decimalPlaces())
  while (decimals < most && outward()[1]!.minus(outward()[0]!).gt(width)) decimals += 1
  return outward()
    .map((bound) => formatDecimal(bound, decimals))
    .join('–')
}

/** A percentage given in percent: 85.86 → 85.86%. */
export function formatPercent(percent: Decimal, decimals = 2): string {
  return `${formatDecimal(percent, decimals)}%`
}

/** The same with its sign always shown. */
export function formatPercentChange(percent: Decimal, decimals = 2): string {
  return signed(formatPercent(percent, decimals))
}

/** part ÷ whole in percent; null when the whole is zero, since such a rate is undefined. */
export function percentOf(part: Decimal, whole: Decimal): Decimal | null {
  return whole.isZero() ? null : new Exact(part).div(whole).times(100)
}

/** The value of `data-yuan`: exact 元, no grouping, at least two decimals. */
export function yuanAttribute(yuan: Decimal): string {
  return yuan.decimalPlaces() <= 2 ? yuan.toFixed(2) : yuan.toFixed()
}

/** The unit of money in which most of a chart's figures read best, by the median of their sizes. */
export function moneyUnitFor(amounts: Decimal[]): MoneyUnit {
  const sizes = amounts
    .map((a) => a.abs())
    .filter((a) => !a.isZero())
    .sort((a, b) => a.comparedTo(b))
  const median = sizes[Math.floor(sizes.length / 2)]
  if (!median) return '万元'
  if (median.lt(1000)) return '元'
  return median.lt('1000000000') ? '万元' : '亿元'
}

function signed(shown: string): string {
  return shown.startsWith(minus) || /^[0.,%]+$/.test(shown) ? shown : `+${shown}`
}
