import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Shelf } from '../src/model/shelf'

/** A shelf in a folder of its own under the system's one for temporary files: memory holds none of what waits. */
export async function openFolderShelf<T>(): Promise<Shelf<T> & { close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'mingzhang-'))
  const pathOf = (name: string): string => join(folder, `${name}.json`)
  return {
    put: (name, value) => writeFile(pathOf(name), JSON.stringify(value)),
    take: async (name) => JSON.parse(await readFile(pathOf(name), 'utf8')) as T,
    close: () => rm(folder, { recursive: true, force: true }),
  }
}
