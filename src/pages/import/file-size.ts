import { formatDecimal } from '../../i18n/format'
import type { importWords } from '../../i18n/messages/import'
import { Exact } from '../../model/money'

/** The size of a file as people say it: 512 字节, 27 KB, 3.4 MB. */
export function formatSize(bytes: number, words: (typeof importWords)['zh']['bytes']): string {
  if (bytes < 1024) return `${bytes} ${words.B}`
  const kilobytes = new Exact(bytes).div(1024)
  if (kilobytes.lt(1024)) return `${formatDecimal(kilobytes, 0)} ${words.KB}`
  return `${formatDecimal(kilobytes.div(1024), 1)} ${words.MB}`
}
