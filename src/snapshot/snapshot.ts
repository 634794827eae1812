import { answersSchema, type AnswersFile } from '../db/answers'
import type { Catalog, CatalogDocument, CatalogFile } from '../db/catalog'
import type { Query } from '../db/query'
import { tableNames, type Snapshot, type TableName } from '../db/schema'
import type { Extraction } from '../model/extraction'
import { sha256 } from '../model/sha256'
import type { Shelf } from '../model/shelf'
import { allQueries } from '../queries/all'
import type { Registry } from '../reference/registry'
import type { Unit } from '../reference/units'
import { answersOf, type AnswerSource } from './answers'
import { catalogDocument, catalogFile, seal, type SnapshotFile } from './catalog'
import { nameOf, withIds, type Disclosure, type Named } from './identify'
import { Lanes } from './lanes'
import { ParquetTable } from './parquet'
import { disclosureRows, joined, nameRows, type DisclosureTables, type NameTables } from './rows'

/** Opens rows in a database that answers queries; closed again when the answers are there. */
export type OpenRows = (rows: Snapshot) => Promise<AnswerSource & { close(): Promise<void> }>

/** What the building of a snapshot works with. None of it needs memory for more than some disclosures at a time. */
export interface SnapshotWork {
  open: OpenRows
  /** Where disclosures wait, as JSON, until all are named, and answers until the release is known. */
  extractions: Shelf<string>
  answers: Shelf<string>
  /** Takes each file of the snapshot, catalog.json last; paths are relative to the snapshot's folder. */
  write: (file: SnapshotFile) => Promise<void>
  /** Is told of each disclosure in order of id, once its rows are there. */
  onDisclosure?: (disclosure: Disclosure, rows: DisclosureTables) => void
  queries?: readonly Query[]
}

/** A disclosure that waits on the shelf. */
type Waiting = Named & { hash: string }

/** Disclosures whose questions are asked together, in one database: planning a question costs more than a few answers. */
const batchSize = 32
/** Databases that answer at a time, beside the work of this thread. */
const databases = 2

/**
 * Builds a snapshot (mingzhang-snapshot/1) of exactly these disclosures. Equal disclosures give equal bytes, in whatever order.
 * @throws RevisionClash when two different extractions claim to be the same revision of one disclosure
 */
export async function buildSnapshot(
  extractions: AsyncIterable<Extraction> | Iterable<Extraction>,
  registry: Registry,
  work: SnapshotWork,
): Promise<Catalog> {
  const waiting = withIds(await shelve(extractions, registry, work.extractions))
  const names = nameRows(distinctUnits(waiting), registry)
  const tables = new Map(tableNames.map((name) => [name, new ParquetTable(name)]))
  addRows(tables, names)
  const lanes = new Lanes(databases)
  const documents: CatalogDocument[] = []
  const kept: CatalogFile[] = []
  try {
    for (const batch of inBatches(waiting)) {
      const texts = await Promise.all(batch.map(({ hash }) => work.extractions.take(hash)))
      const written: Promise<CatalogFile>[] = []
      const parts = batch.map((one, index) => {
        const disclosure = { ...one, extraction: JSON.parse(texts[index]!) as Extraction }
        const rows = disclosureRows(disclosure, registry.codes)
        written.push(writeExtraction(one, texts[index]!, work))
        documents.push(catalogDocument(disclosure, rows))
        work.onDisclosure?.(disclosure, rows)
        return rows
      })
      const rows = joined(parts)
      addRows(tables, rows)
      await lanes.begin(() => answerAll({ ...rows, ...namesNear(batch, names) }, parts, work))
      kept.push(...(await Promise.all(written)))
    }
  } finally {
    await lanes.end()
  }
  const files = [...(await writeTables(tables, work)), ...kept]
  const ids = documents.map(({ id }) => id)
  const { release, answers } = await writeAnswers(ids, files, work)
  const { catalog, file } = catalogFile(release, documents, [...files, ...answers])
  await work.write(file)
  return catalog
}

function addRows(tables: Map<TableName, ParquetTable>, rows: Partial<Snapshot>): void {
  for (const [name, of] of Object.entries(rows)) tables.get(name as TableName)!.add(of)
}

