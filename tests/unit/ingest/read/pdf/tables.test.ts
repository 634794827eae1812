import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RawDocument } from '../../../../../src/ingest/raw'
import { readPdf } from '../../../../../src/ingest/read/pdf/pdf'
import type { Drawn } from '../../../../support/pdf-file'
import { pdfFile, PdfPage, widthOf } from '../../../../support/pdf-file'
import { drawn, outline, paragraphsOf, tablesOf } from '../../../../support/raw-text'

const read = (...pages: PdfPage[]): Promise<RawDocument> => readPdf(pdfFile(pages))

/** 收支总表: a header merged in both directions, two panels side by side. */
const balance = {
  left: 60,
  top: 100,
  widths: [40, 120, 80, 120, 80],
  rows: [
    ['序号', '收入', '', '支出', ''],
    ['', '项目', '预算数', '项目', '预算数'],
    ['1', '一、一般公共预算', '1,262.08', '一、公共安全支出', '152.80'],
    ['2', '', '', '二、教育支出', '0.00'],
  ],
  merged: [
    { row: 0, col: 0, rowSpan: 2 },
    { row: 0, col: 1, colSpan: 2 },
    { row: 0, col: 3, colSpan: 2 },
  ],
}
const balanceDrawn = [
  '序号|收入|<|支出|<',
  '^|项目|预算数|项目|预算数',
  '1|一、一般公共预算|1,262.08|一、公共安全支出|152.80',
  '2|||二、教育支出|0.00',
]

describe('a ruled table', () => {
  const ways: Drawn[] = ['strokes', 'rectangles', 'boxes']
  it.each(ways)('drawn as %s is read with its merged cells and its blanks', async (way) => {
    const document = await read(new PdfPage().table({ ...balance, drawn: way }))
    expect(outline(document.blocks)).toEqual([`[${balanceDrawn.join(' / ')}]`])
    expect(tablesOf(document)[0]).toMatchObject({
      spans: 'kept',
      page: 1,
      pages: [1],
      rowCount: 4,
      colCount: 5,
    })
  })

  it('places each cell on its page, in points from the top left corner', async () => {
    const [table] = tablesOf(await read(new PdfPage(), new PdfPage().table(balance)))
    const cell = table!.cells.find(({ text }) => text === '1,262.08')!
    expect(cell.place).toEqual({ page: 2, box: [220, 140, 80, 20] })
  })

  it('stands among the paragraphs in reading order', async () => {
    const page = new PdfPage()
      .text(60, 300, '注：本表反映收支情况。')
      .table(balance)
      .text(60, 90, '单位：万元')
      .text(200, 70, '收支总表', { size: 16 })
    const blocks = outline((await read(page)).blocks)
    expect(blocks.map((block) => block.slice(0, 5))).toEqual([
      '收支总表',
      '单位：万元',
      '[序号|收',
      '注：本表反',
    ])
  })

  it('whose sides are open is closed where its rules end', async () => {
    const page = new PdfPage()
    for (const y of [100, 120, 140]) page.stroke(60, y, 300, y)
    page.stroke(180, 100, 180, 140)
    for (const [row, words] of [
      ['科目', '金额'],
      ['教育支出', '12.00'],
    ].entries()) {
      page.text(70, 114 + row * 20, words[0]!).text(190, 114 + row * 20, words[1]!)
    }
    expect(drawn(tablesOf(await read(page))[0]!)).toEqual(['科目|金额', '教育支出|12.00'])
  })

  it('has no column where one of its rules only reaches out too far', async () => {
    const page = new PdfPage().table(balance).stroke(52, 100, 520, 100)
    expect(drawn(tablesOf(await read(page))[0]!)).toEqual(balanceDrawn)
  })

  it('inside a cell of another is a table of its own', async () => {
    const page = new PdfPage().table({
      left: 40,
      top: 80,
      widths: [480, 60],
      heights: 140,
      rows: [['', '备注']],
    })
    page.table(balance)
    const documents = tablesOf(await read(page)).map(drawn)
    expect(documents).toContainEqual(balanceDrawn)
    expect(documents).toContainEqual(['|备注'])
  })

  it.each([
    ['a lone box', new PdfPage().box(40, 60, 400, 100)],
    ['lines that only go one way', new PdfPage().stroke(40, 60, 400, 60).stroke(40, 120, 400, 120)],
    ['a grid without words', new PdfPage().table({ left: 40, top: 200, widths: [50, 50], rows: [['', '']] })],
    [
      'white lines',
      new PdfPage().raw('1 g 40 640 400 0.5 re f 200 500 0.5 200 re f 40 560 400 0.5 re f 0 g'),
    ],
    ['lines behind the edge of the page', new PdfPage().table({ ...balance, top: 900 })],
  ])('is not made of %s', async (_, page) => {
    const document = await read(page.text(60, 110, '本部门没有政府性基金预算收入和支出安排'))
    expect(outline(document.blocks)).toEqual(['本部门没有政府性基金预算收入和支出安排'])
  })

  it('may be drawn in white on a coloured ground', async () => {
    const page = new PdfPage().fill(40, 100, 200, 40, 0.8)
    for (const y of [100, 119.75, 139.5]) page.fill(40, y, 200, 0.5, 1)
    for (const x of [40, 139.75, 239.5]) page.fill(x, 100, 0.5, 40, 1)
    page.text(50, 114, '项目').text(150, 114, '金额').text(50, 134, '合计').text(150, 134, '5.00')
    expect(drawn(tablesOf(await read(page))[0]!)).toEqual(['项目|金额', '合计|5.00'])
  })

  it('comes back as it was drawn, whatever its cells and however it is drawn', async () => {
    const words = fc.constantFrom(
      '',
      '合计',
      '0.00',
      '1,234,567.89',
      '-5.00',
      '2010301',
      '教育支出',
      '（类）',
    )
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom<Drawn>('strokes', 'rectangles', 'boxes'),
        fc.array(fc.tuple(words, words, words, words), { minLength: 2, maxLength: 8 }),
        fc.constantFrom<'left' | 'right' | 'centre'>('left', 'right', 'centre'),
        async (way, rows, align) => {
          fc.pre(rows.flat().some((cell) => cell !== ''))
          const page = new PdfPage().table({
            left: 50,
            top: 80,
            widths: [75, 80, 95, 70],
            rows,
            drawn: way,
            align,
          })
          expect(drawn(tablesOf(await read(page))[0]!)).toEqual(rows.map((row) => row.join('|')))
        },
      ),
      { numRuns: 25 },
    )
  })
})

