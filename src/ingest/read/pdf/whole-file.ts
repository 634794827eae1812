import { UnreadableFile } from '../../raw'
import { lastIndexOf } from './byte-search'

/**
 * Every save of a pdf ends in `startxref` with a place and the mark `%%EOF`. Without them, or with objects behind the
 * last of them, the end is missing; the library would mend that and leave pages out.
 * @throws UnreadableFile when the file was cut off
 */
export function checkEnd(bytes: Uint8Array): void {
  const end = Math.max(lastIndexOf(bytes, '%%EOF'), lastIndexOf(bytes, 'startxref'))
  const behind = end < 0 ? '' : new TextDecoder('latin1').decode(bytes.subarray(end))
  if (end < 0 || /\s\d+\s+\d+\s+obj\b/u.test(behind)) {
    throw new UnreadableFile('a whole pdf', 'a pdf without its end: it was cut off')
  }
}
