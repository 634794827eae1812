import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import type { RawDocument } from '../../../../src/ingest/raw'
import { UnreadableFile } from '../../../../src/ingest/raw'
import { readXlsx } from '../../../../src/ingest/read/xlsx'
import { publishedFile, publishedFilesAreHere } from '../../../support/published'
import { agreementWith, expectedTables } from '../../../support/published-truth'
import { drawn, outline, tablesOf } from '../../../support/raw-text'
import type { XlsxContent } from '../../../support/xlsx-file'
import { merged, sheetData, xlsxFile } from '../../../support/xlsx-file'
import { zipFile } from '../../../support/zip-file'

const read = (content: XlsxContent): RawDocument => readXlsx(xlsxFile(content))
const sheet = (content: string, more: Partial<XlsxContent> = {}): RawDocument =>
  read({ sheets: { Sheet1: content }, ...more })
const ruledFrom =
  (first: number, last = 99) =>
  (row: number) =>
    row >= first && row <= last ? 1 : 0

describe('the cells of a workbook', () => {
  it('are shown as the spreadsheet shows them', () => {
    const cells = `<row r="1"><c r="A1" s="2"><v>5</v></c><c r="B1" s="3"><v>1262.08</v></c><c r="C1" s="4"><v>0</v></c>
      <c r="D1" s="1"><v>2080505</v></c><c r="E1" s="5"><v>45292</v></c><c r="F1" s="1" t="b"><v>1</v></c>
      <c r="G1" s="1" t="e"><v>#REF!</v></c><c r="H1" s="2" t="str"><f>A1</f><v>文</v></c></row><row r="2"><c r="A2" s="1"/><c r="B2" s="1"/></row>`
    const formats = ['0.00', '#,##0.00', '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', 'yyyy"年"m"月"']
    const [table] = tablesOf(sheet(`<sheetData>${cells}</sheetData>`, { formats }))
    expect(drawn(table!)).toEqual(['5.00|1,262.08|-|2080505|2024年1月|TRUE|#REF!|文', '|||||||'])
    expect(table!.cells[1]).toMatchObject({ row: 0, col: 1, place: { sheet: 'Sheet1', a1: 'B1' } })
  })

  it('have shared words, in runs and with readings, and inline words', () => {
    const strings = [
      '<t>科目</t>',
      '<r><t>一般</t></r><r><rPr/><t xml:space="preserve">公共 </t></r><rPh sb="0"><t>yi</t></rPh>',
      '<t>第一行_x000D_\n第二行</t>',
    ]
    const cells = [0, 1, 2].map((number) => `<c s="1" t="s"><v>${number}</v></c>`).join('')
    const [table] = tablesOf(
      sheet(`<sheetData><row>${cells}</row><row><c s="1" t="s"><v></v></c><c s="1"/></row></sheetData>`, {
        strings,
      }),
    )
    expect(drawn(table!)).toEqual(['科目|一般公共 |第一行\n第二行', '||'])
  })

  it('hide zeros where the sheet does', () => {
    const view = '<sheetViews><sheetView showZeros="0"/></sheetViews>'
    const [table] = tablesOf(
      sheet(
        view +
          sheetData(
            [
              ['项目', '金额'],
              ['合计', 0],
              ['其中', 3],
            ],
            1,
          ),
      ),
    )
    expect(drawn(table!)).toEqual(['项目|金额', '合计|', '其中|3'])
  })

  it('are not blank when a formula has no stored result, and the file says where', () => {
    const document = sheet(
      '<sheetData><row r="1"><c r="A1" s="1"><f>1+1</f></c><c r="B1" s="1" t="str"><f>""</f><v></v></c></row><row r="2"><c r="A2" s="1"><v>1</v></c><c r="B2" s="1"/></row></sheetData>',
    )
    const [table] = tablesOf(document)
    expect(table!.cells.map((cell) => cell.unreadable ?? false)).toEqual([true, false, false, false])
    expect(document.unread).toEqual([{ what: 'formula', place: { sheet: 'Sheet1', a1: 'A1' } }])
  })
})

