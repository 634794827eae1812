import { describe, expect, it } from 'vitest'
import type { ExtractionColumn, ExtractionFact, ExtractionTable } from '../../../src/model/extraction'
import type { MoneyUnit } from '../../../src/model/money'
import { identify } from '../../../src/snapshot/identify'
import { snapshotRows } from '../../../src/snapshot/rows'
import { tooFineAmounts } from '../../../src/snapshot/too-fine'
import { codeTable, disclosure } from '../../support/made-disclosure'
import { smallRegistry } from '../../support/registry'

const rowsOf = async (tables: ExtractionTable[], facts: ExtractionFact[] = [], year = 2023) => {
  const made = disclosure(...tables)
  const extraction = { ...made, facts, document: { ...made.document, fiscalYear: year } }
  return snapshotRows(await identify([extraction], smallRegistry), smallRegistry)
}
const form = 'budget.expenditure_total'

function without<T extends object, K extends keyof T>(value: T, ...names: K[]): Omit<T, K> {
  const copy = { ...value }
  for (const name of names) Reflect.deleteProperty(copy, name)
  return copy
}

describe('cells', () => {
  it('hold every amount cell, blanks and broken numbers too, each with its state', async () => {
    const { cells } = await rowsOf([
      codeTable('T03', form, ['total', 'basic'], ['208 1,262.08 0.00', '20805 _ 12O']),
    ])
    expect(cells.map((c) => [c.row_no, c.col_no, c.printed, c.state, c.amount_fen, c.step_fen])).toEqual([
      [1, 2, '1,262.08', 'value', 1_262_080_000n, 10_000n],
      [1, 3, '0.00', 'zero', 0n, 10_000n],
      [2, 2, '', 'blank', null, null],
      [2, 3, '12O', 'unreadable', null, null],
    ])
    expect(cells.every((c) => c.unit === '万元' && c.table_no === 3)).toBe(true)
  })

  it.each<[MoneyUnit, string, bigint, bigint]>([
    ['元', '156211123', 15_621_112_300n, 100n],
    ['元', '-0.05', -5n, 1n],
    ['万元', '341.948323', 341_948_323n, 1n],
    ['亿元', '1.5', 15_000_000_000n, 1_000_000_000n],
  ])('turn %s %s into fen', async (unit, printed, fen, step) => {
    const table = { ...codeTable('T01', form, ['total'], [`208 ${printed}`]), unit }
    const { cells } = await rowsOf([table])
    expect(cells[0]).toMatchObject({ amount_fen: fen, step_fen: step, unit, printed })
  })

  it.each<[MoneyUnit, string]>([
    ['元', '0.001'],
    ['元', '12.345'],
    ['万元', '0.0000001'],
    ['亿元', '1.00000000001'],
  ])(
    'hold %s %s, which is finer than the fen, as unreadable, never as a rounded amount',
    async (unit, printed) => {
      const table = { ...codeTable('T01', form, ['total'], [`208 ${printed}`]), unit }
      const { cells } = await rowsOf([table])
      expect(cells[0]).toMatchObject({ amount_fen: null, step_fen: null, state: 'unreadable', printed })
      expect(tooFineAmounts(disclosure(table))).toEqual([
        {
          rule: 'fen',
          severity: 'warn',
          where: 'T01.r1.c2',
          expected: 'an amount of whole fen',
          found: `${printed} ${unit}`,
        },
      ])
    },
  )

  it('hold whole fen with further noughts, known to the fen', async () => {
    const table = codeTable('T01', form, ['total', 'basic'], ['208 1.50000000 0.00000000'])
    const { cells } = await rowsOf([table])
    expect(cells.map((c) => [c.amount_fen, c.step_fen, c.state])).toEqual([
      [1_500_000n, 1n, 'value'],
      [0n, 1n, 'zero'],
    ])
    expect(tooFineAmounts(disclosure(table))).toEqual([])
  })

  it("take a column's own unit before the table's, and have no amount without any", async () => {
    const table = codeTable('T01', form, ['total', 'basic'], ['208 2 3'])
    const [own, ...rest] = table.columns.slice(2) as [ExtractionColumn, ...ExtractionColumn[]]
    const columns = [...table.columns.slice(0, 2), { ...own, unit: '元' }, ...rest]
    const { cells } = await rowsOf([{ ...table, columns, unit: null }])
    expect(cells.map((c) => [c.unit, c.amount_fen, c.state])).toEqual([
      ['元', 200n, 'value'],
      [null, null, 'unreadable'],
    ])
  })

  it('name a code as the edition of its year does, else as printed without ordinals', async () => {
    const table = codeTable('T01', form, ['total'], ['20805 1', '2080504 1', '2080599 1', '合计 1'])
    const printed = {
      ...table,
      rows: table.rows.map((r) => ({ ...r, cells: ['', ` （2）其中：某项 目 `, '1'] })),
    }
    const name = async (year: number) => (await rowsOf([printed], [], year)).cells.map((c) => c.name)
    expect(await name(2023)).toEqual(['行政事业单位养老支出', '某项目', '某项目', '某项目'])
    expect(await name(2018)).toEqual(['行政事业单位离退休', '未归口管理的行政单位离退休', '某项目', '某项目'])
  })

  it('say level and parent of codes of the classifications, and of nothing else', async () => {
    const { cells } = await rowsOf([
      codeTable('T01', form, ['total'], ['合计 1', '208 1', '20805 1', '2080501 1']),
      codeTable('T02', 'budget.assets', ['total'], ['301 1'], 'asset'),
    ])
    expect(cells.map((c) => [c.scheme, c.code, c.item, c.level, c.parent_code, c.code_basis])).toEqual([
      ['function', null, 'total', null, null, null],
      ['function', '208', null, 1, null, 'printed'],
      ['function', '20805', null, 2, '208', 'printed'],
      ['function', '2080501', null, 3, '20805', 'printed'],
      ['asset', '301', null, null, null, 'printed'],
    ])
  })

  it('keep quantities as decimal text, beside no amount', async () => {
    const table = codeTable(
      'T14',
      'budget.assets',
      ['quantity'],
      ['1 2,098.79', '2 0', '3 _', '4 若干'],
      'asset',
    )
    const columns = table.columns.map((c) =>
      c.role === 'amount' ? { ...c, role: 'quantity' as const, unit: '平方米' } : c,
    )
    const { cells } = await rowsOf([{ ...table, columns }])
    expect(cells.map((c) => [c.quantity, c.state, c.amount_fen, c.unit])).toEqual([
      ['2098.79', 'value', null, '平方米'],
      ['0', 'zero', null, '平方米'],
      [null, 'blank', null, '平方米'],
      [null, 'unreadable', null, '平方米'],
    ])
  })

  it('are declared empty where a note of the empty table says so, and blank where none does', async () => {
    const empty = (notes: string[], isEmpty = true) => ({
      ...codeTable('T07', 'budget.gov_fund', ['total'], ['合计 _']),
      empty: isEmpty,
      notes,
    })
    const states = async (table: ExtractionTable) => {
      const { cells, tables } = await rowsOf([table])
      return [cells[0]!.state, tables[0]!.empty_note]
    }
    const said = '注：无政府基金预算财政拨款预算，空表列示。'
    expect(await states(empty([said]))).toEqual(['declared_empty', said])
    const ifSo = '如本表为空，则我部门本年度无此类资金收支余。'
    expect(await states(empty(['注：本表反映收支。', ifSo]))).toEqual(['declared_empty', ifSo])
    expect(await states(empty(['注：本表反映收支情况。']))).toEqual(['blank', null])
    expect(await states(empty([said], false))).toEqual(['blank', null])
  })

  it('stand in order of row and column, each with its own place', async () => {
    const table = codeTable('T01', form, ['total', 'basic'], ['208 1 2'])
    const places = [
      null,
      null,
      { line: 7, length: 1, offset: 3 },
      { box: [1, 2, 3, 4] as [number, number, number, number], page: 9 },
    ]
    const { cells } = await rowsOf([{ ...table, rows: table.rows.map((r) => ({ ...r, places })) }])
    expect(cells.map((c) => [c.col_no, c.locator, c.page])).toEqual([
      [2, '{"length":1,"line":7,"offset":3}', null],
      [3, '{"box":[1,2,3,4],"page":9}', 9],
    ])
  })

  it('say the year and stage that their column states, else those of the document', async () => {
    const table = codeTable('T01', form, ['total', 'basic'], ['208 1 2'])
    const columns = table.columns.map((c): ExtractionColumn => {
      if (c.index === 2) return { ...c, amountYear: 2022, amountStage: 'final' }
      return without(c, 'amountYear', 'amountStage')
    })
    const { cells } = await rowsOf([{ ...table, columns }])
    expect(cells.map((c) => [c.amount_year, c.amount_stage])).toEqual([
      [2022, 'final'],
      [2023, 'budget'],
    ])
  })
})

