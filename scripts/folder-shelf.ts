import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Shelf } from '../src/model/shelf'

/** A shelf for texts in a folder of its own under the system's one for temporary files: memory holds none of what waits. */
export async function openFolderShelf(): Promise<Shelf<string> & { close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'mingzhang-'))
  const pathOf = (name: string): string => join(folder, name)
  return {
    put: (name, text) => writeFile(pathOf(name), text),
    take: (name) => readFile(pathOf(name), 'utf8'),
    close: () => rm(folder, { recursive: true, force: true }),
  }
}
