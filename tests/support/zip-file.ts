import { zipSync } from 'fflate'

/** A zip archive of the given parts; strings are UTF-8. */
export function zipFile(parts: Record<string, string | Uint8Array>): Uint8Array {
  const encoder = new TextEncoder()
  const files = Object.entries(parts).map(([name, content]): [string, Uint8Array] => [
    name,
    typeof content === 'string' ? encoder.encode(content) : content,
  ])
  return zipSync(Object.fromEntries(files), { level: 6, mtime: '2024-01-01T00:00:00Z' })
}

/**
 * The same archive with a number of its headers overwritten, in the directory and in the part's own header:
 * the size unpacked (`size`) or the checksum (`crc`) of the part at `index`.
 */
export function lyingZip(
  archive: Uint8Array,
  index: number,
  field: 'size' | 'crc',
  value: number,
): Uint8Array {
  const bytes = archive.slice()
  const view = new DataView(bytes.buffer)
  let at = view.getUint32(bytes.length - 6, true)
  for (let skip = 0; skip < index; skip += 1)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true)
  const header = view.getUint32(at + 42, true)
  view.setUint32(at + (field === 'size' ? 24 : 16), value, true)
  view.setUint32(header + (field === 'size' ? 22 : 14), value, true)
  return bytes
}

/** The same archive with the number, sizes and places of its parts written in the fields of ZIP64. */
export function zip64(archive: Uint8Array): Uint8Array {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.length)
  const end = archive.length - 22
  const count = view.getUint16(end + 10, true)
  const start = view.getUint32(end + 16, true)
  const bytes = [...archive.subarray(0, start)]
  for (let index = 0, at = start; index < count; index += 1) {
    const nameLength = view.getUint16(at + 28, true)
    const record = archive.slice(at, at + 46 + nameLength)
    const fields = new DataView(record.buffer)
    const extra = new DataView(new ArrayBuffer(28))
    extra.setUint16(0, 1, true)
    extra.setUint16(2, 24, true)
    for (const [place, field] of [24, 20, 42].entries()) {
      extra.setUint32(4 + place * 8, fields.getUint32(field, true), true)
      fields.setUint32(field, 0xffffffff, true)
    }
    fields.setUint16(30, 28, true)
    bytes.push(...record, ...new Uint8Array(extra.buffer))
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  const tail = new DataView(new ArrayBuffer(56 + 20 + 22))
  tail.setUint32(0, 0x06064b50, true)
  tail.setUint32(32, count, true)
  tail.setUint32(48, start, true)
  tail.setUint32(56, 0x07064b50, true)
  tail.setUint32(64, bytes.length, true)
  tail.setUint32(76, 0x06054b50, true)
  tail.setUint16(86, 0xffff, true)
  tail.setUint32(92, 0xffffffff, true)
  return Uint8Array.from([...bytes, ...new Uint8Array(tail.buffer)])
}
