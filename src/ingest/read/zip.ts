import { Inflate } from 'fflate'
import { UnreadableFile } from '../raw'
import { Crc32 } from './crc32'
import type { Entry } from './zip-directory'
import { broken, directory } from './zip-directory'

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
  for (const entry of directory(view, limits.parts)) {
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

/** How a part's own header begins (APPNOTE.TXT 4.3.7). */
const localRecord = 0x04034b50

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
