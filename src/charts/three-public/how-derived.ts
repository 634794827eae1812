import type { Language } from '../../i18n/language'
import { threePublicWords } from '../../i18n/messages/three-public'
import type { MoneyUnit } from '../../model/money'
import { derivationText } from '../shared/derivation'
import type { ThreePublicPoint } from './point'

/**
 * How a derived amount came about and how far it may be off; one that is exactly the next year's is level with it (持平).
 * '' for an amount that is not derived.
 * @param points all points, of this item and others
 */
export function howDerived(
  point: ThreePublicPoint,
  points: readonly ThreePublicPoint[],
  { unit, language }: { unit: MoneyUnit; language: Language },
): string {
  const { item, year, stage, amount, low, high, basis, formula = null } = point
  if (basis !== 'derived' || amount === null) return ''
  const next = points.find((p) => p.item === item && p.year === year + 1 && p.stage === stage)
  const exact = low !== null && high !== null && low.eq(high)
  if (exact && next?.amount?.eq(amount)) return threePublicWords[language].level(next.year)
  return derivationText({ amount, low, high, formula }, unit, language)
}
