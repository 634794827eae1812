import { UnreadableFile } from '../raw'

/**
 * Characters of a text file: UTF-16 when it says so by its mark, UTF-8 when every byte fits, else GB 18030.
 * @throws UnreadableFile when no encoding fits
 */
export function decodeText(bytes: Uint8Array): string {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null
  for (const encoding of marked ? [marked] : ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch (cause) {
      if (!(cause instanceof TypeError)) throw cause
    }
  }
  throw new UnreadableFile('text in UTF-8 or GB 18030', 'bytes that are neither')
}
