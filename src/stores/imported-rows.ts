import { importedTables, type ImportedRows } from '../db/schema'

/** Rows without those of some documents; no rows at all when none are given. */
export function withoutDocuments(rows?: ImportedRows, documents: readonly string[] = []): ImportedRows {
  const kept = importedTables.map((table) => [
    table,
    (rows?.[table] ?? []).filter((row) => !('document_id' in row && documents.includes(row.document_id))),
  ])
  return Object.fromEntries(kept) as ImportedRows
}
