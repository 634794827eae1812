import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { check } from '../../../src/audit'
import { shiftOf } from '../../../src/audit/shift'
import type { ExtractionTable } from '../../../src/model/extraction'
import { codeTable, disclosure } from '../../support/made-disclosure'

const codes = [
  '合计',
  '201',
  '20103',
  '2010301',
  '2010308',
  '208',
  '20805',
  '2080501',
  '2080505',
  '221',
  '22102',
  '2210201',
]
const total = [
  '100.00',
  '60.00',
  '60.00',
  '45.00',
  '15.00',
  '30.00',
  '30.00',
  '10.00',
  '20.00',
  '10.00',
  '10.00',
  '10.00',
]
const basic = [
  '85.00',
  '45.00',
  '45.00',
  '45.00',
  '',
  '30.00',
  '30.00',
  '10.00',
  '20.00',
  '10.00',
  '10.00',
  '10.00',
]
const project = ['15.00', '15.00', '15.00', '', '15.00', '', '', '', '', '', '', '']

const rowsOf = (...columns: string[][]) =>
  codes.map((code, i) => [code, ...columns.map((c) => c[i] || '_')].join(' '))
const income = codeTable('T02', 'budget.income_total', ['total'], rowsOf(total))
const expenditure = (...columns: string[][]) =>
  codeTable('T03', 'budget.expenditure_total', ['total', 'basic', 'project'], rowsOf(...columns))
const up = (column: string[], by = 1) => [...column.slice(by), ...column.slice(-by)]
const down = (column: string[], by = 1) => [...column.slice(0, by), ...column.slice(0, -by)]
const roots = (...tables: ExtractionTable[]) =>
  check(disclosure(...tables))
    .filter((f) => f.outcome === 'violation' && f.cause === null)
    .map((f) => `${f.rule_id} T0${f.operands[0]!.table_no}`)

describe('a table whose figures have slid away from their codes', () => {
  it('is one finding, and every sum that it breaks is its effect', () => {
    const slid = expenditure(up(total), up(basic), up(project))
    const found = check(disclosure(income, slid))
    const violations = found.filter((f) => f.outcome === 'violation')
    const [shift, ...effects] = violations
    expect(shift).toMatchObject({ rule_id: 'B39', kind: 'shift', cause: null, severity: 'error', left: null })
    expect(effects).toHaveLength(9)
    expect(effects.every((f) => f.rule_id === 'B11' && f.cause === shift!.finding_no)).toBe(true)
    expect(shift!.reading).toBe(
      '把金额下移1行，表T03（total）可比的11个数中有11个与表T02（total）一致；照原样，12个中只有5个一致',
    )
    expect(shift!.message).toBe('表T03的金额与科目错开1行：金额上移了1行，科目没有动')
  })

  it('tells which table agrees, by how many rows, in which columns, and figure by figure', () => {
    const [shift, ...more] = shiftOf(disclosure(income, expenditure(up(total), up(basic), up(project))))
    expect(more).toEqual([])
    expect(shift).toMatchObject({
      table: 'T03',
      by: 1,
      agreesWith: 'T02',
      columns: [2, 3, 4],
      moved: { agree: 11, of: 11 },
      unmoved: { agree: 5, of: 12 },
      remaining: [],
    })
    expect(shift!.pairs[0]).toMatchObject({
      figure: { row: 1, printed: '60.00' },
      other: { row: 2, printed: '60.00' },
    })
  })

  it.each([
    ['down by one', down(total), -1],
    ['up by two', up(total, 2), 2],
    ['down by three', down(total, 3), -3],
  ])('is found when it moved %s', (_, column, by) => {
    const table = codeTable('T03', 'budget.expenditure_total', ['total'], rowsOf(column))
    expect(shiftOf(disclosure(income, table)).map((s) => [s.table, s.by, s.agreesWith])).toEqual([
      ['T03', by, 'T02'],
    ])
    expect(roots(income, table)).toEqual(['B39 T03'])
  })

  it('is found when only the rows from the middle on have moved', () => {
    const part = [...total.slice(0, 5), ...total.slice(6), '']
    const table = codeTable('T03', 'budget.expenditure_total', ['total'], rowsOf(part))
    expect(roots(income, table)).toEqual(['B39 T03'])
  })

  it('is found in one column while the others stand', () => {
    const general = codeTable(
      'T05',
      'budget.general_expenditure',
      ['total', 'basic', 'project'],
      rowsOf(total, basic, project),
    )
    const slid = expenditure(total, up(basic), project)
    expect(shiftOf(disclosure(slid, general)).map((s) => [s.table, s.columns])).toEqual([['T03', [3]]])
    expect(roots(slid, general)).toEqual(['B39 T03'])
  })

  it('is found in both tables of two that slid alike, by a third', () => {
    const general = codeTable('T05', 'budget.general_expenditure', ['total'], rowsOf(up(total)))
    expect(roots(income, expenditure(up(total), up(basic), up(project)), general)).toEqual([
      'B39 T03',
      'B39 T05',
    ])
  })

  it('is found among 类 that have no sums of their own', () => {
    const classes = (rows: string[]) => codeTable('T01', 'budget.balance', ['total'], rows)
    const detail = codeTable(
      'T02',
      'budget.income_total',
      ['total'],
      [
        '合计 100.00',
        '201 60.00',
        '20103 60.00',
        '205 10.00',
        '20508 10.00',
        '208 25.00',
        '20805 25.00',
        '221 5.00',
        '22102 5.00',
      ],
    )
    const sound = ['201 60.00', '202 _', '205 10.00', '206 _', '208 25.00', '210 _', '221 5.00', '222 _']
    const slid = ['201 _', '202 60.00', '205 _', '206 10.00', '208 _', '210 25.00', '221 _', '222 5.00']
    expect(roots(classes(sound), detail)).toEqual([])
    expect(roots(classes(slid), detail)).toEqual(['B39 T01'])
  })

  it('leaves a broken sum that moving does not mend as a finding of its own', () => {
    const wrong = total.with(8, '29.00')
    const table = codeTable('T03', 'budget.expenditure_total', ['total'], rowsOf(up(wrong)))
    expect(roots(income, table)).toEqual(['B39 T03', 'B11 T03'])
  })

  it('speaks as F44 at the final stage', () => {
    const table = codeTable('T03', 'final.expenditure', ['total'], rowsOf(up(total)))
    const sound = codeTable('T02', 'final.income', ['total'], rowsOf(total))
    expect(roots(sound, table)).toEqual(['F44 T03'])
  })
})

