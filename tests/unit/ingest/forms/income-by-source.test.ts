import { describe, expect, it } from 'vitest'
import { keyOfCell } from '../../../../src/model/extraction-keys'
import { extractPage } from '../../../support/html-disclosure'
import { extractTable, rowPerLine } from '../../../support/text-disclosure'

const title = '江苏省某某厅2019年度部门预算公开'

describe('an income table by source', () => {
  const rows = [
    [['收入总计', 2] as [string, number], '9.00'],
    [['一般公共预算资金', 1, 3] as [string, number, number], '小计', '8.00'],
    ['公共财政拨款(补助)资金', '8.00'],
    ['专项收入', ''],
    ['政府性基金', '小计', ''],
    [['财政专户管理资金', 1, 2] as [string, number, number], '小计', ''],
    ['专户管理教育收费', ''],
    [['其他资金', 1, 4] as [string, number, number], '小计', '1.00'],
    ['事业收入', ''],
    ['经营收入', ''],
    ['其他收入', '1.00'],
    [['上年结转和结余资金', 1, 2] as [string, number, number], '小计', ''],
    ['其中：动用上年结转和结余资金', ''],
  ]

  it('has a key for each source and sum, and keeps the names of the others', async () => {
    const header = [['项目名称', 2] as [string, number], '金额']
    const { tables, problems } = await extractPage(title, [
      { above: ['收入预算总表', '公开02表', '单位：万元'], rows: [header, ...rows] },
    ])
    const [table] = tables
    expect(table).toMatchObject({ form: 'budget.income_total', unit: '万元', formCode: '公开02表' })
    expect(table!.columns.map(({ role, measure, fund }) => [role, measure, fund])).toEqual([
      ['name', undefined, undefined],
      ['name', undefined, undefined],
      ['amount', 'total', 'all'],
    ])
    const keys = table!.rows.map((row) => {
      const { scheme, item, name } = keyOfCell(table!, row, table!.columns[2]!)
      return `${scheme} ${item ?? '-'} ${name}`
    })
    expect(keys).toEqual([
      'income total 收入总计',
      'income general 小计',
      'income general_grant 公共财政拨款(补助)资金',
      'income special_income 专项收入',
      'income gov_fund 小计',
      'income special_account 小计',
      'income education_fees 专户管理教育收费',
      'income unit_funds 小计',
      'income business 事业收入',
      'income operating 经营收入',
      'income other 其他收入',
      'income carry_in 小计',
      'income - 其中：动用上年结转和结余资金',
    ])
    expect(problems).toEqual([])
  })

  it('is known also where only the first of its two columns of names has a heading', async () => {
    const { tables, problems } = await extractPage(title, [
      { above: ['收入预算总表', '单位：万元'], rows: [['项目名称', '', '金额'], ...rows] },
    ])
    expect(tables[0]).toMatchObject({ form: 'budget.income_total' })
    expect(tables[0]!.columns[1]).toMatchObject({ role: 'name', path: [] })
    expect(problems).toEqual([])
  })

  it('takes a part for the whole where the table does not have that', async () => {
    const { tables } = await extractPage(title, [
      {
        above: ['收入预算总表', '单位：万元'],
        rows: [
          ['项目', '金额'],
          ['收入总计', '9.00'],
          ['公共财政拨款', '7.00'],
          ['财政专户核拨教育收费', '1.00'],
          ['事业收入', '1.00'],
        ],
      },
    ])
    const [table] = tables
    expect(table!.rows.map(({ item }) => item)).toEqual(['total', 'general', 'special_account', 'business'])
  })

  it('is not seen in a table of expenditure', async () => {
    const table = await extractTable(
      rowPerLine(title, [
        {
          above: ['支出来源表', '单位：万元'],
          rows: [
            ['项目', '金额'],
            ['事业收入支出', '1.00'],
            ['经营收入支出', '1.00'],
            ['其他收入支出', '1.00'],
          ],
        },
      ]),
    )
    expect(table.form).toBe('unknown')
  })
})
