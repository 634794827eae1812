import { describe, expect, it } from 'vitest'
import { keyOfCell } from '../../../../src/model/extraction-keys'
import { cellPerLine, extractTable, rowPerLine, valueColumns } from '../../../support/text-disclosure'

const budget = '某某县林业局2024年部门预算'
const final = '某某县林业局2022年度部门决算'

describe('a 三公 table of rows', () => {
  it('names items by their words in any order and numbering', async () => {
    const table = await extractTable(
      rowPerLine(final, [
        {
          above: ['“三公”经费支出决算表', '单位：万元'],
          rows: [
            ['项目', '年初预算数', '全年预算数', '决算数'],
            ['“三公”经费合计', '5.00', '5.00', '4.00'],
            ['（一）公务接待费', '1.00', '1.00', '0.50'],
            ['（二）公务用车购置及运行维护费', '4.00', '4.00', '3.50'],
            ['    其中：公务用车运行维护费', '4.00', '4.00', '3.50'],
            ['          公务用车购置费', '', '', '—'],
            ['（三）因公出国（境）费用', '0', '0', '0'],
          ],
        },
      ]),
    )
    expect(table.form).toBe('final.three_public')
    expect(table.rows.map(({ item }) => item)).toEqual([
      'total',
      'reception',
      'vehicle',
      'vehicle_running',
      'vehicle_purchase',
      'abroad',
    ])
    expect(valueColumns(table)).toEqual([
      '年初预算数 = total fiscal budget 2022',
      '全年预算数 = total fiscal adjusted 2022',
      '决算数 = total fiscal final 2022',
    ])
    expect(table.rows[4]!.cells[3]).toBe('—')
  })

  it('takes 预算数 for the adjusted budget only where a note says so', async () => {
    const rows = [
      ['项目', '预算数', '决算数'],
      ['公务接待费', '1.00', '0.50'],
      ['公务用车运行费', '4.00', '3.50'],
    ]
    const above = ['“三公”经费支出决算表', '单位：万元']
    const initial = await extractTable(
      rowPerLine(final, [{ above, rows, below: ['注：预算数为年初预算数。'] }]),
    )
    const adjusted = await extractTable(
      rowPerLine(final, [{ above, rows, below: ['注：预算数为全年预算数。'] }]),
    )
    expect(valueColumns(initial)[0]).toContain('budget')
    expect(valueColumns(adjusted)[0]).toContain('adjusted')
  })

  it('counts by fund where the columns are funds', async () => {
    const table = await extractTable(
      cellPerLine(budget, [
        {
          above: ['财政拨款“三公”经费支出表', '\t单位：万元', ''],
          rows: [
            ['序号', '项目', '资金性质'],
            ['', '', '合计', '一般公共预算', '政府性基金预算'],
            ['1', '合计', '1.00', '1.00', ''],
            ['2', '一、因公出国（境）费', '', '', ''],
            ['3', '二、公务接待费', '1.00', '1.00', ''],
          ],
        },
      ]),
    )
    expect(valueColumns(table).map((column) => column.split(' = ')[1])).toEqual([
      'total fiscal budget 2024',
      'total general budget 2024',
      'total gov_fund budget 2024',
    ])
  })
})

describe('a 三公 table that says its fund', () => {
  it('in its title counts that fund', async () => {
    const table = await extractTable(
      rowPerLine(budget, [
        {
          above: ['“三公”经费支出预算表（一般公共预算）', '单位：万元'],
          rows: [
            ['项目', '预算数'],
            ['公务接待费', '1.00'],
            ['公务用车运行费', '4.00'],
          ],
        },
      ]),
    )
    expect(valueColumns(table)).toEqual(['预算数 = total general budget 2024'])
  })
})

describe('a 三公 table of one row', () => {
  it('counts an item in each column, budget and final side by side', async () => {
    const table = await extractTable(
      cellPerLine(final, [
        {
          above: ['财政拨款“三公”经费支出决算表', '公开07表', '\t单位：万元', ''],
          rows: [
            ['预算数', '决算数'],
            [
              ...['合计', '因公出国（境）费', '公务用车购置及运行费', '公务接待费'],
              ...['合计', '因公出国（境）费', '公务用车购置及运行费', '公务接待费'],
            ],
            [
              '',
              '',
              '小计',
              '公务用车购置费',
              '公务用车运行费',
              '',
              '',
              '',
              '小计',
              '公务用车购置费',
              '公务用车运行费',
              '',
            ],
            ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'],
            ['10.00', '', '8.00', '', '8.00', '2.00', '9.10', '', '7.60', '', '7.60', '1.50'],
          ],
        },
      ]),
    )
    expect(table.form).toBe('final.three_public')
    const items = ['total', 'abroad', 'vehicle', 'vehicle_purchase', 'vehicle_running', 'reception']
    expect(table.columns.map(({ item, amountStage }) => `${item} ${amountStage}`)).toEqual([
      ...items.map((item) => `${item} budget`),
      ...items.map((item) => `${item} final`),
    ])
    const [row] = table.rows
    expect(keyOfCell(table, row!, table.columns[11]!)).toEqual({
      scheme: 'three_public',
      item: 'reception',
      name: '公务接待费',
    })
    expect(row!.cells[11]).toBe('1.50')
  })

  it('has a sum of its own where 会议费 and 培训费 stand beside, whose 合计 is another', async () => {
    const table = await extractTable(
      rowPerLine(budget, [
        {
          above: ['“三公”经费、会议费、培训费支出预算表', '单位：万元'],
          rows: [
            ['合计', '“三公”经费', '', '', '', '', '', '会议费', '培训费'],
            ['', '小计', '因公出国（境）费', '公务用车购置及运行维护费', '', '', '公务接待费', '', ''],
            ['', '', '', '小计', '公务用车购置费', '公务用车运行维护费', '', '', ''],
            ['9.00', '6.00', '1.00', '4.00', '', '4.00', '1.00', '2.00', '1.00'],
          ],
        },
      ]),
    )
    expect(table.columns.map(({ item }) => item ?? null)).toEqual([
      'meetings_total',
      'total',
      'abroad',
      'vehicle',
      'vehicle_purchase',
      'vehicle_running',
      'reception',
      'conference',
      'training',
    ])
  })

  it('may have 机关运行经费 beside, of 一般公共预算, which is not one of them', async () => {
    const table = await extractTable(
      rowPerLine('某某县林业局2024年部门预算', [
        {
          above: ['2024年部门“三公”经费和机关运行经费预算表', '单位：万元'],
          rows: [
            ['“三公”经费预算数', '', '', '', '', '', '机关运行经费预算数'],
            ['合计', '因公出国(境)费', '公务接待费', '公务用车购置及运行费', '', '', ''],
            ['', '', '', '小计', '购置费', '运行费', ''],
            ['47.91', '0.00', '1.35', '46.56', '25', '21.56', '443.18'],
          ],
        },
      ]),
    )
    expect(table.columns.map(({ item }) => item ?? null)).toEqual([
      'total',
      'abroad',
      'reception',
      'vehicle',
      'vehicle_purchase',
      'vehicle_running',
      'operating_cost',
    ])
    expect(table.columns.map(({ fund }) => fund)).toEqual([...Array<string>(6).fill('fiscal'), 'general'])
  })
})
