import type { Extraction } from '../model/extraction'
import type { Shelf } from '../model/shelf'
import { memoryShelf } from '../model/shelf'
import type { Registry } from '../reference/registry'
import { breath } from './breath'
import { partOf } from './disclosure'
import type { FileReading, PublishedFile } from './file-reading'
import { readPublishedFile } from './file-reading'
import type { ReadFile } from './join-files'
import { FileFailure, joinFiles } from './join-files'
import { UnreadableFile } from './raw'
import type { FileOptions } from './read/read-file'
import { keyOf } from './same-disclosure'

export { FileFailure } from './join-files'
export type { PublishedFile } from './file-reading'

/** How far the reading is: files done of all. */
export interface ReadProgress {
  file: string
  done: number
  of: number
}

export interface ExtractOptions extends FileOptions {
  onProgress?: ((progress: ReadProgress) => void) | undefined
  /** Where readings wait for the other files of their disclosure; in memory when it is not given. */
  shelf?: Shelf<FileReading> | undefined
}

/**
 * Reads published files into what they say, one extraction for each publication of a disclosure, in an order that does
 * not depend on that of the files. Narrative and tables in files of their own are joined; files that are equal byte for
 * byte count once; publications of one disclosure that differ are revisions.
 * @throws FileFailure with the name of a file that cannot be read or is no disclosure
 */
export async function extract(
  files: readonly PublishedFile[],
  registry: Registry,
  options: ExtractOptions = {},
): Promise<Extraction[]> {
  const extractions: Extraction[] = []
  for await (const extraction of disclosuresIn(files, registry, options)) extractions.push(extraction)
  return extractions
}

/** The same one by one: no more is held in memory than the files of one disclosure, if a shelf outside takes the rest. */
export async function* disclosuresIn(
  files: readonly PublishedFile[],
  registry: Registry,
  options: ExtractOptions = {},
): AsyncGenerator<Extraction, void> {
  const shelf = options.shelf ?? memoryShelf<FileReading>()
  const seen = new Map<string, ReadFile>()
  for (const [done, file] of files.entries()) {
    options.signal?.throwIfAborted()
    options.onProgress?.({ file: file.name, done, of: files.length })
    const { read, reading } = await namingFile(file.name, () => readForJoining(file, registry, options))
    if (seen.has(read.sha256)) continue
    seen.set(read.sha256, read)
    await shelf.put(read.sha256, reading)
  }
  yield* joinFiles([...seen.values()], registry, shelf, options)
}

/**
 * Reads one file, and finds which disclosure it says it is of.
 * @throws UnreadableFile when no reader can read it
 */
export async function readForJoining(
  file: PublishedFile,
  registry: Registry,
  options: FileOptions = {},
): Promise<{ read: ReadFile; reading: FileReading }> {
  const reading = await readPublishedFile(file, options)
  const { sha256 } = reading.source
  await breath()
  const key = keyOf(partOf(reading, registry).stated, registry)
  return { read: { file: file.name, sha256, key }, reading }
}

async function namingFile<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    throw cause instanceof UnreadableFile ? new FileFailure(file, cause) : cause
  }
}
