import { Unzlib } from 'fflate'
import { UnreadableFile } from '../../raw'
import type { Meter } from '../meter'
import { indexOf } from './byte-search'

const megabyte = 1024 * 1024

/** What a page's drawing may unpack to. The library would unpack a bomb of a few kilobytes until memory ends. */
const mostDrawing = 16 * megabyte

/** The same for tables of objects, and for fonts: whole Chinese ones are large. */
const mostOther = 64 * megabyte

/** So much is unpacked at a time. */
const step = 4096

/**
 * Unpacks the packed streams of a pdf once, keeping nothing: they must not be bombs, and what draws pages must be whole,
 * since the library leaves out what it cannot unpack and says nothing. Pictures are not unpacked at all when reading.
 * @throws UnreadableFile when a stream unpacks to more than any page needs, or is damaged
 */
export function checkPackedStreams(bytes: Uint8Array, meter: Meter): void {
  const latin = new TextDecoder('latin1')
  const isEncrypted = indexOf(bytes, '/Encrypt', 0) >= 0
  for (let at = indexOf(bytes, 'stream', 0); at >= 0; at = indexOf(bytes, 'stream', at)) {
    const dictionary = dictionaryBefore(latin.decode(bytes.subarray(Math.max(at - 2048, 0), at)))
    const start = at + 6 + (bytes[at + 6] === 13 && bytes[at + 7] === 10 ? 2 : 1)
    const isPacked = /\/Filter\s*\[?\s*\/(?:FlateDecode|Fl)\b/u.test(dictionary)
    at = start
    if (dictionary.endsWith('end') || !isPacked || isEncrypted) continue
    const declared = /\/Length\s+(\d+)\b(?!\s+\d+\s+R)/u.exec(dictionary)
    const end = declared ? start + Number(declared[1]) : indexOf(bytes, 'endstream', start)
    at = Math.max(at, end)
    if (/\/Subtype\s*\/Image\b/u.test(dictionary)) continue
    const isFont = /\/Length[123]\b|\/Subtype\s*\/(?:Type1C|CIDFontType0C|OpenType)\b/u.test(dictionary)
    const isTable = /\/Type\s*\/(?:ObjStm|XRef)\b/u.test(dictionary)
    const stream = bytes.subarray(start, end < 0 ? undefined : end)
    const isWhole = unpack(stream, isFont || isTable ? mostOther : mostDrawing, meter)
    if (!isWhole && !isFont) throw new UnreadableFile('a whole pdf', 'a pdf with damaged parts')
  }
}

/** The dictionary that ends where `text` ends. */
function dictionaryBefore(text: string): string {
  return text.slice(text.lastIndexOf('obj') + 1)
}

/** @returns whether the stream is sound as far as it goes */
function unpack(stream: Uint8Array, most: number, meter: Meter): boolean {
  let size = 0
  const unzlib = new Unzlib((piece) => {
    size += piece.length
  })
  try {
    for (let at = 0; at < stream.length; at += step) {
      unzlib.push(stream.subarray(at, at + step), false)
      if (size > most) {
        throw new UnreadableFile(
          `drawings of at most ${most} bytes`,
          'a stream that unpacks to more',
          'too-large',
        )
      }
      meter.step()
    }
  } catch (cause) {
    if (cause instanceof UnreadableFile) throw cause
    return false
  }
  return true
}
