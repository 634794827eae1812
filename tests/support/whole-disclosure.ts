import { cell, docFile, merged as docMerge, rowEnd, type DocParagraph } from './doc-file'
import { docxFile, p, tbl, tc, tr } from './docx-file'
import { htmlPage, type HtmlCell, type HtmlTable } from './html-disclosure'
import { PdfPage, pdfFile } from './pdf-file'
import { rowPerLine } from './text-disclosure'
import { biffText, packed, u16, xlsFile, type XlsRecord } from './xls-file'
import { merged, sheetData, xlsxFile } from './xlsx-file'

/** A small whole final account, made up: its charts draw, its sums hold, its headers have merged cells. */
export const wholeTitle = '阜平县档案馆2024年度部门决算'
export const wholeUnit = '阜平县档案馆'

const spending: HtmlTable = {
  above: ['支出决算表', '单位：万元'],
  rows: [
    [
      ['项目', 2],
      ['本年支出合计', 1, 2],
      ['基本支出', 1, 2],
      ['项目支出', 1, 2],
    ],
    ['科目编码', '科目名称'],
    [['合计', 2], '120.50', '80.50', '40.00'],
    ['201', '一般公共服务支出', '100.00', '60.00', '40.00'],
    ['20126', '档案事务', '100.00', '60.00', '40.00'],
    ['2012601', '行政运行', '60.00', '60.00', ''],
    ['2012604', '档案馆', '40.00', '', '40.00'],
    ['208', '社会保障和就业支出', '20.50', '20.50', ''],
    ['20805', '行政事业单位养老支出', '20.50', '20.50', ''],
    ['2080505', '机关事业单位基本养老保险缴费支出', '20.50', '20.50', ''],
  ],
}

const threePublic: HtmlTable = {
  above: ['财政拨款“三公”经费支出决算表', '单位：万元'],
  rows: [
    ['项目', '预算数', '决算数'],
    ['合计', '3.00', '2.40'],
    ['因公出国（境）费', '0.00', '0.00'],
    ['公务用车购置及运行维护费', '2.00', '1.90'],
    ['公务接待费', '1.00', '0.50'],
  ],
  below: ['注：预算数为年初预算数。'],
}

const tables = [spending, threePublic]

/** Exact 元 of the spending table by code. */
export const wholeSpending = {
  total: '1205000.00',
  '201': '1000000.00',
  '20126': '1000000.00',
  '2012601': '600000.00',
  '2012604': '400000.00',
  '208': '205000.00',
  '20805': '205000.00',
  '2080505': '205000.00',
}

export type WholeFormat = 'docx' | 'doc' | 'xlsx' | 'xls' | 'pdf' | 'html' | 'txt'
export const wholeFormats: WholeFormat[] = ['docx', 'doc', 'xlsx', 'xls', 'pdf', 'html', 'txt']

