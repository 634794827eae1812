import { describe, expect, it } from 'vitest'
import { cellPerLine, extractTable, rowPerLine, valueColumns } from '../../../support/text-disclosure'

const budget = '某某县农业农村局2021年部门预算公开'
const final = '某某县农业农村局2020年度部门决算'

const keysOf = (table: { rows: { code?: string; item?: string }[] }) =>
  table.rows.map((row) => row.code ?? row.item ?? null)

describe('an income table', () => {
  it('of a budget counts sources, the year’s subtotal and what is carried in', async () => {
    const table = await extractTable(
      cellPerLine(budget, [
        {
          above: ['部门收入总表', '\t单位：万元', ''],
          rows: [
            ['功能分类科目', '总计', '上年结转', '本年收入'],
            [
              '科目编码',
              '科目名称',
              '',
              '',
              '合计',
              '财政拨款收入',
              '财政专户管理资金',
              '事业收入',
              '其他收入',
            ],
            ['213', '农林水支出', '9.00', '1.00', '8.00', '6.00', '', '1.50', '0.50'],
          ],
        },
      ]),
    )
    expect(table.form).toBe('budget.income_total')
    expect(valueColumns(table)).toEqual([
      '总计 = total all budget 2021',
      '上年结转 = carry_in all budget 2021',
      '本年收入/合计 = current_subtotal all budget 2021',
      '本年收入/财政拨款收入 = fiscal all budget 2021',
      '本年收入/财政专户管理资金 = special_account all budget 2021',
      '本年收入/事业收入 = business all budget 2021',
      '本年收入/其他收入 = other all budget 2021',
    ])
    expect(table.rows[0]).toMatchObject({ code: '213', codeBasis: 'printed', scheme: 'function' })
  })

  it('tells the three funds apart where a province prints them', async () => {
    const table = await extractTable(
      rowPerLine(budget, [
        {
          above: ['收入预算总表', '单位：元'],
          rows: [
            [
              '科目编码',
              '科目名称',
              '合计',
              '一般公共预算拨款收入',
              '政府性基金预算拨款收入',
              '事业收入',
              '经营收入',
            ],
            ['21301', '农业农村', '500', '300', '200', '0', '0'],
          ],
        },
      ]),
    )
    expect(valueColumns(table).slice(1, 3)).toEqual([
      '一般公共预算拨款收入 = fiscal general budget 2021',
      '政府性基金预算拨款收入 = fiscal gov_fund budget 2021',
    ])
    expect(table.unit).toBe('元')
  })

  it('of a final account has 本年收入合计 as its total', async () => {
    const table = await extractTable(
      rowPerLine(final, [
        {
          above: ['收入决算表', '公开02表', '金额单位：万元'],
          rows: [
            [
              '项目',
              '',
              '本年收入合计',
              '财政拨款收入',
              '上级补助收入',
              '事业收入',
              '经营收入',
              '附属单位上缴收入',
              '其他收入',
            ],
            ['功能分类科目编码', '科目名称', '', '', '', '', '', '', ''],
            ['栏次', '', '1', '2', '3', '4', '5', '6', '7'],
            ['合计', '', '7.00', '6.00', '', '', '', '', '1.00'],
          ],
        },
      ]),
    )
    expect(table).toMatchObject({ form: 'final.income', formCode: '公开02表', unit: '万元', empty: false })
    expect(valueColumns(table)[0]).toBe('本年收入合计 = total all final 2020')
    expect(table.rows).toHaveLength(1)
  })
})

