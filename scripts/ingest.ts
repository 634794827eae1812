import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openNative } from '../src/db/node'
import { extractionText } from '../src/ingest/extraction-text'
import type { Registry } from '../src/reference/registry'
import { RevisionClash, type Disclosure } from '../src/snapshot/identify'
import { buildSnapshot } from '../src/snapshot/snapshot'
import { reportOf } from './ingest-report'
import { readWords } from './ingest-words'
import { InputFault } from './input-fault'
import { readInputs } from './inputs'
import { readRegistry } from './registry'
import { replaceFolder } from './replace-folder'

const inProject = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))

/**
 * `npm run ingest -- [--out DIR] [--registry DIR] [--keep] FILE…`: reads published files and extractions, checks them and
 * writes a snapshot of exactly these disclosures. Status 0, or 2 with one line on stderr; the snapshot that stood before then
 * stands still.
 */
async function main(words: string[]): Promise<number> {
  try {
    const {
      out,
      registry: folder,
      keep,
      files,
    } = readWords(words, {
      out: inProject('public/data'),
      registry: inProject('data/registry'),
    })
    const registry = openRegistry(folder)
    const snapshot = await buildSnapshot(await readInputs(files, registry), registry, (rows) =>
      openNative({ rows }),
    )
    await replaceFolder(out, snapshot.files, 'catalog.json')
    if (keep) await keepExtractions(snapshot.disclosures, inProject('data/disclosures'))
    const { release } = snapshot.catalog
    process.stdout.write(
      `${reportOf(snapshot)}\n\n${out}: ${snapshot.files.length} files, release ${release}\n`,
    )
    return 0
  } catch (fault) {
    if (!(fault instanceof InputFault || fault instanceof RevisionClash)) throw fault
    process.stderr.write(`${fault.message}\n`)
    return 2
  }
}

function openRegistry(folder: string): Registry {
  try {
    return readRegistry(folder)
  } catch (fault) {
    throw new InputFault(folder, 'codes.csv, regions.csv and units.csv', (fault as Error).message, fault)
  }
}

async function keepExtractions(disclosures: readonly Disclosure[], folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const { id, extraction } of disclosures)
    await writeFile(join(folder, `${id}.json`), extractionText(extraction))
}

process.exitCode = await main(process.argv.slice(2))