describe('tables', () => {
  const basis = async (note: string, header = '预算数') => {
    const table = codeTable('T07', 'final.three_public', ['total'], ['1 1'], 'three_public')
    const columns = table.columns.map((c) => (c.role === 'amount' ? { ...c, path: [header] } : c))
    return (await rowsOf([{ ...table, columns, notes: [note] }])).tables[0]!.budget_basis
  }

  it('tell which budget 预算数 is, by a note or else by the header', async () => {
    expect(await basis('其中：预算数为年初预算数；决算数是实际支出。')).toBe('initial')
    expect(await basis('预算数是指全年预算数')).toBe('adjusted')
    expect(await basis('预算数为调整预算数')).toBe('adjusted')
    expect(await basis('', '年初预算数')).toBe('initial')
    expect(await basis('', '全年预算数')).toBe('adjusted')
    expect(await basis('注：本表反映预决算情况。')).toBe('unknown')
  })

  it('tell whose money they count: the widest of their columns, or what a 三公 title names', async () => {
    const scope = async (
      funds: (ExtractionColumn['fund'] | null)[],
      title = '表',
      name: 'budget.assets' | 'final.three_public' = 'budget.assets',
    ) => {
      const table = codeTable(
        'T01',
        name,
        funds.map(() => 'total'),
        [],
      )
      const columns = table.columns.map((c) => {
        const fund = funds[c.index - 2]
        return fund ? { ...c, fund } : without(c, 'fund')
      })
      return (await rowsOf([{ ...table, title, columns }])).tables[0]!.fund_scope
    }
    expect(await scope(['all'])).toBe('all')
    expect(await scope(['fiscal', 'general', 'gov_fund'])).toBe('fiscal')
    expect(await scope(['general', 'gov_fund', 'state_capital'])).toBe('fiscal')
    expect(await scope(['general', 'special_account'])).toBe('all')
    expect(await scope(['gov_fund'])).toBe('gov_fund')
    expect(await scope([null])).toBe('unknown')
    expect(await scope(['fiscal'], '财政拨款“三公”经费支出决算表', 'final.three_public')).toBe('fiscal')
    expect(await scope(['fiscal'], '一般公共预算“三公”经费支出表', 'final.three_public')).toBe('general')
  })
})

