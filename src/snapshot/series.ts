import type { SnapshotRow } from '../db/schema'
import type { PrecomputableDocument } from '../db/query'

type Series = PrecomputableDocument['series'][number]

/** What the pages draw along a classification: whole amounts, and basic and project spending; not each source or change. */
const drawn = new Set(['total', 'basic', 'project'])

/**
 * Every (table, scheme, measure, fund, stage) of a document that holds an amount of a code or a source and can be drawn,
 * sorted: what its breakdowns are asked for before the engine is there.
 */
export function seriesOfDocument(cells: readonly SnapshotRow<'cells'>[]): Series[] {
  const held = new Map<string, Series>()
  for (const { table_no, scheme, code, measure, fund, amount_stage, amount_fen } of cells) {
    if (amount_fen === null || scheme === null || measure === null || fund === null) continue
    if (!drawn.has(measure) || (code === null && scheme !== 'income')) continue
    const series = { table: table_no, scheme, measure, fund, stage: amount_stage }
    held.set(Object.values(series).join(' '), series)
  }
  return [...held].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, series]) => series)
}
