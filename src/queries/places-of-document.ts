import { defineQuery, text, type RowOf } from '../db/query'

/** Where a document's unit is, from the province down (GB/T 2260). One row per level; none when the place is unknown. */
export const placesOfDocument = defineQuery({
  name: 'places-of-document',
  keys: ['document'],
  sql: (of) => `
    WITH RECURSIVE places AS (
      SELECT d.document_id, r.region_code, r.name, r.level, r.parent
      FROM documents d JOIN regions r ON r.region_code = d.region_code WHERE ${of.is('d.document_id')}
      UNION
      SELECT p.document_id, r.region_code, r.name, r.level, r.parent FROM places p JOIN regions r ON r.region_code = p.parent
    )
    SELECT ${of.first('document_id')}region_code AS code, name, level FROM places ORDER BY ${of.first('document_id')}region_code`,
  bind: (p: { document: string }) => [p.document],
  row: { code: text, name: text, level: text },
  precomputed: ({ document }) => [{ document }],
})

export type Place = RowOf<typeof placesOfDocument>