describe('the words of a cell', () => {
  const cell = async (
    width: number,
    words: string,
    align: 'left' | 'right' | 'centre' = 'left',
  ): Promise<string> => {
    const rows = [
      ['栏目', '这一栏很宽'],
      [words, ''],
    ]
    const page = new PdfPage().table({
      left: 60,
      top: 100,
      widths: [width, 200],
      heights: [20, 60],
      rows,
      align,
    })
    return tablesOf(await read(page))[0]!.cells.find(({ row, col }) => row === 1 && col === 0)!.text
  }

  it('are joined without a blank where a full line was broken', async () => {
    expect(await cell(96, '机关事业单位基本养\n老保险缴费支出')).toBe('机关事业单位基本养老保险缴费支出')
    expect(await cell(56, '1,234,567,\n890.12')).toBe('1,234,567,890.12')
  })

  it('never make one figure of two that stand below each other', async () => {
    expect(await cell(60, '100\n200', 'right')).toBe('100\n200')
    expect(await cell(40, '12.34\n56.78')).toBe('12.34\n56.78')
  })

  it('keep the blanks before them, and those between figures that stand apart', async () => {
    expect(await cell(120, '　　其中：教育')).toBe('　　其中：教育')
    const apart = new PdfPage().table({ left: 60, top: 100, widths: [100, 60], rows: [['', '元']] })
    apart.text(70, 114, '1').text(80, 114, '262.08')
    expect(tablesOf(await read(apart))[0]!.cells[0]!.text).toBe('1 262.08')
  })

  it('stay together where one runs over a rule, in the cell it grows out of', async () => {
    const page = new PdfPage().table({ left: 60, top: 100, widths: [60, 60, 60], rows: [['', '', '']] })
    page.text(63, 114, '机关事业单位职业年金缴费')
    expect(drawn(tablesOf(await read(page))[0]!)).toEqual(['机关事业单位职业年金缴费||'])
    const right = new PdfPage().table({ left: 60, top: 100, widths: [60, 60, 60], rows: [['', '', '']] })
    const figure = '1,234,567,890,123.45'
    right.text(238 - widthOf(figure, 10), 114, figure)
    expect(drawn(tablesOf(await read(right))[0]!)).toEqual([`||${figure}`])
  })

  it('do not run into the neighbour that begins right behind the rule', async () => {
    const page = new PdfPage().table({ left: 60, top: 100, widths: [60, 100], rows: [['', '']] })
    page.text(119 - widthOf('185.62', 10), 114, '185.62').text(121, 114, '一、教育支出')
    expect(drawn(tablesOf(await read(page))[0]!)).toEqual(['185.62|一、教育支出'])
    const blank = new PdfPage().table({ left: 60, top: 100, widths: [60, 100], rows: [['', '']] })
    blank.text(118 - widthOf('185.62', 10), 114, '185.62 一、教育支出')
    expect(drawn(tablesOf(await read(blank))[0]!)).toEqual(['185.62|一、教育支出'])
  })

  it('are read once where bold is printed as two, and not at all where nothing is printed', async () => {
    const page = new PdfPage().table({ left: 60, top: 100, widths: [100, 100], rows: [['合计', '11.11']] })
    page.text(63.3, 113.8, '合计').text(163.3, 113.8, '11.11').text(100, 113.8, '隐藏', { mode: 3 })
    page.raw('q 0 0 10 10 re W n').text(180, 113.8, '剪去').raw('Q')
    page.raw('1 g').text(120, 113.8, '99.99').raw('0 g')
    expect(drawn(tablesOf(await read(page))[0]!)).toEqual(['合计|11.11'])
  })

  it('are read where they are written upwards or downwards', async () => {
    const rows = [
      ['', '支出项目名称及金额'],
      ['', '一般公共服务支出'],
    ]
    const merged = [{ row: 0, col: 0, rowSpan: 2 }]
    const page = new PdfPage().table({ left: 60, top: 100, widths: [40, 160], heights: 60, rows, merged })
    page.text(84, 180, '收入合计', { turn: 3 })
    expect(drawn(tablesOf(await read(page))[0]!)).toEqual([
      '收入合计|支出项目名称及金额',
      '^|一般公共服务支出',
    ])
  })

  it('have ideographs where the font has radicals that look alike', async () => {
    const page = new PdfPage().table({ left: 60, top: 100, widths: [100, 100], rows: [['部⻔收⽀', '⼀般']] })
    expect(drawn(tablesOf(await read(page))[0]!)).toEqual(['部门收支|一般'])
  })
})

