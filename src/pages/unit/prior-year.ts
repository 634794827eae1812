import type { HeadlineRow } from '../../queries/headline'
import type { HeldDocument } from '../../stores/catalog.svelte'

/** The unit's document of the year before and of the same stage, where it is here: imported beside imported, shipped beside shipped. */
export function documentBefore(
  documents: readonly HeldDocument[],
  { fiscal_year, stage, imported }: HeldDocument,
): HeldDocument | null {
  return (
    documents.find(
      (d) => d.fiscal_year === fiscal_year - 1 && d.stage === stage && d.imported === imported,
    ) ?? null
  )
}

/** The first year whose 机关运行经费 means 公用经费 alone everywhere; before, some units counted project money in. */
const operatingCostDefined = 2018

/**
 * The headline with last year's figures from the document of that year, where this document says nothing of them or they are
 * only derived from it. 机关运行经费 of before 2018 is left out: its definition changed.
 */
export function withYearBefore(
  rows: readonly HeadlineRow[],
  before: readonly HeadlineRow[],
  year: number,
): HeadlineRow[] {
  return rows.map((row) => {
    if (row.amount === null || row.change !== null) return row
    if (row.prior !== null && row.priorBasis !== 'derived') return row
    if (row.item === 'operating_cost' && year - 1 < operatingCostDefined) return row
    const last = before.find(({ item }) => item === row.item)
    if (!last?.amount || last.basis === 'derived') return row
    return { ...row, prior: last.amount, priorBasis: last.basis, priorLow: null, priorHigh: null }
  })
}
