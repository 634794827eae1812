import type { importWords } from '../../i18n/messages/import'
import { isUnderWay, shareOf, type ImportedFile } from '../../stores/imported-file'

type Words = (typeof importWords)['zh']['spoken']

/** A share as the last whole quarter that was reached: 0, 25, 50, 75, 100. */
export function quarterOf(share: number): number {
  return Math.floor(share * 4) * 25
}

/** What is read aloud of the reading: each quarter of all files, and how it ended. */
export function spokenProgress(files: readonly ImportedFile[], disclosures: number, words: Words): string {
  if (files.length === 0) return ''
  if (files.some(isUnderWay)) {
    const quarter = quarterOf(files.reduce((sum, file) => sum + shareOf(file), 0) / files.length)
    return quarter > 0 && quarter < 100 ? words.quarter(quarter) : ''
  }
  if (files.some(({ state }) => state.status === 'stopped')) return words.stopped
  return words.done(disclosures, files.filter(({ state }) => state.status === 'refused').length)
}
