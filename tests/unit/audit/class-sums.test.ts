import { describe, expect, it } from 'vitest'
import { check } from '../../../src/audit'
import type { ExtractionTable } from '../../../src/model/extraction'
import type { Form } from '../../../src/model/vocabulary'
import { codeTable, disclosure } from '../../support/made-disclosure'

function balance(form: Form, rows: string[], foot: string): ExtractionTable {
  const table = codeTable('T01', form, ['total'], [...rows, `? ${foot}`])
  const last = table.rows.at(-1)!
  return { ...table, rows: [...table.rows.slice(0, -1), { ...last, item: 'exp_current' }] }
}
const outcome = (rows: string[], foot: string, form: Form = 'budget.balance') =>
  check(disclosure(balance(form, rows, foot))).map((f) => `${f.rule_id} ${f.outcome}`)

describe('本年支出合计 is the sum of the 类', () => {
  it('is silent where they agree, and names the rule of each form', () => {
    expect(outcome(['201 1.00', '202 _', '208 2.00'], '3.00')).toEqual(['B03 ok'])
    expect(outcome(['201 1.00', '208 2.00'], '3.00', 'budget.fiscal_balance')).toEqual(['B16 ok'])
    expect(outcome(['201 1.00', '208 2.00'], '3.00', 'final.balance')).toEqual(['F03 ok'])
    expect(outcome(['201 1.00', '208 2.00'], '3.00', 'final.fiscal_balance')).toEqual(['F20 ok'])
  })

  it('fires beyond rounding and calls the rest a tail', () => {
    expect(outcome(['201 1.00', '208 2.00'], '3.01')).toEqual(['B03 tail'])
    expect(outcome(['201 1.00', '208 2.00'], '3.02')).toEqual(['B03 violation'])
  })

  it('cannot decide without the total, with an unreadable 类, or with a gap that an unknown 类 may fill', () => {
    expect(outcome(['201 1.00'], '_')).toEqual(['B03 undecidable'])
    expect(outcome(['201 1.00', '208 二'], '3.00')).toEqual(['B03 undecidable'])
    expect(outcome(['201 1.00', '? 2.00'], '3.00')).toEqual(['B03 undecidable'])
  })

  it('says nothing of a table that prints nothing', () => {
    expect(outcome(['201 _', '208 _'], '_')).toEqual([])
  })
})
