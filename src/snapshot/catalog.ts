import { snapshotSchema, type Catalog, type CatalogDocument, type CatalogFile } from '../db/catalog'
import { sha256 } from '../model/sha256'
import type { Disclosure } from './identify'
import { countMarks } from './marks'
import type { DisclosureTables } from './rows'

/** A file of a snapshot, its path relative to the snapshot's folder. */
export interface SnapshotFile {
  path: string
  bytes: Uint8Array
  /** How many rows it has, where it is a table. */
  rows?: number
}

/**
 * What the catalog says of a disclosure. A unit goes by the name that the registry keeps for it; the name that a document
 * prints stands in its own row.
 */
export function catalogDocument(
  { id, unit, regionCode, extraction: { document } }: Disclosure,
  { cells, findings, operands }: DisclosureTables,
): CatalogDocument {
  return {
    id,
    unit_id: unit.id,
    unit_name: unit.name,
    region_code: regionCode,
    fiscal_year: document.fiscalYear,
    stage: document.stage,
    unit_kind: document.unitKind,
    cells: cells.length,
    findings: countMarks(findings, operands),
  }
}

/** A file as the catalog lists it. */
export async function seal({ path, bytes, rows }: SnapshotFile): Promise<CatalogFile> {
  return { path, bytes: bytes.length, ...(rows === undefined ? {} : { rows }), sha256: await sha256(bytes) }
}

/** The catalog as the file that is written. */
export function catalogFile(
  release: string,
  documents: CatalogDocument[],
  files: CatalogFile[],
): { catalog: Catalog; file: SnapshotFile } {
  const catalog: Catalog = { schema: snapshotSchema, release, documents, files }
  const bytes = new TextEncoder().encode(`${JSON.stringify(catalog, null, 1)}\n`)
  return { catalog, file: { path: 'catalog.json', bytes } }
}
