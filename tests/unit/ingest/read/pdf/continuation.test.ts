import { describe, expect, it } from 'vitest'
import type { RawTable } from '../../../../../src/ingest/raw'
import { readPdf } from '../../../../../src/ingest/read/pdf/pdf'
import type { DrawnTable } from '../../../../support/pdf-file'
import { pdfFile, PdfPage } from '../../../../support/pdf-file'
import { drawn, outline, tablesOf } from '../../../../support/raw-text'

const widths = [80, 160, 90]
const header = ['科目编码', '科目名称', '决算数']
const first = [
  ['201', '一般公共服务支出', '264.87'],
  ['20139', '社会工作事务', '264.87'],
]
const rest = [
  ['208', '社会保障和就业支出', '10.82'],
  ['', '合计', '275.69'],
]

const part = (rows: readonly (readonly string[])[], change: Partial<DrawnTable> = {}): PdfPage =>
  new PdfPage().table({ left: 60, top: 60, widths, rows, ...change })
const tables = async (...pages: PdfPage[]): Promise<RawTable[]> => tablesOf(await readPdf(pdfFile(pages)))
const whole = [header, ...first, ...rest].map((row) => row.join('|'))

describe('a table at the top of the next page goes on from the one before', () => {
  it('when nothing is printed between them and their columns are the same', async () => {
    const found = await tables(
      part([header, ...first]).text(280, 800, '— 4 —'),
      part(rest).text(280, 800, '— 5 —'),
    )
    expect(found.map(drawn)).toEqual([whole])
    expect(found[0]).toMatchObject({ page: 1, pages: [1, 2] })
    expect(found[0]!.cells.at(-1)!.place).toMatchObject({ page: 2 })
  })

  it('when its header is printed again, which is then left out', async () => {
    const [table, ...more] = await tables(part([header, ...first]), part([header, ...rest]))
    expect(more).toEqual([])
    expect(drawn(table!)).toEqual(whole)
    expect(table!.headerRows).toBe(1)
  })

  it('when the header of several rows is printed again', async () => {
    const rows = [['项目', '', '本年'], header]
    const merged = [{ row: 0, col: 0, colSpan: 2 }]
    const [table] = await tables(part([...rows, ...first], { merged }), part([...rows, ...rest], { merged }))
    expect(drawn(table!)).toEqual(['项目|<|本年', ...whole])
    expect(table!.headerRows).toBe(2)
  })

  it('when the page is shifted sideways for binding', async () => {
    expect((await tables(part([header, ...first]), part(rest, { left: 75 }))).map(drawn)).toEqual([whole])
  })

  it('when its columns differ but its header is printed again', async () => {
    const found = await tables(part([header, ...first]), part([header, ...rest], { widths: [90, 150, 90] }))
    expect(found.map(drawn)).toEqual([whole])
  })

  it('when some of the columns are merged on all of its rows', async () => {
    const total = [['合计', '', '275.69']]
    const found = await tables(
      part([header, ...first]),
      part(total, { widths: [240, 90], rows: [['合计', '275.69']] }),
    )
    expect(found.map(drawn)).toEqual([[...[header, ...first].map((row) => row.join('|')), '合计|<|275.69']])
  })

  it('when title, unit and header are all printed again', async () => {
    const titled = (page: PdfPage, again = ''): PdfPage =>
      page.text(150, 30, `收入决算表${again}`, { size: 16 }).text(330, 50, '单位：万元')
    const document = await readPdf(
      pdfFile([titled(part([header, ...first])), titled(part([header, ...rest]), '（续）')]),
    )
    expect(outline(document.blocks)).toEqual(['收入决算表', '单位：万元', `[${whole.join(' / ')}]`])
  })

  it('when only its unit is printed again', async () => {
    const titled = part([header, ...first])
      .text(150, 30, '收入决算表', { size: 16 })
      .text(330, 50, '单位：万元')
    const found = await tables(titled, part(rest).text(330, 50, '单位：万元'))
    expect(found.map(drawn)).toEqual([whole])
  })

  it('when the rest of it is blank', async () => {
    const found = await tables(
      part([header, ...first]),
      part([['', '', '']]).text(60, 200, '注：本表反映收入情况。'),
    )
    expect(found.map(drawn)).toEqual([[...whole.slice(0, 3), '||']])
  })

  it('when it only says that it goes on', async () => {
    expect((await tables(part([header, ...first]), part(rest).text(60, 50, '续表'))).map(drawn)).toEqual([
      whole,
    ])
  })

  it('with a row that the end of the page broke made whole', async () => {
    const broken = [...first, ['2080505', '机关事业单位基本养老保险缴费支出', '6.18']]
    const found = await tables(
      part([header, ...broken], { widths: [80, 170, 90] }),
      part([['', '（项）', ''], ...rest], { widths: [80, 170, 90] }),
    )
    expect(drawn(found[0]!)[3]).toBe('2080505|机关事业单位基本养老保险缴费支出（项）|6.18')
    expect(found[0]!.rowCount).toBe(6)
  })

  it('with a numbered row made whole though it has no figure', async () => {
    const broken = [...first, ['', '十七、国土海洋气象等支', '']]
    const found = await tables(
      part([header, ...broken], { widths: [80, 120, 90] }),
      part([['', '出', ''], ...rest], { widths: [80, 120, 90] }),
    )
    expect(drawn(found[0]!)[3]).toBe('|十七、国土海洋气象等支出|')
  })
})

