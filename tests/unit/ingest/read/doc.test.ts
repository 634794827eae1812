import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import type { RawDocument } from '../../../../src/ingest/raw'
import { locate, UnreadableFile } from '../../../../src/ingest/raw'
import { readDoc } from '../../../../src/ingest/read/doc'
import { compoundFile } from '../../../support/compound-file'
import type { DocContent, DocParagraph } from '../../../support/doc-file'
import { cell, docFile, docStreams, merged, property, rowEnd } from '../../../support/doc-file'
import { publishedFile, publishedFilesAreHere } from '../../../support/published'
import { agreementWith, expectedTables } from '../../../support/published-truth'
import { drawn, outline, paragraphsOf, tablesOf } from '../../../support/raw-text'
import { packed } from '../../../support/xls-file'

const p = (...runs: DocParagraph['runs']): DocParagraph => ({ runs })
const read = (paragraphs: DocParagraph[], more: Partial<DocContent> = {}): RawDocument =>
  readDoc(docFile({ paragraphs, ...more }))
const words = (...runs: DocParagraph['runs']): string[] => paragraphsOf(read([p(...runs)]))
const row = (texts: string[], edges: number[], flags?: Record<number, number>): DocParagraph[] => [
  ...texts.map((text) => cell(text)),
  rowEnd(edges, flags),
]
const grid = (...rows: DocParagraph[][]): string[] => drawn(tablesOf(read(rows.flat()))[0]!)

describe('paragraphs of a binary Word document', () => {
  it('come in reading order with their place, outer white space removed', () => {
    const document = read([p('某局2024年单位预算'), p('　'), p('　　一、收入 1,262.08 万元。')])
    expect(outline(document.blocks)).toEqual(['某局2024年单位预算', '一、收入 1,262.08 万元。'])
    const block = document.blocks[1]!
    expect(block.kind === 'paragraph' && locate(block, 5, 8)).toEqual({ paragraph: 3, offset: 7, length: 8 })
  })

  it('are the same when a character is one byte', () => {
    expect(paragraphsOf(read([p('\u0093Total\u0094 1,262.08 \u0080')], { narrow: true }))).toEqual([
      '“Total” 1,262.08 €',
    ])
  })

  it('are parted at lines and pages; keep tabs and hyphens; lose what prints nothing', () => {
    expect(words('第一行\u000b第二行\u000c第三页')).toEqual(['第一行', '第二行', '第三页'])
    expect(words('收\t入\u001f总\u00ad表\u001e1\u0005\u0002')).toEqual(['收\t入总表-1'])
  })

  it('lose tracked deletions and hidden words; show symbols; have the results of fields, not their codes', () => {
    expect(
      words(
        '预算',
        { text: '旧', properties: property(0x0800, 1) },
        { text: '隐', properties: property(0x083c, 1) },
        { text: '显', properties: property(0x083c, 0) },
      ),
    ).toEqual(['预算显'])
    expect(words({ text: '(', properties: property(0x6a09, Uint8Array.of(1, 0, 0xfe, 0xf0)) })).toEqual([
      '\uf0fe',
    ])
    expect(words('\u0013IF \u0013PAGE\u00149\u0015\u0014目录\u0015完')).toEqual(['目录完'])
    expect(paragraphsOf(read([p('\u0013码'), p('下一段')]))).toEqual(['下一段'])
  })

  it('are those of the text, the footnotes and the text boxes, not those of page headers', () => {
    const document = read([p('正文')], { footnotes: [p('脚注')], headers: [p('页眉')], textBoxes: [p('框')] })
    expect(paragraphsOf(document)).toEqual(['正文', '脚注', '框'])
  })

  it('say where a picture stands instead of words', () => {
    expect(read([p('图'), p('\u0001')]).unread).toEqual([{ what: 'picture', place: { paragraph: 2 } }])
  })
})

