import { describe, expect, it } from 'vitest'
import { keyOfCell } from '../../../../src/model/extraction-keys'
import {
  cellPerLine,
  extractTable,
  extractText,
  rowPerLine,
  valueColumns,
} from '../../../support/text-disclosure'

const budget = '某某区教育局2022年单位预算'
const final = '某某区教育局2019年度部门决算'

describe('基本支出 by economic code', () => {
  it('of a budget counts the whole, 人员经费 and 公用经费', async () => {
    const table = await extractTable(
      cellPerLine(budget, [
        {
          above: ['一般公共预算基本支出表', '\t金额单位：元', ''],
          rows: [
            ['部门预算支出经济分类科目', '本年一般公共预算基本支出'],
            ['科目编码', '科目名称', '合计', '人员经费', '公用经费'],
            ['', '合计', '1,500', '1,200', '300'],
            ['301', '工资福利支出', '1,200', '1,200', ''],
            ['30101', '  基本工资', '1,200', '1,200', ''],
          ],
        },
      ]),
    )
    expect(table).toMatchObject({ form: 'budget.general_basic', unit: '元' })
    expect(valueColumns(table).map((column) => column.split(' = ')[1])).toEqual([
      'total general budget 2022',
      'personnel general budget 2022',
      'public general budget 2022',
    ])
    expect(table.rows.map(({ code, item }) => code ?? item)).toEqual(['total', '301', '30101'])
    expect(table.rows[2]).toMatchObject({ indent: 2, scheme: 'economic_department' })
  })

  it('of a final account stands in panels; a foot label names the amount printed in another panel of its heading', async () => {
    const table = await extractTable(
      rowPerLine(final, [
        {
          above: ['一般公共预算财政拨款基本支出决算表', '公开06表', '金额单位：万元'],
          rows: [
            ['人员经费', '', '', '公用经费', '', '', '', '', ''],
            [
              '科目编码',
              '科目名称',
              '决算数',
              '科目编码',
              '科目名称',
              '决算数',
              '科目编码',
              '科目名称',
              '决算数',
            ],
            ['301', '工资福利支出', '9.00', '302', '商品和服务支出', '2.00', '310', '资本性支出', '1.00'],
            ['30101', '基本工资', '9.00', '30201', '办公费', '2.00', '31002', '办公设备购置', '1.00'],
            ['人员经费合计', '', '9.00', '公用经费合计', '', '', '', '', ''],
            ['3.00', '', '', '', '', '', '', '', ''],
          ],
        },
      ]),
    )
    expect(table.form).toBe('final.general_basic')
    expect(valueColumns(table).map((column) => column.split(' = ')[1])).toEqual(
      Array.from({ length: 3 }, () => 'total general final 2019'),
    )
    const foot = table.rows.at(-1)!
    expect(table.rows).toHaveLength(3)
    expect(foot.cells).toEqual(['', '人员经费合计', '9.00', '', '公用经费合计', '', '', '', '3.00'])
    expect(foot.repair).toMatch(/3\.00 is printed in a row of its own/u)
    expect(foot.places![8]).toMatchObject({ offset: 0, length: 4 })
    expect(keyOfCell(table, foot, table.columns[8]!)).toEqual({
      scheme: 'economic_department',
      item: 'public',
      name: '公用经费合计',
    })
    expect(keyOfCell(table, foot, table.columns[5]!).item).toBeUndefined()
    expect(keyOfCell(table, foot, table.columns[2]!)).toMatchObject({
      item: 'personnel',
      name: '人员经费合计',
    })
    expect(keyOfCell(table, table.rows[1]!, table.columns[8]!)).toMatchObject({
      code: '31002',
      name: '办公设备购置',
    })
  })

  it('keeps the foot’s amount where it is printed in its own panel', async () => {
    const table = await extractTable(
      rowPerLine(final, [
        {
          above: ['一般公共预算财政拨款基本支出决算表', '单位：万元'],
          rows: [
            ['经济分类科目编码', '科目名称', '决算数', '经济分类科目编码', '科目名称', '决算数'],
            ['301', '工资福利支出', '9.00', '302', '商品和服务支出', '2.00'],
            ['', '', '', '310资本性支出', '', '0.00'],
            ['人员经费合计', '', '9.00', '公用经费合计', '', '2.00'],
          ],
        },
      ]),
    )
    expect(table.rows[2]!.blocks).toEqual([
      { scheme: 'economic_department', item: 'personnel' },
      { scheme: 'economic_department', item: 'public' },
    ])
    expect(table.rows[1]!.cells).toEqual(['', '', '', '310', '资本性支出', '0.00'])
    expect(table.rows[1]!.repair).toMatch(/parted/u)
  })

  it('is told from 机关运行经费 by the heading, and from 财政拨款 of all funds by the title', async () => {
    const { tables } = await extractText(
      rowPerLine(budget, [
        {
          above: ['机关运行经费预算表', '单位：万元'],
          rows: [
            ['科目编码', '科目名称', '机关运行经费支出'],
            ['', '合计', '2.00'],
            ['302', '商品和服务支出', '2.00'],
          ],
        },
        {
          above: ['财政拨款基本支出预算表', '单位：万元'],
          rows: [
            ['科目编码', '科目名称', '基本支出'],
            ['302', '商品和服务支出', '2.00'],
          ],
        },
      ]),
    )
    expect(tables.map(({ form }) => form)).toEqual(['budget.operating_cost', 'budget.fiscal_basic'])
    expect(tables.map(({ columns }) => columns[2]!.fund)).toEqual(['general', 'fiscal'])
  })
})
