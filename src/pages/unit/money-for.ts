import type Decimal from 'decimal.js'
import { moneyUnitFor } from '../../i18n/format'
import type { MoneyUnit } from '../../model/money'
import type { View } from '../../model/view'

/** The unit of money of one chart: the reader's choice, else the one in which most of its figures read best. */
export function moneyFor(view: Pick<View, 'money'>, amounts: (Decimal | null)[]): MoneyUnit {
  return view.money ?? moneyUnitFor(amounts.filter((amount) => amount !== null))
}
