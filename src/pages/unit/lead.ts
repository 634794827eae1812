import type Decimal from 'decimal.js'
import { formatMoney, formatPercent, percentOf } from '../../i18n/format'
import type { Language } from '../../i18n/language'
import { amountInWords } from '../../i18n/messages/money'
import { unitWords, type Phrase } from '../../i18n/messages/unit'
import type { MoneyUnit } from '../../model/money'
import type { Stage } from '../../model/vocabulary'
import type { ClassificationRow } from '../../queries/classification-tree'
import type { HeadlineRow } from '../../queries/headline'
import type { ThreePublicPoint } from '../../queries/three-public-trend'
import { printedDecimals, sayDifference, toldOf } from './amount-told'

interface Figures {
  year: number
  stage: Stage
  headline: HeadlineRow[]
  /** Rows of the sound table by function, none when it cannot be drawn. */
  spending: ClassificationRow[]
  /** Name of that table where it only stands in for the one of all spending, else null. */
  standIn: string | null
  threePublic: ThreePublicPoint[]
}

/** How the sentences are written. */
interface Wording {
  language: Language
  money: MoneyUnit
}

/** The sentences at the head of a unit's page, made from figures that were read; what is unknown is left unsaid. */
export function leadOf(figures: Figures, language: Language, money: MoneyUnit): Phrase[] {
  const words = unitWords[language].lead
  const wording = { language, money }
  const expenditure = figures.headline.find((row) => row.item === 'expenditure')
  if (!expenditure?.amount) return []
  return [
    ...words.spent(figures.year, figures.stage, sayAmount(expenditure, wording)),
    ...markOf(expenditure, wording),
    ...changeOf(expenditure, wording),
    ...largestOf(figures, wording),
    ...threePublicOf(figures, wording),
    ...words.end(),
  ]
}

function say(amount: Decimal, { language, money }: Wording, decimals?: number): string {
  return amountInWords[language](formatMoney(amount, money, decimals), money)
}

/** With as many decimals as the text prints, where the text tells it. */
function sayAmount({ amount, basis, step }: HeadlineRow, wording: Wording): string {
  return say(amount!, wording, basis === 'text' ? printedDecimals(step, wording.money) : undefined)
}

function markOf({ basis }: HeadlineRow, { language }: Wording): Phrase[] {
  return basis === 'derived' ? unitWords[language].lead.derived() : []
}

/** The change on last year that the text prints. */
function changeOf({ change, changeStep }: HeadlineRow, wording: Wording): Phrase[] {
  if (!change) return []
  return unitWords[wording.language].differs({
    direction: change.isZero() ? 'even' : change.isPositive() ? 'over' : 'under',
    against: 'prior',
    derived: false,
    amount: say(change.abs(), wording, printedDecimals(changeStep, wording.money)),
  })
}

function largestOf({ spending, standIn }: Figures, wording: Wording): Phrase[] {
  const total = spending.find((row) => row.item === 'total')?.amount
  const deepest = Math.max(0, ...spending.map((row) => row.level ?? 0))
  const items = spending.filter((row) => row.level === deepest && row.amount?.gt(0))
  const largest = items.reduce<ClassificationRow | null>(
    (best, row) => (best === null || row.amount!.gt(best.amount!) ? row : best),
    null,
  )
  if (!largest || !total?.gt(0)) return []
  const share = formatPercent(percentOf(largest.amount!, total)!)
  return unitWords[wording.language].lead.largest(largest.name, say(largest.amount!, wording), share, standIn)
}

/** 三公 beside its budget in a final account, beside last year's in a budget. */
function threePublicOf({ stage, year, threePublic, headline }: Figures, wording: Wording): Phrase[] {
  const now = headline.find((row) => row.item === 'three_public')
  if (!now?.amount) return []
  const said = [
    ...unitWords[wording.language].lead.threePublic(sayAmount(now, wording)),
    ...markOf(now, wording),
  ]
  const budget = threePublic.find((p) => p.item === 'total' && p.stage === 'budget' && p.year === year)
  if (stage !== 'final' || !budget?.amount) return [...said, ...changeOf(now, wording)]
  const difference = sayDifference(
    toldOf({ amount: now.amount, basis: now.basis }),
    toldOf({ ...budget, amount: budget.amount }),
    'budget',
    wording,
  )
  return [...said, ...difference]
}
