import type Decimal from 'decimal.js'
import { amountInWords } from '../../i18n/messages/money'
import { unitWords, type Phrase } from '../../i18n/messages/unit'
import { formatMoney, formatPercent, percentOf } from '../../i18n/format'
import type { Language } from '../../i18n/language'
import type { MoneyUnit } from '../../model/money'
import { Exact } from '../../model/money'
import type { Stage } from '../../model/vocabulary'
import type { HeadlineRow } from '../../queries/headline'
import type { ClassificationRow } from '../../queries/classification-tree'
import type { ThreePublicPoint } from '../../queries/three-public-trend'

interface Figures {
  year: number
  stage: Stage
  headline: HeadlineRow[]
  /** Rows of the sound table by function, none when it cannot be drawn. */
  spending: ClassificationRow[]
  threePublic: ThreePublicPoint[]
}

/** The sentences at the head of a unit's page, made from figures that were read; what is unknown is left unsaid. */
export function leadOf(figures: Figures, language: Language, money: MoneyUnit): Phrase[] {
  const words = unitWords[language].lead
  const say = (amount: Decimal) => amountInWords[language](formatMoney(amount, money), money)
  const expenditure = figures.headline.find((row) => row.item === 'expenditure')
  if (!expenditure?.amount) return []
  return [
    ...words.spent(figures.year, figures.stage, say(expenditure.amount)),
    ...changeOf(expenditure.change, words, say),
    ...largestOf(figures.spending, words, say),
    ...threePublicOf(figures, words, say),
    ...words.end(),
  ]
}

type LeadWords = (typeof unitWords)['zh']['lead']
type Say = (amount: Decimal) => string

function changeOf(change: Decimal | null, words: LeadWords, say: Say): Phrase[] {
  if (!change) return []
  return change.isZero() ? words.same() : words.change(say(change.abs()), change.isPositive())
}

function largestOf(spending: ClassificationRow[], words: LeadWords, say: Say): Phrase[] {
  const total = spending.find((row) => row.item === 'total')?.amount
  const deepest = Math.max(0, ...spending.map((row) => row.level ?? 0))
  const items = spending.filter((row) => row.level === deepest && row.amount?.isPositive())
  const largest = items.reduce<ClassificationRow | null>(
    (best, row) => (best === null || row.amount!.gt(best.amount!) ? row : best),
    null,
  )
  const share = total && largest ? percentOf(largest.amount!, total) : null
  return largest && share ? words.largest(largest.name, say(largest.amount!), formatPercent(share)) : []
}

function threePublicOf(
  { stage, year, threePublic, headline }: Figures,
  words: LeadWords,
  say: Say,
): Phrase[] {
  const now = headline.find((row) => row.item === 'three_public')
  if (!now?.amount) return []
  const budget = threePublic.find((p) => p.item === 'total' && p.stage === 'budget' && p.year === year)
  const said = words.threePublic(say(now.amount))
  if (stage === 'final' && budget?.amount) {
    const over = new Exact(now.amount).minus(budget.amount)
    return over.isZero() ? said : [...said, ...words.overBudget(say(over.abs()), over.isPositive())]
  }
  return now.change && !now.change.isZero()
    ? [...said, ...words.threePublicFell(say(now.change.abs()), now.change.isPositive())]
    : said
}