describe('facts', () => {
  const fact: ExtractionFact = {
    fact_no: 1,
    source_no: 1,
    key: 'amount',
    subject: 'function',
    label: '行政运行',
    value: '413.8596',
    unit: '万元',
    year: 2023,
    stage: 'budget',
    scheme: 'function',
    code: '2010301',
    measure: 'total',
    basis: 'derived',
    low: '413.83594',
    high: '413.883303',
    formula: '448.21 / 108.30%',
    inputs: ['T05.r4.c2', 'F12'],
    printed: '',
    quote: '',
    locator: { line: 3 },
  }

  it('of money are fen, bounds rounded outwards', async () => {
    const { facts } = await rowsOf([], [fact, { ...fact, fact_no: 2, value: '-3', key: 'change' }])
    expect(facts[0]).toMatchObject({
      amount_fen: 413_859_600n,
      low_fen: 413_835_940n,
      high_fen: 413_883_303n,
      number: null,
      inputs: '["T05.r4.c2","F12"]',
      fiscal_year: 2023,
      base: null,
    })
    expect(facts[1]).toMatchObject({ amount_fen: -3_000_000n, unit: '万元' })
    const fine = { ...fact, unit: '元', value: '1.005', low: '1.004', high: '1.0051' }
    const [rounded] = (await rowsOf([], [fine])).facts
    expect(rounded).toMatchObject({ amount_fen: 100n, low_fen: 100n, high_fen: 101n })
  })

  it('told in prose have the step of their last printed digit; worked out or told in words they have none', async () => {
    const told = { ...without(fact, 'low', 'high', 'formula', 'inputs'), basis: 'text' as const }
    const { facts } = await rowsOf(
      [],
      (
        [
          fact,
          { ...told, value: '1262.08', printed: '1,262.08' },
          { ...told, key: 'change', value: '-3', printed: '3' },
          { ...told, unit: '元', value: '30000', printed: '30000' },
          { ...told, key: 'change', value: '0', printed: '持平' },
        ] satisfies ExtractionFact[]
      ).map((one, index) => ({ ...one, fact_no: index + 1 })),
    )
    expect(facts.map(({ amount_fen, step_fen }) => [amount_fen, step_fen])).toEqual([
      [413_859_600n, null],
      [1_262_080_000n, 10_000n],
      [-3_000_000n, 1_000_000n],
      [3_000_000n, 100n],
      [0n, null],
    ])
  })

  it('told finer than the fen have no amount, and it is said', async () => {
    const told = { ...without(fact, 'low', 'high'), basis: 'text' as const }
    const fine = { ...told, unit: '元', value: '0.004', printed: '0.004' }
    const { facts } = await rowsOf([], [fine])
    expect(facts[0]).toMatchObject({ amount_fen: null, step_fen: null, number: null, printed: '0.004' })
    expect(tooFineAmounts({ ...disclosure(), facts: [fine, fact] })).toMatchObject([
      { where: 'F1', found: '0.004 元' },
    ])
  })

  it('of anything else stay the decimal text they are', async () => {
    const rest = without(fact, 'low', 'high')
    const { facts } = await rowsOf(
      [],
      [{ ...rest, key: 'completion_rate', value: '108.30', unit: '%', basis: 'text' }],
    )
    expect(facts[0]).toMatchObject({
      amount_fen: null,
      low_fen: null,
      high_fen: null,
      number: '108.30',
      unit: '%',
    })
  })
})

