import type { RawDocument, UnreadPart } from '../raw'
import { UnreadableFile } from '../raw'
import { openCompoundFile } from './compound-file'
import type { ReadOptions } from './meter'
import { Meter } from './meter'
import { blocksOfSheet } from './sheet-blocks'
import { xlsDrawingsOf } from './xls-drawings'
import { readXlsSheet } from './xls-sheet'
import { readXlsWorkbook } from './xls-workbook'

/**
 * Reads a workbook of Excel 97 to 2003 (BIFF8): sheets in their order, hidden ones flagged; cells as the spreadsheet shows
 * them, by their number format; merged cells kept. Formulas are read by their stored results; what is drawn over the
 * cells is told as unread.
 * @throws UnreadableFile when it is no whole workbook, an older or encrypted one, or exceeds the limits
 */
export function readXls(bytes: Uint8Array, options: ReadOptions = {}): RawDocument {
  const meter = new Meter(bytes, options)
  const file = openCompoundFile(bytes)
  if (!file.has('Workbook') && !file.has('Book')) {
    throw new UnreadableFile('a workbook (xls)', `a compound file with ${file.names.slice(0, 5).join(', ')}`)
  }
  const stream = file.stream(file.has('Workbook') ? 'Workbook' : 'Book')
  const workbook = readXlsWorkbook(stream, meter)
  const unread = [
    ...workbook.charts.map((sheet): UnreadPart => ({ what: 'chart', place: { sheet, a1: 'A1' } })),
    ...workbook.sheets.flatMap((sheet) => xlsDrawingsOf(stream, sheet, meter)),
  ]
  return {
    reader: 'xls',
    mediaType: 'application/vnd.ms-excel',
    blocks: workbook.sheets.flatMap((sheet) =>
      blocksOfSheet(readXlsSheet(stream, workbook, sheet, meter), meter),
    ),
    ...(unread.length > 0 ? { unread } : {}),
  }
}
