import type { DetailRow } from '../../charts/sunburst/detail'
import { formatMoney, formatPercent, yuanAttribute } from '../../i18n/format'
import type { Language } from '../../i18n/language'
import { unitWords } from '../../i18n/messages/unit'
import type { MoneyUnit } from '../../model/money'
import type { BudgetVsActualRow } from '../../queries/budget-vs-actual'
import type { ClassificationRow } from '../../queries/classification-tree'
import type { FactRow } from '../../queries/facts-of-document'

/** What else is known of a code of 支出功能分类, beside its total. */
export interface CodeFigures {
  basic: ClassificationRow[]
  project: ClassificationRow[]
  budgets: BudgetVsActualRow[]
}

/** Lines of the panel for a chosen code: 基本支出, 项目支出, 年初预算 and 完成率, as far as the document tells them. */
export function detailRowsOf(
  code: string | null,
  figures: CodeFigures,
  language: Language,
  money: MoneyUnit,
): DetailRow[] {
  if (code === null) return []
  const words = unitWords[language]
  return [
    ...amountLine(figures.basic, code, words.band.basic, money),
    ...amountLine(figures.project, code, words.band.project, money),
    ...budgetLines(
      figures.budgets.find((row) => row.code === code),
      language,
      money,
    ),
  ]
}

function amountLine(rows: ClassificationRow[], code: string, label: string, money: MoneyUnit): DetailRow[] {
  const row = rows.find((r) => r.code === code)
  if (!row) return []
  return row.amount
    ? [{ label, text: formatMoney(row.amount, money), yuan: yuanAttribute(row.amount), basis: 'published' }]
    : [{ label, text: '', state: row.state }]
}

function budgetLines(row: BudgetVsActualRow | undefined, language: Language, money: MoneyUnit): DetailRow[] {
  if (!row?.budget || !row.budgetBasis) return []
  const words = unitWords[language]
  const budget: DetailRow = {
    label: words.stagesLong.budget,
    text: formatMoney(row.budget, money),
    yuan: yuanAttribute(row.budget),
    basis: row.budgetBasis,
  }
  return row.rate ? [budget, { label: words.where.rate, text: formatPercent(row.rate) }] : [budget]
}

/** Projects that the text names under a code, the largest first; the same list said twice counts once. */
export function projectsUnder(facts: FactRow[], code: string | null): FactRow[] {
  const named = facts.filter(
    (f) => f.subject === 'named_project' && f.key === 'amount' && f.code === code && f.amount,
  )
  const once = new Map(named.map((fact) => [`${fact.label} ${fact.printed}`, fact]))
  return [...once.values()].sort((a, b) => b.amount!.comparedTo(a.amount!))
}