describe('no shift is seen', () => {
  it('in equal tables, nor where blanks and zeros stand for each other', () => {
    expect(roots(income, expenditure(total, basic, project))).toEqual([])
    const zeros = total.map((t, i) => (i === 4 ? '0.00' : t))
    const blanks = total.map((t, i) => (i === 4 ? '' : t))
    expect(
      shiftOf(
        disclosure(
          codeTable('T02', 'budget.income_total', ['total'], rowsOf(zeros)),
          codeTable('T03', 'budget.expenditure_total', ['total'], rowsOf(blanks)),
        ),
      ),
    ).toEqual([])
  })

  it('in a table that differs because it counts less money', () => {
    const part = [
      '75.00',
      '45.00',
      '45.00',
      '40.00',
      '5.00',
      '20.00',
      '20.00',
      '5.00',
      '15.00',
      '10.00',
      '10.00',
      '10.00',
    ]
    expect(roots(income, codeTable('T05', 'budget.general_expenditure', ['total'], rowsOf(part)))).toEqual([])
  })

  it('in a single wrong figure, nor in two that changed places', () => {
    expect(shiftOf(disclosure(income, expenditure(total.with(3, '54.00'), basic, project)))).toEqual([])
    expect(
      shiftOf(disclosure(income, expenditure(total.with(7, '20.00').with(8, '10.00'), basic, project))),
    ).toEqual([])
  })

  it('in a column that says one value over and over', () => {
    const rows = ['合计', '201', '20103', '2010308'].map((c) => `${c} 5.00`)
    const fewer = ['合计 5.00', '201 5.00', '20103 5.00', '2010308 _']
    expect(
      shiftOf(
        disclosure(
          codeTable('T02', 'budget.income_total', ['total'], rows),
          codeTable('T03', 'budget.expenditure_total', ['total'], fewer),
        ),
      ),
    ).toEqual([])
  })

  it('where there is no other table to compare with, or both are broken alike', () => {
    expect(shiftOf(disclosure(expenditure(up(total), up(basic), up(project))))).toEqual([])
    const twice = codeTable('T02', 'budget.income_total', ['total'], rowsOf(up(total)))
    expect(
      shiftOf(disclosure(twice, codeTable('T03', 'budget.expenditure_total', ['total'], rowsOf(up(total))))),
    ).toEqual([])
  })

  it('between tables of other schemes, stages or measures', () => {
    const other = { ...expenditure(up(total), up(basic), up(project)) }
    const measured = {
      ...other,
      columns: other.columns.map((c) => (c.measure === 'total' ? { ...c, measure: 'subsidy' as const } : c)),
    }
    expect(shiftOf(disclosure(income, measured))).toEqual([])
    const staged = { ...other, columns: other.columns.map((c) => ({ ...c, amountYear: 2022 })) }
    expect(shiftOf(disclosure(income, staged))).toEqual([])
  })
})

describe('for any sound tree with figures that differ', () => {
  /** Three 类 with 款 and 项, of distinct whole amounts of 万元. */
  const tree = fc
    .uniqueArray(fc.integer({ min: 1, max: 9_000 }), { minLength: 6, maxLength: 6 })
    .map((leaves) => {
      const rows: [string, number][] = []
      ;['201', '208', '210'].forEach((code, i) => {
        const [a, b] = [leaves[2 * i]!, leaves[2 * i + 1]!]
        rows.push([code, a + b], [`${code}05`, a + b], [`${code}0501`, a], [`${code}0502`, b])
      })
      return [['合计', leaves.reduce((x, y) => x + y, 0)] as [string, number], ...rows]
    })
  const table = (id: string, rows: [string, number][]) =>
    codeTable(
      id,
      id === 'T02' ? 'budget.income_total' : 'budget.expenditure_total',
      ['total'],
      rows.map(([c, v]) => `${c} ${v}.00`),
    )

  it('a move by one or two rows is found and a sound copy is not', () => {
    fc.assert(
      fc.property(tree, fc.constantFrom(1, 2, -1, -2), (rows, by) => {
        const values = rows.map(([, v]) => v)
        const n = values.length
        const slid = rows.map(([code], i): [string, number] => [
          code,
          values[Math.min(n - 1, Math.max(0, i + by))]!,
        ])
        const shifts = shiftOf(disclosure(table('T02', rows), table('T03', slid)))
        expect(shifts.map((s) => [s.table, s.by])).toEqual([['T03', by]])
        expect(shiftOf(disclosure(table('T02', rows), table('T03', rows)))).toEqual([])
      }),
    )
  })
})
