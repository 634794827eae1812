import type { ImportedRows } from '../db/schema'
import { breath } from '../ingest/breath'
import type { FileReading } from '../ingest/file-reading'
import type { ReadFile } from '../ingest/join-files'
import { joinFiles } from '../ingest/join-files'
import type { Extraction } from '../model/extraction'
import type { Shelf } from '../model/shelf'
import type { Registry } from '../reference/registry'
import type { Unit } from '../reference/units'
import { catalogDocument } from '../snapshot/catalog'
import { identify } from '../snapshot/identify'
import { disclosureRows, joined, nameRows, type DisclosureTables } from '../snapshot/rows'
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
  shelf: Shelf<FileReading>,
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
  const parts: DisclosureTables[] = []
  for (const disclosure of disclosures) {
    await breath()
    parts.push(disclosureRows(disclosure, registry.codes))
  }
  return {
    disclosures: disclosures.map((disclosure, index): ReadDisclosure => {
      const { extraction } = disclosure
      const rows = parts[index]!
      return {
        document: catalogDocument(disclosure, rows),
        files: extraction.sources.flatMap(({ sha256 }) => numbersOf(sha256)),
        extraction,
        counts: countTables(extraction, rows.cells).map(({ codes, amounts }) => ({ codes, amounts })),
        problems: [...tooFineAmounts(extraction), ...extraction.problems],
      }
    }),
    unplaced,
    rows: importedRows(
      joined(parts),
      disclosures.map(({ unit }) => unit),
      registry,
    ),
  }
}

/** An id of its own for a disclosure that the reader's files tell of: the shipped one of the same unit, year and stage keeps its id. */
function importedId(id: string): string {
  return `import-${id}`
}

/** The rows without those that the snapshot has: codes, places, and the units that the registry knows. */
function importedRows(rows: DisclosureTables, units: readonly Unit[], registry: Registry): ImportedRows {
  const known = new Set(registry.units.map(({ id }) => id))
  const own = nameRows(units, registry).units.filter(({ unit_id }) => !known.has(unit_id))
  return { ...rows, units: own }
}
