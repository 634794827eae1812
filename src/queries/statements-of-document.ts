import { defineQuery, integer, oneOf, orNull, text } from '../db/query'

/**
 * Words of a document that pages quote: reasons (主要原因), names, notes; one row per statement, in reading order. Contents,
 * headings, lists, definitions and gaps are for rules alone.
 */
export const statementsOfDocument = defineQuery({
  name: 'statements-of-document',
  keys: ['document'],
  sql: (of) => `
    SELECT ${of.first('document_id')}statement_no AS "statementNo", kind, subject, year, words
    FROM statements WHERE ${of.is('document_id')} AND kind IN ('reason', 'name', 'note') ORDER BY ${of.first('document_id')}statement_no`,
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
