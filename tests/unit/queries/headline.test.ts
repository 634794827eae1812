import { describe, expect, it } from 'vitest'
import { threePublicFunds } from '../../../src/model/three-public-funds'
import { headline } from '../../../src/queries/headline'
import { cell, Disclosure, pick } from '../../support/disclosure'

const sum = { scheme: 'function', item: 'total' }
const income = { scheme: 'income', item: 'income_current' }
const expenditure = { scheme: 'function', item: 'exp_current' }

/** A final account with one fund: balance, spending, general spending, 三公. */
function finalAccount(): Disclosure {
  const d = new Disclosure('final')
  d.table('final.balance')
  d.row(income, cell('1262.08')).row(expenditure, cell('1262.08'))
  d.table('final.expenditure')
  d.row(sum, cell('1262.08'), cell('626.72', { measure: 'basic' }), cell('635.36', { measure: 'project' }))
  d.table('final.three_public')
  d.row(
    { scheme: 'three_public', item: 'total', fund: 'fiscal' },
    cell('3.00', { amount_stage: 'budget' }),
    cell('7.24'),
  )
  return d
}

async function heads(d: Disclosure, ...columns: string[]) {
  return pick(await d.ask(headline, { document: d.id }), 'item', ...columns)
}

describe('headline', () => {
  it('takes each figure from its table', async () => {
    expect(await heads(finalAccount(), 'amount', 'basis', 'state', 'tableNo', 'rowNo', 'colNo')).toEqual([
      ['income', '1262.08', 'published', 'value', 1, 1, 1],
      ['expenditure', '1262.08', 'published', 'value', 1, 2, 1],
      ['basic', '626.72', 'published', 'value', 2, 1, 2],
      ['project', '635.36', 'published', 'value', 2, 1, 3],
      ['three_public', '7.24', 'published', 'value', 3, 1, 2],
      ['operating_cost', null, 'published', 'not_disclosed', null, null, null],
    ])
  })

  it('takes a figure that no table has from the text, with its quote', async () => {
    const d = finalAccount().fact('operating_cost', '121.12')
    expect((await heads(d, 'amount', 'basis', 'quote')).at(-1)).toEqual([
      'operating_cost',
      '121.12',
      'text',
      'operating_cost 121.12',
    ])
  })

  it('tells how exactly an amount and its change are printed, in the table or in the text', async () => {
    const d = finalAccount()
      .fact('operating_cost', '15')
      .fact('operating_cost', '3.5', { key: 'change', base: 'prior_year' })
    const [income, , , , , cost] = await heads(d, 'step', 'changeStep')
    expect(income).toEqual(['income', '100', null])
    expect(cost).toEqual(['operating_cost', '10000', '1000'])
  })

  it('passes a shifted table over, for a sound one that says what the text says', async () => {
    const d = new Disclosure('budget')
    const shifted = d.table('budget.expenditure_total')
    d.row(sum, cell('152.80'), cell('75.15', { measure: 'basic' }), cell('77.65', { measure: 'project' }))
    const witness = d.table('budget.income_total')
    d.row(sum, cell('185.62'))
    const basic = d.table('budget.general_basic')
    d.row({ scheme: 'economic_department', item: 'total', fund: 'general' }, cell('107.97'))
    d.finding({ outcome: 'violation', kind: 'shift' }, [shifted], [witness])
    d.fact('exp_grand', '107.97', { measure: 'basic' }).fact('exp_grand', '77.65', { measure: 'project' })
    expect(await heads(d, 'amount', 'basis', 'tableNo')).toEqual([
      ['income', '185.62', 'published', witness],
      ['expenditure', null, 'published', null],
      ['basic', '107.97', 'published', basic],
      ['project', '77.65', 'text', null],
      ['three_public', null, 'published', null],
      ['operating_cost', null, 'published', null],
    ])
  })

  it('never shows the 一般公共预算 part as the whole', async () => {
    const d = new Disclosure('budget')
    d.table('budget.general_basic')
    d.row({ scheme: 'economic_department', item: 'total', fund: 'general' }, cell('100.00'))
    d.fact('exp_grand', '140.00', { measure: 'basic' })
    expect((await heads(d, 'amount', 'basis'))[2]).toEqual(['basic', '140', 'text'])
  })

  it('shows the 一般公共预算 table where that fund is all the money', async () => {
    const d = new Disclosure('budget')
    d.table('budget.balance')
    d.row(expenditure, cell('150.00'))
    d.table('budget.fiscal_balance')
    d.row(expenditure, cell('150.00', { fund: 'fiscal' }), cell('150.00', { fund: 'general' }))
    const general = d.table('budget.general_expenditure')
    d.row(
      { ...sum, fund: 'general' },
      cell('150.00'),
      cell('100.00', { measure: 'basic' }),
      cell('50.00', { measure: 'project' }),
    )
    expect((await heads(d, 'amount', 'tableNo')).slice(2, 4)).toEqual([
      ['basic', '100', general],
      ['project', '50', general],
    ])
  })

  it('gives last year as printed before last year as derived, and the printed change', async () => {
    const d = finalAccount()
      .fact('income_grand', '-331.83', { key: 'change' })
      .fact('income_grand', '-20.82', { key: 'change_rate' })
      .fact('income_grand', '1593.91', {
        fiscal_year: 2022,
        basis: 'derived',
        low_fen: 1593_90_0000n,
        high_fen: 1593_92_0000n,
      })
      .fact('balance_grand', '1593.90', { fiscal_year: 2022 })
    const columns = ['prior', 'priorLow', 'priorHigh', 'priorBasis', 'change', 'changeRate']
    expect((await heads(d, ...columns)).slice(0, 2)).toEqual([
      ['income', '1593.9', null, null, 'text', '-331.83', '-20.82'],
      ['expenditure', '1593.9', null, null, 'text', null, null],
    ])
    d.rows.facts.pop()
    expect((await heads(d, ...columns))[0]).toEqual([
      'income',
      '1593.91',
      '1593.9',
      '1593.92',
      'derived',
      '-331.83',
      '-20.82',
    ])
  })

  it('gives last year from the same row of the table before anything else', async () => {
    const d = new Disclosure('budget')
    d.table('budget.balance')
    d.row(income, cell('90.00', { amount_year: 2022 }), cell('100.00'))
    d.fact('income_grand', '91.00', { fiscal_year: 2022 })
    expect((await heads(d, 'amount', 'prior', 'priorBasis'))[0]).toEqual(['income', '100', '90', 'published'])
  })

  it('leaves the change out where the text speaks of another amount', async () => {
    const d = finalAccount()
      .fact('income_grand', '1300.00')
      .fact('income_grand', '-331.83', { key: 'change' })
      .fact('income_grand', '1631.83', { fiscal_year: 2022, basis: 'derived' })
    expect((await heads(d, 'amount', 'prior', 'change'))[0]).toEqual(['income', '1262.08', null, null])
  })

  it('takes no change of 总计 for one of the year’s income or spending where the two differ', async () => {
    const changed = { key: 'change', base: 'prior_year' } as const
    const d = finalAccount()
      .fact('income_grand', '1262.08')
      .fact('balance_grand', '1300.00')
      .fact('balance_grand', '40.00', changed)
    expect((await heads(d, 'amount', 'change'))[0]).toEqual(['income', '1262.08', null])
    const equal = finalAccount().fact('balance_grand', '1262.08').fact('balance_grand', '40.00', changed)
    expect((await heads(equal, 'change'))[0]).toEqual(['income', '40'])
  })

  it('lets the text round to the digits it prints', async () => {
    const d = finalAccount().fact('income_grand', '1262').fact('income_grand', '-331.83', { key: 'change' })
    expect((await heads(d, 'amount', 'change'))[0]).toEqual(['income', '1262.08', '-331.83'])
  })

  it('takes a word for exactly what it says: 无 is not 0.30', async () => {
    const d = new Disclosure('final')
    d.table('final.three_public')
    d.row({ scheme: 'three_public', item: 'total', fund: 'fiscal' }, cell('0.30'))
    d.fact('three_public', '-1.00', { key: 'change' })
    d.fact('three_public', '0', { printed: '无', step_fen: null })
    expect((await heads(d, 'amount', 'change'))[4]).toEqual(['three_public', '0.3', null])
  })

  it.each(threePublicFunds)('takes 三公经费 from a table that counts %s alone', async (fund) => {
    const d = new Disclosure('final')
    d.table('final.three_public')
    d.row({ scheme: 'three_public', item: 'total', fund }, cell('0.30'))
    expect((await heads(d, 'amount'))[4]).toEqual(['three_public', '0.3'])
  })

  it('keeps blank, declared empty, zero and not disclosed apart', async () => {
    const three = { scheme: 'three_public', item: 'total', fund: 'fiscal' }
    const blank = new Disclosure('budget')
    blank.table('budget.three_public')
    blank.row(three, cell(''))
    expect((await heads(blank, 'amount', 'state'))[4]).toEqual(['three_public', null, 'blank'])

    const empty = new Disclosure('budget')
    empty.table('budget.three_public', { empty: true })
    empty.row(three, cell('', { state: 'declared_empty' }))
    expect((await heads(empty, 'amount', 'state'))[4]).toEqual(['three_public', null, 'declared_empty'])
    empty.fact('three_public', '0')
    expect((await heads(empty, 'amount', 'state', 'basis'))[4]).toEqual(['three_public', '0', 'zero', 'text'])

    const zero = new Disclosure('budget')
    zero.table('budget.three_public')
    zero.row(three, cell('0.00'))
    expect((await heads(zero, 'amount', 'state'))[4]).toEqual(['three_public', '0', 'zero'])
    expect((await heads(zero, 'amount', 'state'))[0]).toEqual(['income', null, 'not_disclosed'])
  })

  it('prefers 本年 to 总计, and takes 总计 where nothing else is printed', async () => {
    const d = new Disclosure('final')
    d.table('final.balance')
    d.row(income, cell('100.00')).row({ scheme: 'income', item: 'income_grand' }, cell('130.00'))
    d.row({ scheme: 'function', item: 'exp_grand' }, cell('130.00'))
    expect((await heads(d, 'amount')).slice(0, 2)).toEqual([
      ['income', '100'],
      ['expenditure', '130'],
    ])
  })

  it('has no row for a document that is not there', async () => {
    expect(await finalAccount().ask(headline, { document: 'nobody' })).toEqual([])
  })
})
