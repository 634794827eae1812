import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ColumnRole } from '../../../../src/model/extraction'
import type { PlainColumn } from '../../../../src/ingest/forms/columns'
import type { GridRow } from '../../../../src/ingest/forms/grid'
import { fitShortRow, joinBrokenRow } from '../../../../src/ingest/forms/short-row'
import { cellPerLine, extractText, rowPerLine } from '../../../support/text-disclosure'

const columnsOf = (...roles: ColumnRole[]): PlainColumn[] =>
  roles.map((role, at) => ({ at, role, path: [role], block: null }))
const rowOf = (...texts: string[]): GridRow =>
  texts.map((text, col) => ({ row: 0, col, rowSpan: 1, colSpan: 1, text, place: { line: 1, offset: col } }))

const byCode = columnsOf('code', 'name', 'amount', 'amount', 'amount')
const inPanels = ['人员经费', '公用经费', '公用经费'].flatMap((heading, panel) =>
  columnsOf('code', 'name', 'amount').map(({ role }, index) => ({
    at: panel * 3 + index,
    role,
    path: [heading, role],
    block: panel + 1,
  })),
)

function fitted(columns: PlainColumn[], ...texts: string[]): string | null {
  const fit = fitShortRow(rowOf(...texts), columns)
  return fit && `${columns.map(({ at }) => fit.row[at]?.text ?? '').join('|')} -${fit.missing}`
}

describe('a row with fewer cells than columns', () => {
  it('lacks them at its end where the cells fit so', () => {
    expect(fitted(byCode, '201', '一般公共服务支出', '5.00')).toBe('201|一般公共服务支出|5.00|| -2')
  })

  it('has a label merged over code and name where numbers would stand under 科目名称', () => {
    expect(fitted(byCode, '合计', '5.00', '3.00', '2.00')).toBe('合计||5.00|3.00|2.00 -0')
    expect(fitted(columnsOf('seq', 'code', 'name', 'amount'), '合计', '5.00')).toBe('合计|||5.00 -0')
  })

  it('may have both: a merged label, which never covers a value column of its own panel, and cells missing at the end', () => {
    expect(fitted(byCode, '合计', '5.00')).toBe('合计||5.00|| -2')
  })

  it('may have labels merged over several panels, the last amount at the end', () => {
    expect(fitted(inPanels, '人员经费合计', '5.00', '公用经费合计', '3.00')).toBe(
      '人员经费合计||5.00|公用经费合计|||||3.00 -0',
    )
  })

  it('is left undecided where no label can explain it', () => {
    expect(fitted(byCode, '201', '5.00', '3.00')).toBeNull()
  })

  it('never loses a cell, changes their order or moves a number under a heading for words', () => {
    const cell = fc.constantFrom('合计', '201', '5.00', '', '一般公共服务支出')
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 4 }), (texts) => {
        const row = rowOf(...texts)
        const fit = fitShortRow(row, byCode)
        if (!fit) return
        expect(fit.row.filter((placed) => placed !== null)).toEqual(row)
        expect(fit.row[1]?.text ?? '').not.toBe('5.00')
        for (const amount of [2, 3, 4]) expect(fit.row[amount]?.text ?? '').not.toMatch(/\p{Script=Han}/u)
      }),
    )
  })
})

describe('a cell broken over two lines', () => {
  it('makes one row of two when together they have one cell too many', () => {
    const joined = joinBrokenRow(
      rowOf('2080505', '机关事业单位基本养老保险缴'),
      rowOf('费支出', '5.00', '5.00', ''),
      byCode,
    )
    expect(joined?.map((cell) => cell?.text)).toEqual([
      '2080505',
      '机关事业单位基本养老保险缴费支出',
      '5.00',
      '5.00',
      '',
    ])
  })

  it('is not suspected where the second row fits by itself', () => {
    expect(
      joinBrokenRow(rowOf('201', '一般公共服务支出'), rowOf('202', '外交支出', '5.00', '5.00'), byCode),
    ).toBeNull()
  })
})

describe('in a disclosure', () => {
  const title = '江苏省水利厅2022年部门预算'

  it('a merged 合计 stands in the name column, its amounts under their headings, and the row says so', async () => {
    const { tables, problems } = await extractText(
      cellPerLine(title, [
        {
          above: ['部门支出总表', '\t单位：万元', ''],
          rows: [
            ['序号', '功能分类科目', '合计', '基本支出', '项目支出', '经营支出'],
            ['', '科目编码', '科目名称', '', '', '', ''],
            ['合计', '8.00', '5.00', '3.00', ''],
            ['1', '213', '农林水支出', '8.00', '5.00', '3.00', ''],
          ],
        },
      ]),
    )
    expect(tables[0]!.rows[0]).toMatchObject({
      cells: ['', '', '合计', '8.00', '5.00', '3.00', ''],
      item: 'total',
    })
    expect(tables[0]!.rows[0]!.repair).toMatch(/a label stands over several columns/u)
    expect(problems).toEqual([])
  })

  it('a row that fits in no way is kept together, is reported, and yields no amount', async () => {
    const { tables, problems } = await extractText(
      rowPerLine(title, [
        {
          above: ['部门支出总表', '单位：万元'],
          rows: [
            ['科目编码', '科目名称', '合计', '基本支出', '项目支出', '经营支出'],
            ['213', '农林水支出', '8.00', '5.00', '3.00', ''],
            ['21303', '8.00', '5.00', '3.00', ''],
          ],
        },
      ]),
    )
    expect(tables[0]!.rows[1]!.cells).toEqual(['', '21303 | 8.00 | 5.00 | 3.00', '', '', '', ''])
    expect(problems).toMatchObject([{ rule: 'Q04', severity: 'error', where: 'T01.r2' }])
  })

  it('a name broken over two lines is joined', async () => {
    const { tables } = await extractText(
      rowPerLine(title, [
        {
          above: ['部门支出总表', '单位：万元'],
          rows: [
            ['科目编码', '科目名称', '合计', '基本支出', '项目支出', '经营支出'],
            ['2080505', '机关事业单位基本养老'],
            ['保险缴费支出', '8.00', '5.00', '3.00', ''],
          ],
        },
      ]),
    )
    expect(tables[0]!.rows).toMatchObject([
      { code: '2080505', cells: ['2080505', '机关事业单位基本养老保险缴费支出', '8.00', '5.00', '3.00', ''] },
    ])
    expect(tables[0]!.rows[0]!.repair).toMatch(/joined/u)
  })
})
