import { percentOf, formatPercent } from '../../i18n/format'
import type { Language } from '../../i18n/language'
import { unitWords } from '../../i18n/messages/unit'
import type { ClassificationAmount, PublishedTotal } from '../../charts/sunburst/tree'
import type { ClassificationRow } from '../../queries/classification-tree'

/** Sums that close a table; the first that is printed is its 合计. */
const totals = ['total', 'income_grand', 'income_current', 'exp_grand', 'exp_current']
/** Rows of a balance table that sum others up and so are no sources of their own. */
const sums = new Set([...totals, 'personnel', 'public'])

/** Sources that are parts of another one: 财政拨款 is of three funds, 单位资金 of what a unit earns or is given. */
const wholeOfSource: Record<string, string> = {
  general: 'fiscal',
  gov_fund: 'fiscal',
  state_capital: 'fiscal',
  general_grant: 'general',
  special_income: 'general',
  education_fees: 'special_account',
  other_non_tax: 'special_account',
  debt: 'unit_funds',
  business: 'unit_funds',
  operating: 'unit_funds',
  upper: 'unit_funds',
  affiliated: 'unit_funds',
  other: 'unit_funds',
}

/**
 * The rows of a table as a chart draws them: coded rows and sources, without the sums that close it. A source stands below
 * the one that it is a part of, where the table prints that one first.
 */
export function amountsOf(rows: ClassificationRow[]): ClassificationAmount[] {
  const levels = new Map<string, number>()
  return rows.flatMap((row) => {
    if (row.code !== null) return [{ ...row, code: row.code, level: row.level ?? 1 }]
    if (row.item === null || sums.has(row.item)) return []
    const whole = wholeOfSource[row.item]
    const above = whole === undefined ? undefined : levels.get(whole)
    const level = (above ?? 0) + 1
    if (row.amount) levels.set(row.item, level)
    return [{ ...row, code: row.item, parentCode: above === undefined ? null : whole!, level }]
  })
}

/** The table's printed total, null when none is printed. */
export function totalOf(rows: ClassificationRow[]): PublishedTotal | null {
  for (const item of totals) {
    const row = rows.find((r) => r.code === null && r.item === item)
    if (row?.amount) return { amount: row.amount, step: row.step }
  }
  return null
}

/** One sentence on what the largest parts of the first level are; nothing without a total or with parts below zero. */
export function summaryOfClassification(rows: ClassificationRow[], language: Language): string {
  const words = unitWords[language].where
  const total = totalOf(rows)
  const parts = amountsOf(rows)
    .filter((row) => row.level === 1 && row.amount && !row.amount.isZero())
    .sort((a, b) => b.amount!.comparedTo(a.amount!))
  const [largest, ...others] = parts
  if (!total || !largest || parts.some((part) => part.amount!.isNegative())) return ''
  if (others.length === 0) return words.summaryOne(largest.name)
  const share = percentOf(largest.amount!, total.amount)
  return share
    ? words.summary(
        largest.name,
        formatPercent(share),
        others.slice(0, 4).map((o) => o.name),
        others.length,
      )
    : ''
}
