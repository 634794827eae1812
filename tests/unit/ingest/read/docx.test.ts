import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import type { RawDocument } from '../../../../src/ingest/raw'
import { locate, UnreadableFile } from '../../../../src/ingest/raw'
import { readDocx } from '../../../../src/ingest/read/docx'
import { docxFile, p, relationships, tbl, tc, tr, wordPart } from '../../../support/docx-file'
import { publishedFile, publishedFilesAreHere } from '../../../support/published'
import { agreementWith, expectedTables } from '../../../support/published-truth'
import { drawn, outline, paragraphsOf, tablesOf } from '../../../support/raw-text'
import { zipFile } from '../../../support/zip-file'

const read = (body: string, further?: Record<string, string>): RawDocument =>
  readDocx(docxFile(body, further))
const words = (body: string): string[] => paragraphsOf(read(body))
const run = (content: string): string => `<w:r>${content}</w:r>`
const t = (text: string): string => `<w:t xml:space="preserve">${text}</w:t>`
const span = (columns: number): string => `<w:gridSpan w:val="${columns}"/>`
const first = '<w:vMerge w:val="restart"/>'
const more = '<w:vMerge/>'

describe('paragraphs of a Word document', () => {
  it('come in reading order with their place, outer white space removed', () => {
    const document = read(`${p('某局2024年单位预算')}${p('　')}${p('　　一、收入 1,262.08 万元。')}`)
    expect(outline(document.blocks)).toEqual(['某局2024年单位预算', '一、收入 1,262.08 万元。'])
    const block = document.blocks[1]!
    expect(block.kind === 'paragraph' && locate(block, 5, 8)).toEqual({ paragraph: 3, offset: 7, length: 8 })
  })

  it('are parted at line breaks, with places that go on counting', () => {
    const document = read(`<w:p>${run(`${t('第一行')}<w:br/>${t('第二行')}`)}</w:p>`)
    expect(paragraphsOf(document)).toEqual(['第一行', '第二行'])
    expect(document.blocks[1]).toMatchObject({ spans: [{ start: 0, place: { paragraph: 1, offset: 4 } }] })
  })

  it('keep tabs, hyphens and words over several runs; lose what prints nothing', () => {
    expect(
      words(
        `<w:p>${run(`${t('收')}<w:tab/>${t('入\u00ad总')}`)}${run(`<w:softHyphen/>${t('表')}<w:noBreakHyphen/>${t('1')}`)}</w:p>`,
      ),
    ).toEqual(['收\t入总表-1'])
    expect(
      words(`<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>${run(t('无制表符'))}</w:p>`),
    ).toEqual(['无制表符'])
  })

  it('lose tracked deletions, moved-away words and hidden words; keep insertions', () => {
    const body = `<w:p>${run(t('预算'))}<w:del>${run('<w:delText>旧</w:delText>')}</w:del><w:moveFrom>${run(t('移'))}</w:moveFrom>
      <w:ins>${run(t('新'))}</w:ins>${run(`<w:rPr><w:vanish/></w:rPr>${t('隐')}`)}${run(`<w:rPr><w:vanish w:val="0"/></w:rPr>${t('显')}`)}</w:p>`
    expect(words(body)).toEqual(['预算新显'])
  })

  it('have the results of fields, not their codes', () => {
    const field = (type: string): string => run(`<w:fldChar w:fldCharType="${type}"/>`)
    const nested = `${field('begin')}${run('<w:instrText>PAGE</w:instrText>')}${field('separate')}${run(t('9'))}${field('end')}`
    const body = `<w:p>${field('begin')}${run('<w:instrText>IF</w:instrText>')}${nested}${field('separate')}${run(t('目录'))}${field('end')}${run(t('完'))}</w:p>`
    expect(words(body)).toEqual(['目录完'])
    expect(words(`<w:p>${field('begin')}${run(t('码'))}</w:p>${p('下一段')}`)).toEqual(['下一段'])
  })

  it('have the words of a text box once, below the paragraph that holds it', () => {
    const box = `<w:txbxContent>${p('框内文字')}${tbl([500], tr([tc('框内表')]))}</w:txbxContent>`
    const drawing = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice>
      <mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`
    expect(
      outline(read(`<w:p>${run(t('前'))}${run(drawing)}${run(t('后'))}</w:p>${p('末')}`).blocks),
    ).toEqual(['前后', '框内文字', '[框内表]', '末'])
  })

  it('have the fallback of what only newer programs show', () => {
    const symbol = `<mc:AlternateContent><mc:Choice Requires="w16se"><w:t>新</w:t></mc:Choice><mc:Fallback><w:t>😀</w:t></mc:Fallback></mc:AlternateContent>`
    expect(words(`<w:p>${run(symbol)}${run(t('后'))}</w:p>`)).toEqual(['😀后'])
  })

  it('have ruby bases without readings, symbols and formulas', () => {
    const ruby =
      '<w:ruby><w:rt><w:r><w:t>hàn</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>汉</w:t></w:r></w:rubyBase></w:ruby>'
    expect(
      words(
        `<w:p>${run(ruby)}${run('<w:sym w:font="Wingdings" w:char="F0FE"/>')}<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p>`,
      ),
    ).toEqual(['汉\uf0fex'])
  })

  it('include footnotes, wherever the package keeps its parts', () => {
    const main = '_rels/.rels'
    const document = readDocx(
      zipFile({
        [main]: relationships({ officeDocument: '/main/doc2.xml' }),
        'main/doc2.xml': wordPart('document', `<w:body>${p('正文')}</w:body>`),
        'main/_rels/doc2.xml.rels': relationships({
          endnotes: 'end.xml',
          footnotes: '../notes.xml',
          header: 'header.xml',
        }),
        'main/end.xml': wordPart('endnotes', `<w:endnote>${p('尾注')}</w:endnote>`),
        'notes.xml': wordPart('footnotes', `<w:footnote>${p('脚注')}</w:footnote>`),
      }),
    )
    expect(paragraphsOf(document)).toEqual(['正文', '脚注', '尾注'])
  })
})

describe('tables of a Word document', () => {
  it('keep merged cells, with a place for each cell', () => {
    const [table] = tablesOf(
      read(
        tbl(
          [500, 1500, 900, 900],
          tr([tc('序号', first), tc('支出', span(3))], '<w:tblHeader/>'),
          tr([tc('', more), tc('项目'), tc('基本'), tc('项目支出')], '<w:tblHeader/>'),
          tr([tc('合计', span(2)), tc('185.62'), tc('')]),
        ),
      ),
    )
    expect(drawn(table!)).toEqual(['序号|支出|<|<', '^|项目|基本|项目支出', '合计|<|185.62|'])
    expect(table).toMatchObject({ rowCount: 3, colCount: 4, spans: 'kept', headerRows: 2 })
    expect(table!.cells.at(-2)).toMatchObject({ text: '185.62', place: { table: 1, row: 3, cell: 2 } })
  })

  it('leave out of the grid what a row leaves out before and after its cells', () => {
    const [table] = tablesOf(
      read(
        tbl(
          [500, 500, 500],
          tr([tc('a'), tc('b'), tc('c')]),
          tr([tc('d')], '<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'),
        ),
      ),
    )
    expect(drawn(table!)).toEqual(['a|b|c', '·|d|·'])
  })

  it('take columns as one whose edges were drawn by hand and nearly meet', () => {
    const [table] = tablesOf(
      read(
        tbl(
          [1000, 20, 980, 1000],
          tr([tc('科目', span(2)), tc('金额'), tc('备注')]),
          tr([tc('201'), tc('5.00', span(2)), tc('')]),
        ),
      ),
    )
    expect(drawn(table!)).toEqual(['科目|金额|备注', '201|5.00|'])
  })

  it('keep a thin column that has a cell of its own', () => {
    const [table] = tablesOf(
      read(tbl([1000, 20, 980], tr([tc('a'), tc('b'), tc('c')]), tr([tc('d', span(2)), tc('e')]))),
    )
    expect(drawn(table!)).toEqual(['a|b|c', 'd|<|e'])
  })

  it('merge only what lies over one another', () => {
    const [table] = tablesOf(
      read(
        tbl(
          [500, 500],
          tr([tc('a', first), tc('b')]),
          tr([tc('c', more + span(2))]),
          tr([tc('d', more), tc('e', more)]),
        ),
      ),
    )
    expect(drawn(table!)).toEqual(['a|b', 'c|<', 'd|e'])
    const [old] = tablesOf(
      read(
        tbl(
          [500, 500],
          tr([tc('a', '<w:hMerge w:val="restart"/>'), tc('', '<w:hMerge/>')]),
          tr([tc('b'), tc('c')]),
        ),
      ),
    )
    expect(drawn(old!)).toEqual(['a|<', 'b|c'])
  })

  it('lose deleted rows and cells, and older properties', () => {
    const older = '<w:tcPrChange><w:tcPr><w:gridSpan w:val="2"/></w:tcPr></w:tcPrChange>'
    const [table] = tablesOf(
      read(
        tbl(
          [500, 500],
          tr([tc('a', older), tc('b')]),
          tr([tc('x'), tc('y')], '<w:del/>'),
          tr([tc('c'), tc('d'), tc('z', '<w:cellDel/>')]),
        ),
      ),
    )
    expect(drawn(table!)).toEqual(['a|b', 'c|d'])
    expect(table!.cells.at(-1)!.place).toEqual({ table: 1, row: 3, cell: 2 })
  })

  it('join the lines of a cell and keep its leading blanks', () => {
    const [table] = tablesOf(read(tbl([500], tr([tc(`${p('　　其中：')}${p('')}${p('基本支出')}`)]))))
    expect(table!.cells[0]!.text).toBe('　　其中：\n基本支出')
  })

  it('come out of a table that only arranges them on the page', () => {
    const inner = tbl([500, 500], tr([tc('科目'), tc('金额')]), tr([tc('201'), tc('1.00')]))
    const outer = tbl([1000], tr([tc(p('收入表') + p('单位：万元') + inner + p('注：无'))]))
    const document = read(outer)
    expect(outline(document.blocks)).toEqual(['收入表', '单位：万元', '[科目|金额 / 201|1.00]', '注：无'])
    expect(document.blocks[0]).toMatchObject({ spans: [{ place: { table: 1, row: 1, cell: 1 } }] })
    expect(tablesOf(document)[0]!.cells[3]!.place).toEqual({ table: 2, row: 2, cell: 2 })
  })

  it('stay whole when a cell holds a small table', () => {
    const inner = tbl([500, 500], tr([tc('数量'), tc('3')]))
    const outer = tbl(
      [500, 500],
      tr([tc('指标'), tc('目标')]),
      tr([tc('产出'), tc('见下')]),
      tr([tc('效益'), tc(inner + p(''))]),
    )
    expect(outline(read(outer).blocks)).toEqual(['[指标|目标 / 产出|见下 / 效益|数量\t3]'])
  })
})

describe('what a Word document holds and cannot be read', () => {
  it('is told: pictures and embedded objects with their place', () => {
    const picture = '<w:drawing><pic:pic/></w:drawing>'
    const object = '<w:object><v:shape><v:imagedata/></v:shape></w:object>'
    const document = read(
      `${p('图')}<w:p>${run(picture)}</w:p>${tbl([500], tr([tc(`<w:p>${run(object)}</w:p>`)]))}`,
    )
    expect(document.unread).toEqual([
      { what: 'picture', place: { paragraph: 2 } },
      { what: 'object', place: { table: 1, row: 1, cell: 1 } },
    ])
  })

  it('is refused: entities, document types, broken XML, missing parts, cut-off files', () => {
    const laughs = '<!DOCTYPE w:document [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
    const hostile = (xml: string): Uint8Array => docxFile('', { 'word/document.xml': xml })
    expect(() => readDocx(hostile(`${laughs}<w:document>&b;</w:document>`))).toThrow(UnreadableFile)
    expect(() => readDocx(hostile(wordPart('document', '<w:body>&b;</w:body>')))).toThrow(
      /as well-formed XML/u,
    )
    expect(() => readDocx(hostile('<w:document'))).toThrow(UnreadableFile)
    expect(() => readDocx(hostile(wordPart('document', '<w:body>')))).toThrow(UnreadableFile)
    expect(() => readDocx(zipFile({ 'word/other.xml': '' }))).toThrow(/a Word document \(docx\)/u)
    const whole = docxFile(p('x'))
    for (let length = 0; length < whole.length; length += 13) {
      expect(() => readDocx(whole.subarray(0, length))).toThrow(UnreadableFile)
    }
  })

  it('is refused: more cells, depth, bytes or time than allowed', () => {
    const wide = tbl([500, 500], tr([tc('a'), tc('b')]), tr([tc('c'), tc('d')]))
    expect(() => readDocx(docxFile(wide), { limits: { bytes: 1e6, cells: 3 } })).toThrow(/at most 3 cells/u)
    expect(() => readDocx(docxFile(wide), { limits: { bytes: 100, cells: 9 } })).toThrow(/at most 100 bytes/u)
    expect(() =>
      readDocx(docxFile(p('x').repeat(5000)), { limits: { bytes: 1e6, cells: 9, milliseconds: 0 } }),
    ).toThrow(/within 0 ms/u)
    const deep = `${'<w:tbl><w:tr><w:tc>'.repeat(5000)}${p('x')}${'</w:tc></w:tr></w:tbl>'.repeat(5000)}`
    expect(() => read(deep)).toThrow(/at most 40 deep/u)
    const sparse = tbl(
      [],
      ...Array.from({ length: 1000 }, (_, row) =>
        tr([tc('x', span(1000))], `<w:gridBefore w:val="${row}"/>`),
      ),
    )
    expect(() => read(sparse)).toThrow(/at most 1000000 cells/u)
  })

  it('is dropped when the reading is called off', () => {
    expect(() => readDocx(docxFile(p('x')), { signal: AbortSignal.abort() })).toThrow(/abort/iu)
  })

  it('ends in words or in one error, whatever its bytes are changed to, and pollutes nothing', () => {
    const bytes = docxFile(p('__proto__') + tbl([500], tr([tc('constructor')])))
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 5 }),
        (changes) => {
          const hostile = bytes.slice()
          for (const [at, value] of changes) hostile[at] = value
          try {
            readDocx(hostile)
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
  'published Word documents (only where ../shared/fixtures is beside the repository)',
  () => {
    it.each([
      ['fuping-2023-budget', 1055, 190, 228],
      ['fushun-2023-final', 1198, 188, 171],
    ])('%s: every cell at its column', (id, cells, amounts, header) => {
      const document = readDocx(publishedFile(`${id}.docx`))
      const found = agreementWith(expectedTables(id), document.blocks)
      expect(found).toEqual({
        cells: [cells, cells],
        amounts: [amounts, amounts],
        header: [header, header],
        wrong: [],
      })
    })

    it.each(['bomb.docx', 'bomb-lying-size.docx', 'truncated.docx'])('%s is refused', (name) => {
      expect(() => readDocx(publishedFile(`adversarial/${name}`))).toThrow(UnreadableFile)
    })
  },
)
