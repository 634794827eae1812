import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import type { RawDocument } from '../../../../src/ingest/raw'
import { UnreadableFile } from '../../../../src/ingest/raw'
import { readXls } from '../../../../src/ingest/read/xls'
import { compoundFile } from '../../../support/compound-file'
import { publishedFile, publishedFilesAreHere } from '../../../support/published'
import { agreementWith, expectedTables } from '../../../support/published-truth'
import { drawn, outline, tablesOf } from '../../../support/raw-text'
import type { XlsContent, XlsRecord } from '../../../support/xls-file'
import { biffText, packed, u16, xlsFile, xlsStream } from '../../../support/xls-file'

const at = (row: number, col: number, style = 1): Uint8Array => u16(row, col, style)
const label = (row: number, col: number, text: string, style = 1): XlsRecord => [
  0x0204,
  packed(at(row, col, style), biffText(text)),
]
const number = (row: number, col: number, value: number, style = 1): XlsRecord => [
  0x0203,
  packed(at(row, col, style), ['f64', value]),
]
const blank = (row: number, col: number): XlsRecord => [0x0201, at(row, col)]
const shared = (row: number, col: number, index: number): XlsRecord => [
  0xfd,
  packed(at(row, col), ['u32', index]),
]
const rk = (value: number, flags: number): Uint8Array => packed(['u32', ((value << 2) | flags) >>> 0])

const read = (content: XlsContent): RawDocument => readXls(xlsFile(content))
const sheet = (records: XlsRecord[], more: Partial<XlsContent> = {}): RawDocument =>
  read({ sheets: [{ name: 'Sheet1', records }], ...more })
const grid = (records: XlsRecord[], more: Partial<XlsContent> = {}): string[] =>
  drawn(tablesOf(sheet(records, more))[0]!)

describe('the cells of an Excel 97 workbook', () => {
  it('are shown as the spreadsheet shows them, however their numbers are packed', () => {
    const formats = ['0.00', '#,##0.00', '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ']
    const half = packed(['f64', 0.5]).slice(4)
    const records: XlsRecord[] = [
      number(0, 0, 5, 2),
      number(0, 1, 1262.08, 3),
      number(0, 2, 0, 4),
      number(0, 3, 2080505),
      [0x027e, packed(at(1, 0, 2), rk(18562, 3))],
      [0x027e, packed(at(1, 1, 3), rk(-7, 2))],
      [0xbd, packed(u16(1, 2), u16(2), half, u16(2), rk(300, 3), u16(3))],
      [0x0205, packed(at(2, 0), ['u8', 1], ['u8', 0])],
      [0x0205, packed(at(2, 1), ['u8', 0x17], ['u8', 1])],
      [0xbe, packed(u16(2, 2, 1, 1, 3))],
    ]
    expect(grid(records, { formats })).toEqual([
      '5.00|1,262.08|-|2080505',
      '185.62|-7.00|0.50|3.00',
      'TRUE|#REF!||',
    ])
  })

  it('have the stored results of formulas: numbers, words, truth, errors, nothing', () => {
    const formula = (row: number, col: number, result: Uint8Array, style = 1): XlsRecord => [
      0x06,
      packed(at(row, col, style), result, u16(0, 0, 0, 0)),
    ]
    const special = (kind: number, value = 0): Uint8Array =>
      Uint8Array.of(kind, 0, value, 0, 0, 0, 0xff, 0xff)
    const records: XlsRecord[] = [
      formula(0, 0, packed(['f64', 12.5]), 2),
      formula(0, 1, special(0)),
      [0x04bc, Uint8Array.of(0, 0)],
      [0x0207, biffText('合计')],
      formula(1, 0, special(1, 1)),
      formula(1, 1, special(2, 0x07)),
      formula(2, 0, special(3)),
      number(2, 1, 1),
    ]
    expect(grid(records, { formats: ['0.00'] })).toEqual(['12.50|合计', 'TRUE|#DIV/0!', '|1'])
  })

  it('have shared texts, also those that go on in a further record in characters of another size', () => {
    const rich = packed(u16(2), ['u8', 0x0d], u16(1), ['u32', 4], u16(0x79d1, 0x76ee), u16(0, 0), ['u32', 0])
    const split = packed(u16(4), ['u8', 1], u16(0x91d1, 0x989d))
    const sst: XlsRecord[] = [
      [0xfc, packed(['u32', 4], ['u32', 4], rich, split)],
      [0x3c, packed(['u8', 0], Uint8Array.of(0x31, 0x32), biffText('narrow', { narrow: true }), u16(2))],
      [0x3c, packed(['u8', 1], u16(0x8868, 0x4e00))],
    ]
    expect(grid([shared(0, 0, 0), shared(0, 1, 1), shared(1, 0, 2), shared(1, 1, 3)], { sst })).toEqual([
      '科目|金额12',
      'narrow|表一',
    ])
  })

  it('hide zeros where the sheet does, and count days from 1904 where the workbook does', () => {
    const zeros: XlsRecord = [0x023e, u16(0x06a6, 0, 0)]
    expect(grid([number(0, 0, 0), number(0, 1, 1), number(1, 0, 2), number(1, 1, 0), zeros])).toEqual([
      '|1',
      '2|',
    ])
    const records = [number(0, 0, 43830, 2), blank(0, 1), number(1, 0, 185.62, 3), blank(1, 1)]
    expect(grid(records, { formats: ['yyyy/m/d', '0.00'], first: [[0x22, u16(1)]] })).toEqual([
      '2024/1/1|',
      '185.62|',
    ])
  })
})

