import { UnreadableFile } from '../raw'

/** A record of a BIFF stream ([MS-XLS] 2.1.4): its type and its bytes, those of the CONTINUE records behind it apart. */
export interface BiffRecord {
  type: number
  /** The record's own bytes first, then those of each CONTINUE. */
  pieces: Uint8Array[]
}

/** Record types by their names in [MS-XLS] 2.3. */
export const biff = {
  formula: 0x0006,
  eof: 0x000a,
  date1904: 0x0022,
  filePass: 0x002f,
  continued: 0x003c,
  object: 0x005d,
  colInfo: 0x007d,
  boundSheet: 0x0085,
  mulRk: 0x00bd,
  mulBlank: 0x00be,
  rString: 0x00d6,
  xf: 0x00e0,
  mergeCells: 0x00e5,
  drawing: 0x00ec,
  sst: 0x00fc,
  labelSst: 0x00fd,
  blank: 0x0201,
  number: 0x0203,
  label: 0x0204,
  boolErr: 0x0205,
  string: 0x0207,
  row: 0x0208,
  window2: 0x023e,
  rk: 0x027e,
  format: 0x041e,
  bof: 0x0809,
} as const

/**
 * The records from a place in the stream up to the end that belongs to the BOF there; what is embedded in between
 * (charts) is left out.
 * @throws UnreadableFile when no BOF stands there, or the stream ends before its EOF
 */
export function* recordsFrom(stream: Uint8Array, start: number): Generator<BiffRecord> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
  let at = start
  let depth = 0
  const typeAt = (place: number): number => (place + 4 <= stream.length ? view.getUint16(place, true) : -1)
  const take = (): Uint8Array => {
    const end = at + 4 + view.getUint16(at + 2, true)
    if (end > stream.length) throw cutOff()
    const bytes = stream.subarray(at + 4, end)
    at = end
    return bytes
  }
  if (typeAt(at) !== biff.bof)
    throw new UnreadableFile('a sheet of a workbook (xls)', `no sheet at byte ${start}`)
  do {
    const type = typeAt(at)
    if (type < 0) throw cutOff()
    const pieces = [take()]
    while (typeAt(at) === biff.continued) pieces.push(take())
    if (type === biff.bof) depth += 1
    else if (type === biff.eof) depth -= 1
    if (depth === 1) yield { type, pieces }
  } while (depth > 0)
}

function cutOff(): UnreadableFile {
  return new UnreadableFile('a whole workbook (xls)', 'records that end early: the file is cut off')
}

/** Reads numbers and texts of a record one after another, over the borders of its CONTINUE records. */
export class BiffReader {
  private piece = 0
  private at = 0

  constructor(private readonly pieces: readonly Uint8Array[]) {}

  /** Bytes that are left. */
  get remaining(): number {
    const rest = this.pieces.slice(this.piece)
    return rest.reduce((sum, piece) => sum + piece.length, 0) - this.at
  }

  get isAtEnd(): boolean {
    return this.piece + 1 >= this.pieces.length && this.at >= (this.pieces[this.piece]?.length ?? 0)
  }

  u8(): number {
    while (this.at >= (this.pieces[this.piece]?.length ?? 0)) {
      if (this.piece + 1 >= this.pieces.length) throw cutOff()
      this.piece += 1
      this.at = 0
    }
    const byte = this.pieces[this.piece]![this.at]!
    this.at += 1
    return byte
  }

  u16(): number {
    return this.u8() + this.u8() * 0x100
  }

  u32(): number {
    return this.u16() + this.u16() * 0x1_0000
  }

  bytes(count: number): Uint8Array {
    return Uint8Array.from({ length: count }, () => this.u8())
  }

  f64(): number {
    return new DataView(this.bytes(8).buffer).getFloat64(0, true)
  }

  skip(count: number): void {
    let left = count
    while (left > 0) {
      const here = (this.pieces[this.piece]?.length ?? 0) - this.at
      if (left <= here) {
        this.at += left
        return
      }
      left -= here
      this.piece += 1
      this.at = 0
      if (this.piece >= this.pieces.length) throw cutOff()
    }
  }

  /**
   * A text with its flags before it ([MS-XLS] 2.5.293 and 2.5.294): one or two bytes a character, anew in each
   * CONTINUE; with runs of fonts and readings behind it, which are left out.
   * @param length number of characters
   */
  text(length: number): string {
    const flags = this.u8()
    const runs = flags & 8 ? this.u16() : 0
    const readings = flags & 4 ? this.u32() : 0
    let wide = (flags & 1) !== 0
    let text = ''
    while (text.length < length) {
      const here = (this.pieces[this.piece]?.length ?? 0) - this.at
      if (here <= 0 || (wide && here === 1)) {
        if (this.piece + 1 >= this.pieces.length) throw cutOff()
        this.piece += 1
        this.at = 0
        wide = (this.u8() & 1) !== 0
        continue
      }
      const count = Math.min(length - text.length, wide ? here >> 1 : here)
      const size = wide ? count * 2 : count
      text += decode(this.pieces[this.piece]!.subarray(this.at, this.at + size), wide)
      this.at += size
    }
    this.skip(runs * 4 + readings)
    return text
  }
}

/** Characters of two bytes, or of one: then they are the first 256 of Unicode. */
function decode(bytes: Uint8Array, wide: boolean): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += wide ? 2 : 1) {
    text += String.fromCharCode(wide ? bytes[at]! + bytes[at + 1]! * 0x100 : bytes[at]!)
  }
  return text
}
