import { describe, expect, it } from 'vitest'
import type { ExtractionTable } from '../../../../src/model/extraction'
import { extractPage } from '../../../support/html-disclosure'
import { cellPerLine, extractTable, rowPerLine, valueColumns } from '../../../support/text-disclosure'

const budget = '某某市司法局2025年部门预算'
const final = '某某市司法局2021年度部门决算公开'

/** Key of each row of a panel: its code or item. */
const keysOf = (table: ExtractionTable, panel: number) =>
  table.rows.map(({ blocks }) => blocks?.[panel - 1]?.code ?? blocks?.[panel - 1]?.item ?? null)

describe('a balance of all money', () => {
  it('has sources of income in one panel and 类, resolved by name, in the other', async () => {
    const table = await extractTable(
      cellPerLine(budget, [
        {
          above: ['部门收支总表', '\t单位：万元', ''],
          rows: [
            ['收入', '支出'],
            ['项目', '金额', '项目', '金额'],
            ['一、财政拨款收入', '9.00', '一、公共安全支出', '8.00'],
            ['其中：政府性基金', '', '二、社会保障和就业支出', '3.00'],
            ['二、事业收入', '1.00', '三、文化体育与传媒支出', ''],
            ['三、上级补助收入', '', '', ''],
            ['本年收入合计', '10.00', '本年支出合计', '11.00'],
            ['上年结转', '1.00', '结转下年', ''],
            ['收入总计', '11.00', '支出总计', '11.00'],
          ],
        },
      ]),
    )
    expect(table.form).toBe('budget.balance')
    expect(valueColumns(table)).toEqual([
      '收入/金额 = total all budget 2025',
      '支出/金额 = total all budget 2025',
    ])
    expect(keysOf(table, 1)).toEqual([
      'fiscal',
      'gov_fund',
      'business',
      'upper',
      'income_current',
      'carry_in',
      'income_grand',
    ])
    expect(keysOf(table, 2)).toEqual(['204', '208', '207', null, 'exp_current', 'carry_out', 'exp_grand'])
    expect(table.rows[0]!.blocks![1]).toEqual({ code: '204', codeBasis: 'by_name', scheme: 'function' })
  })

  it('calls what is carried over opening and closing in a final account', async () => {
    const table = await extractTable(
      rowPerLine(final, [
        {
          above: ['收入支出决算总表', '公开01表', '金额单位：万元'],
          rows: [
            ['收入', '', '', '支出', '', ''],
            ['项目', '行次', '决算数', '项目', '行次', '决算数'],
            ['栏次', '', '1', '栏次', '', '2'],
            ['一、一般公共预算财政拨款收入', '1', '9.00', '一、公共安全支出', '32', '9.00'],
            ['二、经营收入', '2', '', '二、其他支出', '33', ''],
            ['三、其他收入', '3', '', '', '34', ''],
            ['使用非财政拨款结余', '28', '', '结余分配', '59', ''],
            ['年初结转和结余', '29', '1.00', '年末结转和结余', '60', '1.00'],
            ['总计', '31', '10.00', '总计', '62', '10.00'],
          ],
        },
      ]),
    )
    expect(table.form).toBe('final.balance')
    expect(table.columns.map(({ role, block }) => `${role}${block}`)).toEqual([
      'name1',
      'lineno1',
      'amount1',
      'name2',
      'lineno2',
      'amount2',
    ])
    expect(keysOf(table, 1).slice(3)).toEqual(['use_nonfiscal', 'opening', 'income_grand'])
    expect(keysOf(table, 2).slice(3)).toEqual(['surplus_alloc', 'closing', 'exp_grand'])
  })

  it('knows the natures in a third panel, which says the expenditure again, and none of its sums', async () => {
    const table = await extractTable(
      rowPerLine('江苏省某某厅2018年度部门预算', [
        {
          above: ['收支预算总表', '单位：万元'],
          rows: [
            ['收入', '', '支出', '', '', ''],
            ['项目名称', '金额', '功能科目名称', '金额', '项目名称', '金额'],
            ['一、财政拨款收入', '8.00', '一、一般公共服务支出', '8.00', '一、基本支出', '6.00'],
            ['二、财政专户管理资金', '', '', '', '二、项目支出', '2.00'],
            ['三、其他资金', '', '', '', '', ''],
            ['当年收入小计', '8.00', '当年支出小计', '8.00', '', ''],
            ['收入合计', '8.00', '支出合计', '8.00', '支出合计', '8.00'],
          ],
        },
      ]),
    )
    expect(table.form).toBe('budget.balance')
    expect(keysOf(table, 1)).toEqual([
      'fiscal',
      'special_account',
      'unit_funds',
      'income_current',
      'income_grand',
    ])
    expect(keysOf(table, 2)).toEqual(['201', null, null, 'exp_current', 'exp_grand'])
    expect(keysOf(table, 3)).toEqual(['basic', 'project', null, null, null])
  })

  it('gives a sum that is merged over two panels to the amount it stands before', async () => {
    const { tables } = await extractPage('江苏省某某厅2018年度部门预算', [
      {
        above: ['收支预算总表', '单位：万元'],
        rows: [
          [
            ['收入', 2],
            ['支出', 4],
          ],
          [
            ['项目名称', 1, 2],
            ['金额', 1, 2],
            ['功能分类', 2],
            ['支出用途', 2],
          ],
          ['功能科目名称', '金额', '项目名称', '金额'],
          ['一、财政拨款', '8.00', '一、一般公共服务支出', '8.00', '一、基本支出', '6.00'],
          ['二、财政专户管理资金', '', '', '', '二、项目支出', '1.50'],
          ['三、其他资金', '', '', '', '三、单位预留机动经费', '0.50'],
          ['当年收入小计', '8.00', ['当年支出小计', 3], '8.00'],
          ['收入合计', '8.00', ['支出合计', 3], '8.00'],
        ],
      },
    ])
    const [table] = tables
    expect(keysOf(table!, 3)).toEqual(['basic', 'project', 'reserve', 'exp_current', 'exp_grand'])
    expect(keysOf(table!, 2)).toEqual(['201', null, null, null, null])
  })
})

