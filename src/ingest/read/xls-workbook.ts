import { UnreadableFile } from '../raw'
import { biff, BiffReader, recordsFrom } from './biff'
import type { Meter } from './meter'
import { builtInFormat } from './number-format-code'
import type { Ruling } from './sheet'
import { unruled } from './sheet'

/** What the sheets of a workbook share. */
export interface XlsWorkbook {
  sheets: { name: string; hidden: boolean; start: number }[]
  /** Names of sheets that are one chart. */
  charts: string[]
  styles: { format: string; ruled: Ruling }[]
  strings: string[]
  date1904: boolean
}

/** @throws UnreadableFile when it is encrypted, older than Excel 97, or cut off */
export function readXlsWorkbook(stream: Uint8Array, meter: Meter): XlsWorkbook {
  const workbook: XlsWorkbook = { sheets: [], charts: [], styles: [], strings: [], date1904: false }
  const formats = new Map<number, string>()
  const cellFormats: { format: number; borders: number }[] = []
  for (const { type, pieces } of recordsFrom(stream, 0)) {
    meter.step()
    const reader = new BiffReader(pieces)
    switch (type) {
      case biff.bof:
        refuseOld(reader.u16())
        break
      case biff.filePass:
        throw new UnreadableFile('a workbook without a password', 'an encrypted one', 'encrypted')
      case biff.date1904:
        workbook.date1904 = reader.u16() === 1
        break
      case biff.format:
        formats.set(reader.u16(), reader.text(reader.u16()))
        break
      case biff.xf:
        cellFormats.push(cellFormat(reader))
        break
      case biff.boundSheet:
        addSheet(reader, workbook)
        break
      case biff.sst:
        workbook.strings = sharedTexts(reader, meter)
    }
  }
  workbook.styles = cellFormats.map(({ format, borders }) => ({
    format: formats.get(format) ?? builtInFormat(format),
    ruled: borders === 0 ? unruled : ruling(borders),
  }))
  return workbook
}

function refuseOld(version: number): void {
  if (version === 0x0600) return
  throw new UnreadableFile(
    'a workbook of Excel 97 or later (BIFF8)',
    'one of Excel 5 or 95; save it as xlsx',
    'too-old',
  )
}

function cellFormat(reader: BiffReader): { format: number; borders: number } {
  reader.skip(2)
  const format = reader.u16()
  reader.skip(6)
  return { format, borders: reader.u16() }
}

/** Four bits for each side, 0 for no line. */
function ruling(borders: number): Ruling {
  return {
    left: (borders & 0x000f) !== 0,
    right: (borders & 0x00f0) !== 0,
    top: (borders & 0x0f00) !== 0,
    bottom: (borders & 0xf000) !== 0,
  }
}

/** Worksheets only: charts and macros print no cells. */
function addSheet(reader: BiffReader, workbook: XlsWorkbook): void {
  const start = reader.u32()
  const hidden = (reader.u8() & 3) !== 0
  const kind = reader.u8()
  const name = reader.text(reader.u8())
  if (kind === 2) workbook.charts.push(name)
  if (kind === 0) workbook.sheets.push({ name, hidden, start })
}

function sharedTexts(reader: BiffReader, meter: Meter): string[] {
  reader.skip(4)
  const count = reader.u32()
  const strings: string[] = []
  while (strings.length < count && !reader.isAtEnd) {
    meter.step()
    strings.push(reader.text(reader.u16()).replace(/\r\n?/gu, '\n'))
  }
  return strings
}