describe('tables of a binary Word document', () => {
  it('have their columns by the edges of cells, rows of any number of cells', () => {
    expect(
      grid(
        row(['序号', '支出'], [0, 500, 3000]),
        row(['', '项目', '金额'], [0, 500, 2000, 3000]),
        row(['合计', '5.00'], [0, 2000, 3000]),
      ),
    ).toEqual(['序号|支出|<', '|项目|金额', '合计|<|5.00'])
  })

  it('keep merged cells, down and across, with a place for each cell', () => {
    const rows = [
      row(['序号', '支出', ''], [-100, 500, 2000, 3000], { 0: merged.first, 2: merged.left }),
      row(['', '项目', '金额'], [-100, 500, 2000, 3000], { 0: merged.more }),
    ]
    const [table] = tablesOf(read([p('表'), ...rows.flat(), p('注：无')]))
    expect(drawn(table!)).toEqual(['序号|支出|<', '^|项目|金额'])
    expect(table!.cells.at(-1)).toMatchObject({ text: '金额', place: { table: 1, row: 2, cell: 3 } })
  })

  it('take edges as one that were drawn by hand and nearly meet', () => {
    expect(grid(row(['科目', '金额'], [0, 1000, 2000]), row(['201', '5.00'], [5, 1015, 1990]))).toEqual([
      '科目|金额',
      '201|5.00',
    ])
  })

  it('merge also by properties of their own, and know repeated heads', () => {
    const changed = (end: DocParagraph, ...properties: Uint8Array[]): DocParagraph => ({
      ...end,
      properties: [...end.properties!, ...properties],
    })
    const down = (flags: number): Uint8Array => property(0xd62b, Uint8Array.of(2, 0, flags))
    const [table] = tablesOf(
      read([
        cell('a'),
        cell('b'),
        cell('c'),
        changed(rowEnd([0, 500, 1000, 1500], {}, 1, true), down(3), property(0x5624, Uint8Array.of(1, 3))),
        cell(''),
        cell('d'),
        cell('e'),
        changed(rowEnd([0, 500, 1000, 1500]), down(1)),
      ]),
    )
    expect(drawn(table!)).toEqual(['a|b|<', '^|d|e'])
    expect(table).toMatchObject({ headerRows: 1 })
  })

  it('join the lines of a cell and keep its leading blanks', () => {
    const line: DocParagraph = { runs: ['　　其中：'], properties: cell('').properties! }
    expect(grid([line, cell('基本支出'), cell('1'), rowEnd([0, 500, 900])])).toEqual([
      '　　其中：\n基本支出|1',
    ])
  })

  it('come out of a table that only arranges them, and stay words of a cell in a table of its own', () => {
    const inner = [
      cell('科目', 2),
      cell('金额', 2),
      rowEnd([0, 400, 800], {}, 2),
      cell('201', 2),
      cell('1.00', 2),
      rowEnd([0, 400, 800], {}, 2),
    ]
    const title: DocParagraph = { runs: ['收入表'], properties: cell('').properties! }
    expect(outline(read([title, ...inner, cell(''), rowEnd([0, 1000])]).blocks)).toEqual([
      '收入表',
      '[科目|金额 / 201|1.00]',
    ])
    const outer = [
      ...row(['指标', '目标'], [0, 500, 1000]),
      ...row(['产出', '见下'], [0, 500, 1000]),
      cell('效益'),
      ...inner,
      cell(''),
      rowEnd([0, 500, 1000]),
    ]
    expect(outline(read(outer).blocks)).toEqual(['[指标|目标 / 产出|见下 / 效益|科目\t金额\n201\t1.00]'])
  })

  it('are defined in the data stream when a row has too many cells for a page', () => {
    const edges = Array.from({ length: 41 }, (_, index) => index * 400)
    const long = packed(...rowEnd(edges).properties!)
    const end: DocParagraph = { runs: [], mark: 0x07, properties: [property(0x6646, packed(['u32', 4]))] }
    const texts = Array.from({ length: 40 }, (_, index) => String(index))
    const data = packed(['u32', 0], ['u16', long.length], long)
    const [table] = tablesOf(
      read([...texts.map((text) => cell(text)), end, ...texts.map((text) => cell(text)), end], { data }),
    )
    expect(table).toMatchObject({ rowCount: 2, colCount: 40 })
  })
})

describe('a binary Word document that cannot be read', () => {
  it('is named: encrypted, older than Word 97, no document', () => {
    const reason = (bytes: Uint8Array): string => {
      try {
        readDoc(bytes)
        return 'read'
      } catch (cause) {
        return (cause as UnreadableFile).reason
      }
    }
    expect(reason(docFile({ paragraphs: [p('x')] }))).toBe('read')
    expect(reason(docFile({ paragraphs: [p('x')], flags: 0x0300 }))).toBe('encrypted')
    expect(reason(docFile({ paragraphs: [p('x')], version: 0x68 }))).toBe('too-old')
    expect(reason(compoundFile({ Workbook: Uint8Array.of(1) }))).toBe('broken')
  })

  it('ends in one error when cut off, too deep, too wide or called off', () => {
    const streams = docStreams({ paragraphs: [p('收入表'), ...row(['a', 'b'], [0, 500, 1000])] })
    for (let length = 1; length < streams.WordDocument!.length; length += 61) {
      const cut = compoundFile({ ...streams, WordDocument: streams.WordDocument!.slice(0, length) })
      expect(() => readDoc(cut)).toThrow(UnreadableFile)
    }
    expect(() => read([cell('x', 41)])).toThrow(/at most 40 deep/u)
    const limits = { bytes: 1e6, cells: 1 }
    expect(() => readDoc(docFile({ paragraphs: row(['a', 'b'], [0, 500, 1000]) }), { limits })).toThrow(
      /at most 1 cells/u,
    )
    expect(() => readDoc(docFile({ paragraphs: [p('x')] }), { signal: AbortSignal.abort() })).toThrow(
      /abort/iu,
    )
  })

  it('ends in words or in one error, whatever its bytes are changed to', () => {
    const bytes = docFile({
      paragraphs: [
        p('收入表', { text: '旧', properties: property(0x0800, 1) }),
        ...row(['a', 'b'], [0, 500, 1000], { 0: merged.first }),
      ],
    })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        (changes) => {
          const hostile = bytes.slice()
          for (const [place, value] of changes) hostile[place] = value
          try {
            readDoc(hostile)
          } catch (cause) {
            expect(cause).toBeInstanceOf(UnreadableFile)
          }
        },
      ),
      { numRuns: 500 },
    )
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})

describe.runIf(publishedFilesAreHere)(
  'published binary Word documents (only where ../shared/fixtures is beside the repository)',
  () => {
    it.each([
      ['fuping-2023-budget', 1055, 190, 228],
      ['fushun-2023-final', 1198, 188, 171],
    ])('%s: every cell at its column', (id, cells, amounts, header) => {
      const document = readDoc(publishedFile(`${id}.doc`))
      const found = agreementWith(expectedTables(id), document.blocks)
      expect(found).toEqual({
        cells: [cells, cells],
        amounts: [amounts, amounts],
        header: [header, header],
        wrong: [],
      })
    })

    it('a published document cut off anywhere ends in one error', () => {
      const bytes = publishedFile('fushun-2023-final.doc')
      for (const part of [0.1, 0.5, 0.9]) {
        expect(() => readDoc(bytes.subarray(0, Math.floor(bytes.length * part)))).toThrow(UnreadableFile)
      }
    })
  },
)
