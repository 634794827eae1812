import { InputFault } from './input-fault'

/** The words on the command line of `ingest`. */
export interface IngestWords {
  /** Folder of the snapshot. */
  out: string
  /** Folder of the registry's CSV files. */
  registry: string
  /** Also write each extraction to data/disclosures/. */
  keep: boolean
  /** Published files, extractions and folders of them. */
  files: string[]
}

/**
 * Reads the command line: `[--out DIR] [--registry DIR] [--keep] FILE…`.
 * @throws InputFault in one line for a word that is wrong
 */
export function readWords(
  words: readonly string[],
  defaults: Pick<IngestWords, 'out' | 'registry'>,
): IngestWords {
  const read: IngestWords = { ...defaults, keep: false, files: [] }
  const waiting = [...words]
  for (let word = waiting.shift(); word !== undefined; word = waiting.shift()) {
    if (word === '--out' || word === '--registry') {
      const folder = waiting.shift()
      if (folder === undefined || folder.startsWith('--'))
        throw new InputFault(word, 'a folder', folder ?? 'nothing')
      read[word === '--out' ? 'out' : 'registry'] = folder
    } else if (word === '--keep') read.keep = true
    else if (word.startsWith('--'))
      throw new InputFault(word, '--out DIR, --registry DIR, --keep or a file', 'an unknown word')
    else read.files.push(word)
  }
  if (read.files.length === 0)
    throw new InputFault('FILE', 'a published file, an extraction or a folder', 'nothing')
  return read
}
