import { Inflate } from 'fflate'
import { UnreadableFile } from '../raw'

/** What an archive may unpack to. */
export interface ZipLimits {
  /** Bytes of one part. */
  part: number
  /** Bytes of all parts together. */
  archive: number
  /** Unpacked bytes for each packed byte; asked of parts above `small`. */
  ratio: number
  /** Bytes below which a part may be packed as tightly as it likes. */
  small: number
  parts: number
}

const megabyte = 1024 * 1024
export const zipLimits: ZipLimits = {
  part: 64 * megabyte,
  archive: 200 * megabyte,
  ratio: 200,
  small: megabyte,
  parts: 20_000,
}

/** One part as the archive's directory describes it. */
interface Entry {
  name: string
  encrypted: boolean
  method: number
  crc: number
  packed: number
  size: number
  /** Place of the part's own header. */
  header: number
}

/** An archive whose directory has been read; parts are unpacked only when asked for. */
export interface Zip {
  /** Names of the parts as written, `/` between folders. */
  names: string[]
  /** Is there a part of that name? Capitals do not count, as in Office's files. */
  has(name: string): boolean
  /**
   * Unpacks one part piece by piece.
   * @throws UnreadableFile when the part is missing, larger than declared or allowed, or not what its checksum says;
   * what was received until then must be dropped
   */
  unpack(name: string, receive: (piece: Uint8Array) => void): void
}

/**
 * Reads the directory of a zip archive (also ZIP64).
 * @throws UnreadableFile when it is no whole archive, or would unpack to more than the limits
 */
export function openZip(bytes: Uint8Array, limits: ZipLimits = zipLimits): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = new Map<string, Entry>()
  let total = 0
  for (const entry of directory(view, limits)) {
    const key = entry.name.toLowerCase()
    if (entries.has(key))
      throw new UnreadableFile('an archive that names each part once', `${entry.name} twice`)
    entries.set(key, entry)
    total += entry.size
    refuseBomb(entry, limits)
  }
  if (total > limits.archive) throw tooLarge('an archive', limits.archive, `${total} bytes declared`)
  let unpacked = 0
  return {
    names: [...entries.values()].map((entry) => entry.name),
    has: (name) => entries.has(name.toLowerCase()),
    unpack(name, receive) {
      const entry = entries.get(name.toLowerCase())
      if (!entry) throw new UnreadableFile(`an archive with the part ${name}`, 'none of that name')
      unpacked += entry.size
      if (unpacked > limits.archive) throw tooLarge('an archive', limits.archive, `${unpacked} bytes`)
      unpackEntry(bytes, view, entry, receive)
    },
  }
}

function tooLarge(what: string, limit: number, found: string): UnreadableFile {
  return new UnreadableFile(`${what} that unpacks to at most ${limit} bytes`, found, 'too-large')
}

function refuseBomb(entry: Entry, limits: ZipLimits): void {
  if (entry.size > limits.part)
    throw tooLarge('a part', limits.part, `${entry.name} with ${entry.size} bytes`)
  if (entry.size > limits.small && entry.size > entry.packed * limits.ratio) {
    throw new UnreadableFile(
      `a part packed at most ${limits.ratio} to 1`,
      `${entry.name}: ${entry.packed} bytes for ${entry.size}`,
      'too-large',
    )
  }
}

/** Fields of the records, by their place (APPNOTE.TXT 4.3): little-endian. */
const endRecord = 0x06054b50
const endRecord64 = 0x06064b50
const endLocator64 = 0x07064b50
const directoryRecord = 0x02014b50
const localRecord = 0x04034b50

function* directory(view: DataView, limits: ZipLimits): Generator<Entry> {
  const { count, start } = endOfDirectory(view)
  if (count > limits.parts)
    throw new UnreadableFile(`an archive of at most ${limits.parts} parts`, `${count} parts`, 'too-large')
  let at = start
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== directoryRecord)
      throw broken('its directory ends early')
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

function broken(found: string): UnreadableFile {
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

function unpackEntry(
  bytes: Uint8Array,
  view: DataView,
  entry: Entry,
  receive: (piece: Uint8Array) => void,
): void {
  const { name, header } = entry
  if (entry.encrypted)
    throw new UnreadableFile('a file without a password', `${name} is encrypted`, 'encrypted')
  if (header + 30 > view.byteLength || view.getUint32(header, true) !== localRecord)
    throw broken(`no part ${name}`)
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true)
  if (start + entry.packed > view.byteLength) throw broken(`${name} is cut off`)

  const crc = new Crc32()
  let size = 0
  const count = (piece: Uint8Array): void => {
    size += piece.length
    if (size > entry.size)
      throw new UnreadableFile(`${name} with ${entry.size} bytes, as declared`, 'more', 'too-large')
    crc.add(piece)
    receive(piece)
  }
  const packed = bytes.subarray(start, start + entry.packed)
  if (entry.method === 0) count(packed)
  else if (entry.method === 8) inflate(packed, name, count)
  else
    throw new UnreadableFile('parts that are stored or deflated', `${name} packed by method ${entry.method}`)
  if (size !== entry.size)
    throw new UnreadableFile(`${name} with ${entry.size} bytes, as declared`, `${size} bytes`)
  if (crc.value !== entry.crc) throw new UnreadableFile(`${name} as its checksum says`, 'other bytes')
}

/** Packed bytes given to the inflater at once: what it makes of them stays below 1032 times as much. */
const stride = 8192

function inflate(packed: Uint8Array, name: string, receive: (piece: Uint8Array) => void): void {
  const pieces: Uint8Array[] = []
  const stream = new Inflate((piece) => pieces.push(piece))
  for (let at = 0; at === 0 || at < packed.length; at += stride) {
    try {
      stream.push(packed.subarray(at, at + stride), at + stride >= packed.length)
    } catch (cause) {
      throw new UnreadableFile(
        `${name} as deflated bytes`,
        cause instanceof Error ? cause.message : String(cause),
      )
    }
    for (const piece of pieces.splice(0)) receive(piece)
  }
}

/** The checksum of zip (CRC-32, polynomial 0xEDB88320), piece by piece. */
export class Crc32 {
  private static readonly table = Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
    return value
  })
  private state = 0xffffffff

  add(bytes: Uint8Array): void {
    let state = this.state
    for (let at = 0; at < bytes.length; at += 1)
      state = Crc32.table[(state ^ bytes[at]!) & 0xff]! ^ (state >>> 8)
    this.state = state
  }

  get value(): number {
    return (this.state ^ 0xffffffff) >>> 0
  }
}
