import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { FileReading, PublishedFile } from '../src/ingest/file-reading'
import { disclosuresIn, FileFailure } from '../src/ingest/pipeline'
import type { Extraction } from '../src/model/extraction'
import { jsonShelf } from '../src/model/shelf'
import type { Registry } from '../src/reference/registry'
import { cMaps } from './c-maps'
import { openFolderShelf } from './folder-shelf'
import { InputFault } from './input-fault'
import { tellProgress } from './progress'

/**
 * Reads published files one by one into disclosures, telling progress on stderr; what waits for other files of its
 * disclosure waits on disk.
 * @throws InputFault in one line for the first file that cannot be read
 */
export async function* disclosuresOf(
  paths: readonly string[],
  registry: Registry,
): AsyncGenerator<Extraction, void> {
  const files = paths.map((path): PublishedFile => ({ name: basename(path), bytes: () => bytesOf(path) }))
  const texts = await openFolderShelf()
  const shelf = jsonShelf<FileReading>(texts)
  try {
    yield* disclosuresIn(files, registry, { cMap: cMaps, shelf, onProgress: tellProgress() })
  } catch (fault) {
    if (!(fault instanceof FileFailure)) throw fault
    throw new InputFault(fault.file, fault.cause.expected, fault.cause.found, fault)
  } finally {
    await texts.close()
  }
}

/** @throws InputFault when there is no such file, or it cannot be opened */
export async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(path))
  } catch (fault) {
    const { code, message } = fault as NodeJS.ErrnoException
    throw new InputFault(path, 'a file that can be read', code ?? message, fault)
  }
}
