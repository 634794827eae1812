import type Decimal from 'decimal.js'
import type { CountAmount } from '../../charts/three-public/counts'
import { formatMoney } from '../../i18n/format'
import type { Language } from '../../i18n/language'
import { amountInWords } from '../../i18n/messages/money'
import { unitWords } from '../../i18n/messages/unit'
import { Exact, type MoneyUnit } from '../../model/money'
import type { FactRow } from '../../queries/facts-of-document'
import type { ThreePublicPoint } from '../../queries/three-public-trend'
import type { CatalogDocument } from '../../stores/catalog.svelte'

type When = Pick<CatalogDocument, 'fiscal_year' | 'stage'>

/** One sentence on 三公 of a document: its total, and what it changed by or came from, marked as derived where it is. */
export function summaryOfThreePublic(
  points: ThreePublicPoint[],
  when: When,
  language: Language,
  money: MoneyUnit,
): string {
  const words = unitWords[language].threePublic
  const stage = unitWords[language].stages[when.stage]
  const say = (amount: Decimal) => amountInWords[language](formatMoney(amount, money), money)
  const totalOf = (year: number) =>
    points.find((p) => p.item === 'total' && p.stage === when.stage && p.year === year)
  const now = totalOf(when.fiscal_year)
  if (!now?.amount) return ''
  const before = totalOf(when.fiscal_year - 1)
  const said = words.summary(when.fiscal_year, stage, say(now.amount))
  if (!before?.amount) return said + words.end
  const more = new Exact(now.amount).minus(before.amount)
  return (
    said + words.summaryChange(say(more.abs()), more.isPositive(), before.basis === 'derived') + words.end
  )
}

/** The amounts that counts of 三公 belong to: table items of the document's own year and stage, and 国内 and 外事接待 from the text. */
export function amountsOfCounts(points: ThreePublicPoint[], facts: FactRow[], when: When): CountAmount[] {
  const items = points
    .filter((p) => p.year === when.fiscal_year && p.stage === when.stage)
    .map((p) => ({ subject: `three_public.${p.item}`, amount: p.amount, basis: p.basis, state: p.state }))
  const receptions = facts
    .filter(
      (f) =>
        f.key === 'amount' &&
        f.basis === 'text' &&
        f.stage === when.stage &&
        f.year === when.fiscal_year &&
        /^reception\.(domestic|foreign)$/.test(f.subject),
    )
    .map((f) => ({ subject: f.subject, amount: f.amount, basis: f.basis }))
  return [...items, ...receptions]
}
