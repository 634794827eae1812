import { Exact } from '../../model/money'
import type { Comparison, Lane } from './compare'

/** 次序: as printed, by 决算, by the size of the deviation, by completion rate; each from large to small. */
export type Order = 'printed' | 'amount' | 'deviation' | 'rate'

const lanes: Lane[] = ['unbudgeted', 'no-base', 'unspent', 'nothing', 'neither']

/** Rows with both figures in the order asked for, then the lanes, each by its amount; rows that tie stay as printed. */
export function sortComparisons(comparisons: Comparison[], order: Order): Comparison[] {
  const compared = comparisons.filter((c) => c.lane === null)
  const sorted = order === 'printed' ? compared : descending(compared, (c) => sizeOf(c, order))
  return [
    ...sorted,
    ...lanes.flatMap((lane) => {
      const rows = comparisons.filter((c) => c.lane === lane)
      return order === 'printed' ? rows : descending(rows, (c) => sizeOf(c, 'amount'))
    }),
  ]
}

function sizeOf({ row, deviation, rate }: Comparison, order: Order) {
  if (order === 'deviation') return deviation?.amount.abs() ?? new Exact(-1)
  if (order === 'rate') return rate?.percent ?? new Exact('-1e12')
  return row.final ?? row.budget ?? new Exact(0)
}

function descending(comparisons: Comparison[], size: (c: Comparison) => ReturnType<typeof sizeOf>) {
  return [...comparisons].sort((a, b) => size(b).comparedTo(size(a)) || a.index - b.index)
}
