import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import type { RawDocument } from '../../../../src/ingest/raw'
import { UnreadableFile } from '../../../../src/ingest/raw'
import { readHtml } from '../../../../src/ingest/read/html'
import { decodeHtml } from '../../../../src/ingest/read/html-encoding'
import { publishedFile, publishedFilesAreHere } from '../../../support/published'
import { agreementWith, expectedTables } from '../../../support/published-truth'
import { drawn, outline, paragraphsOf, tablesOf } from '../../../support/raw-text'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (html: string): RawDocument => readHtml(utf8(html))
const drawnTable = (html: string): string[] => drawn(tablesOf(read(`<table>${html}</table>`))[0]!)
const td = (...texts: string[]): string => texts.map((text) => `<td>${text}</td>`).join('')
const tr = (...texts: string[]): string => `<tr>${td(...texts)}</tr>`

/** 收入 in GB 2312 and GBK. */
const gbk = [0xca, 0xd5, 0xc8, 0xeb]

describe('the lines of a page', () => {
  it('are its blocks and broken lines, in reading order, each with its place', () => {
    const document = read(
      '<html><head><title>题</title></head><body>前<h3>收支<b>总</b>表</h3><p>　　一、收入<br>二、支出</p><ul><li>甲<li>乙</ul>',
    )
    expect(paragraphsOf(document)).toEqual(['前', '收支总表', '一、收入', '二、支出', '甲', '乙'])
    expect(document.blocks[2]).toMatchObject({ spans: [{ start: 0, place: { paragraph: 3, offset: 2 } }] })
  })

  it('lose scripts, styles, templates and what prints nothing', () => {
    const html =
      '<style>p{}</style><script>alert(1)</script><noscript>x</noscript><template>y</template><!-- z --><p>收\u00ad入\u200b表&#8203;</p>'
    expect(paragraphsOf(read(html))).toEqual(['收入表'])
  })

  it('keep spaces as written, but not the line ends of the source', () => {
    expect(paragraphsOf(read('<p>合  计 \n\t  total\nsum</p><p>一般公共\n   预算，\n支出</p>'))).toEqual([
      '合  计 total sum',
      '一般公共预算，支出',
    ])
    expect(paragraphsOf(read('<pre>第一行\n  第二行\n\n第三行</pre>'))).toEqual([
      '第一行',
      '第二行',
      '第三行',
    ])
  })

  it('are text, whatever markup was written into them', () => {
    expect(paragraphsOf(read('<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt;</p>'))).toEqual([
      '<script>alert(1)</script> &lt;',
    ])
  })
})

describe('the tables of a page', () => {
  it('keep merged cells, leading blanks and the place of each cell', () => {
    const html = `<tr><td rowspan=2>序号</td><td colspan="2"><p>支出</p></td></tr>${tr('项目', '金额')}${tr('1', '&nbsp;&nbsp;其中', '&nbsp;')}`
    const [table] = tablesOf(read(`<table>${html}</table>`))
    expect(drawn(table!)).toEqual(['序号|支出|<', '^|项目|金额', '1|\u00a0\u00a0其中|'])
    expect(table!.cells[3]).toMatchObject({ text: '金额', place: { table: 1, row: 2, cell: 2 } })
  })

  it('end merged cells with their group and before cells that reach down', () => {
    expect(
      drawnTable(
        `<tbody><tr><td rowspan=9>a</td>${td('b')}</tr>${tr('c')}</tbody><tbody>${tr('d', 'e')}</tbody>`,
      ),
    ).toEqual(['a|b', '^|c', 'd|e'])
    expect(drawnTable(`<tr>${td('a')}<td rowspan=2>b</td></tr><tr><td colspan=3>c</td></tr>`)).toEqual([
      'a|b',
      'c|^',
    ])
    expect(drawnTable(`<tr><td rowspan=0>a</td>${td('b')}</tr>${tr('c')}${tr('d')}`)).toEqual([
      'a|b',
      '^|c',
      '^|d',
    ])
    expect(drawnTable(`<tr><td colspan=x>a</td><td colspan=0>b</td></tr>`)).toEqual(['a|b'])
  })

  it('stand with their head first and their foot last, wherever those are written', () => {
    const [table] = tablesOf(
      read(
        `<table><caption>收入表</caption><tfoot>${tr('合计')}</tfoot><thead>${tr('金额')}</thead>${tr('5.00')}</table>`,
      ),
    )
    expect(drawn(table!)).toEqual(['金额', '5.00', '合计'])
    expect(table).toMatchObject({ headerRows: 1 })
    expect(table!.cells.map((cell) => cell.place)).toEqual(
      [2, 3, 1].map((row) => ({ table: 1, row, cell: 1 })),
    )
  })

  it('come out of the tables that only arrange the page', () => {
    const inner = `<table>${tr('科目', '金额')}${tr('201', '1.00')}</table>`
    const page = `<table>${tr('首页', '公开')}<tr><td>菜单</td><td><p>收入表</p>${inner}<p>注：无</p></td></tr></table>`
    expect(outline(read(page).blocks)).toEqual([
      '首页',
      '公开',
      '菜单',
      '收入表',
      '[科目|金额 / 201|1.00]',
      '注：无',
    ])
  })

  it('are lines when they are nothing but links', () => {
    const page = `<table>${tr('<a href="/">首页</a>', '<a href="/x">公开</a>')}</table><table>${tr('', '')}</table><table>${tr('<a>附件</a>', '5.00')}</table>`
    expect(outline(read(page).blocks)).toEqual(['首页', '公开', '[附件|5.00]'])
  })

  it('lose the unseen row that spreadsheets end their pages with, not hidden rows with words', () => {
    const unseen = "<tr height=0 style='display:none'><td width=72></td><td></td></tr>"
    expect(drawnTable(`${tr('a', 'b')}${unseen}`)).toEqual(['a|b'])
    expect(drawnTable(`${tr('a', 'b')}<tr style="display:none">${td('c', 'd')}</tr>`)).toEqual(['a|b', 'c|d'])
  })

  it('say where a picture stands instead of words', () => {
    expect(read(`<p>表</p><img src=a.png><table>${tr('<img src=b.png>')}</table>`).unread).toEqual([
      { what: 'picture', place: { paragraph: 1 } },
      { what: 'picture', place: { table: 1, row: 1, cell: 1 } },
    ])
  })
})

