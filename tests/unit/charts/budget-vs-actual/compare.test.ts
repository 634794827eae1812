import { describe, expect, it } from 'vitest'
import { compareRow } from '../../../../src/charts/budget-vs-actual/compare'
import { sortComparisons, type Order } from '../../../../src/charts/budget-vs-actual/order'
import type { BudgetVsActualRow } from '../../../../src/charts/budget-vs-actual/row'
import { formatInterval } from '../../../../src/i18n/format'
import { Exact } from '../../../../src/model/money'
import {
  derivedRow,
  fushunItems,
  fushunLeftOver,
  fushunSums,
  fushunThreePublic,
  printedRow,
  wan,
} from '../../../support/figures-budget-vs-actual'

const compare = (row: BudgetVsActualRow) => compareRow(row, 0)
const wanOf = (yuan: { toFixed(): string } | undefined) =>
  yuan && new Exact(yuan.toFixed()).div(10000).toFixed(2)

describe('budget against actual', () => {
  it('the sums of 抚顺 2023 exceed their derived budgets by 147.86, 31.26 and 116.61 万元', () => {
    const deviations = fushunSums.map((row) => compare(row).deviation)
    expect(deviations.map((d) => wanOf(d?.amount))).toEqual(['147.86', '31.26', '116.61'])
    expect(deviations.every((d) => d?.direction === 'over' && d.derived)).toBe(true)
  })

  it('writes the bounds of a derived budget so that they enclose it and still tell it', () => {
    const written = [...fushunSums, ...fushunItems].map((row) =>
      formatInterval(row.budgetLow!, row.budgetHigh!, '万元'),
    )
    expect(written).toEqual([
      '1,114.16–1,114.28',
      '595.42–595.50',
      '518.72–518.78',
      '413.83–413.89',
      '518.72–518.78',
      '42.20–42.23',
      '49.91–49.93',
      '6.997–7.003',
      '19.995–20.005',
      '21.481–21.494',
      '38.372–38.386',
    ])
  })

  it('a rate is the printed one; the rate of the two amounts is told only where it differs', () => {
    const [total, , reception, vehicle, running] = fushunThreePublic.map((row) => compare(row).rate)
    expect(total).toMatchObject({ printed: true, computed: null })
    expect(total?.percent.toFixed()).toBe('241.33')
    expect(reception).toBeNull()
    expect(vehicle?.percent.toFixed()).toBe('100')
    expect(running).toMatchObject({ printed: false })
    expect(running?.percent.toFixed()).toBe('100')
    const wrong = compare({ ...printedRow({}, '3.00', '7.24'), rate: new Exact('24.13') }).rate
    expect(wrong?.percent.toFixed()).toBe('24.13')
    expect(wrong?.computed?.toFixed(2)).toBe('241.33')
  })

  it.each([
    ['budget blank, money spent', printedRow({}, '', '4.24'), 'unbudgeted'],
    ['budget printed as 0, money spent', printedRow({}, '0.00', '4.24'), 'unbudgeted'],
    [
      'budget declared empty, money spent',
      { ...printedRow({}, '', '4.24'), budgetState: 'declared_empty' as const },
      'unbudgeted',
    ],
    [
      'budget not disclosed',
      { ...printedRow({}, '', '4.24'), budgetState: 'not_disclosed' as const },
      'no-base',
    ],
    ['budget unreadable', { ...printedRow({}, '', '0.00'), budgetState: 'unreadable' as const }, 'no-base'],
    ['no final figure', fushunLeftOver, 'unspent'],
    ['both blank', printedRow({}, '', ''), 'neither'],
    ['both 0', printedRow({}, '0.00', '0.00'), 'nothing'],
    [
      'both blank, and 0 in the text',
      { ...printedRow({}, '', ''), final: new Exact(0), finalBasis: 'text' as const },
      'nothing',
    ],
    ['budget 0, final blank', printedRow({}, '0.00', ''), 'neither'],
  ])('%s: a lane, no deviation and no rate', (_, row, lane) => {
    expect(compare(row)).toMatchObject({ lane, deviation: null, rate: null })
  })

  it('keeps a rate that is printed of a budget that is not', () => {
    const row = {
      ...printedRow({}, '', '4.24'),
      budgetState: 'not_disclosed' as const,
      rate: new Exact('113.27'),
    }
    const { lane, rate, deviation } = compare(row)
    expect([lane, rate?.percent.toFixed(), deviation]).toEqual(['no-base', '113.27', null])
    expect(compare({ ...row, budgetState: 'blank' as const })).toMatchObject({
      lane: 'unbudgeted',
      rate: null,
    })
  })

  it('a rate of a derived budget is derived itself, unless it is printed', () => {
    const row = derivedRow({}, '1083.57', '116.19')
    expect(compare(row).rate).toMatchObject({ printed: true, derived: false })
    expect(compare({ ...row, rate: null }).rate).toMatchObject({ printed: false, derived: true })
    expect(compare(printedRow({}, '3.00', '6.00')).rate).toMatchObject({ printed: false, derived: false })
  })

  it('a final figure of 0 against a budget is a rate of 0 %, not a lane', () => {
    const { lane, rate, deviation } = compare(printedRow({}, '3.00', '0.00'))
    expect(lane).toBeNull()
    expect(rate?.percent.toFixed()).toBe('0')
    expect(deviation).toMatchObject({ direction: 'under' })
  })

  it('a budget below zero has a deviation and no rate', () => {
    const { lane, rate, deviation } = compare(printedRow({}, '-2.00', '3.00'))
    expect([lane, rate, wanOf(deviation?.amount)]).toEqual([null, null, '5.00'])
  })

  it('takes no side where the bounds of a derived budget hold the final figure', () => {
    expect(compare(derivedRow({}, '3.00', '100.01')).deviation?.direction).toBe('even')
    expect(compare(derivedRow({}, '300.00', '100.02')).deviation?.direction).toBe('over')
  })
})

describe('the order of rows', () => {
  const names = (rows: BudgetVsActualRow[], order: Order) =>
    sortComparisons(rows.map(compareRow), order).map((c) => c.row.code ?? c.row.item ?? c.row.name)

  it('is by the size of the deviation, whatever its sign', () => {
    expect(names(fushunItems, 'deviation')).toEqual([
      '2010308',
      '2010301',
      '2080501',
      '2080506',
      '2080801',
      '2080505',
      '2210201',
      '2101101',
    ])
  })

  it('is by 决算, or by completion rate', () => {
    expect(names(fushunItems, 'amount').slice(0, 3)).toEqual(['2010308', '2010301', '2080505'])
    expect(names(fushunItems, 'rate').slice(0, 3)).toEqual(['2080506', '2080801', '2010308'])
  })

  it('keeps printed rows as printed and puts lanes last, spent before budgeted before neither', () => {
    expect(names(fushunThreePublic, 'printed')).toEqual([
      'total',
      'vehicle',
      'vehicle_running',
      'reception',
      'abroad',
      'vehicle_purchase',
    ])
    const mixed = [
      fushunLeftOver,
      printedRow({ name: 'a' }, '', '1.00'),
      printedRow({ name: 'b' }, '', '2.00'),
    ]
    expect(names([...mixed, ...fushunItems.slice(0, 1)], 'amount')).toEqual([
      '2010301',
      'b',
      'a',
      fushunLeftOver.name,
    ])
  })

  it('leaves the rows it was given as they were', () => {
    const rows = [...fushunItems]
    names(rows, 'rate')
    expect(rows).toEqual(fushunItems)
    expect(wan('1').toFixed()).toBe('10000')
  })
})
