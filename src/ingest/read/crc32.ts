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
