import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { InputFault } from './input-fault'

/** A file of a folder, its path relative to it. */
interface NewFile {
  path: string
  bytes: Uint8Array
}

/**
 * Replaces a folder by new files at once: they are written beside it and swapped in when all are there, so that whoever reads
 * the folder finds the old files or the new ones. When anything fails the old folder stands.
 * @param isOurs names a file that a folder must hold to be replaced, unless it is empty: no other folder is ever removed
 * @param make makes the files one by one; what it throws is thrown on
 * @throws InputFault when the place is taken by something else or cannot be written
 */
export async function replaceFolder<T>(
  folder: string,
  isOurs: string,
  make: (write: (file: NewFile) => Promise<void>) => Promise<T>,
): Promise<T> {
  const place = resolve(folder)
  const standing = await namesIn(place)
  if (standing !== null && standing.length > 0 && !standing.includes(isOurs))
    throw new InputFault(folder, `a new folder, an empty one or one with ${isOurs}`, 'other files')
  const [next, last] = [`${place}.new-${process.pid}`, `${place}.old-${process.pid}`]
  try {
    await writing(folder, () => mkdir(next, { recursive: true }))
    const made = await make(({ path, bytes }) => writing(folder, () => writeInto(next, path, bytes)))
    await writing(folder, () => swap(place, next, standing === null ? null : last))
    return made
  } finally {
    await rm(next, { recursive: true, force: true })
    await rm(last, { recursive: true, force: true })
  }
}

async function writeInto(folder: string, path: string, bytes: Uint8Array): Promise<void> {
  const target = join(folder, path)
  await mkdir(dirname(target), { recursive: true })
  await writeFile(target, bytes)
}

/** Puts the next folder in the place, what stands there first out of it; back again when that fails. */
async function swap(place: string, next: string, last: string | null): Promise<void> {
  if (last !== null) await rename(place, last)
  try {
    await rename(next, place)
  } catch (fault) {
    if (last !== null) await rename(last, place)
    throw fault
  }
}

async function writing<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (fault) {
    throw new InputFault(folder, 'a place that can be written', (fault as Error).message, fault)
  }
}

async function namesIn(folder: string): Promise<string[] | null> {
  const found = await stat(folder).catch(() => null)
  if (found === null) return null
  if (!found.isDirectory()) throw new InputFault(folder, 'a folder', 'a file')
  return readdir(folder)
}
