import { defineQuery, flag, integer, oneOf, orNull, text, type RowOf } from '../db/query'

/**
 * The tables of a document with what the checks found in each: the worst root finding whose operands lie in the table.
 * One row per table, in reading order. A table with a shift (错行) must not be drawn as if it were sound.
 */
export const tableVerdicts = defineQuery({
  name: 'table-verdicts',
  sql: `SELECT 1`,
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