describe('a table at the top of the next page is one of its own', () => {
  const two = async (...pages: PdfPage[]): Promise<void> => {
    expect(await tables(...pages)).toHaveLength(2)
  }

  it('when something is printed below the one before or above it', async () => {
    await two(part([header, ...first]).text(60, 200, '注：本表反映收入情况。'), part(rest))
    await two(part([header, ...first]), part(rest).text(150, 40, '支出决算表'))
  })

  it('when its columns are others', async () => {
    await two(part([header, ...first]), part(rest, { widths: [80, 120, 130] }))
  })

  it('when it opens with a title over all columns', async () => {
    const merged = [{ row: 0, col: 0, colSpan: 3 }]
    await two(part([header, ...first]), part([['支出决算表', '', ''], ...rest], { merged }))
  })

  it('when it is a form that begins anew', async () => {
    const form = (name: string): string[][] => [
      ['项目名称', name, ''],
      ['预算金额', '12.00', '万元'],
    ]
    await two(part(form('信访维稳资金')), part(form('办公设备购置')))
    const titled = (name: string): PdfPage => part(form(name)).text(150, 40, '项目支出绩效目标表')
    await two(titled('信访维稳资金'), titled('办公设备购置'))
  })

  it('when a page lies between', async () => {
    await two(part([header, ...first]), new PdfPage(), part(rest))
  })

  it('and its first row stays a row when the name above was not full', async () => {
    const found = await tables(part([header, ...first]), part([['', '其他支出', ''], ...rest]))
    expect(drawn(found[0]!)).toContain('|其他支出|')
  })
})

describe('what belongs to pages', () => {
  const body = '本部门二〇二四年度收入支出决算总体情况说明如下'

  it('is left out: numbers with dashes, of pages, and bare ones that count', async () => {
    const pages = ['- 1 -', '第2页 共4页', '3', '4'].map((number, index) =>
      new PdfPage().text(60, 300, `${body}${index}`).text(290, 810, number),
    )
    const document = await readPdf(pdfFile(pages))
    expect(outline(document.blocks)).toEqual([0, 1, 2, 3].map((index) => `${body}${index}`))
  })

  it('is left out when it stands sideways on the edge', async () => {
    const pages = [7, 8].map((number) =>
      new PdfPage(842, 595).text(60, 300, `${body}${number}`).text(820, 300, `— ${number} —`, { turn: 1 }),
    )
    expect(outline((await readPdf(pdfFile(pages))).blocks)).toEqual([`${body}7`, `${body}8`])
  })

  it('is kept when a bare number counts nothing', async () => {
    const pages = [12, 5].map((number) => new PdfPage().text(60, 300, body).text(290, 810, String(number)))
    expect(outline((await readPdf(pdfFile(pages))).blocks)).toEqual([body, '12', body, '5'])
  })

  it('is kept once when it is a running head, but every time when it is the title of a table', async () => {
    const pages = [1, 2, 3].map((index) =>
      new PdfPage()
        .text(200, 40, '某市信访局2024年度部门决算公开')
        .text(60, 90, `项目支出绩效目标表`)
        .text(60, 300, `${body}${index}`),
    )
    const found = outline((await readPdf(pdfFile(pages))).blocks)
    expect(found.filter((words) => words.startsWith('某市'))).toHaveLength(1)
    expect(found.filter((words) => words.startsWith('项目'))).toHaveLength(3)
  })
})
