import { expect, it } from 'vitest'
import { classificationTree } from '../../../src/queries/classification-tree'
import { cell, Disclosure, pick } from '../../support/disclosure'

it('gives one table’s rows in printed order, sums and blanks included, of the document’s own year', async () => {
  const d = new Disclosure('budget')
  d.table('budget.expenditure_total')
  const previous = { amount_year: 2022 }
  d.row({ scheme: 'function', item: 'total', name: '合计' }, cell('185.62'), cell('199.67', previous))
  d.row(
    { scheme: 'function', code: '201', level: 1, name: '一般公共服务支出' },
    cell('152.80'),
    cell('160.00', previous),
  )
  d.row({ scheme: 'function', code: '202', level: 1, name: '外交支出' }, cell(''), cell('', previous))
  const asked = {
    document: d.id,
    table: 1,
    scheme: 'function',
    measure: 'total',
    fund: 'all',
    stage: 'budget',
  }
  expect(
    pick(
      await d.ask(classificationTree, asked),
      'code',
      'item',
      'amount',
      'state',
      'printed',
      'rowNo',
      'colNo',
    ),
  ).toEqual([
    [null, 'total', '185.62', 'value', '185.62', 1, 1],
    ['201', null, '152.8', 'value', '152.80', 2, 1],
    ['202', null, null, 'blank', '', 3, 1],
  ])
  expect(await d.ask(classificationTree, { ...asked, measure: 'project' })).toEqual([])
})