describe('findings', () => {
  it('carry what the checks found, with operands in their document', async () => {
    const { findings, operands } = await rowsOf([
      codeTable('T03', form, ['total'], ['208 2.00', '20805 1.00']),
    ])
    expect(findings).toMatchObject([
      { finding_no: 1, rule_id: 'B11', outcome: 'violation', difference: '10000' },
    ])
    expect(operands.map((o) => [o.finding_no, o.operand_no, o.side, o.table_no, o.printed])).toEqual([
      [1, 1, 'left', 3, '2.00'],
      [1, 2, 'right', 3, '1.00'],
    ])
    expect(operands.every((o) => o.source_document_id === o.document_id)).toBe(true)
  })
})

describe('names', () => {
  it('are those of the registry, with the units of disclosures that it does not know', async () => {
    const { codes, regions, units } = await rowsOf([])
    expect(codes.map((c) => [c.code, c.valid_from, c.valid_to])).toEqual([
      ['208', 2007, null],
      ['20805', 2007, 2019],
      ['20805', 2020, null],
      ['2080501', 2007, null],
      ['2080504', 2007, 2019],
    ])
    expect(regions.map((r) => [r.region_code, r.parent])).toEqual([
      ['990000', null],
      ['990100', '990000'],
    ])
    expect(units.map((u) => [u.name, u.aliases])).toEqual([
      ['某局', '[]'],
      ['某市信访局', '["中共某市委信访局","某市信访办"]'],
    ])
  })
})
