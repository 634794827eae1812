import { defineQuery, flag, integer, oneOf, orNull, text, type RowOf } from '../db/query'

/**
 * The tables of a document with what the checks found in each: the worst root finding whose operands lie in the table.
 * One row per table, in reading order. A table with a shift (错行) must not be drawn as if it were sound; the table
 * that bears witness to a shift is not marked by it.
 * Worst first: shift, violation of the document against itself, other violation, 口径, 尾差, undecidable, ok, note.
 */
export const tableVerdicts = defineQuery({
  name: 'table-verdicts',
  keys: ['document'],
  sql: (of) => `
    WITH doc AS (SELECT document_id FROM documents WHERE ${of.is('document_id')}),
    found AS (
      SELECT doc.document_id, o.table_no, f.finding_no, f.outcome, f.kind, f.rule_id, f.message, f.reading,
             CASE
               WHEN f.outcome = 'violation' AND f.kind = 'shift' THEN 1
               WHEN f.outcome = 'violation' AND f.kind = 'scope' THEN 4
               WHEN f.outcome = 'violation' AND f.severity = 'error' THEN 2
               WHEN f.outcome = 'violation' THEN 3
               WHEN f.outcome = 'tail' THEN 5
               WHEN f.outcome = 'undecidable' THEN 6
               WHEN f.outcome = 'ok' THEN 7
               WHEN f.outcome = 'note' THEN 8
               ELSE 9
             END AS rank
      FROM doc JOIN findings f ON f.document_id = doc.document_id
      JOIN operands o ON o.document_id = f.document_id AND o.finding_no = f.finding_no
      WHERE f.cause IS NULL AND o.source_document_id = doc.document_id
        AND (f.kind IS DISTINCT FROM 'shift' OR o.side = 'left')
    ),
    worst AS (
      SELECT found.*, row_number() OVER (PARTITION BY document_id, table_no ORDER BY rank, finding_no) AS place
      FROM found
    )
    SELECT ${of.first('doc.document_id')}t.table_no AS "tableNo", t.form, t.title, t.form_code AS "formCode", t.unit, t.empty, t.empty_note AS "emptyNote",
           t.page, w.outcome, w.kind, w.rule_id AS "rule", w.message, w.reading
    FROM doc JOIN tables t ON t.document_id = doc.document_id
    LEFT JOIN worst w ON w.document_id = doc.document_id AND w.table_no = t.table_no AND w.place = 1
    ORDER BY ${of.first('doc.document_id')}t.table_no`,
  bind: (p: { document: string }) => [p.document],
  row: {
    tableNo: integer,
    form: text,
    title: text,
    formCode: orNull(text),
    unit: orNull(text),
    empty: flag,
    emptyNote: orNull(text),
    page: orNull(integer),
    /** Worst outcome of a root finding in the table, null when no rule applied. */
    outcome: orNull(oneOf('ok', 'tail', 'violation', 'note', 'not-applicable', 'undecidable')),
    kind: orNull(oneOf('scope', 'shift', 'unit-slip', 'missing', 'repeat', 'year')),
    rule: orNull(text),
    message: orNull(text),
    reading: orNull(text),
  },
  precomputed: ({ document }) => [{ document }],
})

export type TableVerdict = RowOf<typeof tableVerdicts>
