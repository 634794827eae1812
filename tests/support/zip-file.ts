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
