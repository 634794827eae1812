import { decimal, defineQuery, integer, money, oneOf, orNull, text, type RowOf } from '../db/query'

/** Every figure a document states in prose or that is derived from it, with its quote; 元 for amounts, plain decimals for the rest. */
export const factsOfDocument = defineQuery({
  name: 'facts-of-document',
  keys: ['document'],
  sql: (of) => `
    SELECT ${of.first('document_id')}fact_no AS "factNo", fiscal_year AS "year", stage, basis, key, subject, label, base, scheme, code, measure,
           amount_fen AS amount, low_fen AS low, high_fen AS high, number, unit, formula, inputs, printed, quote, locator
    FROM facts WHERE ${of.is('document_id')} ORDER BY ${of.first('document_id')}fact_no`,
  bind: (p: { document: string }) => [p.document],
  row: {
    factNo: integer,
    year: integer,
    stage: oneOf('budget', 'adjusted', 'final'),
    basis: oneOf('text', 'derived'),
    key: oneOf('amount', 'change', 'change_rate', 'completion_rate', 'share', 'count', 'score', 'coverage'),
    subject: text,
    label: text,
    base: orNull(oneOf('prior_year', 'initial', 'adjusted')),
    scheme: orNull(text),
    code: orNull(text),
    measure: orNull(text),
    amount: orNull(money),
    low: orNull(money),
    high: orNull(money),
    number: orNull(decimal),
    unit: text,
    formula: orNull(text),
    inputs: orNull(text),
    printed: text,
    quote: text,
    locator: text,
  },
  precomputed: ({ document }) => [{ document }],
})

export type FactRow = RowOf<typeof factsOfDocument>
