import { decimal, defineQuery, orNull, text, type RowOf } from '../db/query'

/** 团组, 人次, 批次, 人数, 车辆 beside 三公 amounts, as the text states them. One row per subject. */
export const threePublicCounts = defineQuery({
  name: 'three-public-counts',
  sql: `SELECT 1`,
  bind: (p: { document: string }) => [p.document],
  row: {
    /** abroad.groups, abroad.people, reception.domestic.batches, reception.domestic.people, reception.foreign.batches, reception.foreign.people, vehicles.bought, vehicles.kept. */
    subject: text,
    label: text,
    number: decimal,
    unit: text,
    quote: orNull(text),
  },
  precomputed: ({ document }) => [{ document }],
})

export type ThreePublicCount = RowOf<typeof threePublicCounts>