describe('a sheet', () => {
  it('is titles, a ruled table and notes; blank ruled rows belong to the table', () => {
    const rows = [
      ['收入表', '', ''],
      ['单位：某局', '', '单位：万元'],
      ['科目', '本年收入', ''],
      ['', '小计', '其他'],
      ['', '', ''],
      ['注：本表为空', '', ''],
    ]
    const document = sheet(sheetData(rows, ruledFrom(2, 4)) + merged('A1:C1', 'A3:A4', 'B3:C3', 'A6:C6'))
    expect(outline(document.blocks)).toEqual([
      '收入表',
      '单位：某局',
      '单位：万元',
      '[科目|本年收入|< / ^|小计|其他 / ||]',
      '注：本表为空',
    ])
    expect(document.blocks[2]).toMatchObject({ spans: [{ start: 0, place: { sheet: 'Sheet1', a1: 'C2' } }] })
  })

  it('keeps rows of figures below a ruled head', () => {
    const rows = [
      ['表', null],
      ['科目', '金额'],
      ['编码', '数'],
      ['201', 1],
      ['小计', null],
      ['208', 2],
      ['注', null],
      ['附', null],
      ['x', 9],
    ]
    expect(outline(sheet(sheetData(rows, ruledFrom(1, 2))).blocks)).toEqual([
      '表',
      '[科目|金额 / 编码|数 / 201|1 / 小计| / 208|2]',
      '注',
      '附',
      'x',
      '9',
    ])
  })

  it('parts ruled tables that stand below one another', () => {
    const rows = [
      ['a', 'b'],
      ['1', '2'],
      ['注：', null],
      ['表二', null],
      ['c', 'd'],
      ['3', '4'],
    ]
    const ruled = (row: number): number => (row === 2 || row === 3 ? 0 : 1)
    expect(outline(sheet(sheetData(rows, ruled)).blocks)).toEqual([
      '[a|b / 1|2]',
      '注：',
      '表二',
      '[c|d / 3|4]',
    ])
    expect(
      tablesOf(sheet(sheetData([['a', 'b'], ['1', '2'], [null], ['c', 'd'], ['3', '4']], 1))),
    ).toHaveLength(2)
  })

  it('without lines is a table where rows have two cells or more', () => {
    const rows = [
      ['收入表', null, null],
      [null],
      ['科目', '名称', '金额'],
      ['201', '一般', 1],
      [null, '其中', null],
      [null],
      ['208', '社保', 2],
      ['注：无', null, null],
    ]
    const document = sheet(sheetData(rows))
    expect(outline(document.blocks)).toEqual([
      '收入表',
      '[科目|名称|金额 / 201|一般|1 / |其中| / || / 208|社保|2]',
      '注：无',
    ])
  })

  it('keeps head rows whose cells below a merge are not in the file', () => {
    const rows = [
      ['科目', '金额', '备注'],
      [null, null, null],
      ['201', 1, '无'],
    ]
    const [table] = tablesOf(sheet(sheetData(rows, 1) + merged('A1:A2', 'B1:B2', 'C1:C2')))
    expect(drawn(table!)).toEqual(['科目|金额|备注', '^|^|^', '201|1|无'])
  })

  it("has its name above a table that has nothing else above it, unless the name is the program's", () => {
    const data = sheetData(
      [
        ['科目', '金额'],
        ['201', 1],
      ],
      1,
    )
    expect(outline(read({ sheets: { 收入表: data, Sheet2: data } }).blocks)).toEqual([
      '收入表',
      '[科目|金额 / 201|1]',
      '[科目|金额 / 201|1]',
    ])
  })

  it('flags what is hidden and reads it all the same', () => {
    const data = `<cols><col min="2" max="2" hidden="1"/></cols>${sheetData(
      [
        ['科目', '密', '金额'],
        ['201', 'x', 1],
      ],
      1,
    ).replace('<row r="2"', '<row r="2" hidden="1"')}`
    const document = read({ sheets: { 明: data, 暗: data }, hidden: ['暗'] })
    const [open, hidden] = tablesOf(document)
    expect(open).toMatchObject({ sheet: '明', hiddenRows: [1], hiddenCols: [1] })
    expect(open).not.toHaveProperty('hidden')
    expect(hidden).toMatchObject({ sheet: '暗', hidden: true })
    expect(document.blocks.find((block) => block.kind === 'paragraph' && block.text === '暗')).toMatchObject({
      hidden: true,
    })
  })

  it('ends where formatting goes on without a word', () => {
    const rows = [['科目', '金额'], ['201', 1], ...Array.from({ length: 5000 }, () => ['', ''])]
    expect(tablesOf(sheet(sheetData(rows, 1)))[0]!.rowCount).toBe(102)
  })

  it('counts on where rows and cells do not say their place', () => {
    const data =
      '<sheetData><row><c s="1"><v>1</v></c><c s="1"><v>2</v></c></row><row><c s="1"><v>3</v></c><c s="1"><v>4</v></c></row></sheetData>'
    expect(drawn(tablesOf(sheet(data))[0]!)).toEqual(['1|2', '3|4'])
  })
})

