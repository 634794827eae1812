import { onePerPlace } from '../../charts/three-public/choose'
import type { CountAmount } from '../../charts/three-public/counts'
import { formatMoney } from '../../i18n/format'
import type { Language } from '../../i18n/language'
import { amountInWords } from '../../i18n/messages/money'
import { unitWords } from '../../i18n/messages/unit'
import { readNumber, type MoneyUnit } from '../../model/money'
import type { FactRow } from '../../queries/facts-of-document'
import type { ThreePublicPoint } from '../../queries/three-public-trend'
import type { HeldDocument } from '../../stores/catalog.svelte'
import { lineOf, sayDifference, toldOf } from './amount-told'

type When = Pick<HeldDocument, 'fiscal_year' | 'stage'>

/**
 * One sentence on 三公 of a document: its total, and how it differs from last year's; about so much where one of the two
 * is derived, and with as many decimals as the text prints where only the text tells it.
 * @param points of all documents of the unit, the document's own first: last year's own document goes before what is
 * derived from this one
 */
export function summaryOfThreePublic(
  points: ThreePublicPoint[],
  facts: FactRow[],
  when: When,
  language: Language,
  money: MoneyUnit,
): string {
  const words = unitWords[language].threePublic
  const told = onePerPlace(points)
  const totalOf = (year: number) =>
    told.find((p) => p.item === 'total' && p.stage === when.stage && p.year === year)
  const now = totalOf(when.fiscal_year)
  if (!now?.amount) return ''
  const decimals = decimalsOf(now, facts, money)
  const shown = formatMoney(now.amount, money, decimals)
  const said =
    words.summary(
      when.fiscal_year,
      unitWords[language].stages[when.stage],
      amountInWords[language](shown, money),
    ) + (now.basis === 'derived' ? words.derived : '')
  const before = totalOf(when.fiscal_year - 1)
  const difference = before?.amount
    ? sayDifference(
        toldOf({ ...now, amount: now.amount }),
        toldOf({ ...before, amount: before.amount }),
        'prior',
        { language, money },
        decimals,
      )
    : []
  return said + lineOf(difference) + words.end
}

/** Decimals of an amount that the text prints in the unit of money shown. */
function decimalsOf(point: ThreePublicPoint, facts: FactRow[], money: MoneyUnit): number | undefined {
  const fact = point.basis === 'text' ? facts.find((f) => f.factNo === point.factNo) : undefined
  return fact?.unit === money ? readNumber(fact.printed)?.decimals : undefined
}

/** Years and stages that amounts are told of, as the heading writes them; nothing where there are none. */
export function spanOf(points: ThreePublicPoint[], language: Language): string {
  const told = points.filter((point) => point.amount !== null)
  const years = told.map(({ year }) => year)
  if (years.length === 0) return ''
  const stages = (['budget', 'adjusted', 'final'] as const).filter((stage) =>
    told.some((point) => point.stage === stage),
  )
  const words = unitWords[language]
  return words.threePublic.note(
    Math.min(...years),
    Math.max(...years),
    stages.map((stage) => words.stages[stage]),
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
