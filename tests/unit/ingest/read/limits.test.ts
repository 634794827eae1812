import { afterEach, describe, expect, it, vi } from 'vitest'
import { UnreadableFile, type ReadLimits } from '../../../../src/ingest/raw'
import { readFile } from '../../../../src/ingest/read/read-file'
import { cell, docFile, rowEnd } from '../../../support/doc-file'
import { docxFile, tbl, tc, tr } from '../../../support/docx-file'
import { htmlPage } from '../../../support/html-disclosure'
import { pdfFile, PdfPage } from '../../../support/pdf-file'
import { rowPerLine } from '../../../support/text-disclosure'
import { sheetData, xlsxFile } from '../../../support/xlsx-file'
import { biffText, packed, u16, xlsFile, type XlsRecord } from '../../../support/xls-file'

const rows = (count: number): string[][] =>
  Array.from({ length: count }, (_, row) => [`科目${row}`, `${row}.50`])
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const above = ['收入表', '单位：万元']

/** A table of so many rows and two columns in each format. */
const formats: Record<string, (count: number) => Uint8Array> = {
  text: (count) => utf8(rowPerLine('某局2024年部门预算', [{ above, rows: rows(count) }])),
  html: (count) => utf8(htmlPage('某局2024年部门预算', [{ above, rows: rows(count) }])),
  docx: (count) => docxFile(tbl([500, 500], ...rows(count).map((row) => tr(row.map((text) => tc(text)))))),
  doc: (count) =>
    docFile({
      paragraphs: rows(count).flatMap((row) => [...row.map((text) => cell(text)), rowEnd([0, 500, 1000])]),
    }),
  xlsx: (count) => xlsxFile({ sheets: { 表: sheetData(rows(count), 1) } }),
  xls: (count) =>
    xlsFile({
      sheets: [
        {
          name: '表',
          records: rows(count).flatMap((row, at) =>
            row.map((text, col): XlsRecord => [0x0204, packed(u16(at, col, 1), biffText(text))]),
          ),
        },
      ],
    }),
  pdf: (count) => {
    const pages = Array.from({ length: Math.ceil(count / 40) }, () =>
      new PdfPage().table({ left: 60, top: 20, widths: [100, 100], heights: 18, rows: rows(40) }),
    )
    return pdfFile(pages)
  },
}
const roomy: ReadLimits = { bytes: 1e8, cells: 1e6 }

async function refusal(bytes: Uint8Array, limits: ReadLimits): Promise<string> {
  try {
    await readFile(bytes, 'file', { limits })
    return 'read'
  } catch (cause) {
    if (!(cause instanceof UnreadableFile)) throw cause
    return `${cause.reason}: ${cause.message}`
  }
}

describe.each(Object.entries(formats))('a file as %s', (_, make) => {
  afterEach(() => void vi.restoreAllMocks())

  it('of more bytes or cells than are read is refused in one line, and read below that', async () => {
    const bytes = make(40)
    expect(await refusal(bytes, { ...roomy, bytes: bytes.length, cells: 200 })).toBe('read')
    expect(await refusal(bytes, { ...roomy, bytes: bytes.length - 1 })).toMatch(
      /^too-large: a file of at most \d+ bytes/u,
    )
    expect(await refusal(bytes, { ...roomy, cells: 79 })).toMatch(/^too-large: at most 79 cells/u)
  })

  it('is given up while it is read when the time is over', async () => {
    const bytes = make(1200)
    expect(await refusal(bytes, roomy)).toBe('read')
    let now = performance.now()
    // Each look at the clock takes 10 ms: the second one after the start is too late.
    vi.spyOn(performance, 'now').mockImplementation(() => (now += 10))
    expect(await refusal(bytes, { ...roomy, milliseconds: 20 })).toMatch(
      /^too-large: a file that is read within 20 ms/u,
    )
  })

  it('is dropped when the reading is called off', async () => {
    const off = AbortSignal.abort(new Error('called off'))
    await expect(readFile(make(1), 'file', { signal: off })).rejects.toThrow('called off')
  })
})
