import { describe, expect, it } from 'vitest'
import { Exact } from '../../../src/model/money'
import { detailRowsOf, projectsUnder } from '../../../src/pages/unit/code-detail'
import type { BudgetVsActualRow } from '../../../src/queries/budget-vs-actual'
import { derivedRow, printedRow } from '../../support/figures-budget-vs-actual'
import { fact, line } from '../../support/figures-unit-page'

const budgetRow = (of: ReturnType<typeof printedRow>): BudgetVsActualRow => ({
  ...of,
  finalBasis: of.finalBasis ?? 'published',
  parentCode: null,
  formula: null,
  inputs: null,
  tableNo: 5,
  rowNo: 1,
  colNo: 1,
})
const rows = (code: string | null, figures: Partial<Parameters<typeof detailRowsOf>[1]>) =>
  detailRowsOf(code, { basic: [], project: [], budgets: [], ...figures }, 'zh', '万元')

describe('the panel of a code', () => {
  it('tells 基本 and 项目支出 as printed, and a blank by its state (抚顺 2010308)', () => {
    const found = rows('2010308', {
      basic: [line('2010308', '信访事务', '')],
      project: [line('2010308', '信访事务', '635.36')],
    })
    expect(found).toEqual([
      { label: '基本支出', text: '', state: 'blank' },
      { label: '项目支出', text: '635.36', yuan: '6353600.00', basis: 'published' },
    ])
  })

  it('marks a derived budget and gives the printed rate', () => {
    const budgets = [budgetRow(derivedRow({ code: '2010308' }, '635.36', '122.48'))]
    expect(rows('2010308', { budgets })).toMatchObject([
      { label: '年初预算', text: '518.75', basis: 'derived' },
      { label: '完成率', text: '122.48%' },
    ])
    expect(rows('2010301', { budgets })).toEqual([])
  })

  it('says nothing of a budget that is blank, of no code, or of an unknown one', () => {
    expect(rows('2010308', { budgets: [budgetRow(printedRow({ code: '2010308' }, '', '1.00'))] })).toEqual([])
    expect(rows(null, { basic: [line('2010308', '信访事务', '1.00')] })).toEqual([])
    expect(rows('999', { basic: [line('2010308', '信访事务', '1.00')] })).toEqual([])
  })
})

describe('the projects that the text names under a code', () => {
  const named = (label: string, printed: string, code: string | null = '2010308') =>
    fact('named_project', printed, { label, code })

  it('stand once each, the largest first, negative last', () => {
    const facts = [
      named('退回', '-1'),
      named('信访维稳经费', '122.18'),
      named('救助资金', '341.95'),
      named('信访维稳经费', '122.18'),
    ]
    expect(projectsUnder(facts, '2010308').map(({ label }) => label)).toEqual([
      '救助资金',
      '信访维稳经费',
      '退回',
    ])
  })

  it('are those of the code alone, with an amount', () => {
    const facts = [
      named('无科目', '5', null),
      named('他处', '4'),
      { ...named('没有读准', '3'), amount: null, number: new Exact(3) },
      fact('operating_cost', '2', { code: '2010308' }),
    ]
    expect(projectsUnder(facts, '2010301')).toEqual([])
    expect(projectsUnder(facts, null).map(({ label }) => label)).toEqual(['无科目'])
    expect(projectsUnder(facts, '2010308').map(({ label }) => label)).toEqual(['他处'])
  })
})
