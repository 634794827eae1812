import { defineQuery, integer, oneOf, orNull, text, type RowOf } from '../db/query'

/** A document with the files it was read from, one row per file. */
export const documentSources = defineQuery({
  name: 'document-sources',
  keys: ['document'],
  sql: (of) => `
    SELECT ${of.first('d.document_id')}d.title, d.unit_name AS "unitName", d.unit_code AS "unitCode", d.unit_kind AS "unitKind",
           d.fiscal_year AS "year", d.stage, d.declared_unit AS "declaredUnit", d.region_code AS "regionCode", s.file, s.sha256, s.media_type AS "mediaType", s.url
    FROM documents d JOIN sources s ON s.document_id = d.document_id
    WHERE ${of.is('d.document_id')} ORDER BY ${of.first('d.document_id')}s.source_no`,
  bind: (p: { document: string }) => [p.document],
  row: {
    title: text,
    unitName: text,
    unitCode: orNull(text),
    unitKind: oneOf('department', 'unit'),
    year: integer,
    stage: oneOf('budget', 'final'),
    declaredUnit: oneOf('元', '万元', '亿元'),
    regionCode: orNull(text),
    file: text,
    sha256: text,
    mediaType: text,
    url: orNull(text),
  },
  precomputed: ({ document }) => [{ document }],
})

export type DocumentSource = RowOf<typeof documentSources>
