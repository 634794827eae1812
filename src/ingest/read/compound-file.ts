import { UnreadableFile } from '../raw'

/**
 * The outer form of Office's older files ([MS-CFB]): a small file system in one file. Only the streams that stand in
 * its root are given; those of embedded objects lie deeper and are left alone.
 */
export interface CompoundFile {
  /** Names of the streams and storages in the root. */
  names: string[]
  /** Is there a stream of that name in the root? */
  has(name: string): boolean
  /** @throws UnreadableFile when there is no such stream, or a part of it lies outside the file */
  stream(name: string): Uint8Array
}

const signature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

export function isCompoundFile(bytes: Uint8Array): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

/** @throws UnreadableFile when the file is cut off or its chains of sectors lead nowhere */
export function openCompoundFile(bytes: Uint8Array): CompoundFile {
  if (!isCompoundFile(bytes) || bytes.length < 512) throw broken('its head is missing')
  const sectors = new Sectors(bytes)
  const entries = directoryOf(sectors)
  const root = entries[0]
  if (!root) throw broken('no root in its directory')
  const found = new Map<string, Entry>()
  for (const entry of childrenOf(root, entries)) found.set(entry.name.toLowerCase(), entry)
  const isStream = (entry: Entry | undefined): entry is Entry => entry?.type === streamType
  return {
    names: [...found.values()].map((entry) => entry.name),
    has: (name) => isStream(found.get(name.toLowerCase())),
    stream(name) {
      const entry = found.get(name.toLowerCase())
      if (!isStream(entry))
        throw new UnreadableFile(`a compound file with the stream ${name}`, 'none of that name')
      return entry.size < sectors.smallBelow
        ? smallStream(sectors, root, entry)
        : sectors.read(entry.start, entry.size)
    },
  }
}

function broken(found: string): UnreadableFile {
  return new UnreadableFile('a whole compound file (doc, xls)', found)
}

/** Sector numbers from here on mean the end of a chain, a free sector or a sector of tables. */
const noSector = 0xfffffffa
const streamType = 2

/** The file as numbered sectors and the table that chains them. */
class Sectors {
  readonly smallBelow: number
  readonly smallShift: number
  readonly firstDirectory: number
  readonly firstSmall: number
  private readonly shift: number
  private readonly next: Uint32Array

  constructor(private readonly bytes: Uint8Array) {
    const head = new DataView(bytes.buffer, bytes.byteOffset, 512)
    this.shift = head.getUint16(30, true)
    this.smallShift = head.getUint16(32, true)
    this.firstDirectory = head.getUint32(48, true)
    this.smallBelow = head.getUint32(56, true)
    this.firstSmall = head.getUint32(60, true)
    if ((this.shift !== 9 && this.shift !== 12) || this.smallShift >= this.shift) {
      throw broken(`sectors of 2^${this.shift} bytes`)
    }
    this.next = this.chains(head)
  }

  get size(): number {
    return 1 << this.shift
  }

  /** Bytes of a chain, up to `length`; the file's last sector may be short. */
  read(start: number, length: number): Uint8Array {
    if (length > this.bytes.length)
      throw broken(`a stream of ${length} bytes in a file of ${this.bytes.length}`)
    const out = new Uint8Array(length)
    let filled = 0
    for (const sector of this.chain(start)) {
      if (filled >= length) break
      const from = (sector + 1) * this.size
      const piece = this.bytes.subarray(from, Math.min(from + this.size, from + length - filled))
      out.set(piece, filled)
      filled += piece.length
    }
    if (filled < length) throw broken(`a stream of ${length} bytes ends after ${filled}`)
    return out
  }

  /** All bytes of a chain, for streams that do not say how long they are. */
  readAll(start: number): Uint8Array {
    return this.read(start, [...this.chain(start)].length * this.size)
  }

  *chain(start: number): Generator<number> {
    let sector = start
    for (let count = 0; sector < noSector; count += 1) {
      if (sector >= this.next.length || count > this.next.length)
        throw broken('a chain of sectors leaves the file or runs in a circle')
      yield sector
      sector = this.next[sector]!
    }
  }

  /** The table of chains: its own sectors are listed in the head, and further on in a chain of lists. */
  private chains(head: DataView): Uint32Array {
    const count = Math.ceil((this.bytes.length - this.size) / this.size)
    const view = new DataView(this.bytes.buffer, this.bytes.byteOffset, this.bytes.length)
    const numbers = (sector: number): number[] => {
      const from = (sector + 1) * this.size
      if (from + this.size > this.bytes.length) throw broken('a table of sectors lies outside it')
      return Array.from({ length: this.size / 4 }, (_, index) => view.getUint32(from + index * 4, true))
    }
    const tables = Array.from({ length: 109 }, (_, index) => head.getUint32(76 + index * 4, true))
    let list = head.getUint32(68, true)
    for (let seen = 0; list < noSector; seen += 1) {
      if (seen > count) throw broken('its lists of tables run in a circle')
      const more = numbers(list)
      list = more.pop()!
      tables.push(...more)
    }
    const next = new Uint32Array(Math.max(count, 0)).fill(0xffffffff)
    let at = 0
    for (const table of tables) {
      if (table >= noSector || at >= next.length) continue
      const chain = numbers(table).slice(0, next.length - at)
      next.set(chain, at)
      at += chain.length
    }
    return next
  }
}

interface Entry {
  name: string
  type: number
  left: number
  right: number
  child: number
  start: number
  size: number
}

function directoryOf(sectors: Sectors): Entry[] {
  const bytes = sectors.readAll(sectors.firstDirectory)
  const view = new DataView(bytes.buffer)
  const entries: Entry[] = []
  for (let at = 0; at + 128 <= bytes.length; at += 128) {
    const nameLength = Math.min(Math.max(view.getUint16(at + 64, true) - 2, 0), 62)
    entries.push({
      name: new TextDecoder('utf-16le').decode(bytes.subarray(at, at + nameLength)),
      type: view.getUint8(at + 66),
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    })
  }
  return entries
}

/** The entries right below one, which the directory keeps as a tree of siblings. */
function childrenOf(parent: Entry, entries: Entry[]): Entry[] {
  const children = new Set<Entry>()
  const waiting = [parent.child]
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    const entry = entries[number]
    if (!entry || entry === parent || children.has(entry)) continue
    children.add(entry)
    waiting.push(entry.left, entry.right)
  }
  return [...children]
}

/** Short streams lie together in the root's own stream, in small sectors with a table of their own. */
function smallStream(sectors: Sectors, root: Entry, entry: Entry): Uint8Array {
  const store = sectors.read(root.start, root.size)
  const table = sectors.readAll(sectors.firstSmall)
  const next = new DataView(table.buffer)
  const size = 1 << sectors.smallShift
  const out = new Uint8Array(entry.size)
  let sector = entry.start
  for (let filled = 0; filled < entry.size; filled += size) {
    const from = sector * size
    const to = Math.min(from + size, from + entry.size - filled)
    if (to > store.length || sector * 4 + 4 > table.length) throw broken('a chain of small sectors leaves it')
    out.set(store.subarray(from, to), filled)
    sector = next.getUint32(sector * 4, true)
  }
  return out
}
