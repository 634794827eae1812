import { UnreadableFile } from '../raw'

/** How far into a page its own word about its encoding is looked for. */
const head = 4096

/**
 * Characters of a web page: by its byte order mark; UTF-8 when every byte fits; else as the page says it is, GB 2312 and
 * GBK read as GB 18030 which contains them; else GB 18030.
 * @throws UnreadableFile when no encoding fits
 */
export function decodeHtml(bytes: Uint8Array): string {
  for (const encoding of candidates(bytes)) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch (cause) {
      // RangeError: an encoding that nobody knows; TypeError: bytes that do not fit
      if (!(cause instanceof TypeError || cause instanceof RangeError)) throw cause
    }
  }
  throw new UnreadableFile(
    'a page in UTF-8, GB 18030 or the encoding it declares',
    'bytes that are none of these',
  )
}

function candidates(bytes: Uint8Array): string[] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ['utf-16le']
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ['utf-16be']
  const start = String.fromCharCode(...bytes.subarray(0, head))
  const declared = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/iu.exec(start)?.[1]?.toLowerCase()
  const isChinese =
    declared === undefined || /^(?:gb_?2312|gbk|x-gbk|gb18030|utf-?8|utf-?16(?:le|be)?)$/u.test(declared)
  return isChinese ? ['utf-8', 'gb18030'] : ['utf-8', declared, 'gb18030']
}
