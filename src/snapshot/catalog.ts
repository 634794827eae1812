import { snapshotSchema, type Catalog, type CatalogDocument, type CatalogFile } from '../db/catalog'
import type { Snapshot } from '../db/schema'
import { sha256 } from '../model/sha256'
import { byDocument } from './by-document'
import type { Disclosure } from './identify'
import { countMarks } from './marks'

/** A file of a snapshot, its path relative to the snapshot's folder. */
export interface SnapshotFile {
  path: string
  bytes: Uint8Array
  /** How many rows it has, where it is a table. */
  rows?: number
}

/**
 * The catalog of a snapshot. A unit goes by the name that the registry keeps for it; the name that a document prints stands in
 * its own row.
 */
export async function makeCatalog(
  release: string,
  disclosures: readonly Disclosure[],
  rows: Snapshot,
  files: readonly SnapshotFile[],
): Promise<Catalog> {
  return {
    schema: snapshotSchema,
    release,
    documents: catalogDocuments(disclosures, rows),
    files: await Promise.all(files.map(seal)),
  }
}

/** The entries of disclosures in a catalog, with what their rows hold. */
export function catalogDocuments(
  disclosures: readonly Disclosure[],
  rows: Pick<Snapshot, 'cells' | 'findings' | 'operands'>,
): CatalogDocument[] {
  const cells = byDocument(rows.cells)
  const findings = byDocument(rows.findings)
  const operands = byDocument(rows.operands)
  return disclosures.map(({ id, unit, regionCode, extraction: { document } }) => ({
    id,
    unit_id: unit.id,
    unit_name: unit.name,
    region_code: regionCode,
    fiscal_year: document.fiscalYear,
    stage: document.stage,
    unit_kind: document.unitKind,
    cells: cells.get(id)?.length ?? 0,
    findings: countMarks(findings.get(id) ?? [], operands.get(id) ?? []),
  }))
}

async function seal({ path, bytes, rows }: SnapshotFile): Promise<CatalogFile> {
  return { path, bytes: bytes.length, ...(rows === undefined ? {} : { rows }), sha256: await sha256(bytes) }
}
