import { describe, expect, it } from 'vitest'
import { cellPerLine, extractText, rowPerLine } from '../../../support/text-disclosure'

const title = '江苏省体育局2023年部门预算'
const rows = [
  ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
  ['207', '文化旅游体育与传媒支出', '8.00', '5.00', '3.00'],
]
const empty = [rows[0]!, ['', '', '', '', '']]

describe('the title of a table', () => {
  it('is the nearest line above that ends in 表 or 情况, not its number, unit or year', async () => {
    const above = ['部门支出总表', '公开 03 表', '编制单位：江苏省体育局', '2023年度', '单位：万元']
    const { tables } = await extractText(rowPerLine(title, [{ above, rows }]))
    expect(tables[0]).toMatchObject({ title: '部门支出总表', formCode: '公开03表', unit: '万元' })
  })

  it('may stand in the table’s first row', async () => {
    const inside = [
      ['一般公共预算支出表', '', '', '', ''],
      ['部门：体育局', '', '', '', '金额单位：元'],
      ...rows,
    ]
    const { tables } = await extractText(rowPerLine(title, [{ above: [], rows: inside }]))
    expect(tables[0]).toMatchObject({
      title: '一般公共预算支出表',
      unit: '元',
      form: 'budget.general_expenditure',
    })
    expect(tables[0]!.rows).toHaveLength(1)
  })

  it('is not taken from a sentence', async () => {
    const above = ['一般公共预算支出表', '本部门支出如下，详见下表。', '单位：万元']
    const { tables } = await extractText(rowPerLine(title, [{ above, rows }]))
    expect(tables[0]!.title).toBe('一般公共预算支出表')
  })
})

describe('the unit of money', () => {
  it('is each table’s own, so that 元 and 万元 may stand in one document', async () => {
    const { tables, document } = await extractText(
      rowPerLine(title, [
        { above: ['部门支出总表', '单位：元'], rows },
        { above: ['一般公共预算支出表', '金额单位：万元'], rows },
        { above: ['政府性基金预算支出表', '单位：元'], rows },
        { above: ['国有资本经营预算支出表'], rows },
      ]),
    )
    expect(tables.map(({ unit }) => unit)).toEqual(['元', '万元', '元', '元'])
    expect(document.declaredUnit).toBe('元')
  })

  it('is not supposed where no table prints one', async () => {
    const { tables, problems } = await extractText(rowPerLine(title, [{ above: ['部门支出总表'], rows }]))
    expect(tables[0]!.unit).toBeNull()
    expect(problems).toMatchObject([{ rule: 'S18', severity: 'error', where: 'T01' }])
  })

  it('is not the name of the unit', async () => {
    const { tables } = await extractText(
      rowPerLine(title, [{ above: ['部门支出总表', '单位：万元县财政局', '单位：元'], rows }]),
    )
    expect(tables[0]!.unit).toBe('元')
  })

  it('is a column’s own where its header prints one', async () => {
    const { tables } = await extractText(
      cellPerLine(title, [
        {
          above: ['单位固定资产占用情况表', '\t截止时间：2022-12-31', ''],
          rows: [
            ['项目', '数量', '价值（金额单位：元）'],
            ['资产总额', '', '5,509,600'],
            ['1、房屋（平方米）', '2098.79', '4,570,900'],
            ['2、车辆（台、辆）', '0', '0'],
          ],
        },
      ]),
    )
    expect(tables[0]).toMatchObject({ form: 'budget.assets', unit: '元' })
    expect(tables[0]!.columns[2]).toMatchObject({ unit: '元', measure: 'total', amountYear: 2022 })
    expect(tables[0]!.rows.map(({ item }) => item)).toEqual(['assets_total', 'buildings', 'vehicles'])
  })
})

