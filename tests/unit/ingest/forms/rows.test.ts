import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isBlank } from '../../../../src/model/money'
import { readCell } from '../../../../src/model/printed-cell'
import { extract } from '../../../../src/ingest/pipeline'
import { extractTable, extractText, rowPerLine, shippedRegistry } from '../../../support/text-disclosure'
import { sheetData, xlsxFile } from '../../../support/xlsx-file'

const title = '江苏省水利厅2022年度部门决算'
const above = ['支出决算表', '公开03表', '单位：万元']
const header = ['科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出', '经营支出']

const read = (rows: string[][]) => extractText(rowPerLine(title, [{ above, rows: [header, ...rows] }]))
const cellsOf = async (rows: string[][]) => (await read(rows)).tables[0]!.rows.map((row) => row.cells)

describe('rows', () => {
  it('keep every cell as printed, blank where nothing is printed', async () => {
    expect(await cellsOf([['213', ' 农林水支出 ', '1,262.08', '0.00', '-', '']])).toEqual([
      ['213', '农林水支出', '1,262.08', '0.00', '-', ''],
    ])
  })

  it('that are short are padded at their end, never in front, and say so', async () => {
    const { tables } = await read([['213', '农林水支出', '8.00', '5.00']])
    expect(tables[0]!.rows[0]!.cells).toEqual(['213', '农林水支出', '8.00', '5.00', '', ''])
    expect(tables[0]!.rows[0]!.repair).toBe(
      '2 trailing empty cells are missing in the file and were restored',
    )
    expect(tables[0]!.rows[0]!.places!.slice(3)).toEqual([{ line: 8, offset: 15, length: 4 }, null, null])
  })

  it('tell a formula without its result from a blank: it is unreadable, and a problem', async () => {
    const formula = '<c r="C3" s="1"><f>D3</f></c>'
    const sheet = sheetData([['支出决算表'], header, ['213', '农林水支出', 8, 5, 3, '']], 1)
    const bytes = xlsxFile({ sheets: { 公开03表: sheet.replace(/<c r="C3".*?<\/c>/u, formula) } })
    const [extraction] = await extract([{ name: `${title}.xlsx`, bytes }], shippedRegistry)
    const { rows, columns } = extraction!.tables[0]!
    expect(readCell(rows[0]!.cells[2]!, '万元').state).toBe('unreadable')
    expect(rows[0]!.cells.slice(3)).toEqual(['5', '3', ''])
    expect(columns[2]).toMatchObject({ role: 'amount', measure: 'total' })
    expect(extraction!.problems).toContainEqual(
      expect.objectContaining({ rule: 'unreadable', severity: 'error', where: 'T01.r1.c2' }),
    )
  })

  it('and sheets that are hidden are read and told', async () => {
    const rows = ['213', '农林水支出', 8, 5, 3, '']
    const shown = sheetData([['支出决算表'], header, rows, rows], 1)
    const sheets = { 公开03表: shown.replace('<row r="4">', '<row r="4" hidden="1">'), 旧表: shown }
    const bytes = xlsxFile({ sheets, hidden: ['旧表'] })
    const [extraction] = await extract([{ name: `${title}.xlsx`, bytes }], shippedRegistry)
    const { tables, problems } = extraction!
    expect(tables.map((table) => table.rows.length)).toEqual([2, 2])
    expect(
      problems.filter(({ rule }) => rule === 'hidden').map(({ where, found }) => `${where} ${found}`),
    ).toEqual(['T01 hidden: 1 rows', 'T02 hidden: the sheet 旧表'])
  })

  it('that have more cells than the header is wide are a problem, and nothing slides', async () => {
    const { tables, problems } = await read([['213', '农林水支出', '8.00', '5.00', '3.00', '', '1.00']])
    expect(tables[0]!.columns).toHaveLength(7)
    expect(tables[0]!.rows[0]!.cells.slice(2, 6)).toEqual(['8.00', '5.00', '3.00', ''])
    expect(tables[0]!.columns[6]).toEqual({ index: 6, role: 'text', path: [] })
    expect(problems).toMatchObject([{ rule: 'Q04', severity: 'error', where: 'T01.r1.c6', found: '1.00' }])
  })

  it('leave out headers and 栏次 that a page break repeats', async () => {
    const rows = [
      ['栏次', '', '1', '2', '3', '4'],
      ['213', '农林水支出', '8.00', '5.00', '3.00', ''],
      header,
      ['栏次', '', '1', '2', '3', '4'],
      ['21303', '水利', '8.00', '5.00', '3.00', ''],
    ]
    expect((await cellsOf(rows)).map(([code]) => code)).toEqual(['213', '21303'])
  })

  it('go on in a part of the table that stands below a blank line', async () => {
    const text = rowPerLine(title, [
      {
        above,
        rows: [
          header,
          ['213', '农林水支出', '8.00', '5.00', '3.00', ''],
          [''],
          ['21303', '水利', '8.00', '5.00', '3.00', ''],
        ],
      },
    ])
    expect((await extractTable(text)).rows.map(({ code }) => code)).toEqual(['213', '21303'])
  })

  it('report a cell of an amount column that is no number, and keep it', async () => {
    const { tables, problems } = await read([['213', '农林水支出', '12.3.4', '1,26.08', 'O.5', '1 262.08']])
    expect(tables[0]!.rows[0]!.cells.slice(2)).toEqual(['12.3.4', '1,26.08', 'O.5', '1 262.08'])
    expect(problems.map(({ where, severity, found }) => [where, severity, found])).toEqual([
      ['T01.r1.c2', 'error', '12.3.4'],
      ['T01.r1.c3', 'error', '1,26.08'],
      ['T01.r1.c4', 'error', 'O.5'],
      ['T01.r1.c5', 'error', '1 262.08'],
    ])
  })
})

