import type Decimal from 'decimal.js'
import { formatMoney } from '../../i18n/format'
import type { Language } from '../../i18n/language'
import { amountInWords } from '../../i18n/messages/money'
import { unitWords, type Phrase, type SaidDifference } from '../../i18n/messages/unit'
import { differenceOf, type ToldAmount } from '../../model/difference'
import { Exact, yuanPer, type MoneyUnit } from '../../model/money'

/**
 * How many decimals an amount printed in prose is shown with, in a unit of money, so that no digit is added: 0 for 3 万元
 * in 万元, none for what is not printed.
 * @param step one unit of its last printed digit, 元
 */
export function printedDecimals(step: Decimal | null, unit: MoneyUnit): number | undefined {
  return step ? Math.max(0, -new Exact(step).div(yuanPer[unit]).e) : undefined
}

/** An amount as a row tells it: one with bounds is derived. */
export function toldOf(row: {
  amount: Decimal
  low?: Decimal | null
  high?: Decimal | null
  basis: 'published' | 'text' | 'derived' | null
}): ToldAmount {
  return {
    amount: row.amount,
    low: row.low ?? null,
    high: row.high ?? null,
    derived: row.basis === 'derived',
  }
}

/**
 * Says how an amount differs from its budget or from last year's; what is derived is never said as exact.
 * @param decimals where the text prints fewer than the unit of money is shown with
 */
export function sayDifference(
  now: ToldAmount,
  base: ToldAmount,
  against: SaidDifference['against'],
  { language, money }: { language: Language; money: MoneyUnit },
  decimals?: number,
): Phrase[] {
  const { amount, direction, derived } = differenceOf(now, base)
  const shown = formatMoney(amount.abs(), money, decimals)
  return unitWords[language].differs({
    direction,
    against,
    derived,
    amount: amountInWords[language](shown, money),
  })
}

/** Phrases as one line. */
export function lineOf(phrases: Phrase[]): string {
  return phrases.map(({ text }) => text).join('')
}
