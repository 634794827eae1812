import { describe, expect, it } from 'vitest'
import { Exact } from '../../../src/model/money'
import { chooseTable } from '../../../src/pages/unit/choose-table'
import type { TableSeries } from '../../../src/queries/table-series'
import type { TableVerdict } from '../../../src/queries/table-verdicts'

const verdict = (tableNo: number, form: string, found: Partial<TableVerdict> = {}): TableVerdict => ({
  tableNo,
  form,
  title: form,
  formCode: null,
  unit: '万元',
  empty: false,
  emptyNote: null,
  page: null,
  outcome: null,
  kind: null,
  rule: null,
  message: null,
  reading: null,
  ...found,
})
const shifted: Partial<TableVerdict> = { outcome: 'violation', kind: 'shift', rule: 'B39' }

const told = (
  tableNo: number,
  form: string,
  total: string | null,
  more: Partial<TableSeries> = {},
): TableSeries => ({
  tableNo,
  form,
  scheme: 'function',
  measure: 'total',
  fund: form.includes('general') ? 'general' : 'all',
  stage: form.split('.')[0]!,
  parts: 3,
  total: total === null ? null : new Exact(total),
  step: new Exact(100),
  ...more,
})

const income = (total: string) => told(2, 'budget.income_total', total)
const balance = (total: string) => told(1, 'budget.balance', total)
const expenditure = (measure = 'total') => told(3, 'budget.expenditure_total', '1528000', { measure })
const general = told(5, 'budget.general_expenditure', '1528000')

describe('the table a breakdown is drawn from', () => {
  it('is 支出总表 when it is sound, tails included', () => {
    const choice = chooseTable(
      [verdict(3, 'budget.expenditure_total', { outcome: 'tail' })],
      [expenditure('project')],
      'function',
      'budget',
      'project',
    )
    expect(choice).toMatchObject({ sound: true, standIn: null, passedOver: [], series: { tableNo: 3 } })
  })

  it('is the income table when both spending tables are shifted and its total is the spending of the balance', () => {
    const verdicts = [
      verdict(2, 'budget.income_total'),
      verdict(3, 'budget.expenditure_total', shifted),
      verdict(5, 'budget.general_expenditure', shifted),
    ]
    const choice = chooseTable(
      verdicts,
      [balance('1856200'), income('1856200'), expenditure(), general],
      'function',
      'budget',
      'total',
    )
    expect(choice).toMatchObject({ sound: true, standIn: 'income', series: { tableNo: 2 } })
    expect(choice.passedOver.map((t) => t.tableNo)).toEqual([3, 5])
  })

  it.each([
    ['differs from spending', [balance('1900000'), income('1856200'), expenditure()]],
    ['cannot be compared, since no balance table prints it', [income('1856200'), expenditure()]],
  ])('is never the income table when its total %s', (_, series) => {
    const verdicts = [verdict(2, 'budget.income_total'), verdict(3, 'budget.expenditure_total', shifted)]
    expect(chooseTable(verdicts, series, 'function', 'budget', 'total')).toMatchObject({
      sound: false,
      standIn: null,
      series: { tableNo: 3 },
    })
  })

  it('takes an income total within the rounding of both, and none a step beyond it', () => {
    const verdicts = [verdict(2, 'budget.income_total')]
    const with100 = (spending: string) =>
      chooseTable(verdicts, [balance(spending), income('1856200')], 'function', 'budget', 'total')
    expect(with100('1856300').standIn).toBe('income')
    expect(with100('1856301').absent).toBe('not-disclosed')
  })

  it('names 一般公共预算 as the narrower money where it stands in', () => {
    const verdicts = [
      verdict(3, 'budget.expenditure_total', shifted),
      verdict(5, 'budget.general_expenditure'),
    ]
    expect(chooseTable(verdicts, [expenditure(), general], 'function', 'budget', 'total')).toMatchObject({
      standIn: 'general',
      series: { tableNo: 5 },
    })
  })

  it('is none that prints nothing but sums: money of 财政拨款 by code stands in, and is said to be narrower', () => {
    const verdicts = [verdict(3, 'budget.expenditure_total'), verdict(5, 'budget.fiscal_expenditure')]
    const summed = told(3, 'budget.expenditure_total', '101504800', { parts: 0 })
    const fiscal = told(5, 'budget.fiscal_expenditure', '100704800', { fund: 'fiscal' })
    const choose = (spending: string) =>
      chooseTable(verdicts, [balance(spending), summed, fiscal], 'function', 'budget', 'total')
    expect(choose('101504800')).toMatchObject({ sound: true, standIn: 'fiscal', series: { tableNo: 5 } })
    expect(choose('100704800').standIn).toBe('whole')
  })

  it('is all spending where its total is, for basic and project spending too', () => {
    const verdicts = [verdict(5, 'budget.general_expenditure')]
    const basic = told(5, 'budget.general_expenditure', '751500', { measure: 'basic' })
    const choose = (spending: string) =>
      chooseTable(verdicts, [balance(spending), general, basic], 'function', 'budget', 'basic').standIn
    expect(choose('1528000')).toBe('whole')
    expect(choose('1856200')).toBe('general')
  })

  it('passes over a table that has no figures of the scope asked for', () => {
    const verdicts = [verdict(3, 'budget.expenditure_total'), verdict(5, 'budget.general_expenditure')]
    const choice = chooseTable(
      verdicts,
      [expenditure(), told(5, 'budget.general_expenditure', '751500', { measure: 'basic' })],
      'function',
      'budget',
      'basic',
    )
    expect(choice).toMatchObject({ series: { tableNo: 5, measure: 'basic' } })
    expect(chooseTable(verdicts, [expenditure()], 'function', 'budget', 'basic').absent).toBe('not-disclosed')
  })

  it('keeps two tables of one form apart and draws the one that is not shifted', () => {
    const verdicts = [verdict(3, 'budget.expenditure_total', shifted), verdict(4, 'budget.expenditure_total')]
    const second = told(4, 'budget.expenditure_total', '1856200')
    expect(chooseTable(verdicts, [expenditure(), second], 'function', 'budget', 'total')).toMatchObject({
      sound: true,
      series: { tableNo: 4 },
    })
  })

  it('tells a table declared empty from one that is not there', () => {
    const empty = [verdict(6, 'final.general_basic', { empty: true, emptyNote: '空表列示' })]
    expect(chooseTable(empty, [], 'economic', 'final', 'total').absent).toBe('declared-empty')
    expect(chooseTable([], [], 'economic', 'final', 'total').absent).toBe('not-disclosed')
  })

  it('does not call a table declared empty that is blank without a word', () => {
    const income = verdict(1, 'final.income', { empty: true })
    const spending = verdict(2, 'final.expenditure', { empty: true })
    expect(chooseTable([income, spending], [], 'function', 'final', 'total').absent).toBe('blank')
    const declared = verdict(3, 'final.expenditure', { empty: true, emptyNote: '本表为空' })
    expect(chooseTable([income, declared], [], 'function', 'final', 'total')).toMatchObject({
      absent: 'declared-empty',
      table: { tableNo: 3 },
    })
  })
})
