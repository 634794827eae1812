import { defineQuery, oneOf, text, type RowOf } from '../db/query'

/**
 * The department (部门) that a document's unit belongs to, and the units (预算单位) that belong to it: what a department
 * discloses contains what its units disclose, so that the two are never added. One row per unit, the department first.
 */
export const kinOfDocument = defineQuery({
  name: 'kin-of-document',
  keys: ['document'],
  sql: (of) => `
    WITH own AS (
      SELECT d.document_id, u.unit_id, u.parent FROM documents d JOIN units u ON u.unit_id = d.unit_id WHERE ${of.is('d.document_id')}
    )
    SELECT ${of.first('own.document_id')}u.unit_id AS unit, u.name, 'department' AS kin FROM own JOIN units u ON u.unit_id = own.parent
    UNION ALL
    SELECT ${of.first('own.document_id')}u.unit_id, u.name, 'part' FROM own JOIN units u ON u.parent = own.unit_id
    ORDER BY ${of.first('document_id')}kin, unit`,
  bind: (p: { document: string }) => [p.document],
  row: { unit: text, name: text, kin: oneOf('department', 'part') },
  precomputed: ({ document }) => [{ document }],
})

export type Kin = RowOf<typeof kinOfDocument>
