import { describe, expect, it } from 'vitest'
import { check, rules } from '../../../src/audit'
import type { Form } from '../../../src/model/vocabulary'
import { codeTable, disclosure } from '../../support/made-disclosure'

const outcomes = (rows: string[], form: Form = 'budget.expenditure_total') =>
  check(disclosure(codeTable('T01', form, ['total'], rows))).map((f) => f.outcome)

describe('a code is the sum of the codes below it', () => {
  it('is silent about a sound tree and counts what proves something', () => {
    const found = check(
      disclosure(
        codeTable(
          'T01',
          'budget.expenditure_total',
          ['total'],
          [
            '合计 30.00',
            '201 20.00',
            '20103 20.00',
            '2010301 12.50',
            '2010308 7.50',
            '208 10.00',
            '20805 10.00',
          ],
        ),
      ),
    )
    expect(found.map((f) => [f.rule_id, f.outcome, f.left, f.right, f.nontrivial])).toEqual([
      ['B11', 'ok', '300000', '300000', 3],
      ['B11', 'ok', '200000', '200000', 2],
      ['B11', 'ok', '200000', '200000', 3],
      ['B11', 'ok', '100000', '100000', 2],
    ])
  })

  it('fires on a digit too much, with both sides, the gap and each operand in its place', () => {
    const [finding] = check(
      disclosure(codeTable('T04', 'budget.general_expenditure', ['total'], ['201 21.00', '20103 20.00'])),
    )
    expect(finding).toMatchObject({
      finding_no: 1,
      rule_id: 'B21',
      outcome: 'violation',
      kind: null,
      cause: null,
      severity: 'error',
      unit: '元',
      left: '210000',
      right: '200000',
      difference: '10000',
      tolerance: '100',
    })
    expect(finding!.message).toBe('201 科目201（total）21.00，下级之和20.00，相差1.00万元')
    expect(finding!.operands).toEqual([
      {
        operand_no: 1,
        side: 'left',
        sign: 1,
        table_no: 4,
        row_no: 1,
        col_no: 2,
        fact_no: null,
        printed: '21.00',
      },
      {
        operand_no: 2,
        side: 'right',
        sign: 1,
        table_no: 4,
        row_no: 2,
        col_no: 2,
        fact_no: null,
        printed: '20.00',
      },
    ])
  })

  it('calls a gap within rounding a tail, up to the very edge, and one step beyond a violation', () => {
    const four = ['201 2.00', '202 3.00', '203 4.00', '204 1.00']
    expect(outcomes(['合计 10.02', ...four])).toEqual(['tail'])
    expect(outcomes(['合计 9.98', ...four])).toEqual(['tail'])
    expect(outcomes(['合计 10.03', ...four])).toEqual(['violation'])
    const three = ['201 2.00', '202 3.00', '203 4.00']
    expect(outcomes(['合计 9.02', ...three])).toEqual(['tail'])
    expect(outcomes(['合计 9.03', ...three])).toEqual(['violation'])
  })

  it('gives a figure the width of its own last digit', () => {
    expect(outcomes(['201 20', '20103 19.50'])).toEqual(['tail'])
    expect(outcomes(['201 20', '20103 19.49'])).toEqual(['violation'])
  })

  it('lets blanks and bare zeros add nothing, not even doubt', () => {
    expect(outcomes(['合计 10.00', '201 10.00', '202 _', '203 _', '204 0'])).toEqual(['ok'])
    expect(outcomes(['合计 10.01', '201 10.00', '202 _', '203 _', '204 0'])).toEqual(['tail'])
    expect(outcomes(['合计 10.02', '201 10.00', '202 _', '203 _', '204 0'])).toEqual(['violation'])
    expect(outcomes(['合计 10.02', '201 10.00', '202 0.00', '203 0.00', '204 0'])).toEqual(['tail'])
  })

  it('fires when a total stands over blanks alone, and says nothing where nothing is printed', () => {
    expect(outcomes(['201 77.65', '20103 _'])).toEqual(['violation'])
    expect(outcomes(['合计 _', '201 _', '20103 _'])).toEqual([])
    expect(outcomes(['合计 _', '201 0.00'])).toEqual([])
  })

  it('cannot decide without the total or with a part that is no number', () => {
    expect(outcomes(['201 _', '20103 20.00'])).toEqual(['undecidable'])
    expect(outcomes(['201 20.00', '20103 2O.00', '20104 _'])).toEqual(['undecidable'])
    const noUnit = {
      ...codeTable('T01', 'budget.expenditure_total', ['total'], ['201 2.00', '20103 2.00']),
      unit: null,
    }
    const [finding] = check(disclosure(noUnit))
    expect(finding).toMatchObject({ outcome: 'undecidable', left: null, right: null, difference: null })
    expect(finding!.message).toContain('无法核对')
  })

  it('cannot decide a gap that a row of unknown code may fill, but lets a closed sum stand', () => {
    expect(outcomes(['合计 10.00', '201 6.00', '? 4.00'])).toEqual(['undecidable'])
    expect(outcomes(['合计 10.00', '201 6.00', '202 4.00', '? 4.00'])).toEqual(['ok'])
    expect(outcomes(['201 9.00', '20103 2.00', '? 7.00', '20104 1.00'])).toEqual(['undecidable'])
    expect(outcomes(['201 9.00', '20103 2.00', '202 1.00', '? 7.00'])).toEqual(['violation'])
  })

  it('counts 0 = 0 + 0 as proving nothing', () => {
    const [finding] = check(
      disclosure(codeTable('T01', 'final.income', ['total'], ['201 0.00', '20103 0.00'])),
    )
    expect(finding).toMatchObject({ rule_id: 'F10', outcome: 'ok', nontrivial: 0 })
  })

  it('takes the tree as printed: without 款 rows, and section by section', () => {
    expect(outcomes(['合计 9.00', '201 9.00', '2010301 4.00', '2010308 5.00'])).toEqual(['ok', 'ok'])
    expect(outcomes(['合计 9.00', '201 4.00', '20103 4.00', '201 5.00', '20103 5.00'])).toEqual([
      'ok',
      'ok',
      'ok',
    ])
  })

  it('joins side-by-side panels of one kind into one tree', () => {
    const table = codeTable('T06', 'final.general_basic', ['total', 'total'], [], 'economic_department')
    const scheme = 'economic_department'
    const [, , left, right] = table.columns
    const found = check(
      disclosure({
        ...table,
        columns: [
          { index: 0, role: 'name', path: ['名称'], block: 1 },
          { index: 1, role: 'name', path: ['名称'], block: 2 },
          { ...left!, block: 1 },
          { ...right!, block: 2 },
        ],
        rows: [
          ['工资', '专用设备', '3.00', '1.00', '301', '31003'],
          ['基本工资', '', '3.00', '', '30101', ''],
          ['资本性支出', '', '2.00', '', '310', ''],
        ].map(([a = '', b = '', x = '', y = '', one = '', two = ''], i) => ({
          row: i + 1,
          cells: [a, b, x, y],
          blocks: [{ scheme, code: one }, two === '' ? {} : { scheme, code: two }],
          locator: { line: i },
        })),
      }),
    )
    expect(found.map((f) => [f.rule_id, f.outcome, f.operands.map((o) => o.col_no)])).toEqual([
      ['F33', 'ok', [2, 2]],
      ['F33', 'violation', [2, 3]],
    ])
  })

  it('speaks for its own form alone', () => {
    const broken = ['201 2.00', '20103 1.00']
    const byForm = (form: Form) =>
      check(disclosure(codeTable('T01', form, ['total'], broken))).map((f) => f.rule_id)
    expect(byForm('budget.income_total')).toEqual(['B08'])
    expect(byForm('budget.general_basic')).toEqual(['B26'])
    expect(byForm('final.expenditure')).toEqual(['F13'])
    expect(byForm('final.general_expenditure')).toEqual(['F27'])
    expect(byForm('unknown')).toEqual([])
  })
})

describe('the list of rules', () => {
  it('names each rule once, in Chinese and English, with its formula', () => {
    expect(new Set(rules.map((r) => r.id)).size).toBe(rules.length)
    for (const rule of rules) {
      expect(rule.id).toMatch(/^[BF]\d\d$/)
      expect(rule.name.zh).toMatch(/\p{Script=Han}/u)
      expect(rule.name.en).toMatch(/^[a-z ]+$/)
      expect(rule.formula).not.toBe('')
    }
  })
})