describe('a sheet of an Excel 97 workbook', () => {
  it('is titles, a ruled table with merged cells, and notes', () => {
    const records = [
      label(0, 0, '收入表', 0),
      label(1, 0, '科目'),
      label(1, 1, '本年收入'),
      blank(1, 2),
      blank(2, 0),
      label(2, 1, '小计'),
      label(2, 2, '其他'),
      label(3, 0, '201'),
      number(3, 1, 1),
      blank(3, 2),
      label(4, 0, '注：无', 0),
      [0xe5, packed(u16(2), u16(1, 2, 0, 0), u16(1, 1, 1, 2))] as XlsRecord,
    ]
    const document = sheet(records)
    expect(outline(document.blocks)).toEqual(['收入表', '[科目|本年收入|< / ^|小计|其他 / 201|1|]', '注：无'])
    expect(tablesOf(document)[0]!.cells[1]!.place).toEqual({ sheet: 'Sheet1', a1: 'B2' })
  })

  it('is flagged where it is hidden, in whole, by rows or by columns; charts and macros are left out', () => {
    const records: XlsRecord[] = [
      [0x7d, u16(1, 1, 0, 0, 1, 0)],
      [0x0208, packed(u16(1, 0, 3, 0, 0, 0, 0x20, 0))],
      label(0, 0, 'a'),
      label(0, 1, 'b'),
      label(1, 0, 'c'),
      label(1, 1, 'd'),
    ]
    const document = read({
      sheets: [
        { name: '明', records },
        { name: '暗', hidden: true, records },
        { name: '图', kind: 2, records },
      ],
    })
    const [open, hidden, ...others] = tablesOf(document)
    expect(open).toMatchObject({ sheet: '明', hiddenRows: [1], hiddenCols: [1] })
    expect(hidden).toMatchObject({ sheet: '暗', hidden: true })
    expect(others).toEqual([])
    expect(document.unread).toEqual([{ what: 'chart', place: { sheet: '图', a1: 'A1' } }])
  })

  it('tells the pictures, charts and boxes that lie over its cells, with the cell they begin at', () => {
    const anchor = (row: number, col: number): XlsRecord => [
      0xec,
      packed(u16(0, 0xf004, 0, 0), u16(0, 0xf010, 18, 0), u16(0, col, 0, row, 0, col + 1, 0, row + 2, 0)),
    ]
    const object = (kind: number): XlsRecord => [0x5d, u16(0x15, 0x12, kind, 1, 0, 0, 0, 0, 0, 0, 0)]
    const { unread } = sheet([
      label(0, 0, 'a'),
      ...[
        anchor(4, 2),
        object(8),
        anchor(9, 0),
        object(6),
        anchor(2, 1),
        object(0x14),
        anchor(20, 1),
        object(5),
      ],
    ])
    expect(unread).toEqual([
      { what: 'picture', place: { sheet: 'Sheet1', a1: 'C5' } },
      { what: 'object', place: { sheet: 'Sheet1', a1: 'A10' } },
      { what: 'chart', place: { sheet: 'Sheet1', a1: 'B21' } },
    ])
    expect(sheet([label(0, 0, 'a')])).not.toHaveProperty('unread')
  })

  it('loses what an embedded chart holds', () => {
    const chart: XlsRecord[] = [[0x0809, u16(0x0600, 0x20)], label(5, 5, '图中'), [0x0a, new Uint8Array()]]
    expect(grid([label(0, 0, 'a'), label(0, 1, 'b'), ...chart, label(1, 0, 'c'), label(1, 1, 'd')])).toEqual([
      'a|b',
      'c|d',
    ])
  })
})

