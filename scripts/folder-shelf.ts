import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FileReading } from '../src/ingest/file-reading'
import type { Shelf } from '../src/ingest/pipeline'

/** A shelf on disk, in a folder of its own under the system's one for temporary files: memory holds none of what waits. */
export async function openFolderShelf(): Promise<Shelf & { close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'mingzhang-'))
  const pathOf = (name: string): string => join(folder, `${name}.json`)
  return {
    put: (name, reading) => writeFile(pathOf(name), JSON.stringify(reading)),
    take: async (name) => JSON.parse(await readFile(pathOf(name), 'utf8')) as FileReading,
    close: () => rm(folder, { recursive: true, force: true }),
  }
}
