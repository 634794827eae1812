import { describe, expect, it } from 'vitest'
import { extractPage } from '../../../support/html-disclosure'

const budget = '某某县农业农村局2024年部门预算公开'

describe('what is to be bought', () => {
  it('is known by goods, works and services, or by its money', async () => {
    const bySort = await extractPage(budget, [
      {
        above: ['政府采购支出预算表', '单位：万元'],
        rows: [
          ['单位名称', '合计', '货物类', '工程类', '服务类'],
          ['合计', '12.00', '10.00', '', '2.00'],
        ],
      },
    ])
    expect(bySort.tables[0]).toMatchObject({ form: 'budget.procurement', rows: [{ item: 'total' }] })
    expect(bySort.tables[0]!.columns.map(({ measure }) => measure)).toEqual([
      undefined,
      'total',
      'goods',
      'works',
      'services',
    ])
    const byMoney = await extractPage(budget, [
      {
        above: ['政府采购预算表', '单位：元'],
        rows: [
          ['采购项目', '采购品目', '数量', '单价', '采购金额合计', '一般公共预算', '其他资金', '备用'],
          ['办公设备购置', '台式计算机', '20', '6000', '120000.00', '100000.00', '20000.00', '3.00'],
        ],
      },
    ])
    expect(byMoney.tables[0]!.columns.slice(2).map(({ measure, fund }) => [measure, fund])).toEqual([
      ['quantity', undefined],
      ['price', undefined],
      ['total', 'all'],
      ['total', 'general'],
      ['total', 'unit_funds'],
      [undefined, undefined],
    ])
    expect(byMoney.problems).toContainEqual(expect.objectContaining({ rule: 'column', where: 'T01.c7' }))
  })

  it('may have the names of 三公 items among its purposes and is no 三公 table', async () => {
    const { tables } = await extractPage(budget, [
      {
        above: ['政府采购预算表', '单位：万元'],
        rows: [
          ['采购品目大类', '经济科目', '采购物品名称', '采购组织形式', '总计'],
          ['货物', '公务接待费', '', '', '1.00'],
          ['', '公务用车运行维护费', '汽油', '分散采购', '2.00'],
          ['', '因公出国（境）费用', '机票', '分散采购', '2.00'],
        ],
      },
    ])
    expect(tables[0]!.form).toBe('budget.procurement')
  })
})