describe('a balance of 财政拨款', () => {
  it('counts expenditure by fund and parts of a carry-over by fund', async () => {
    const table = await extractTable(
      rowPerLine(final, [
        {
          above: ['财政拨款收入支出决算总表', '公开04表', '金额单位：万元'],
          rows: [
            ['收入', '', '支出', '', '', '', ''],
            [
              '项目',
              '金额',
              '项目',
              '合计',
              '一般公共预算财政拨款',
              '政府性基金预算财政拨款',
              '国有资本经营预算财政拨款',
            ],
            ['一、一般公共预算财政拨款', '9.00', '一、公共安全支出', '9.00', '9.00', '', ''],
            ['二、政府性基金预算财政拨款', '', '二、国有资本经营预算支出', '', '', '', ''],
            ['本年收入合计', '9.00', '本年支出合计', '9.00', '9.00', '', ''],
            ['年初财政拨款结转和结余', '1.00', '年末财政拨款结转和结余', '1.00', '1.00', '', ''],
            ['一、一般公共预算财政拨款', '1.00', '', '', '', '', ''],
            ['二、政府性基金预算财政拨款', '', '', '', '', '', ''],
            ['总计', '10.00', '总计', '10.00', '10.00', '', ''],
          ],
        },
      ]),
    )
    expect(table.form).toBe('final.fiscal_balance')
    expect(valueColumns(table).map((column) => column.replace(/.* = (.*) final 2021/u, '$1'))).toEqual([
      'total fiscal',
      'total fiscal',
      'total general',
      'total gov_fund',
      'total state_capital',
    ])
    expect(keysOf(table, 1)).toEqual([
      'general',
      'gov_fund',
      'income_current',
      'opening',
      'carry_in_general',
      'carry_in_gov_fund',
      'income_grand',
    ])
    expect(keysOf(table, 2)).toEqual(['204', '223', 'exp_current', 'closing', null, null, 'exp_grand'])
  })
})
