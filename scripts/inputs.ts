import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Extraction } from '../src/model/extraction'
import type { Registry } from '../src/reference/registry'
import { readExtraction } from '../src/snapshot/read-extraction'
import { InputFault } from './input-fault'
import { bytesOf, disclosuresOf } from './published-files'

/**
 * Reads published files, extractions (.json) and folders of them into extractions, one by one; hidden files of folders are
 * left out.
 * @throws InputFault in one line for the first that cannot be read
 */
export async function* readInputs(
  paths: readonly string[],
  registry: Registry,
): AsyncGenerator<Extraction, void> {
  const files = (await Promise.all(paths.map(filesIn))).flat()
  if (files.length === 0) throw new InputFault(paths.join(' '), 'disclosures', 'an empty folder')
  const extractions = files.filter((path) => path.endsWith('.json'))
  const published = files.filter((path) => !path.endsWith('.json'))
  yield* extractionsOf(extractions)
  yield* disclosuresOf(published, registry)
}

/** Extractions in their order; the next is fetched while one is worked on. */
async function* extractionsOf(paths: readonly string[]): AsyncGenerator<Extraction, void> {
  let ahead: Promise<Uint8Array> | null = null
  for (const [index, path] of paths.entries()) {
    const bytes = await (ahead ?? bytesOf(path))
    const next = paths[index + 1]
    ahead = next === undefined ? null : bytesOf(next)
    // What is wrong with the next is told in its turn.
    ahead?.catch(() => undefined)
    yield extractionOf(path, bytes)
  }
}

async function filesIn(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => null)
  if (found === null) throw new InputFault(path, 'a file or a folder', 'nothing there')
  if (!found.isDirectory()) return [path]
  const names = (await readdir(path)).filter((name) => !name.startsWith('.')).sort()
  return (await Promise.all(names.map((name) => filesIn(join(path, name))))).flat()
}

function extractionOf(path: string, bytes: Uint8Array): Extraction {
  const json = new TextDecoder().decode(bytes)
  try {
    return readExtraction(json)
  } catch (fault) {
    throw new InputFault(path, 'an extraction', (fault as Error).message, fault)
  }
}
