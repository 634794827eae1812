import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import type { Paragraph, RawTable } from '../../../../src/ingest/raw'
import { locate, UnreadableFile } from '../../../../src/ingest/raw'
import { readText } from '../../../../src/ingest/read/text'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const blocksOf = (text: string) => readText(bytes(text)).blocks
const paragraphsOf = (text: string) =>
  blocksOf(text).filter((block): block is Paragraph => block.kind === 'paragraph')
const tablesOf = (text: string) => blocksOf(text).filter((block): block is RawTable => block.kind === 'table')

/** Rows of a table as texts. */
function rowsOf(table: RawTable): string[][] {
  const rows: string[][] = Array.from({ length: table.rowCount }, () => [])
  for (const cell of table.cells) rows[cell.row]![cell.col] = cell.text
  return rows
}

describe('a text with one cell on each line', () => {
  it('ends a row at a blank line and a table at two', () => {
    const [first, second] = tablesOf('甲表\n\t项目\n\t金额\n\n\t合计\n\t1.00\n\n\n\t项目\n\t数量\n')
    expect(rowsOf(first!)).toEqual([
      ['项目', '金额'],
      ['合计', '1.00'],
    ])
    expect(rowsOf(second!)).toEqual([['项目', '数量']])
  })

  it('keeps empty cells where they stand and adds none', () => {
    const [table] = tablesOf('\t合计\n\t\n\t2.00\n\n\t办公费\n\t3.00\n')
    expect(rowsOf(table!)).toEqual([
      ['合计', '', '2.00'],
      ['办公费', '3.00'],
    ])
    expect(table!.spans).toBe('lost')
    expect(table!.colCount).toBe(3)
  })

  it('begins a new table at a title that follows the last cell without a blank line', () => {
    const blocks = blocksOf('\t办公费\n\t3.00\n 单位预算支出表\n\t项目\n\t金额\n')
    expect(blocks.map((block) => (block.kind === 'table' ? 'table' : block.text))).toEqual([
      'table',
      '单位预算支出表',
      'table',
    ])
  })

  it('reads a line right below a cell as the rest of that cell', () => {
    const [table] = tablesOf('\t绩效目标\n\t1.按时发放。\n2.足额发放。\n\n\t金额\n\t5.00\n')
    expect(rowsOf(table!)[0]).toEqual(['绩效目标', '1.按时发放。\n2.足额发放。'])
  })

  it('gives every cell the line and offset it is printed at', () => {
    const [table] = tablesOf('标题\n\t合计\n\t1.00\n')
    expect(table!.cells.map((cell) => cell.place)).toEqual([
      { line: 2, offset: 1, length: 2 },
      { line: 3, offset: 1, length: 4 },
    ])
  })
})

describe('a text with one row on each line', () => {
  it('gives every cell the line and offset it is printed at', () => {
    const [table] = tablesOf('支出决算表\n\n合计\t1.00\t\n201\t一般公共服务支出\t1.00\n')
    const cell = table!.cells.find(({ row, col }) => row === 1 && col === 1)!
    expect(cell.place).toEqual({ line: 4, offset: 4, length: 8 })
  })

  it('takes a lone number below a row as a row of its own, and a note as prose', () => {
    const blocks = blocksOf('人员经费合计\t5.00\t公用经费合计\t\n121.12\n注：本表反映支出。\n')
    expect(blocks.map((block) => (block.kind === 'table' ? rowsOf(block) : block.text))).toEqual([
      [['人员经费合计', '5.00', '公用经费合计', ''], ['121.12']],
      '注：本表反映支出。',
    ])
  })

  it('does not take a table of contents for a table', () => {
    expect(tablesOf('一、收入支出决算总表\t3\n二、收入决算表\t4\n\n合计\t1.00\t2.00\n')).toHaveLength(1)
  })
})

