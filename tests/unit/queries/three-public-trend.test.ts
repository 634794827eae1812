import { describe, expect, it } from 'vitest'
import { threePublicFunds } from '../../../src/model/three-public-funds'
import { threePublicTrend } from '../../../src/queries/three-public-trend'
import { cell, Disclosure, pick } from '../../support/disclosure'

const three = (item: string) => ({ scheme: 'three_public', fund: 'fiscal', item })
const sides = (budget: string, final: string) => [cell(budget, { amount_stage: 'budget' }), cell(final)]
const columns = ['item', 'year', 'stage', 'amount', 'basis', 'state']

async function points(d: Disclosure, ...more: string[]) {
  return pick(await d.ask(threePublicTrend, { document: d.id }), ...columns, ...more)
}

describe('three public trend', () => {
  it('tells budget and final of the table and the year before as derived, with its bounds', async () => {
    const d = new Disclosure('final')
    d.table('final.three_public')
    d.row(three('total'), ...sides('3.00', '7.24')).row(three('vehicle'), ...sides('3.00', '3.00'))
    d.fact('three_public', '7.24')
    d.fact('three_public', '8.28', {
      fiscal_year: 2022,
      basis: 'derived',
      low_fen: 82600000n / 10n,
      high_fen: 83000000n / 10n,
      formula: 'a + b',
    })
    expect(await points(d, 'low', 'high', 'formula', 'tableNo', 'rowNo', 'colNo', 'factNo')).toEqual([
      ['total', 2022, 'final', '8.28', 'derived', 'value', '8.26', '8.3', 'a + b', null, null, null, 2],
      ['total', 2023, 'budget', '3', 'published', 'value', null, null, null, 1, 1, 1, null],
      ['total', 2023, 'final', '7.24', 'published', 'value', null, null, null, 1, 1, 2, null],
      ['vehicle', 2023, 'budget', '3', 'published', 'value', null, null, null, 1, 2, 1, null],
      ['vehicle', 2023, 'final', '3', 'published', 'value', null, null, null, 1, 2, 2, null],
    ])
  })

  it('lets the text stand in where the table is blank or declared empty, with its quote', async () => {
    const d = new Disclosure('budget')
    d.table('budget.three_public', { empty: true })
    d.row(three('total'), cell('', { state: 'declared_empty' })).row(three('reception'), cell(''))
    d.fact('three_public', '0').fact('three_public.reception', '0.30')
    expect(await points(d, 'quote', 'tableNo', 'factNo')).toEqual([
      ['total', 2023, 'budget', '0', 'text', 'declared_empty', 'three_public 0', null, 1],
      ['reception', 2023, 'budget', '0.3', 'text', 'blank', 'three_public.reception 0.30', null, 2],
    ])
  })

  it('keeps a blank that the text does not fill, and puts no derived figure in its place', async () => {
    const d = new Disclosure('final')
    d.table('final.three_public')
    d.row(three('reception'), ...sides('', '4.24'))
    d.fact('three_public.reception', '4.00', { stage: 'budget', basis: 'derived' })
    expect(await points(d, 'factNo')).toEqual([
      ['reception', 2023, 'budget', null, 'published', 'blank', null],
      ['reception', 2023, 'final', '4.24', 'published', 'value', null],
    ])
  })

  it('prefers a printed zero to the text, and the text to a derivation', async () => {
    const d = new Disclosure('budget')
    d.table('budget.three_public')
    d.row(three('abroad'), cell('0.00'))
    d.fact('three_public.abroad', '1.00')
    d.fact('three_public.abroad', '2.00', { fiscal_year: 2022, basis: 'derived' })
    d.fact('three_public.abroad', '2.10', { fiscal_year: 2022 })
    expect(await points(d)).toEqual([
      ['abroad', 2022, 'budget', '2.1', 'text', 'value'],
      ['abroad', 2023, 'budget', '0', 'published', 'zero'],
    ])
  })

  it('counts one fund: 财政拨款 as a whole before 一般公共预算, never 政府性基金 alone', async () => {
    const d = new Disclosure('budget')
    d.table('budget.three_public')
    d.row(
      three('total'),
      cell('5.00', { fund: 'general' }),
      cell('6.00', { fund: 'fiscal' }),
      cell('1.00', { fund: 'gov_fund' }),
    )
    d.row(three('abroad'), cell('1.00', { fund: 'gov_fund' }))
    expect(await points(d, 'colNo')).toEqual([['total', 2023, 'budget', '6', 'published', 'value', 2]])
  })

  it.each(threePublicFunds)('counts %s where a table tells nothing else', async (fund) => {
    const d = new Disclosure('budget')
    d.table('budget.three_public')
    d.row(three('total'), cell('5.00', { fund }))
    expect(await points(d)).toEqual([['total', 2023, 'budget', '5', 'published', 'value']])
  })

  it('ignores shares, changes and physical units', async () => {
    const d = new Disclosure('final')
      .fact('three_public.reception', '58.56', { key: 'share' })
      .fact('three_public.reception', '4.24', { key: 'change' })
      .fact('reception.domestic', '4.24')
    expect(await points(d)).toEqual([])
  })
})
