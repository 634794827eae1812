import type { UnreadPart } from '../raw'
import { biff, BiffReader, recordsFrom } from './biff'
import type { Meter } from './meter'
import { formatA1 } from './sheet'
import type { XlsWorkbook } from './xls-workbook'

/** Kinds of objects by their number ([MS-XLS] 2.5.143); lines, buttons and comments print no figures. */
const kinds = new Map<number, UnreadPart['what']>([
  [5, 'chart'],
  [6, 'object'],
  [8, 'picture'],
])

/** How an anchor in cells begins ([MS-XLS] 2.5.193): its type and its length of 18 bytes. */
const anchorHead = [0x10, 0xf0, 0x12, 0, 0, 0]

/** Pictures, charts and boxes with words that lie over the cells of a sheet: nothing of them is read. */
export function xlsDrawingsOf(
  stream: Uint8Array,
  { name, start }: XlsWorkbook['sheets'][number],
  meter: Meter,
): UnreadPart[] {
  const unread: UnreadPart[] = []
  let a1 = 'A1'
  for (const { type, pieces } of recordsFrom(stream, start)) {
    meter.step()
    if (type === biff.drawing) a1 = anchorIn(pieces) ?? a1
    if (type !== biff.object) continue
    const reader = new BiffReader(pieces)
    reader.skip(4)
    const what = kinds.get(reader.u16())
    if (what) unread.push({ what, place: { sheet: name, a1 } })
  }
  return unread
}

/** The cell under the upper left corner of the last thing that a record draws. */
function anchorIn(pieces: readonly Uint8Array[]): string | null {
  const bytes = pieces[0] ?? new Uint8Array()
  for (let at = bytes.length - 24; at >= 0; at -= 1) {
    if (!anchorHead.every((byte, index) => bytes[at + index] === byte)) continue
    const view = new DataView(bytes.buffer, bytes.byteOffset + at + anchorHead.length, 18)
    const [col, row] = [view.getUint16(2, true), view.getUint16(6, true)]
    return formatA1(row, col)
  }
  return null
}