describe('an expenditure table', () => {
  const rows = [
    [
      '类',
      '款',
      '项',
      '科目名称',
      '合计',
      '基本支出',
      '项目支出',
      '上缴上级支出',
      '事业单位经营支出',
      '对附属单位补助支出',
    ],
    ['', '', '', '合计', '8.00', '5.00', '3.00', '', '', ''],
    ['213', '', '', '农林水支出', '8.00', '5.00', '3.00', '', '', ''],
    ['', '1', '', '农业农村', '8.00', '5.00', '3.00', '', '', ''],
    ['', '', '01', '行政运行', '5.00', '5.00', '', '', '', ''],
    ['', '', '99', '其他农业农村支出', '3.00', '', '3.00', '', '', ''],
  ]

  it('puts codes together that are printed split over 类, 款 (also 1 for 01) and 项, blank levels from the row above', async () => {
    const table = await extractTable(rowPerLine(budget, [{ above: ['支出预算总表', '单位：万元'], rows }]))
    expect(table.form).toBe('budget.expenditure_total')
    expect(keysOf(table)).toEqual(['total', '213', '21301', '2130101', '2130199'])
    expect(valueColumns(table).map((column) => column.split(' = ')[1]!.split(' ')[0])).toEqual([
      'total',
      'basic',
      'project',
      'remit_up',
      'operating',
      'subsidy',
    ])
  })

  it('reads codes printed with blanks and moves a label that spans code and name', async () => {
    const table = await extractTable(
      rowPerLine(final, [
        {
          above: ['支出决算表', '单位：万元'],
          rows: [
            ['科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出', '经营支出'],
            ['合计', '', '8.00', '5.00', '3.00', ''],
            ['213 01 01', '行政运行', '5.00', '5.00', '', ''],
          ],
        },
      ]),
    )
    expect(keysOf(table)).toEqual(['total', '2130101'])
    expect(table.rows[0]!.cells.slice(0, 2)).toEqual(['', '合计'])
    expect(table.rows[0]!.repair).toMatch(/spans code and name/u)
    expect(table.rows[1]!.cells[0]).toBe('213 01 01')
  })

  it('takes extra columns of a province: 人员经费, 公用经费, 单位预留机动经费, 结转下年', async () => {
    const table = await extractTable(
      rowPerLine(budget, [
        {
          above: ['部门支出总表', '单位：万元'],
          rows: [
            [
              '科目编码',
              '科目名称',
              '合计',
              '基本支出',
              '',
              '',
              '项目支出',
              '单位预留机动经费',
              '结转下年资金',
              '经营支出',
            ],
            ['', '', '', '小计', '人员经费', '公用经费', '', '', '', ''],
            ['213', '农林水支出', '9.00', '5.00', '4.00', '1.00', '3.00', '1.00', '', ''],
          ],
        },
      ]),
    )
    expect(valueColumns(table).map((column) => column.replace(/ all.*/u, ''))).toEqual([
      '合计 = total',
      '基本支出/小计 = basic',
      '基本支出/人员经费 = personnel',
      '基本支出/公用经费 = public',
      '项目支出 = project',
      '单位预留机动经费 = reserve',
      '结转下年资金 = carry_out',
      '经营支出 = operating',
    ])
  })

  it('states the year and stage of a column that says 上年执行数', async () => {
    const table = await extractTable(
      rowPerLine(budget, [
        {
          above: ['一般公共预算支出表', '单位：万元'],
          rows: [
            ['功能分类科目', '', '上年执行数', '2021年预算数', '', ''],
            ['科目编码', '科目名称', '', '合计', '基本支出', '项目支出'],
            ['213', '农林水支出', '7.00', '8.00', '5.00', '3.00'],
          ],
        },
      ]),
    )
    expect(table.form).toBe('budget.general_expenditure')
    expect(valueColumns(table)).toEqual([
      '上年执行数 = total general final 2020',
      '2021年预算数/合计 = total general budget 2021',
      '2021年预算数/基本支出 = basic general budget 2021',
      '2021年预算数/项目支出 = project general budget 2021',
    ])
  })
})

describe('tables with the same columns', () => {
  const rows = [
    ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
    ['213', '农林水支出', '8.00', '5.00', '3.00'],
  ]
  const formOf = async (title: string, body = rows) =>
    (await extractTable(rowPerLine(budget, [{ above: [title, '单位：万元'], rows: body }]))).form

  it('are parted by what the title says of their fund', async () => {
    expect(await formOf('部门支出总表')).toBe('budget.expenditure_total')
    expect(await formOf('一般公共预算支出表')).toBe('budget.general_expenditure')
    expect(await formOf('政府性基金预算支出表')).toBe('budget.gov_fund')
    expect(await formOf('国有资本经营预算支出表')).toBe('budget.state_capital')
  })

  it('are state capital where all codes are of 类 223, whatever the title', async () => {
    const capital = [rows[0]!, ['223', '国有资本经营预算支出', '8.00', '', '8.00']]
    expect(await formOf('支出情况', capital)).toBe('budget.state_capital')
  })

  it('are not guessed where nothing parts them', async () => {
    expect(await formOf('附件明细表')).toBe('unknown')
  })
})

describe('a table of function codes with one amount each', () => {
  it('is of the fund in its title', async () => {
    const table = await extractTable(
      rowPerLine(budget, [
        {
          above: ['一般公共预算支出预算表（功能科目）', '单位：万元'],
          rows: [
            ['功能科目代码', '功能科目名称', '金额'],
            ['', '合计', '8.00'],
            ['213', '农林水支出', '8.00'],
          ],
        },
      ]),
    )
    expect(table.form).toBe('budget.general_expenditure')
    expect(keysOf(table)).toEqual(['total', '213'])
    expect(valueColumns(table)).toEqual(['金额 = total general budget 2021'])
  })
})

describe('a table of one row', () => {
  it('states the whole expenditure by nature', async () => {
    const table = await extractTable(
      rowPerLine(budget, [
        {
          above: ['支出预算总表', '单位：万元'],
          rows: [
            ['合计', '基本支出', '项目支出', '单位预留机动经费', '结转下年资金'],
            ['8.00', '5.00', '2.00', '1.00', ''],
          ],
        },
      ]),
    )
    expect(table.form).toBe('budget.expenditure_total')
    expect(table.rows).toMatchObject([{ scheme: 'function', item: 'total' }])
  })
})

describe('a fund’s final account', () => {
  it('rolls forward: opening, income, spending by nature, closing', async () => {
    const table = await extractTable(
      rowPerLine(final, [
        {
          above: ['政府性基金预算财政拨款收入支出决算表', '公开08表', '金额单位：万元'],
          rows: [
            ['项目', '', '年初结转和结余', '本年收入', '本年支出', '', '', '年末结转和结余'],
            ['科目编码', '科目名称', '', '', '小计', '基本支出', '项目支出', ''],
            ['合计', '', '1.00', '5.00', '6.00', '', '6.00', '0.00'],
          ],
        },
      ]),
    )
    expect(table.form).toBe('final.gov_fund')
    expect(valueColumns(table).map((column) => column.replace(/.* = (.*) final 2020/u, '$1'))).toEqual([
      'opening gov_fund',
      'income gov_fund',
      'spend gov_fund',
      'basic gov_fund',
      'project gov_fund',
      'closing gov_fund',
    ])
  })
})
