import { describe, expect, it } from 'vitest'
import { chooseTable } from '../../../src/pages/unit/choose-table'
import type { TableVerdict } from '../../../src/queries/table-verdicts'

const table = (tableNo: number, form: string, found: Partial<TableVerdict> = {}): TableVerdict => ({
  tableNo,
  form,
  title: form,
  formCode: null,
  unit: '万元',
  empty: false,
  emptyNote: null,
  page: null,
  outcome: null,
  kind: null,
  rule: null,
  message: null,
  reading: null,
  ...found,
})
const shifted: Partial<TableVerdict> = { outcome: 'violation', kind: 'shift', rule: 'B39' }

describe('the table a breakdown is drawn from', () => {
  it('is 支出总表 when it is sound, tails included', () => {
    const verdicts = [
      table(2, 'budget.income_total'),
      table(3, 'budget.expenditure_total', { outcome: 'tail' }),
    ]
    expect(chooseTable(verdicts, 'function', 'budget', 'project')).toMatchObject({
      series: { form: 'budget.expenditure_total', measure: 'project', fund: 'all' },
      sound: true,
      passedOver: [],
    })
  })

  it('is the sound income table when both spending tables are shifted, and these are named', () => {
    const verdicts = [
      table(2, 'budget.income_total'),
      table(3, 'budget.expenditure_total', shifted),
      table(5, 'budget.general_expenditure', shifted),
    ]
    const choice = chooseTable(verdicts, 'function', 'budget', 'total')
    expect(choice.series?.form).toBe('budget.income_total')
    expect(choice.passedOver.map((t) => t.tableNo)).toEqual([3, 5])
  })

  it('is not sound for 基本支出 when only a shifted table has it', () => {
    const verdicts = [table(2, 'budget.income_total'), table(3, 'budget.expenditure_total', shifted)]
    expect(chooseTable(verdicts, 'function', 'budget', 'basic')).toMatchObject({
      series: { form: 'budget.expenditure_total', measure: 'basic' },
      table: { tableNo: 3 },
      sound: false,
      passedOver: [{ tableNo: 3 }],
      absent: null,
    })
  })

  it('tells a table declared empty from one that is not there', () => {
    const empty = [table(6, 'final.general_basic', { empty: true, emptyNote: '空表列示' })]
    expect(chooseTable(empty, 'economic', 'final', 'total').absent).toBe('declared-empty')
    expect(chooseTable([], 'economic', 'final', 'total').absent).toBe('not-disclosed')
  })
})
