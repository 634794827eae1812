import { importedTables, type ImportedRows, type Snapshot } from '../db/schema'
import type { ReadFile, Shelf } from '../ingest/join-files'
import { joinFiles } from '../ingest/join-files'
import type { Extraction } from '../model/extraction'
import type { Registry } from '../reference/registry'
import { byDocument } from '../snapshot/by-document'
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
  const disclosures = identified.map((disclosure) => ({ ...disclosure, id: importedId(disclosure.id) }))
  const rows = snapshotRows(disclosures, registry)
  const cells = byDocument(rows.cells)
  const documents = catalogDocuments(disclosures, rows)
  return {
    disclosures: disclosures.map(({ id, extraction }, index): ReadDisclosure => ({
      document: documents[index]!,
      files: extraction.sources.flatMap(({ sha256 }) => numbersOf(sha256)),
      extraction,
      counts: countTables(extraction, cells.get(id) ?? []).map(({ codes, amounts }) => ({ codes, amounts })),
      problems: [...tooFineAmounts(extraction), ...extraction.problems],
    })),
    unplaced,
    rows: importedRows(rows, disclosures, registry),
  }
}

/** An id of its own for a disclosure that the reader's files tell of: the shipped one of the same unit, year and stage keeps its id. */
function importedId(id: string): string {
  return `import-${id}`
}

/** The rows without those that the snapshot has: codes, places, and the units that the registry knows. */
function importedRows(rows: Snapshot, disclosures: readonly Disclosure[], registry: Registry): ImportedRows {
  const known = new Set(registry.units.map(({ id }) => id))
  const own = new Set(disclosures.map(({ unit }) => unit.id).filter((id) => !known.has(id)))
  const units = rows.units.filter(({ unit_id }) => own.has(unit_id))
  return Object.fromEntries(
    importedTables.map((table) => [table, table === 'units' ? units : rows[table]]),
  ) as unknown as ImportedRows
}
