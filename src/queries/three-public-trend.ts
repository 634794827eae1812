import { defineQuery, integer, money, oneOf, orNull, text, type RowOf } from '../db/query'

/**
 * 三公经费 by item, year and stage, as one document tells them: from its table, from its text where the table is blank,
 * and the earlier years it implies (derived, with bounds). One row per item, year and stage; 元.
 */
export const threePublicTrend = defineQuery({
  name: 'three-public-trend',
  sql: `SELECT 1`,
  bind: (p: { document: string }) => [p.document],
  row: {
    item: oneOf('total', 'abroad', 'vehicle', 'vehicle_purchase', 'vehicle_running', 'reception'),
    year: integer,
    stage: oneOf('budget', 'adjusted', 'final'),
    amount: orNull(money),
    low: orNull(money),
    high: orNull(money),
    basis: oneOf('published', 'text', 'derived'),
    state: oneOf('value', 'zero', 'blank', 'declared_empty', 'unreadable'),
    formula: orNull(text),
    quote: orNull(text),
    tableNo: orNull(integer),
    rowNo: orNull(integer),
    colNo: orNull(integer),
    factNo: orNull(integer),
  },
  precomputed: ({ document }) => [{ document }],
})

export type ThreePublicPoint = RowOf<typeof threePublicTrend>
