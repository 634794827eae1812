import { defineQuery, integer, oneOf, orNull, text } from '../db/query'

/**
 * Words of a document that pages quote: reasons (主要原因), names, notes; one row per statement, in reading order. Contents,
 * headings, lists, definitions and gaps are for rules alone.
 */
export const statementsOfDocument = defineQuery({
  name: 'statements-of-document',
  sql: `
    SELECT statement_no AS "statementNo", kind, subject, year, words
    FROM statements WHERE document_id = ? AND kind IN ('reason', 'name', 'note') ORDER BY statement_no`,
  bind: (p: { document: string }) => [p.document],
  row: {
    statementNo: integer,
    kind: oneOf('reason', 'name', 'note'),
    subject: orNull(text),
    year: orNull(integer),
    words: text,
  },
  precomputed: ({ document }) => [{ document }],
})