describe('a workbook that cannot be read', () => {
  it('ends in one error: cut off, without parts, with cells or words out of reach', () => {
    const whole = xlsxFile({ sheets: { a: sheetData([['a', 'b']]) } })
    for (let length = 0; length < whole.length; length += 29)
      expect(() => readXlsx(whole.subarray(0, length))).toThrow(UnreadableFile)
    expect(() => readXlsx(zipFile({ 'xl/other.xml': '' }))).toThrow(/a workbook \(xlsx\)/u)
    expect(() => sheet('<sheetData><row r="1"><c r="A1" t="s"><v>7</v></c></row></sheetData>')).toThrow(
      /one of 0 shared texts: number 7/u,
    )
    expect(() => sheet('<sheetData><row r="1048577"/></sheetData>')).toThrow(/A1 to XFD1048576/u)
    expect(() => sheet('<sheetData><row><c r="XFE1"/></row></sheetData>')).toThrow(/A1 to XFD1048576/u)
  })

  it('ends soon when it spreads few words over the largest sheet', () => {
    const far =
      '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>1</v></c><c r="B1048576"><v>1</v></c></row></sheetData>'
    const started = performance.now()
    expect(() => sheet(far)).toThrow(/at most 1000000 cells/u)
    const columns = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index))
    const tall = `<sheetData><row r="1">${columns.map((c) => `<c r="${c}1"><v>1</v></c>`).join('')}</row><row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>`
    expect(() => sheet(tall + merged(...columns.map((c) => `${c}1:${c}1048576`)))).toThrow(
      /at most 1000000 cells/u,
    )
    expect(performance.now() - started).toBeLessThan(5000)
  })

  it('ends in cells or in one error, whatever its bytes are changed to', () => {
    const bytes = xlsxFile({
      sheets: {
        a: sheetData(
          [
            ['__proto__', 'constructor'],
            ['1', 2],
          ],
          1,
        ),
      },
    })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 5 }),
        (changes) => {
          const hostile = bytes.slice()
          for (const [at, value] of changes) hostile[at] = value
          try {
            readXlsx(hostile)
          } catch (cause) {
            expect(cause).toBeInstanceOf(UnreadableFile)
          }
        },
      ),
      { numRuns: 300 },
    )
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})

describe.runIf(publishedFilesAreHere)(
  'published workbooks (only where ../shared/fixtures is beside the repository)',
  () => {
    it.each([
      ['fuping-2023-budget', 1055, 190, 228],
      ['fushun-2023-final', 1198, 188, 171],
    ])('%s: every cell at its column', (id, cells, amounts, header) => {
      const document = readXlsx(publishedFile(`${id}.xlsx`))
      const found = agreementWith(expectedTables(id), document.blocks)
      expect(found).toEqual({
        cells: [cells, cells],
        amounts: [amounts, amounts],
        header: [header, header],
        wrong: [],
      })
    })
  },
)
