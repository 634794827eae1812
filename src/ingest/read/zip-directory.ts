import { UnreadableFile } from '../raw'

/** One part as the archive's directory describes it. */
export interface Entry {
  name: string
  encrypted: boolean
  method: number
  crc: number
  packed: number
  size: number
  /** Place of the part's own header. */
  header: number
}

/** Fields of the records, by their place (APPNOTE.TXT 4.3): little-endian. */
const endRecord = 0x06054b50
const endRecord64 = 0x06064b50
const endLocator64 = 0x07064b50
const directoryRecord = 0x02014b50

/**
 * The parts that an archive lists, with what it says of them.
 * @throws UnreadableFile when the list is missing, cut off, or longer than `most`
 */
export function* directory(view: DataView, most: number): Generator<Entry> {
  const { count, start } = endOfDirectory(view)
  if (count > most) {
    throw new UnreadableFile(`an archive of at most ${most} parts`, `${count} parts`, 'too-large')
  }
  let at = start
  for (let index = 0; index < count; index += 1) {
    const isRecord = at + 46 <= view.byteLength && view.getUint32(at, true) === directoryRecord
    if (!isRecord) throw broken('its directory ends early')
    const nameLength = view.getUint16(at + 28, true)
    const extraLength = view.getUint16(at + 30, true)
    const commentLength = view.getUint16(at + 32, true)
    const next = at + 46 + nameLength + extraLength + commentLength
    if (next > view.byteLength) throw broken('its directory ends early')
    const name = new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength))
    const large = largeNumbers(view, at + 46 + nameLength, extraLength)
    const number = (offset: number): number => {
      const short = view.getUint32(at + offset, true)
      return short === 0xffffffff ? (large.shift() ?? short) : short
    }
    const size = number(24)
    const packed = number(20)
    const header = number(42)
    yield {
      name: name.replaceAll('\\', '/').replace(/^\/+/u, ''),
      encrypted: (view.getUint16(at + 8, true) & 1) !== 0,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed,
      size,
      header,
    }
    at = next
  }
}

/** What is not there of an archive that should be whole. */
export function broken(found: string): UnreadableFile {
  return new UnreadableFile('a whole archive', found)
}

function endOfDirectory(view: DataView): { count: number; start: number } {
  const last = view.byteLength - 22
  for (let at = last; at >= Math.max(0, last - 0xffff); at -= 1) {
    if (view.getUint32(at, true) !== endRecord) continue
    const count = view.getUint16(at + 10, true)
    const start = view.getUint32(at + 16, true)
    if (count !== 0xffff && start !== 0xffffffff) return { count, start }
    const end =
      at >= 20 && view.getUint32(at - 20, true) === endLocator64 ? uint64(view, at - 12) : view.byteLength
    if (end + 56 > view.byteLength || view.getUint32(end, true) !== endRecord64) return { count, start }
    return { count: uint64(view, end + 32), start: uint64(view, end + 48) }
  }
  throw broken('no end of its directory: the file is cut off')
}

/** The 64-bit numbers that stand in for fields that are too small, in the order of the record. */
function largeNumbers(view: DataView, from: number, length: number): number[] {
  let at = from
  while (at + 4 <= from + length) {
    const size = view.getUint16(at + 2, true)
    if (view.getUint16(at, true) === 1 && at + 4 + size <= from + length) {
      return Array.from({ length: size >> 3 }, (_, index) => uint64(view, at + 4 + index * 8))
    }
    at += 4 + size
  }
  return []
}

function uint64(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 0x1_0000_0000
}