describe('paragraphs', () => {
  it('go on over a page break when the sentence is not finished and the next line opens nothing', () => {
    const cut =
      '与上年相比，支出减少，原因是经费\n\n减少；其他持平。\n\n2. 项目支出 5.00 万元。\n\n合计\t1\t2\n'
    expect(paragraphsOf(cut).map(({ text }) => text)).toEqual([
      '与上年相比，支出减少，原因是经费减少；其他持平。',
      '2. 项目支出 5.00 万元。',
    ])
  })

  it('leave out a page number between the halves of a sentence', () => {
    const cut = '本年支出增加，主要是公用经费\n\n— 7 —\n\n增加 3.00 万元。\n\n合计\t1\t2\n'
    expect(paragraphsOf(cut).map(({ text }) => text)).toEqual([
      '本年支出增加，主要是公用经费增加 3.00 万元。',
    ])
  })

  it('are not joined across titles, headings and labels', () => {
    const lines = ['支出决算表', '公开 03 表', '单位：某某局，本级', '金额单位：万元', '一、概况']
    expect(paragraphsOf(`${lines.join('\n\n')}\n\n合计\t1\t2\n`).map(({ text }) => text)).toEqual(lines)
  })

  it('know the line and offset of every character, also after a join and inside bookmarks', () => {
    const text = '  本年支出，较上年\n\n 减少 3.00 万元。\n[bookmark: _Toc_1]三、说明 \n合计\t1\t2\n'
    const lines = text.split('\n')
    const paragraphs = paragraphsOf(text)
    expect(paragraphs.map((paragraph) => paragraph.text)).toEqual([
      '本年支出，较上年减少 3.00 万元。',
      '三、说明',
    ])
    for (const paragraph of paragraphs) {
      for (const [index, character] of [...paragraph.text].entries()) {
        const place = locate(paragraph, index, 1) as { line: number; offset: number }
        expect(lines[place.line - 1]![place.offset]).toBe(character)
      }
    }
  })

  it('place a stretch over a break where it begins, with the length that stands there', () => {
    const [paragraph] = paragraphsOf('公用经费，共 121.12 万\n\n元，主要包括办公费。\n合计\t1\t2\n')
    const at = paragraph!.text.indexOf('121.12')
    expect(locate(paragraph!, at, '121.12 万元'.length)).toEqual({ line: 1, offset: 7, length: 8 })
  })
})

describe('bytes', () => {
  it('are read as GB 18030 when they are not UTF-8', () => {
    // 合计<TAB>1.00<TAB>2.00
    const gb = new Uint8Array([0xba, 0xcf, 0xbc, 0xc6, 9, 0x31, 0x2e, 0x30, 0x30, 9, 0x32, 0x2e, 0x30, 0x30])
    const [table] = readText(gb).blocks
    expect(rowsOf(table as RawTable)).toEqual([['合计', '1.00', '2.00']])
  })

  it('are read as UTF-16 when they begin with its mark', () => {
    const units = [0xfeff, ...'合计\t1'].map((unit) => (typeof unit === 'string' ? unit.charCodeAt(0) : unit))
    const wide = new Uint8Array(units.flatMap((unit) => [unit & 255, unit >> 8]))
    expect(rowsOf(readText(wide).blocks[0] as RawTable)).toEqual([['合计', '1']])
  })

  it('that fit no encoding end in one clear error', () => {
    expect(() => readText(new Uint8Array([0xff, 0xff, 0xff]))).toThrow(UnreadableFile)
  })

  it('beyond the limits end in one clear error', () => {
    const limits = { bytes: 10, cells: 3 }
    expect(() => readText(bytes('合计\t1\t2\t3\t4\n'), { limits })).toThrow(/10 bytes/u)
    expect(() => readText(bytes('a\tb\tc\td\n'), { limits })).toThrow(/3 cells/u)
  })

  it('are not read on when the reading is called off', () => {
    const signal = AbortSignal.abort(new Error('called off'))
    expect(() => readText(bytes('a\tb\n'), { signal })).toThrow('called off')
  })
})

describe('any rows of cells', () => {
  const cell = fc.stringMatching(/^[合计一二支出收入1-9.,（）]{1,6}$/u)
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 2, maxLength: 6 })

  it('come back from both ways of writing them', () => {
    fc.assert(
      fc.property(rows, (written) => {
        const byRow = `某表\n\n${written.map((row) => row.join('\t')).join('\n')}\n`
        const byCell = `某表\n${written.map((row) => row.map((text) => `\t${text}`).join('\n')).join('\n\n')}\n`
        const contents = /^[一二]+、/u
        fc.pre(written.every((row) => !contents.test(row[0]!)))
        expect(tablesOf(byRow).map(rowsOf)).toEqual([written])
        expect(tablesOf(byCell).map(rowsOf)).toEqual([written])
      }),
    )
  })
})