describe('any amount that a publisher may print', () => {
  const yuan = fc.bigInt({ min: 0n, max: 10n ** 14n })
  const printed = fc.record({
    units: yuan,
    decimals: fc.integer({ min: 0, max: 2 }),
    commas: fc.boolean(),
    sign: fc.constantFrom('', '-', '－', '−', '负'),
  })

  it('comes out of a table as printed and with its exact value', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(printed, { minLength: 4, maxLength: 4 }), async (amounts) => {
        const texts = amounts.map(({ units, decimals, commas, sign }) => {
          const digits = units.toString().padStart(decimals + 1, '0')
          const whole = digits.slice(0, digits.length - decimals)
          const grouped = commas ? whole.replace(/\B(?=(?:\d{3})+$)/gu, ',') : whole
          return `${sign}${grouped}${decimals > 0 ? `.${digits.slice(-decimals)}` : ''}`
        })
        const [table] = (
          await read([
            ['213', '农林水支出', ...texts],
            ['合计', '', '1.00', '1.00', '', ''],
          ])
        ).tables
        expect(table!.rows[0]!.cells.slice(2)).toEqual(texts)
        for (const [index, { units, decimals, sign }] of amounts.entries()) {
          const cell = readCell(texts[index]!, '万元')
          const value = (sign === '' ? 1n : -1n) * units
          expect(cell.yuan!.toFixed()).toBe(
            ((value * 10000n * 100n) / 10n ** BigInt(decimals) / 100n).toString(),
          )
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('any way of printing nothing', () => {
  it('stays what it is and is never zero', async () => {
    const blanks = ['', '-', '—', '——', '/', '无', '－']
    for (const blank of blanks) {
      const [row] = await cellsOf([['213', '农林水支出', '8.00', blank, '8.00', '']])
      expect(row![3]).toBe(blank)
      expect(isBlank(blank)).toBe(true)
      expect(readCell(blank, '万元')).toMatchObject({ state: 'blank', yuan: null })
    }
    expect(readCell('0.00', '万元').state).toBe('zero')
  })
})
