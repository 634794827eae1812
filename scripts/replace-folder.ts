import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { InputFault } from './input-fault'

/**
 * Replaces a folder by these files at once: they are written beside it and swapped in when all are there, so that whoever reads
 * the folder finds the old files or the new ones. When anything fails the old folder stands.
 * @param isOurs names a file that a folder must hold to be replaced, unless it is empty: no other folder is ever removed
 * @throws InputFault when the place is taken by something else or cannot be written
 */
export async function replaceFolder(
  folder: string,
  files: readonly { path: string; bytes: Uint8Array }[],
  isOurs: string,
): Promise<void> {
  const place = resolve(folder)
  const standing = await namesIn(place)
  if (standing !== null && standing.length > 0 && !standing.includes(isOurs))
    throw new InputFault(folder, `a new folder, an empty one or one with ${isOurs}`, 'other files')
  const [next, last] = [`${place}.new-${process.pid}`, `${place}.old-${process.pid}`]
  try {
    for (const { path, bytes } of files) {
      const target = join(next, path)
      await mkdir(dirname(target), { recursive: true })
      await writeFile(target, bytes)
    }
    if (standing !== null) await rename(place, last)
    try {
      await rename(next, place)
    } catch (fault) {
      if (standing !== null) await rename(last, place)
      throw fault
    }
  } catch (fault) {
    throw new InputFault(folder, 'a place that can be written', (fault as Error).message, fault)
  } finally {
    await rm(next, { recursive: true, force: true })
  }
  await rm(last, { recursive: true, force: true })
}

async function namesIn(folder: string): Promise<string[] | null> {
  const found = await stat(folder).catch(() => null)
  if (found === null) return null
  if (!found.isDirectory()) throw new InputFault(folder, 'a folder', 'a file')
  return readdir(folder)
}
