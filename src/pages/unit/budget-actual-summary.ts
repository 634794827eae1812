import type Decimal from 'decimal.js'
import { formatMoney, formatPercent, percentOf } from '../../i18n/format'
import type { Language } from '../../i18n/language'
import { amountInWords } from '../../i18n/messages/money'
import { unitWords } from '../../i18n/messages/unit'
import { Exact, type MoneyUnit } from '../../model/money'
import type { BudgetVsActualRow } from '../../queries/budget-vs-actual'

/**
 * One sentence on budget against actual, from the row of the sum: the rate as printed when the budget is derived
 * from it, else worked out; nothing when the sum, its budget or its final is missing.
 */
export function summaryOfBudgetActual(
  rows: BudgetVsActualRow[],
  language: Language,
  money: MoneyUnit,
): string {
  const words = unitWords[language].budgetActual
  const total = rows.find((row) => row.item === 'total')
  if (!total?.final || !total.budget) return ''
  const say = (amount: Decimal) => amountInWords[language](formatMoney(amount, money), money)
  if (total.budgetBasis === 'derived' && total.rate) {
    const over = new Exact(total.final).minus(total.budget)
    return (
      words.summaryDerived(formatPercent(total.rate), say(over.abs()), over.isPositive()) + words.derivedNote
    )
  }
  const rate = percentOf(total.final, total.budget)
  return words.summaryThreePublic(say(total.final), say(total.budget), rate && formatPercent(rate))
}
