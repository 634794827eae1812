import type { RawDocument, UnreadPart } from '../raw'
import { UnreadableFile } from '../raw'
import type { ReadOptions } from './meter'
import { Meter } from './meter'
import { formatA1 } from './sheet'
import { blocksOfSheet } from './sheet-blocks'
import { drawingsOf } from './xlsx-drawings'
import { readSharedStrings, readStyles, readWorkbook } from './xlsx-parts'
import { readSheet } from './xlsx-sheet'
import { relationshipsOf } from './xml'
import { openZip } from './zip'

/**
 * Reads a workbook (Office Open XML): sheets in their order, hidden ones flagged; cells as the spreadsheet shows them,
 * by their number format; merged cells kept. Formulas are read by their stored results; what is drawn over the cells is
 * told as unread.
 * @throws UnreadableFile when it is no whole workbook or exceeds the limits
 */
export function readXlsx(bytes: Uint8Array, options: ReadOptions = {}): RawDocument {
  const meter = new Meter(bytes, options)
  const zip = openZip(bytes)
  const main =
    relationshipsOf(zip, '', meter).find((part) => part.kind === 'officeDocument')?.part ?? 'xl/workbook.xml'
  if (!zip.has(main)) throw new UnreadableFile('a workbook (xlsx)', `an archive without ${main}`)

  const parts = relationshipsOf(zip, main, meter)
  const workbook = readWorkbook(zip, main, meter)
  const styles = readStyles(zip, parts, meter)
  const strings = readSharedStrings(zip, parts, meter)
  const blocks: RawDocument['blocks'] = []
  const unread: UnreadPart[] = []
  for (const { name, hidden, id } of workbook.sheets) {
    const part = parts.find((candidate) => candidate.id === id)
    if (part?.kind === 'chartsheet') unread.push({ what: 'chart', place: { sheet: name, a1: 'A1' } })
    if (part?.kind !== 'worksheet') continue
    const sheet = readSheet(
      zip,
      part.part,
      { name, hidden, styles, strings, date1904: workbook.date1904 },
      meter,
    )
    blocks.push(...blocksOfSheet(sheet, meter))
    for (const { row, cells } of sheet.rows) {
      for (const cell of cells) {
        if (cell.unreadable)
          unread.push({ what: 'formula', place: { sheet: name, a1: formatA1(row, cell.col) } })
      }
    }
    unread.push(...drawingsOf(zip, part.part, name, meter))
  }
  return {
    reader: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    blocks,
    ...(unread.length > 0 ? { unread } : {}),
  }
}
