import { describe, expect, it } from 'vitest'
import { keyOfCell } from '../../../../src/model/extraction-keys'
import type { ExtractionTable } from '../../../../src/model/extraction'
import { extractTable, rowPerLine, valueColumns } from '../../../support/text-disclosure'

const title = '某某市教育局2023年部门预算'
const keysOf = (table: ExtractionTable, column: number) =>
  table.rows.map((row) => {
    const { scheme, code, item } = keyOfCell(table, row, table.columns[column]!)
    return [scheme, code, item].filter((part) => part !== undefined).join(' ')
  })

describe('an income table whose rows are units', () => {
  const header = [
    ['单位代码', '单位名称', '合计', '本年收入', '', '', '上年结转结余', ''],
    ['', '', '', '小计', '一般公共预算', '事业收入', '小计', '一般公共预算'],
  ]
  const table = (rows: string[][]) =>
    extractTable(rowPerLine(title, [{ above: ['收入总表', '单位：万元'], rows: [...header, ...rows] }]))

  it('counts what is carried in by fund apart from the year’s income', async () => {
    const read = await table([
      ['', '合计', '9.00', '8.00', '7.00', '1.00', '1.00', '1.00'],
      ['301001', '某某市教育局本级', '5.00', '4.00', '4.00', '', '1.00', '1.00'],
      ['301002', '某某市第一中学', '4.00', '4.00', '3.00', '1.00', '', ''],
    ])
    expect(read.form).toBe('budget.income_total')
    expect(valueColumns(read)).toEqual([
      '合计 = total all budget 2023',
      '本年收入/小计 = current_subtotal all budget 2023',
      '本年收入/一般公共预算 = fiscal general budget 2023',
      '本年收入/事业收入 = business all budget 2023',
      '上年结转结余/小计 = carry_in all budget 2023',
      '上年结转结余/一般公共预算 = carry_in general budget 2023',
    ])
  })

  it('states the whole in its 合计, never in a unit’s row, and takes no unit’s code for one of functions', async () => {
    const read = await table([
      ['', '合计', '9.00', '8.00', '7.00', '1.00', '1.00', '1.00'],
      ['205', '某某市教育局本级', '5.00', '4.00', '4.00', '', '1.00', '1.00'],
    ])
    expect(keysOf(read, 2)).toEqual(['function total', ''])
  })

  it('states the whole in its only row', async () => {
    const read = await table([['301001', '某某市教育局', '5.00', '4.00', '4.00', '', '1.00', '1.00']])
    expect(keysOf(read, 2)).toEqual(['function total'])
  })
})

describe('a 三公 table whose rows are units', () => {
  const header = [
    [
      '单位编码',
      '单位名称',
      '“三公”经费合计',
      '因公出国（境）费',
      '公务用车购置及运行费',
      '',
      '',
      '公务接待费',
    ],
    ['', '', '', '', '小计', '公务用车购置费', '公务用车运行费', ''],
  ]

  it('counts the whole once, in its 合计', async () => {
    const read = await extractTable(
      rowPerLine(title, [
        {
          above: ['“三公”经费支出预算表', '单位：万元'],
          rows: [
            ...header,
            ['', '合计', '6.00', '', '5.00', '', '5.00', '1.00'],
            ['301001', '某某市教育局本级', '4.00', '', '3.00', '', '3.00', '1.00'],
            ['301002', '某某市第一中学', '2.00', '', '2.00', '', '2.00', ''],
          ],
        },
      ]),
    )
    expect(read.form).toBe('budget.three_public')
    expect(keysOf(read, 7)).toEqual(['three_public reception', 'reception', 'reception'])
    expect(read.rows.map(({ scheme }) => scheme ?? null)).toEqual(['three_public', null, null])
  })
})
