import type { BudgetVsActualRow } from '../../src/charts/budget-vs-actual/row'
import { divide, printedInterval } from '../../src/model/interval'
import { Exact, fenOfYuan, yuanOfFen } from '../../src/model/money'

/** 万元 as printed → 元. */
export const wan = (printed: string) => new Exact(printed).times(10000)

const base: BudgetVsActualRow = {
  code: null,
  item: null,
  name: '',
  budget: null,
  budgetLow: null,
  budgetHigh: null,
  budgetBasis: null,
  budgetState: 'not_disclosed',
  final: null,
  finalState: 'blank',
  rate: null,
  quote: null,
}

/** A row with a budget derived from its final figure and its printed completion rate, as 年初预算 = 决算 ÷ 完成率. */
export function derivedRow(
  words: Partial<BudgetVsActualRow>,
  final: string,
  rate: string,
): BudgetVsActualRow {
  const bounds = divide(
    printedInterval(wan(final), new Exact(100)),
    printedInterval(new Exact(rate).div(100), new Exact('0.0001')),
  )
  return {
    ...base,
    budget: yuanOfFen(fenOfYuan(wan(final).div(rate).times(100))),
    budgetLow: yuanOfFen(fenOfYuan(bounds.low, 'down')),
    budgetHigh: yuanOfFen(fenOfYuan(bounds.high, 'up')),
    budgetBasis: 'derived',
    budgetState: 'value',
    final: wan(final),
    finalState: 'value',
    rate: new Exact(rate),
    quote: `完成年初预算的${rate}%`,
    ...words,
  }
}

/** A row of a table that prints both columns; '' is an empty cell. */
export function printedRow(
  words: Partial<BudgetVsActualRow>,
  budget: string,
  final: string,
): BudgetVsActualRow {
  const state = (printed: string) =>
    printed === '' ? 'blank' : wan(printed).isZero() ? 'zero' : ('value' as const)
  return {
    ...base,
    budget: budget === '' ? null : wan(budget),
    budgetBasis: 'published',
    budgetState: state(budget),
    final: final === '' ? null : wan(final),
    finalState: state(final),
    ...words,
  }
}

/** 抚顺市信访局（本级） 2023: 合计, 基本, 项目 and the eight 项 with 决算 and 完成率 as its text prints them. */
export const fushunSums = [
  derivedRow({ item: 'total', name: '合计' }, '1262.08', '113.27'),
  derivedRow({ item: 'basic', name: '基本支出' }, '626.72', '105.25'),
  derivedRow({ item: 'project', name: '项目支出' }, '635.36', '122.48'),
]
export const fushunItems = [
  derivedRow({ code: '2010301', name: '行政运行' }, '448.21', '108.30'),
  derivedRow({ code: '2010308', name: '信访事务' }, '635.36', '122.48'),
  derivedRow({ code: '2080501', name: '行政单位离退休' }, '27.40', '64.90'),
  derivedRow({ code: '2080505', name: '机关事业单位基本养老保险缴费支出' }, '48.03', '96.21'),
  derivedRow({ code: '2080506', name: '机关事业单位职业年金缴费支出' }, '13.89', '198.43'),
  derivedRow({ code: '2080801', name: '死亡抚恤' }, '26.48', '132.40'),
  derivedRow({ code: '2101101', name: '行政单位医疗' }, '22.68', '105.55'),
  derivedRow({ code: '2210201', name: '住房公积金' }, '40.01', '104.25'),
]

/** The budget of 基本支出 that its seven 项 leave over: 595.46 − 592.87. */
export const fushunLeftOver: BudgetVsActualRow = {
  ...base,
  name: '不在任何一项',
  budget: wan('2.59'),
  budgetLow: wan('2.52'),
  budgetHigh: wan('2.67'),
  budgetBasis: 'derived',
  budgetState: 'value',
  finalState: 'not_disclosed',
}

/** The same unit's 公开07: 预算数 and 决算数 of 三公. */
export const fushunThreePublic = [
  { ...printedRow({ item: 'total', name: '合计' }, '3.00', '7.24'), rate: new Exact('241.33') },
  printedRow({ item: 'abroad', name: '因公出国（境）费' }, '', ''),
  printedRow({ item: 'reception', name: '公务接待费', quote: '完成预算的 0.00%' }, '', '4.24'),
  {
    ...printedRow({ item: 'vehicle', name: '公务用车购置及运行维护费' }, '3.00', '3.00'),
    rate: new Exact(100),
  },
  printedRow({ item: 'vehicle_running', name: '公务用车运行维护费' }, '3.00', '3.00'),
  printedRow({ item: 'vehicle_purchase', name: '公务用车购置费' }, '', ''),
]