/** The disclosure as a file of each format. */
export function wholeDisclosure(format: WholeFormat): Uint8Array {
  return writers[format]()
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

const writers: Record<WholeFormat, () => Uint8Array> = {
  html: () => utf8(htmlPage(wholeTitle, tables)),
  txt: () =>
    utf8(
      rowPerLine(
        wholeTitle,
        tables.map((table) => ({ ...table, rows: gridOf(table).map((row) => row.map(({ text }) => text)) })),
      ),
    ),
  docx: () => docxFile([p(wholeTitle), ...tables.flatMap(docxTable)].join('')),
  doc: () => docFile({ paragraphs: [{ runs: [wholeTitle] }, ...tables.flatMap(docTable)] }),
  xlsx: () =>
    xlsxFile({ sheets: Object.fromEntries(tables.map((table, i) => [`表${i + 1}`, xlsxSheet(table)])) }),
  xls: () =>
    xlsFile({ sheets: tables.map((table, i) => ({ name: `表${i + 1}`, records: xlsRecords(table) })) }),
  pdf: () => pdfFile(tables.map(pdfPage)),
}

/** A place in a table's grid: its words where a cell begins, and how far that reaches. */
interface Place {
  text: string
  cols: number
  rows: number
  begins: boolean
  /** Goes on from the cell above. */
  fromAbove: boolean
}

function gridOf({ rows }: HtmlTable): Place[][] {
  const width = rows[0]!.reduce((sum, one) => sum + spanOf(one).cols, 0)
  const grid: (Place | undefined)[][] = rows.map(() => Array.from({ length: width }, () => undefined))
  for (const [row, cells] of rows.entries()) {
    for (const one of cells) {
      const { text, cols, rows: high } = spanOf(one)
      const col = grid[row]!.indexOf(undefined)
      for (let y = row; y < row + high; y += 1)
        for (let x = col; x < col + cols; x += 1) {
          const begins = y === row && x === col
          grid[y]![x] = { text: begins ? text : '', cols, rows: high, begins, fromAbove: y > row }
        }
    }
  }
  return grid as Place[][]
}

function spanOf(one: HtmlCell): { text: string; cols: number; rows: number } {
  const [text, cols, rows = 1] = typeof one === 'string' ? [one, 1] : one
  return { text, cols, rows }
}

function docxTable(table: HtmlTable): string[] {
  const grid = gridOf(table)
  const rows = grid.map((row) =>
    tr(
      row.flatMap(({ text, cols, rows: high, begins, fromAbove }, col) => {
        const isFirst = begins || (fromAbove && (col === 0 || row[col - 1]!.cols !== cols || cols === 1))
        if (!isFirst) return []
        const span = cols > 1 ? `<w:gridSpan w:val="${cols}"/>` : ''
        const down = high > 1 ? (begins ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>') : ''
        return [tc(text, span + down)]
      }),
    ),
  )
  return [
    ...table.above.map(p),
    tbl(
      grid[0]!.map(() => 1500),
      ...rows,
    ),
    ...(table.below ?? []).map(p),
    p(''),
  ]
}

function docTable(table: HtmlTable): DocParagraph[] {
  const line = (text: string): DocParagraph => ({ runs: [text] })
  const grid = gridOf(table)
  const edges = Array.from({ length: grid[0]!.length + 1 }, (_, index) => index * 1500)
  const rows = grid.flatMap((row) => {
    const flags = row.map(({ cols, rows: high, begins, fromAbove }) =>
      high > 1 ? (fromAbove ? docMerge.more : docMerge.first) : cols > 1 && !begins ? docMerge.left : 0,
    )
    return [...row.map(({ text }) => cell(text)), rowEnd(edges, { ...flags })]
  })
  return [...table.above.map(line), ...rows, ...(table.below ?? []).map(line), line('')]
}

const letters = 'ABCDEFGH'

/** Rows of a sheet: the title, the lines above, the table from `top` on, the lines below. */
function sheetOf(table: HtmlTable): { grid: Place[][]; top: number; words: string[]; below: string[] } {
  const words = [wholeTitle, ...table.above]
  return { grid: gridOf(table), top: words.length, words, below: table.below ?? [] }
}

function xlsxSheet(table: HtmlTable): string {
  const { grid, top, words, below } = sheetOf(table)
  const rows = [
    ...words.map((word) => [word]),
    ...grid.map((row) => row.map(({ text }) => text)),
    ...below.map((word) => [word]),
  ]
  const areas = grid.flatMap((row, y) =>
    row.flatMap(({ cols, rows: high, begins }, x) =>
      begins && (cols > 1 || high > 1)
        ? [`${letters[x]}${top + y + 1}:${letters[x + cols - 1]}${top + y + high}`]
        : [],
    ),
  )
  const isTable = (row: number) => row >= top && row < top + grid.length
  return sheetData(rows, (row) => (isTable(row) ? 1 : 0)) + merged(...areas)
}

function xlsRecords(table: HtmlTable): XlsRecord[] {
  const { grid, top, words, below } = sheetOf(table)
  const label = (row: number, col: number, style: number, text: string): XlsRecord =>
    text === '' ? [0x0201, u16(row, col, style)] : [0x0204, packed(u16(row, col, style), biffText(text))]
  const areas = grid.flatMap((row, y) =>
    row.flatMap(({ cols, rows: high, begins }, x) =>
      begins && (cols > 1 || high > 1) ? [[top + y, top + y + high - 1, x, x + cols - 1]] : [],
    ),
  )
  return [
    ...words.map((word, row) => label(row, 0, 0, word)),
    ...grid.flatMap((row, y) => row.map(({ text }, x) => label(top + y, x, 1, text))),
    ...below.map((word, index) => label(top + grid.length + index, 0, 0, word)),
    [0xe5, packed(u16(areas.length), ...areas.map((area) => u16(...area)))],
  ]
}

function pdfPage(table: HtmlTable): PdfPage {
  const { grid, words, below } = sheetOf(table)
  const page = new PdfPage()
  words.forEach((word, index) => page.text(60, 60 + index * 24, word))
  const widths = grid[0]!.map((_, col) => (grid[0]!.length === 3 || col === 1 ? 180 : 70))
  page.table({
    left: 40,
    top: 140,
    widths,
    rows: grid.map((row) => row.map(({ text }) => text)),
    merged: grid.flatMap((row, y) =>
      row.flatMap(({ cols, rows: high, begins }, x) =>
        begins && (cols > 1 || high > 1) ? [{ row: y, col: x, rowSpan: high, colSpan: cols }] : [],
      ),
    ),
    size: 9,
  })
  below.forEach((word, index) => page.text(60, 180 + grid.length * 20 + index * 24, word))
  return page
}
