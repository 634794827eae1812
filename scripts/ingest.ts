import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openNative } from '../src/db/node'
import type { Snapshot } from '../src/db/schema'
import { extractionText } from '../src/ingest/extraction-text'
import type { Extraction } from '../src/model/extraction'
import type { Registry } from '../src/reference/registry'
import { RevisionClash } from '../src/snapshot/identify'
import { buildSnapshot, type OpenRows, type SnapshotWork } from '../src/snapshot/snapshot'
import { collect } from './collect'
import { openFolderShelf } from './folder-shelf'
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
    const kept: string[] = []
    const catalog = await replaceFolder(out, 'catalog.json', (write) =>
      onShelves((shelves) =>
        buildSnapshot(readInputs(files, registry), registry, {
          ...shelves,
          open: openAndCollect,
          write,
          onDisclosure: (disclosure, rows) => {
            process.stdout.write(`${reportOf(disclosure, rows)}\n\n`)
            if (keep) kept.push(disclosure.id)
          },
        }),
      ),
    )
    await keepExtractions(out, kept, inProject('data/disclosures'))
    process.stdout.write(`${out}: ${catalog.files.length + 1} files, release ${catalog.release}\n`)
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

/** Native DuckDB whose memory is free again when it is closed. */
async function openAndCollect(rows: Snapshot): ReturnType<OpenRows> {
  const database = await openNative({ rows })
  return {
    cells: (query, params) => database.cells(query, params),
    close: async () => {
      await database.close()
      collect()
    },
  }
}

/** Does work that needs shelves, on disk, and takes these away again. */
async function onShelves<T>(
  work: (shelves: Pick<SnapshotWork, 'extractions' | 'answers'>) => Promise<T>,
): Promise<T> {
  const [extractions, answers] = [await openFolderShelf(), await openFolderShelf()]
  try {
    return await work({ extractions, answers })
  } finally {
    await extractions.close()
    await answers.close()
  }
}

/** Writes extractions of a snapshot in the form that is good to compare. */
async function keepExtractions(snapshot: string, ids: readonly string[], folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const id of ids) {
    const text = await readFile(join(snapshot, `extractions/${id}.json`), 'utf8')
    await writeFile(join(folder, `${id}.json`), extractionText(JSON.parse(text) as Extraction))
  }
}

process.exitCode = await main(process.argv.slice(2))
