import { describe, expect, it } from 'vitest'
import { threePublicFunds } from '../../../src/model/three-public-funds'
import { budgetVsActual } from '../../../src/queries/budget-vs-actual'
import { cell, Disclosure, pick } from '../../support/disclosure'

const sum = { scheme: 'function', item: 'total', name: '合计', fund: 'general' }
const code = (code: string, name: string) => ({
  scheme: 'function',
  fund: 'general',
  code,
  name,
  level: code.length === 3 ? 1 : code.length === 5 ? 2 : 3,
  parent_code: code.length === 3 ? null : code.slice(0, -2),
})
const three = (item: string, name: string) => ({ scheme: 'three_public', fund: 'fiscal', item, name })
const initial = { key: 'completion_rate', base: 'initial' }
const derived = (low: string, high: string) => ({
  stage: 'budget',
  basis: 'derived',
  low_fen: BigInt(low),
  high_fen: BigInt(high),
  formula: '100·A / r',
  inputs: 'T01.r3.c1 F3',
})

/** 抚顺's shape: 05 and 07 with rates in the text. */
function finalAccount(form = 'final.general_expenditure'): Disclosure {
  const d = new Disclosure('final')
  const fund = form === 'final.expenditure' ? 'all' : 'general'
  const parts = (total: string, basic: string, project: string) => [
    cell(total, { fund }),
    cell(basic, { measure: 'basic', fund }),
    cell(project, { measure: 'project', fund }),
  ]
  d.table(form)
  d.row(sum, ...parts('1262.08', '626.72', '635.36'))
  d.row(code('201', '一般公共服务支出'), ...parts('1083.57', '448.21', '635.36'))
  d.row(code('20103', '政府办公厅（室）及相关机构事务'), ...parts('1083.57', '448.21', '635.36'))
  d.row(code('2010301', '行政运行'), ...parts('448.21', '448.21', '0.00'))
  d.row(code('2010308', '信访事务'), ...parts('635.36', '0.00', '635.36'))
  return d
}

async function rows(d: Disclosure, kind: 'total' | 'class' | 'item' | 'three-public', ...columns: string[]) {
  return pick(await d.ask(budgetVsActual, { document: d.id, rows: kind }), ...columns)
}

