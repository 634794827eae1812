import { UnreadableFile } from '../raw'

/** How far into a page its own word about its encoding is looked for. */
const head = 4096

/** What stands for bytes that are no character. */
export const unknownCharacter = '\ufffd'

/** Of so many characters beyond ASCII one may be unknown: more is another encoding, or no text. */
const beyondForUnknown = 20

/**
 * Characters of a web page: by its byte order mark; UTF-8 when every byte fits; else as the page says it is, GB 2312 and
 * GBK read as GB 18030 which contains them; else GB 18030. Where no encoding fits every byte, the first that fits nearly
 * all, with U+FFFD for bytes that are no character.
 * @throws UnreadableFile when no encoding does
 */
export function decodeHtml(bytes: Uint8Array): string {
  const readings = candidates(bytes).map((encoding) => decode(bytes, encoding))
  for (const text of readings) if (text !== null && !text.includes(unknownCharacter)) return text
  for (const text of readings) if (text !== null && isNearlyWhole(text)) return text
  throw new UnreadableFile(
    'a page in UTF-8, GB 18030 or the encoding it declares',
    'bytes that are none of these',
  )
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding).decode(bytes)
  } catch (cause) {
    // an encoding that nobody knows
    if (cause instanceof RangeError) return null
    throw cause
  }
}

function isNearlyWhole(text: string): boolean {
  const unknown = text.split(unknownCharacter).length - 1
  const beyond = text.replace(/[\0-\x7f]+/gu, '').length - unknown
  return unknown * beyondForUnknown <= beyond
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
