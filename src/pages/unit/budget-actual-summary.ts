import type Decimal from 'decimal.js'
import { formatMoney, formatPercent, percentOf } from '../../i18n/format'
import type { Language } from '../../i18n/language'
import { amountInWords } from '../../i18n/messages/money'
import { unitWords } from '../../i18n/messages/unit'
import type { MoneyUnit } from '../../model/money'
import type { BudgetVsActualRow } from '../../queries/budget-vs-actual'
import { lineOf, sayDifference, toldOf } from './amount-told'

/**
 * One sentence on budget against actual, from the row of the sum: the rate as printed and about how much more or less
 * where the budget is derived, else both amounts and the rate worked out from them; nothing when the sum, its budget or
 * its final is missing. A budget of zero or less has no rate.
 */
export function summaryOfBudgetActual(
  rows: BudgetVsActualRow[],
  language: Language,
  money: MoneyUnit,
): string {
  const words = unitWords[language].budgetActual
  const total = rows.find((row) => row.item === 'total')
  if (!total?.final || !total.budget) return ''
  if (total.budgetBasis === 'derived') {
    const difference = sayDifference(
      toldOf({ amount: total.final, basis: 'published' }),
      toldOf({ amount: total.budget, low: total.budgetLow, high: total.budgetHigh, basis: 'derived' }),
      'budget',
      { language, money },
    )
    const why = total.rate ? words.derivedByRate : words.derivedOtherwise
    return words.summaryDerived(total.rate && formatPercent(total.rate), lineOf(difference)) + why
  }
  const say = (amount: Decimal) => amountInWords[language](formatMoney(amount, money), money)
  const rate = total.budget.gt(0) ? percentOf(total.final, total.budget) : null
  return words.summaryPrinted(say(total.final), say(total.budget), rate && formatPercent(rate))
}
