import type { DataCell, DataRow, TableContent } from '../../components/data-table'
import { formatChange, formatInterval, formatMoney, formatPercent, yuanAttribute } from '../../i18n/format'
import type { Language } from '../../i18n/language'
import { moneyNames } from '../../i18n/messages/money'
import { budgetVsActualWords } from '../../i18n/messages/budget-vs-actual'
import type { MoneyUnit } from '../../model/money'
import type { Comparison } from './compare'
import type { BudgetVsActualRow } from './row'

/** Name of a row: a sum or a 三公 item in the reader's words, a code's name as published. */
export function nameOf(row: BudgetVsActualRow, language: Language): string {
  const known = row.item === null ? undefined : budgetVsActualWords[language].items[row.item]
  return row.code === null && known !== undefined ? known : row.name
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
    name: lane === null ? name : words.table.inLane(name, words.lanes[lane]),
    cells: [
      budgetCell(row, unit),
      { text: basisOf(row, unit, language) },
      finalCell(row, unit),
      deviationCell(comparison, unit),
      rate === null ? { text: '', state: 'not_applicable' } : { text: formatPercent(rate.percent) },
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
    basis: 'published',
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

function basisOf(row: BudgetVsActualRow, unit: MoneyUnit, language: Language): string {
  const words = budgetVsActualWords[language].table
  if (row.budget === null || row.budgetBasis === null) return ''
  if (row.budgetBasis !== 'derived') return words[row.budgetBasis]
  return row.budgetLow === null || row.budgetHigh === null
    ? words.derived
    : words.bounds(formatInterval(row.budgetLow, row.budgetHigh, unit))
}