describe('a page', () => {
  it.each([
    [90, 3],
    [270, 1],
    [180, 2],
  ] as const)('turned by %d degrees is read upright, with places as it is shown', async (rotate, turn) => {
    const plain = await read(new PdfPage(400, 300).text(50, 50, '单位：万元').text(50, 80, '教育支出'))
    const [width, height] = rotate === 180 ? [400, 300] : [300, 400]
    const at = (x: number, y: number): [number, number] =>
      turn === 3 ? [y, 400 - x] : turn === 1 ? [300 - y, x] : [400 - x, 300 - y]
    const page = new PdfPage(width, height, rotate)
    page.text(...at(50, 50), '单位：万元', { turn }).text(...at(50, 80), '教育支出', { turn })
    expect((await read(page)).blocks).toEqual(plain.blocks)
  })

  it('with a table drawn sideways on it is read along the table', async () => {
    const page = new PdfPage()
    for (const x of [100, 120, 140]) page.stroke(x, 200, x, 500)
    for (const y of [200, 350, 500]) page.stroke(100, y, 140, y)
    page.text(114, 490, '科目名称', { turn: 3 }).text(114, 340, '决算数', { turn: 3 })
    page.text(134, 490, '教育支出', { turn: 3 }).text(134, 340, '307.82', { turn: 3 })
    const [table] = tablesOf(await read(page))
    expect(drawn(table!)).toEqual(['科目名称|决算数', '教育支出|307.82'])
    expect(table!.cells[3]!.place).toEqual({ page: 1, box: [120, 200, 20, 150] })
  })

  it('leaves slanting words out: they are watermarks', async () => {
    const page = new PdfPage()
      .text(50, 50, '教育支出')
      .raw('BT /F1 60 Tf 0.7 0.7 -0.7 0.7 100 200 Tm <68377a3f> Tj ET')
    expect(paragraphsOf(await read(page))).toEqual(['教育支出'])
  })
})
