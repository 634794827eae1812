import { describe, expect, it } from 'vitest'
import type { ExtractionColumn, ExtractionRow, ExtractionTable } from '../../../src/model/extraction'
import { keyOfCell } from '../../../src/model/extraction-keys'

const column = (index: number, part: Partial<ExtractionColumn>): ExtractionColumn => ({
  index,
  role: 'amount',
  path: [],
  ...part,
})
const row = (cells: string[], key: Partial<ExtractionRow>): ExtractionRow => ({
  row: 1,
  cells,
  locator: { line: 1 },
  ...key,
})
const tableOf = (columns: ExtractionColumn[], rows: ExtractionRow[]): ExtractionTable => ({
  id: 'T01',
  source_no: 1,
  title: '',
  formCode: '',
  form: 'unknown',
  unit: '万元',
  pages: [],
  empty: false,
  notes: [],
  columns,
  rows,
})

describe('the key of a cell', () => {
  it('is the row’s, with the name printed to the left', () => {
    const table = tableOf(
      [column(0, { role: 'code' }), column(1, { role: 'name' }), column(2, {})],
      [row(['201', '一般公共服务支出', '1.00'], { code: '201', codeBasis: 'printed', scheme: 'function' })],
    )
    expect(keyOfCell(table, table.rows[0]!, table.columns[2]!)).toEqual({
      code: '201',
      codeBasis: 'printed',
      scheme: 'function',
      name: '一般公共服务支出',
    })
  })

  it('is that of its own panel in side-by-side tables', () => {
    const table = tableOf(
      [
        column(0, { role: 'name', block: 1 }),
        column(1, { block: 1 }),
        column(2, { role: 'name', block: 2 }),
        column(3, { block: 2 }),
      ],
      [
        row(['其他收入', '1.00', '国防支出', ''], {
          blocks: [
            { scheme: 'income', item: 'other' },
            { scheme: 'function', code: '203', codeBasis: 'by_name' },
          ],
        }),
      ],
    )
    const [only] = table.rows
    expect(keyOfCell(table, only!, table.columns[1]!)).toEqual({
      scheme: 'income',
      item: 'other',
      name: '其他收入',
    })
    expect(keyOfCell(table, only!, table.columns[3]!)).toMatchObject({ code: '203', name: '国防支出' })
  })

  it('is the column’s item where the columns are the items, named by the heading', () => {
    const table = tableOf(
      [column(0, { item: 'vehicle', path: ['决算数', '公务用车购置及运行费', '小计'] })],
      [row(['3.00'], { scheme: 'three_public' })],
    )
    expect(keyOfCell(table, table.rows[0]!, table.columns[0]!)).toEqual({
      scheme: 'three_public',
      item: 'vehicle',
      name: '公务用车购置及运行费',
    })
  })

  it('is named by the words under a heading that ends in 名称 where no name is printed', () => {
    const table = tableOf(
      [
        column(0, { role: 'name', path: ['经济科目'] }),
        column(1, { role: 'text', path: ['采购物品名称'] }),
        column(2, { role: 'text', path: ['采购组织形式'] }),
        column(3, { path: ['总计'] }),
      ],
      [row(['办公设备购置', '', '', '59.00'], {}), row(['', '家具用具', '分散自行组织', '23.00'], {})],
    )
    const names = table.rows.map((one) => keyOfCell(table, one, table.columns[3]!).name)
    expect(names).toEqual(['办公设备购置', '家具用具'])
  })
})
