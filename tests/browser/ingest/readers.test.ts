import { afterAll, describe, expect, it } from 'vitest'
import { cell, docFile, rowEnd } from '../../support/doc-file'
import { docxFile, p, tbl, tc, tr } from '../../support/docx-file'
import { biffText, packed, u16, xlsFile } from '../../support/xls-file'
import { merged, sheetData, xlsxFile } from '../../support/xlsx-file'

/** The same readers as in Node, in a worker of the browser. */
describe('the readers in a worker', () => {
  const worker = new Worker(new URL('../../support/reading-worker.ts', import.meta.url), { type: 'module' })
  afterAll(() => worker.terminate())

  const read = (bytes: Uint8Array): Promise<string[]> =>
    new Promise((resolve, reject) => {
      worker.onmessage = (message: MessageEvent<string[]>) => resolve(message.data)
      worker.onerror = (event) => reject(new Error(event.message))
      worker.postMessage(bytes)
    })
  const table = '[科目|金额 / 201|1,262.08]'

  it('read a docx', async () => {
    const rows = [tr([tc('科目'), tc('金额')]), tr([tc('201'), tc('1,262.08')])]
    expect(await read(docxFile(p('收入表') + tbl([500, 500], ...rows)))).toEqual(['docx', '收入表', table])
  })

  it('read a doc', async () => {
    const end = rowEnd([0, 500, 1000])
    const paragraphs = [
      { runs: ['收入表'] },
      cell('科目'),
      cell('金额'),
      end,
      cell('201'),
      cell('1,262.08'),
      end,
    ]
    expect(await read(docFile({ paragraphs }))).toEqual(['doc', '收入表', table])
  })

  it('read an xlsx', async () => {
    const rows = sheetData(
      [
        ['收入表', null],
        ['科目', '金额'],
        ['201', 1262.08],
      ],
      (row) => (row === 0 ? 0 : 2),
    )
    const bytes = xlsxFile({ sheets: { a: rows + merged('A1:B1') }, formats: ['#,##0.00'] })
    expect(await read(bytes)).toEqual(['xlsx', '收入表', table])
  })

  it('read an xls', async () => {
    const label = (row: number, col: number, text: string): [number, Uint8Array] => [
      0x0204,
      packed(u16(row, col, 2), biffText(text)),
    ]
    const amount: [number, Uint8Array] = [0x0203, packed(u16(2, 1, 2), ['f64', 1262.08])]
    const title: [number, Uint8Array] = [0x0204, packed(u16(0, 0, 0), biffText('收入表'))]
    const records = [title, label(1, 0, '科目'), label(1, 1, '金额'), label(2, 0, '201'), amount]
    expect(await read(xlsFile({ sheets: [{ name: 'a', records }], formats: ['#,##0.00'] }))).toEqual([
      'xls',
      '收入表',
      table,
    ])
  })

  it('read a page', async () => {
    const html = '<meta charset=utf-8><p>收入表<table><tr><td>科目<td>金额<tr><td>201<td>1,262.08</table>'
    expect(await read(new TextEncoder().encode(html))).toEqual(['html', '收入表', table])
  })

  it('say what they do not read', async () => {
    expect(await read(new Uint8Array())).toEqual([expect.stringContaining('a file of 0 bytes')])
  })
})
