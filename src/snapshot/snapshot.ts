import { answersSchema, type AnswersFile } from '../db/answers'
import type { Catalog } from '../db/catalog'
import type { Query } from '../db/query'
import { tableNames, type Snapshot } from '../db/schema'
import type { Extraction } from '../model/extraction'
import { sha256 } from '../model/sha256'
import { allQueries } from '../queries/all'
import type { Registry } from '../reference/registry'
import { answersOf, type AnswerSource } from './answers'
import { byDocument } from './by-document'
import { makeCatalog, type SnapshotFile } from './catalog'
import { identify, type Disclosure } from './identify'
import { writeParquet } from './parquet'
import { snapshotRows } from './rows'

/** A snapshot in memory: its rows, and the files that hold them, catalog.json among them. */
export interface BuiltSnapshot {
  disclosures: Disclosure[]
  rows: Snapshot
  catalog: Catalog
  files: SnapshotFile[]
}

/** Opens rows in a database that answers queries; closed again when the answers are there. */
export type OpenRows = (rows: Snapshot) => Promise<AnswerSource & { close(): Promise<void> }>

/**
 * Builds a snapshot (mingzhang-snapshot/1) of exactly these disclosures. Equal disclosures give equal bytes, in whatever order.
 * @throws RevisionClash when two different extractions claim to be the same revision of one disclosure
 */
export async function buildSnapshot(
  extractions: readonly Extraction[],
  registry: Registry,
  open: OpenRows,
  queries: readonly Query[] = allQueries,
): Promise<BuiltSnapshot> {
  const disclosures = await identify(extractions, registry)
  const rows = snapshotRows(disclosures, registry)
  const stored = [...parquetFiles(rows), ...extractionFiles(disclosures)]
  const answers = await answerAll(rows, open, queries)
  const release = await releaseOf([...stored, ...answerFiles('', answers)])
  const files = [...stored, ...answerFiles(release, answers)]
  const catalog = await makeCatalog(release, disclosures, rows, files)
  const catalogBytes = new TextEncoder().encode(`${JSON.stringify(catalog, null, 1)}\n`)
  return { disclosures, rows, catalog, files: [{ path: 'catalog.json', bytes: catalogBytes }, ...files] }
}

function parquetFiles(rows: Snapshot): SnapshotFile[] {
  return tableNames.map((table) => ({
    path: `${table}.parquet`,
    bytes: writeParquet(table, rows[table]),
    rows: rows[table].length,
  }))
}

function extractionFiles(disclosures: readonly Disclosure[]): SnapshotFile[] {
  return disclosures.map(({ id, extraction }) => ({
    path: `extractions/${id}.json`,
    bytes: json(extraction),
  }))
}

async function answerAll(
  rows: Snapshot,
  open: OpenRows,
  queries: readonly Query[],
): Promise<Map<string, AnswersFile['answers']>> {
  const cells = byDocument(rows.cells)
  const answers = new Map<string, AnswersFile['answers']>()
  const source = await open(rows)
  try {
    for (const document of rows.documents) {
      const id = document.document_id
      answers.set(id, await answersOf(document, cells.get(id) ?? [], queries, source))
    }
  } finally {
    await source.close()
  }
  return answers
}

function answerFiles(release: string, answers: Map<string, AnswersFile['answers']>): SnapshotFile[] {
  return [...answers].map(([id, ofDocument]) => {
    const file: AnswersFile = { schema: answersSchema, release, document_id: id, answers: ofDocument }
    return { path: `answers/${id}.json`, bytes: json(file) }
  })
}

/** The first 12 hexadecimal digits of a SHA-256 over the paths and hashes of the files: equal contents, equal release. */
async function releaseOf(files: readonly SnapshotFile[]): Promise<string> {
  const hashes = await Promise.all(files.map(async ({ path, bytes }) => `${path} ${await sha256(bytes)}\n`))
  return (await sha256(new TextEncoder().encode(hashes.join('')))).slice(0, 12)
}

function json(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value))
}