describe('notes below a table', () => {
  it('belong to it, up to the next title', async () => {
    const below = ['注：本表反映支出。', '本表金额转换成万元时可能存在尾差。']
    const { tables } = await extractText(
      rowPerLine(title, [
        { above: ['部门支出总表', '单位：万元'], rows, below },
        { above: ['一般公共预算支出表', '单位：万元'], rows, below: ['2023年，我部门支出8.00万元。'] },
      ]),
    )
    expect(tables.map(({ notes }) => notes)).toEqual([below, []])
  })

  it('of an empty table stand beside the fact that it was published without any amount', async () => {
    const below = ['注：无政府性基金预算，空表列示。']
    const { tables } = await extractText(
      rowPerLine(title, [{ above: ['政府性基金预算支出表', '单位：万元'], rows: empty, below }]),
    )
    expect(tables[0]).toMatchObject({ form: 'budget.gov_fund', empty: true, notes: below })
  })

  it('a table with a printed zero is not empty', async () => {
    const zero = [rows[0]!, ['', '合计', '0.00', '', '']]
    const { tables } = await extractText(
      rowPerLine(title, [{ above: ['政府性基金预算支出表', '单位：万元'], rows: zero }]),
    )
    expect(tables[0]!.empty).toBe(false)
  })
})

describe('a table of no known form', () => {
  it('is kept with its cells, is reported, and yields no amounts', async () => {
    const { tables, problems } = await extractText(
      rowPerLine(title, [
        {
          above: ['债务情况表', '单位：万元'],
          rows: [
            ['年度', '专项债余额', '利率'],
            ['2023', '500.00', '3.1'],
          ],
        },
      ]),
    )
    expect(tables[0]).toMatchObject({ form: 'unknown', title: '债务情况表' })
    expect(tables[0]!.columns.map(({ role }) => role)).toEqual(['text', 'text', 'text'])
    expect(tables[0]!.rows[0]!.cells).toEqual(['2023', '500.00', '3.1'])
    expect(problems).toMatchObject([
      { rule: 'form', where: 'T01', found: '债务情况表 (年度, 专项债余额, 利率)' },
    ])
  })

  it('and a performance table are kept as words, prose cut', async () => {
    const prose = '通过开展全民健身活动，保障群众体育需求。'.repeat(8)
    const { tables } = await extractText(
      rowPerLine(title, [
        {
          above: ['1.健身活动经费绩效目标表', '单位：万元'],
          rows: [
            ['项目名称', '健身活动经费', '预算数', '55.00'],
            ['绩效目标', prose, '', ''],
            ['一级指标', '二级指标', '三级指标', '指标值'],
            ['产出指标', '数量指标', '活动场次', '≥90'],
          ],
        },
      ]),
    )
    const [table] = tables
    expect(table).toMatchObject({ form: 'budget.project_target', unit: '万元' })
    expect(table!.columns.every(({ role }) => role === 'text')).toBe(true)
    expect(table!.rows.map(({ cells }) => cells[3])).toEqual(['55.00', '', '指标值', '≥90'])
    expect(table!.rows[1]!.cells[1]).toBe(`${prose.slice(0, 40)}…`)
    expect(table!.rows[1]!.repair).toMatch(/cut to its first 40/u)
  })

  it('nor is a procurement table one: it counts by fund', async () => {
    const { tables } = await extractText(
      rowPerLine(title, [
        {
          above: ['政府采购预算表', '单位：万元'],
          rows: [
            ['项目名称', '采购品目', '数量', '单价', '采购金额', '', ''],
            ['', '', '', '', '合计', '一般公共预算', '单位资金'],
            ['合计', '', '', '', '4.00', '3.00', '1.00'],
            ['健身器材', '体育设备', '2', '2.00', '4.00', '3.00', '1.00'],
          ],
        },
      ]),
    )
    expect(tables[0]!.form).toBe('budget.procurement')
    expect(tables[0]!.columns.slice(2).map(({ measure, fund }) => [measure, fund])).toEqual([
      ['quantity', undefined],
      ['price', undefined],
      ['total', 'all'],
      ['total', 'general'],
      ['total', 'unit_funds'],
    ])
    expect(tables[0]!.rows.map(({ scheme, item }) => [scheme, item])).toEqual([
      ['procurement', 'total'],
      ['procurement', undefined],
    ])
  })
})
