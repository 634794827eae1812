import { expect, it } from 'vitest'
import { tableSeries } from '../../../src/queries/table-series'
import { cell, Disclosure, pick } from '../../support/disclosure'

it('tells of each table how many parts it has by code or source, and its total: 总计 where no 本年合计 is printed', async () => {
  const d = new Disclosure('budget')
  d.table('budget.balance')
  d.row({ scheme: 'income', item: 'fiscal', name: '财政拨款' }, cell('185.62'))
  d.row({ scheme: 'function', item: 'exp_grand', name: '支出总计' }, cell('190.00'))
  d.table('budget.expenditure_total')
  d.row({ scheme: 'function', item: 'total', name: '' }, cell('190.00'))
  d.table('budget.fiscal_expenditure')
  d.row({ scheme: 'function', code: '201', level: 1, name: '一般公共服务支出' }, cell('185.60'))
  d.row({ scheme: 'function', code: '202', level: 1, name: '外交支出' }, cell(''))
  d.row({ scheme: 'function', item: 'exp_grand', name: '总计' }, cell('190.00'))
  d.row({ scheme: 'function', item: 'total', name: '合计' }, cell('185.60'))
  const rows = await d.ask(tableSeries, { document: d.id })
  expect(pick(rows, 'tableNo', 'scheme', 'parts', 'total', 'step')).toEqual([
    [1, 'function', 0, '1900000', '100'],
    [1, 'income', 1, null, null],
    [2, 'function', 0, '1900000', '100'],
    [3, 'function', 1, '1856000', '100'],
  ])
})
