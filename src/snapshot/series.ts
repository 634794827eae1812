import type { SnapshotRow } from '../db/schema'
import type { PrecomputableDocument } from '../db/query'

type Series = PrecomputableDocument['series'][number]

/** Every (table, scheme, measure, fund, stage) of a document that holds an amount, sorted: what its breakdowns can be asked for. */
export function seriesOfDocument(cells: readonly SnapshotRow<'cells'>[]): Series[] {
  const held = new Map<string, Series>()
  for (const { table_no, scheme, measure, fund, amount_stage, amount_fen } of cells) {
    if (amount_fen === null || scheme === null || measure === null || fund === null) continue
    const series = { table: table_no, scheme, measure, fund, stage: amount_stage }
    held.set(Object.values(series).join(' '), series)
  }
  return [...held].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, series]) => series)
}
