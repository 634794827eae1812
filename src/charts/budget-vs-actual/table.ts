import type { DataCell, DataRow, TableContent } from '../../components/data-table'
import { formatChange, formatMoney, formatPercent, yuanAttribute } from '../../i18n/format'
import type { Language } from '../../i18n/language'
import { moneyNames } from '../../i18n/messages/money'
import { budgetVsActualWords } from '../../i18n/messages/budget-vs-actual'
import type { MoneyUnit } from '../../model/money'
import { derivationText } from '../shared/derivation'
import type { Comparison } from './compare'
import type { BudgetVsActualRow } from './row'

/** Name of a row: a sum or a 三公 item in the reader's words, a code's name as published. */
export function nameOf(row: BudgetVsActualRow, language: Language): string {
  const known = row.item === null ? undefined : budgetVsActualWords[language].items[row.item]
  return row.code === null && known !== undefined ? known : row.name
}

/** Is the name of a row as the document prints it, in Chinese? */
export function isPublishedName(row: BudgetVsActualRow, language: Language): boolean {
  return row.code !== null || row.item === null || budgetVsActualWords[language].items[row.item] === undefined
}

/** The same figures as the picture, in the same order: one row per row, with where each budget comes from. */
export function tableOf(
  comparisons: Comparison[],
  { unit, language }: { unit: MoneyUnit; language: Language },
): TableContent {
  const words = budgetVsActualWords[language]
  return {
    caption: words.table.caption,
    note: moneyNames[language][unit],
    heads: [words.table.name, words.budget, words.table.basis, words.final, words.deviation, words.rate],
    wordColumns: [2],
    rows: comparisons.map((c, place) => rowOf(c, place, unit, language)),
  }
}

function rowOf(comparison: Comparison, place: number, unit: MoneyUnit, language: Language): DataRow {
  const { row, rate, lane } = comparison
  const words = budgetVsActualWords[language]
  const name = nameOf(row, language)
  return {
    key: String(place),
    ...(row.code === null ? {} : { code: row.code }),
    ...(language === 'en' && isPublishedName(row, language) ? { lang: 'zh-CN' } : {}),
    name: lane === null ? name : words.table.inLane(name, words.lanes[lane]),
    cells: [
      budgetCell(row, unit),
      { text: basisOf(row, unit, language) },
      finalCell(row, unit),
      deviationCell(comparison, unit),
      rate === null
        ? { text: '', state: 'not_applicable' }
        : { text: formatPercent(rate.percent), ...(rate.derived ? { basis: 'derived' as const } : {}) },
    ],
  }
}

/** Id of what a row counts, as its marks and cells carry it. */
export function markOf(row: BudgetVsActualRow): { code?: string; item?: string } {
  return row.code !== null ? { code: row.code } : row.item !== null ? { item: row.item } : {}
}

function budgetCell(row: BudgetVsActualRow, unit: MoneyUnit): DataCell {
  if (row.budget === null) return { text: '', state: row.budgetState }
  return {
    ...markOf(row),
    stage: 'budget',
    text: formatMoney(row.budget, unit),
    yuan: yuanAttribute(row.budget),
    ...(row.budgetBasis === null ? {} : { basis: row.budgetBasis }),
    ...(row.budgetLow === null ? {} : { low: yuanAttribute(row.budgetLow) }),
    ...(row.budgetHigh === null ? {} : { high: yuanAttribute(row.budgetHigh) }),
  }
}

function finalCell(row: BudgetVsActualRow, unit: MoneyUnit): DataCell {
  if (row.final === null) return { text: '', state: row.finalState }
  return {
    ...markOf(row),
    stage: 'final',
    text: formatMoney(row.final, unit),
    yuan: yuanAttribute(row.final),
    basis: row.finalBasis ?? 'published',
  }
}

function deviationCell({ row, deviation }: Comparison, unit: MoneyUnit): DataCell {
  if (deviation === null) return { text: '', state: 'not_applicable' }
  return {
    ...markOf(row),
    text: formatChange(deviation.amount, unit),
    yuan: yuanAttribute(deviation.amount),
    ...(deviation.derived ? { basis: 'derived' as const } : {}),
  }
}

/** Where the budget comes from, and the final figure where it is not from the table. */
function basisOf(row: BudgetVsActualRow, unit: MoneyUnit, language: Language): string {
  const words = budgetVsActualWords[language]
  const budget = budgetBasisOf(row, unit, language)
  return [budget, finalNote(row, unit, language)].filter(Boolean).join(words.pause)
}

function budgetBasisOf(row: BudgetVsActualRow, unit: MoneyUnit, language: Language): string {
  const words = budgetVsActualWords[language].table
  if (row.budget === null || row.budgetBasis === null) return ''
  return row.budgetBasis === 'derived' ? derivationOf(row, unit, language) : words[row.budgetBasis]
}

/** How a derived budget came about and how far it may be off; '' for any other. */
export function derivationOf(row: BudgetVsActualRow, unit: MoneyUnit, language: Language): string {
  const { budget, budgetLow: low, budgetHigh: high, budgetBasis, formula = null } = row
  if (budget === null || budgetBasis !== 'derived') return ''
  return derivationText({ amount: budget, low, high, formula }, unit, language)
}

/** 表内空白，正文写 0.00: a final figure that only the text tells; '' for any other. */
export function finalNote(row: BudgetVsActualRow, unit: MoneyUnit, language: Language): string {
  const { final, finalBasis, finalState } = row
  const words = budgetVsActualWords[language]
  if (final === null || finalBasis !== 'text') return ''
  return words.fromText(words.cell[finalState] ?? '', formatMoney(final, unit))
}
