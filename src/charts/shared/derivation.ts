import type Decimal from 'decimal.js'
import { formatDecimal, formatInterval, formatMoney } from '../../i18n/format'
import type { Language } from '../../i18n/language'
import { chartWords } from '../../i18n/messages/chart'
import { Exact, yuanPer, type MoneyUnit } from '../../model/money'

/** A figure that was worked out (推算): amount and bounds in 元, and the sum that leads to it, in the document's figures. */
export interface DerivedFigure {
  amount: Decimal
  low: Decimal | null
  high: Decimal | null
  /** 635.36 ÷ 122.48%, or null where none is told. */
  formula: string | null
}

/**
 * How far a derived figure may be off: ± where both sides are equal and the figure is shown in full, else from–to;
 * exact figures are said to be so; '' where no bounds are known.
 */
export function boundsText(figure: DerivedFigure, unit: MoneyUnit, language: Language): string {
  const { amount, low, high } = figure
  const words = chartWords[language].bounds
  if (low === null || high === null) return ''
  if (low.eq(high)) return words.exact
  const half = new Exact(high).minus(amount)
  const even = half.eq(new Exact(amount).minus(low))
  if (!even || !isShownInFull(amount, unit)) return words.within(formatInterval(low, high, unit))
  const shown = half.div(yuanPer[unit])
  return words.plusMinus(formatDecimal(shown, shown.decimalPlaces()))
}

/** Where a derived figure comes from and how far it may be off: 由 635.36 ÷ 122.48% 推算，在 518.72–518.78 之间. */
export function derivationText(figure: DerivedFigure, unit: MoneyUnit, language: Language): string {
  const words = chartWords[language].bounds
  const from = figure.formula === null ? words.derived : words.from(figure.formula)
  const bounds = boundsText(figure, unit, language)
  return bounds === '' ? from : words.join(from, bounds)
}

function isShownInFull(amount: Decimal, unit: MoneyUnit): boolean {
  const inUnit = new Exact(amount).div(yuanPer[unit])
  return (
    formatMoney(amount, unit) ===
    formatDecimal(inUnit, Math.max(inUnit.decimalPlaces(), unit === '亿元' ? 4 : 2))
  )
}
