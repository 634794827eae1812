import { describe, expect, it } from 'vitest'
import { summaryOfBudgetActual } from '../../../src/pages/unit/budget-actual-summary'
import type { BudgetVsActualRow } from '../../../src/queries/budget-vs-actual'
import { derivedRow, printedRow } from '../../support/figures-budget-vs-actual'

const row = (
  of: ReturnType<typeof printedRow>,
  more: Partial<BudgetVsActualRow> = {},
): BudgetVsActualRow => ({
  ...of,
  finalBasis: of.finalBasis ?? 'published',
  parentCode: null,
  formula: null,
  inputs: null,
  tableNo: 5,
  rowNo: 1,
  colNo: 1,
  ...more,
})
const said = (of: BudgetVsActualRow[], language: 'zh' | 'en' = 'zh') =>
  summaryOfBudgetActual(of, language, '万元')
const total = { item: 'total' }

describe('the sentence on budget against actual', () => {
  it('says about how much where the budget is derived, with the printed rate (抚顺 2023)', () => {
    expect(said([row(derivedRow(total, '1262.08', '113.27'))])).toBe(
      '支出完成年初预算的 113.27%，比推算的预算约多 147.86 万元。这份决算没有印出各项的年初预算，预算数由决算数和正文的完成率推算。',
    )
    expect(said([row(derivedRow(total, '1262.08', '113.27'))], 'en')).toMatch(
      /^Spending came to 113\.27% of the initial budget, about 147\.86 × 10,000 yuan more than the derived budget\. This /,
    )
  })

  it('says no sign that the bounds leave open', () => {
    expect(said([row(derivedRow(total, '100.00', '100.00'))])).toContain('100.00%，与推算的预算大致持平。')
  })

  it('names no rate where the text prints none', () => {
    const derived = row(derivedRow(total, '90.00', '50.00'), { rate: null })
    expect(said([derived])).toBe(
      '支出比推算的预算约少 90.00 万元。这份决算没有印出年初预算，预算数是推算的。',
    )
  })

  it('gives both printed amounts and their rate (三公 7.24 of 3.00), none of a budget of zero or less', () => {
    expect(said([row(printedRow(total, '3.00', '7.24'))])).toBe(
      '决算 7.24 万元，年初预算 3.00 万元，完成 241.33%。',
    )
    expect(said([row(printedRow(total, '0.00', '7.24'))])).toBe('决算 7.24 万元，年初预算 0.00 万元。')
    expect(said([row(printedRow(total, '-3.00', '7.24'))])).toBe('决算 7.24 万元，年初预算 −3.00 万元。')
  })

  it('is silent where the sum, its budget or its final is missing', () => {
    expect(said([])).toBe('')
    expect(said([row(printedRow({ item: 'basic' }, '3.00', '7.24'))])).toBe('')
    expect(said([row(printedRow(total, '', '7.24'))])).toBe('')
    expect(said([row(printedRow(total, '3.00', ''))])).toBe('')
  })
})