describe('the encoding of a page', () => {
  it('is found by mark, by fit, by its own word, or is GB 18030', () => {
    const page = (start: string, bytes: number[]): Uint8Array => Uint8Array.from([...utf8(start), ...bytes])
    expect(decodeHtml(utf8('\ufeff收入'))).toBe('收入')
    expect(decodeHtml(utf8('<meta charset="gbk">收入'))).toContain('收入')
    expect(decodeHtml(page('<meta charset="gb2312">', gbk))).toContain('收入')
    expect(
      decodeHtml(page('<meta http-equiv=Content-Type content="text/html; charset=GBK">', gbk)),
    ).toContain('收入')
    expect(decodeHtml(page('<meta charset="unheard-of">', gbk))).toContain('收入')
    expect(decodeHtml(page('', gbk))).toBe('收入')
    expect(decodeHtml(page('<meta charset="big5">', [0xa6, 0xac]))).toContain('收')
    expect(decodeHtml(Uint8Array.of(0xff, 0xfe, 0x36, 0x65))).toBe('收')
    expect(decodeHtml(Uint8Array.of(0xfe, 0xff, 0x65, 0x36))).toBe('收')
    expect(() => decodeHtml(Uint8Array.of(0xff, 0xff, 0x80))).toThrow(UnreadableFile)
    const noText = Uint8Array.from({ length: 900 }, (_, index) => (index % 5 === 0 ? 0xff : 0xb0))
    expect(() => decodeHtml(noText)).toThrow(UnreadableFile)
  })

  it('may be broken in a few bytes: the page is read and says where they stand', () => {
    const bytes = utf8(`<p>${'部门预算'.repeat(100)}</p><table>${tr('合计', '5.?0')}</table>`)
    bytes[bytes.indexOf(0x3f)] = 0xff
    const document = readHtml(bytes)
    expect(drawn(tablesOf(document)[0]!)).toEqual(['合计|5.\ufffd0'])
    expect(document.unread).toEqual([{ what: 'letters', place: { table: 1, row: 1, cell: 2 } }])
  })
})

describe('a hostile page', () => {
  it('ends in one error when it is too deep, too wide or too slow', () => {
    expect(() => read('<div>'.repeat(20_000))).toThrow(/at most 1000 deep/u)
    expect(() => read(`<table>${'<tr><td colspan=1000 rowspan=65534>x'.repeat(3000)}</table>`)).toThrow(
      /at most 1000000 cells/u,
    )
    const limits = { bytes: 1e6, cells: 10, milliseconds: 0 }
    expect(() => readHtml(utf8('<p>x'.repeat(5000)), { limits })).toThrow(/within 0 ms/u)
    expect(() => readHtml(utf8('<p>x'), { signal: AbortSignal.abort() })).toThrow(/abort/iu)
  })

  it('never fails otherwise, whatever markup it holds', () => {
    const piece = fc.constantFrom(
      '<table>',
      '</table>',
      '<tr>',
      '<td rowspan=3>',
      '<td colspan=2>',
      '</td>',
      '<p>',
      '<b>',
      '</p>',
      '<tbody>',
      '<thead>',
      '<caption>',
      '<br>',
      '字',
      '<td>1.00',
      '<svg>',
      '<select>',
      '<pre>\n',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        for (const table of tablesOf(read(pieces.join('')))) drawn(table)
      }),
      { numRuns: 500 },
    )
  })
})

describe.runIf(publishedFilesAreHere)(
  'published pages (only where ../shared/fixtures is beside the repository)',
  () => {
    it.each([
      ['fuping-2023-budget', 1055, 190, 228],
      ['fushun-2023-final', 1198, 188, 171],
    ])('%s: every cell at its column', (id, cells, amounts, header) => {
      const document = readHtml(publishedFile(`${id}.html`))
      const found = agreementWith(expectedTables(id), document.blocks)
      expect(found).toEqual({
        cells: [cells, cells],
        amounts: [amounts, amounts],
        header: [header, header],
        wrong: [],
      })
    })

    it.each(['hostile-cells-gb2312.html', 'html-named.xls'])('%s is rows of plain text', (name) => {
      const document = readHtml(publishedFile(`adversarial/${name}`))
      expect(paragraphsOf(document)).toEqual(['支出决算表', '公开03表', '金额单位：元'])
      expect(drawn(tablesOf(document)[0]!).slice(0, 4)).toEqual([
        '科目编码|科目名称|本年支出|<',
        '^|^|基本支出|项目支出',
        '201|<script>alert(1)</script>|１，２３４．５６|－',
        '208|<img src=x onerror=alert(1)>|(3.00)|—',
      ])
    })
  },
)