async function writeExtraction(
  { id, hash }: Waiting & { id: string },
  text: string,
  work: SnapshotWork,
): Promise<CatalogFile> {
  const file = { path: `extractions/${id}.json`, bytes: encoded(text) }
  await work.write(file)
  return { path: file.path, bytes: file.bytes.length, sha256: hash }
}

async function writeTables(tables: Map<TableName, ParquetTable>, work: SnapshotWork): Promise<CatalogFile[]> {
  const sealed: CatalogFile[] = []
  for (const [name, table] of tables) {
    const file = { path: `${name}.parquet`, bytes: table.close(), rows: table.rows }
    await work.write(file)
    sealed.push(await seal(file))
  }
  return sealed
}

/** Puts every disclosure on the shelf under the hash of its text, each once, and keeps what names it. */
async function shelve(
  extractions: AsyncIterable<Extraction> | Iterable<Extraction>,
  registry: Registry,
  shelf: Shelf<string>,
): Promise<Waiting[]> {
  const waiting = new Map<string, Waiting>()
  let put = Promise.resolve()
  for await (const extraction of extractions) {
    const text = JSON.stringify(extraction)
    const hash = await sha256(encoded(text))
    if (waiting.has(hash)) continue
    await put
    put = shelf.put(hash, text)
    waiting.set(hash, { ...(await nameOf(extraction, registry)), hash })
  }
  await put
  return [...waiting.values()]
}

function distinctUnits(named: readonly Named[]): Unit[] {
  return [...new Map(named.map(({ unit }) => [unit.id, unit])).values()]
}

function inBatches<T>(all: readonly T[]): T[][] {
  const count = Math.ceil(all.length / batchSize)
  return Array.from({ length: count }, (_, i) => all.slice(i * batchSize, (i + 1) * batchSize))
}

/** Names of the provinces that some disclosures are of: all that their questions can ask for. */
function namesNear(batch: readonly Named[], { codes, regions, units }: NameTables): NameTables {
  const provinces = new Set(batch.map(({ regionCode }) => regionCode?.slice(0, 2)))
  return {
    codes,
    units,
    regions: regions.filter(({ region_code }) => provinces.has(region_code.slice(0, 2))),
  }
}

async function answerAll(
  rows: DisclosureTables & NameTables,
  parts: readonly DisclosureTables[],
  { open, answers, queries = allQueries }: SnapshotWork,
): Promise<void> {
  const source = await open(rows)
  try {
    const asked = parts.map(({ documents, cells }) => ({ document: documents[0]!, cells }))
    for (const [index, answered] of (await answersOf(asked, queries, source)).entries())
      await answers.put(asked[index]!.document.document_id, JSON.stringify(answered))
  } finally {
    await source.close()
  }
}

/**
 * Writes the answers of each document with the release: the first 12 hexadecimal digits of a SHA-256 over the paths and hashes
 * of all files, the answers still without it. Equal contents, equal release.
 */
async function writeAnswers(
  ids: readonly string[],
  files: readonly CatalogFile[],
  work: SnapshotWork,
): Promise<{ release: string; answers: CatalogFile[] }> {
  const fileOf = async (id: string, release: string): Promise<SnapshotFile> => {
    const head: Omit<AnswersFile, 'answers'> = { schema: answersSchema, release, document_id: id }
    const text = `${JSON.stringify(head).slice(0, -1)},"answers":${await work.answers.take(id)}}`
    return { path: `answers/${id}.json`, bytes: encoded(text) }
  }
  const lines = files.map(lineOf)
  for (const id of ids) lines.push(lineOf(await seal(await fileOf(id, ''))))
  const release = (await sha256(encoded(lines.join('')))).slice(0, 12)
  const answers: CatalogFile[] = []
  for (const id of ids) {
    const file = await fileOf(id, release)
    answers.push(await seal(file))
    await work.write(file)
  }
  return { release, answers }
}

function lineOf({ path, sha256: hash }: CatalogFile): string {
  return `${path} ${hash}\n`
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