describe('budget against actual', () => {
  it('joins the derived budget of each 项 with its bounds, formula, inputs and printed rate', async () => {
    const item = { scheme: 'function', code: '2010301', measure: 'total' }
    const d = finalAccount()
      .fact('function', '108.30', { ...item, ...initial })
      .fact('function', '413.86', { ...item, ...derived('413836000', '413883000') })
    const found = await d.ask(budgetVsActual, { document: d.id, rows: 'item' })
    expect(found).toEqual([
      {
        code: '2010301',
        parentCode: '20103',
        item: null,
        name: '行政运行',
        budget: '413.86',
        budgetLow: '413.836',
        budgetHigh: '413.883',
        budgetBasis: 'derived',
        budgetState: 'value',
        formula: '100·A / r',
        inputs: 'T01.r3.c1 F3',
        final: '448.21',
        finalBasis: 'published',
        finalState: 'value',
        rate: '108.3',
        quote: 'function 108.30',
        tableNo: 1,
        rowNo: 4,
        colNo: 1,
      },
      {
        code: '2010308',
        parentCode: '20103',
        item: null,
        name: '信访事务',
        budget: null,
        budgetLow: null,
        budgetHigh: null,
        budgetBasis: null,
        budgetState: 'not_disclosed',
        formula: null,
        inputs: null,
        final: '635.36',
        finalBasis: 'published',
        finalState: 'value',
        rate: null,
        quote: null,
        tableNo: 1,
        rowNo: 5,
        colNo: 1,
      },
    ])
  })

  it('gives 类 their derived budgets, and no 款', async () => {
    const d = finalAccount().fact('function', '932.61', {
      scheme: 'function',
      code: '201',
      ...derived('932557000', '932654000'),
    })
    expect(await rows(d, 'class', 'code', 'budget', 'final')).toEqual([['201', '932.61', '1083.57']])
  })

  it('gives the sums 合计, 基本支出 and 项目支出 from one row, in this order', async () => {
    const d = finalAccount()
      .fact('fiscal_expenditure', '1262.08', { measure: 'total' })
      .fact('fiscal_expenditure', '113.27', { measure: 'total', ...initial })
      .fact('fiscal_expenditure', '1114.22', { measure: 'total', ...derived('1114169000', '1114276000') })
      .fact('exp_grand', '626.72', { measure: 'basic' })
      .fact('exp_grand', '105.25', { measure: 'basic', ...initial })
      .fact('exp_grand', '595.46', { measure: 'basic', ...derived('595425000', '595491000') })
    expect(await rows(d, 'total', 'item', 'name', 'budget', 'budgetState', 'final', 'rate', 'colNo')).toEqual(
      [
        ['total', '合计', '1114.22', 'value', '1262.08', '113.27', 1],
        ['basic', '基本支出', '595.46', 'value', '626.72', '105.25', 2],
        ['project', '项目支出', null, 'not_disclosed', '635.36', null, 3],
      ],
    )
  })

  it('does not put a rate of all 财政拨款 beside a smaller 一般公共预算 figure', async () => {
    const d = finalAccount()
      .fact('fiscal_expenditure', '2000.00', { measure: 'total' })
      .fact('fiscal_expenditure', '113.27', { measure: 'total', ...initial })
      .fact('fiscal_expenditure', '1765.69', { measure: 'total', ...derived('1', '2') })
    expect((await rows(d, 'total', 'budget', 'budgetState', 'rate'))[0]).toEqual([
      null,
      'not_disclosed',
      null,
    ])
  })

  it('prefers what is said of 一般公共预算 itself', async () => {
    const d = finalAccount()
      .fact('fiscal_expenditure', '1262.08', { measure: 'total' })
      .fact('fiscal_expenditure', '113.27', { measure: 'total', ...initial })
      .fact('general_expenditure', '110.00', { measure: 'total', ...initial })
    expect((await rows(d, 'total', 'rate'))[0]).toEqual(['110'])
  })

  it('falls back to the table of all spending where 一般公共预算 has none or is shifted', async () => {
    const item = { scheme: 'function', code: '2010301' }
    const d = finalAccount('final.expenditure')
      .fact('function', '448.21', item)
      .fact('function', '108.30', { ...item, ...initial })
    expect(await rows(d, 'item', 'code', 'rate')).toEqual([
      ['2010301', '108.3'],
      ['2010308', null],
    ])
    const shifted = d.table('final.general_expenditure')
    d.row({ ...code('2010308', '信访事务') }, cell('448.21'))
    expect(await rows(d, 'item', 'tableNo')).toEqual([[shifted]])
    d.finding({ outcome: 'violation', kind: 'shift' }, [shifted], [1])
    expect(await rows(d, 'item', 'tableNo')).toEqual([[1], [1]])
  })

  it('takes a budget printed in the table first, then one said in the text, then a derived one', async () => {
    const item = { scheme: 'function', code: '2010301' }
    const d = new Disclosure('final')
    d.table('final.general_expenditure')
    d.row(code('2010301', '行政运行'), cell('400.00', { amount_stage: 'budget' }), cell('448.21'))
    d.fact('function', '401.00', { ...item, stage: 'budget' })
    d.fact('function', '402.00', { ...item, ...derived('1', '2') })
    const columns = ['budget', 'budgetBasis', 'budgetLow', 'colNo']
    expect(await rows(d, 'item', ...columns)).toEqual([['400', 'published', null, 2]])
    d.rows.cells.shift()
    expect(await rows(d, 'item', ...columns)).toEqual([['401', 'text', null, 2]])
    d.rows.facts.shift()
    expect(await rows(d, 'item', ...columns)).toEqual([['402', 'derived', '0.000001', 2]])
  })

  it('leaves out rates of the adjusted budget', async () => {
    const item = { scheme: 'function', code: '2010301' }
    const d = finalAccount().fact('function', '95.89', { ...item, key: 'completion_rate', base: 'adjusted' })
    expect((await rows(d, 'item', 'rate', 'quote'))[0]).toEqual([null, null])
  })

  it('sets 三公 budget and final side by side; a blank budget stays blank beside its final', async () => {
    const d = new Disclosure('final')
    const sides = (budget: string, final: string) => [cell(budget, { amount_stage: 'budget' }), cell(final)]
    d.table('final.three_public')
    d.row(three('total', '合计'), ...sides('3.00', '7.24'))
    d.row(three('abroad', '1、因公出国（境）费'), ...sides('', ''))
    d.row(three('reception', '2、公务接待费'), ...sides('', '4.24'))
    d.row(three('vehicle', '3、公务用车购置及运行费'), ...sides('3.00', '3.00'))
    d.fact('three_public', '241.33', initial).fact('three_public.reception', '0.00', initial)
    expect(
      await rows(
        d,
        'three-public',
        'item',
        'budget',
        'budgetBasis',
        'budgetState',
        'final',
        'finalState',
        'rate',
      ),
    ).toEqual([
      ['total', '3', 'published', 'value', '7.24', 'value', '241.33'],
      ['abroad', null, null, 'blank', null, 'blank', null],
      ['reception', null, null, 'blank', '4.24', 'value', '0'],
      ['vehicle', '3', 'published', 'value', '3', 'value', null],
    ])
  })

  it('gives the final amount that the text states for a blank cell, with its basis, and leaves the cell blank', async () => {
    const d = new Disclosure('final')
    d.table('final.three_public')
    d.row(three('abroad', '1、因公出国（境）费'), cell('', { amount_stage: 'budget' }), cell(''))
    d.row(three('reception', '2、公务接待费'), cell('', { amount_stage: 'budget' }), cell('4.24'))
    d.fact('three_public.abroad', '0.00').fact('three_public.reception', '4.20')
    expect(
      await rows(d, 'three-public', 'item', 'budget', 'budgetState', 'final', 'finalBasis', 'finalState'),
    ).toEqual([
      ['abroad', null, 'blank', '0', 'text', 'blank'],
      ['reception', null, 'blank', '4.24', 'published', 'value'],
    ])
  })

  it('reads a 三公 table of one row, items across, and takes 财政拨款 before 一般公共预算', async () => {
    const d = new Disclosure('final')
    const at = (item: string, amount_stage: 'budget' | 'final', fund = 'fiscal') => ({
      item,
      amount_stage,
      fund,
    })
    d.table('final.three_public')
    d.row(
      { scheme: 'three_public', name: '某局' },
      cell('5.00', at('total', 'budget')),
      cell('2.00', at('reception', 'budget')),
      cell('4.00', at('total', 'final')),
      cell('1.00', at('reception', 'final')),
      cell('0.90', at('reception', 'final', 'general')),
    )
    expect(await rows(d, 'three-public', 'item', 'budget', 'final', 'colNo')).toEqual([
      ['total', '5', '4', 3],
      ['reception', '2', '1', 4],
    ])
  })

  it.each(threePublicFunds)('reads a 三公 table that counts %s alone', async (fund) => {
    const d = new Disclosure('final')
    d.table('final.three_public')
    d.row(
      { scheme: 'three_public', item: 'reception', fund },
      cell('2.00', { amount_stage: 'budget' }),
      cell('1.00'),
    )
    expect(await rows(d, 'three-public', 'item', 'budget', 'final')).toEqual([['reception', '2', '1']])
  })

  it('answers nothing for a budget', async () => {
    const d = new Disclosure('budget')
    d.table('budget.general_expenditure')
    d.row(code('2010301', '行政运行'), cell('400.00'))
    for (const kind of ['total', 'class', 'item', 'three-public'] as const)
      expect(await rows(d, kind, 'code')).toEqual([])
  })

  it('stores its answers with final accounts only', () => {
    const document = { document: 'x-2023-final', stage: 'final' as const, series: [] }
    expect(budgetVsActual.precomputed!(document).map((p) => p.rows)).toEqual([
      'total',
      'class',
      'item',
      'three-public',
    ])
    expect(budgetVsActual.precomputed!({ ...document, stage: 'budget' })).toEqual([])
  })
})