describe('an Excel workbook that cannot be read', () => {
  it('is named: older than Excel 97, encrypted, no workbook', () => {
    const reason = (bytes: Uint8Array): string => {
      try {
        readXls(bytes)
        return 'read'
      } catch (cause) {
        return (cause as UnreadableFile).reason
      }
    }
    const old = xlsStream({ sheets: [], version: 0x0500 })
    expect(reason(compoundFile({ Book: old }))).toBe('too-old')
    expect(reason(xlsFile({ sheets: [], first: [[0x2f, u16(1)]] }))).toBe('encrypted')
    expect(reason(compoundFile({ WordDocument: old }))).toBe('broken')
  })

  it('ends in one error when cut off, when it names what is not there, or when it has too many cells', () => {
    const stream = xlsStream({ sheets: [{ name: 'a', records: [label(0, 0, 'x'), label(0, 1, 'y')] }] })
    for (let length = 0; length < stream.length; length += 3) {
      expect(() => readXls(compoundFile({ Workbook: stream.slice(0, Math.max(length, 1)) }))).toThrow(
        UnreadableFile,
      )
    }
    expect(() => sheet([shared(0, 0, 9)])).toThrow(/one of 0 shared texts: number 9/u)
    expect(() =>
      sheet([label(0, 0, 'a', 0), label(0, 255, 'b', 0), label(65_535, 0, 'c', 0), label(65_535, 1, 'd', 0)]),
    ).toThrow(/at most 1000000 cells/u)
    const limits = { bytes: 1e6, cells: 3 }
    const four = xlsFile({ sheets: [{ name: 'a', records: [0, 1, 2, 3].map((col) => label(0, col, 'x')) }] })
    expect(() => readXls(four, { limits })).toThrow(/at most 3 cells/u)
  })

  it('ends in cells or in one error, whatever its bytes are changed to', () => {
    const sst: XlsRecord[] = [[0xfc, packed(['u32', 1], ['u32', 1], biffText('__proto__'))]]
    const bytes = xlsFile({
      sheets: [{ name: 'a', records: [shared(0, 0, 0), number(0, 1, 1), shared(1, 0, 0), number(1, 1, 2)] }],
      sst,
    })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        (changes) => {
          const hostile = bytes.slice()
          for (const [place, value] of changes) hostile[place] = value
          try {
            readXls(hostile)
          } catch (cause) {
            expect(cause).toBeInstanceOf(UnreadableFile)
          }
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe.runIf(publishedFilesAreHere)(
  'published workbooks of Excel 97 (only where ../shared/fixtures is beside the repository)',
  () => {
    it.each([
      ['fuping-2023-budget', 1055, 190, 228],
      ['fushun-2023-final', 1198, 188, 171],
    ])('%s: every cell at its column', (id, cells, amounts, header) => {
      const document = readXls(publishedFile(`${id}.xls`))
      const found = agreementWith(expectedTables(id), document.blocks)
      expect(found).toEqual({
        cells: [cells, cells],
        amounts: [amounts, amounts],
        header: [header, header],
        wrong: [],
      })
    })

    it('a published workbook cut off anywhere ends in one error', () => {
      const bytes = publishedFile('fushun-2023-final.xls')
      for (const part of [0.1, 0.5, 0.9]) {
        expect(() => readXls(bytes.subarray(0, Math.floor(bytes.length * part)))).toThrow(UnreadableFile)
      }
    })
  },
)
