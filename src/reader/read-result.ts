import { importedTables, type ImportedRows } from '../db/schema'
import { breath } from '../ingest/breath'
import type { ReadFile, Shelf } from '../ingest/join-files'
import { joinFiles } from '../ingest/join-files'
import type { Extraction } from '../model/extraction'
import type { Registry } from '../reference/registry'
import { catalogDocuments } from '../snapshot/catalog'
import { identify, type Disclosure } from '../snapshot/identify'
import { snapshotRows } from '../snapshot/rows'
import { countTables } from '../snapshot/table-counts'
import { tooFineAmounts } from '../snapshot/too-fine'
import type { ReadDisclosure, Reading } from './messages'
import { refusalOf } from './refusal'

/** A dropped file that has been read. */
export interface DroppedFile {
  no: number
  read: ReadFile
}

/** Joins dropped files into disclosures, checks them and writes their rows. Files that are no disclosure are named, the others go on. */
export async function readingOf(
  files: readonly DroppedFile[],
  registry: Registry,
  shelf: Shelf,
): Promise<Reading> {
  const unplaced: Reading['unplaced'] = []
  const numbersOf = (sha256: string): number[] =>
    files.filter(({ read }) => read.sha256 === sha256).map(({ no }) => no)
  const onFailure = ({ sha256 }: ReadFile, cause: unknown): void => {
    const refusal = refusalOf(cause)
    const reason = refusal.reason === 'fault' ? 'fault' : 'no-disclosure'
    for (const no of numbersOf(sha256)) unplaced.push({ no, refusal: { ...refusal, reason } })
  }
  const distinct = [...new Map(files.map(({ read }) => [read.sha256, read])).values()]
  const extractions: Extraction[] = []
  for await (const extraction of joinFiles(distinct, registry, shelf, { onFailure }))
    extractions.push(extraction)
  const identified = await identify(extractions, registry)
  const disclosures: ReadDisclosure[] = []
  let rows = noRows()
  for (const one of identified) {
    await breath()
    const disclosure = { ...one, id: importedId(one.id) }
    const own = importedRows(disclosure, registry)
    rows = joined(rows, own)
    disclosures.push(readDisclosure(disclosure, own, numbersOf))
  }
  return { disclosures, unplaced, rows }
}

function readDisclosure(
  disclosure: Disclosure,
  rows: ImportedRows,
  numbersOf: (sha256: string) => number[],
): ReadDisclosure {
  const { extraction } = disclosure
  return {
    document: catalogDocuments([disclosure], rows)[0]!,
    files: extraction.sources.flatMap(({ sha256 }) => numbersOf(sha256)),
    extraction,
    counts: countTables(extraction, rows.cells).map(({ codes, amounts }) => ({ codes, amounts })),
    problems: [...tooFineAmounts(extraction), ...extraction.problems],
  }
}

/** An id of its own for a disclosure that the reader's files tell of: the shipped one of the same unit, year and stage keeps its id. */
function importedId(id: string): string {
  return `import-${id}`
}

/** The rows of a disclosure without those that the snapshot has: codes, places, and a unit that the registry knows. */
function importedRows(disclosure: Disclosure, registry: Registry): ImportedRows {
  const rows = snapshotRows([disclosure], registry)
  const { id } = disclosure.unit
  const isKnown = registry.units.some((unit) => unit.id === id)
  const units = isKnown ? [] : rows.units.filter((row) => row.unit_id === id)
  return mapTables((table) => (table === 'units' ? units : rows[table]))
}

function noRows(): ImportedRows {
  return mapTables(() => [])
}

/** The rows of both; a unit counts once. */
function joined(one: ImportedRows, other: ImportedRows): ImportedRows {
  const known = new Set(one.units.map(({ unit_id }) => unit_id))
  const units = other.units.filter(({ unit_id }) => !known.has(unit_id))
  return mapTables((table) => [...one[table], ...(table === 'units' ? units : other[table])])
}

function mapTables(rowsOf: (table: (typeof importedTables)[number]) => object[]): ImportedRows {
  return Object.fromEntries(importedTables.map((table) => [table, rowsOf(table)])) as unknown as ImportedRows
}
