import type Decimal from 'decimal.js'
import { Exact } from '../../model/money'
import type { CellState } from '../../model/vocabulary'

/** A count that the text states: 团组, 人次, 批次, 人数, 辆. */
export interface ThreePublicCount {
  /** abroad.groups, reception.domestic.people, vehicles.kept … */
  subject: string
  number: Decimal
}

/** An amount that such counts were spent on, 元; null where the document does not tell it. */
export interface CountAmount {
  /** reception.domestic, reception.foreign, three_public.vehicle_running, three_public.vehicle_purchase, three_public.abroad. */
  subject: string
  amount: Decimal | null
  basis: 'published' | 'text' | 'derived'
  /** Why there is no amount, where a cell says so. */
  state?: CellState
}

export type CountUnit = 'groups' | 'trips' | 'batches' | 'people' | 'vehicles'
export type CountRowId = 'domestic' | 'foreign' | 'kept' | 'bought' | 'abroad'

export interface CountRow {
  id: CountRowId
  counts: { number: Decimal; unit: CountUnit }[]
  amount: CountAmount | null
  /** Amount ÷ the last of the counts, 元 to the fen; null for none of them. */
  each: { yuan: Decimal; unit: CountUnit } | null
}

const rows: { id: CountRowId; amount: string; counts: [subject: string, unit: CountUnit][] }[] = [
  {
    id: 'domestic',
    amount: 'reception.domestic',
    counts: [
      ['reception.domestic.batches', 'batches'],
      ['reception.domestic.people', 'people'],
    ],
  },
  {
    id: 'foreign',
    amount: 'reception.foreign',
    counts: [
      ['reception.foreign.batches', 'batches'],
      ['reception.foreign.people', 'people'],
    ],
  },
  { id: 'kept', amount: 'three_public.vehicle_running', counts: [['vehicles.kept', 'vehicles']] },
  { id: 'bought', amount: 'three_public.vehicle_purchase', counts: [['vehicles.bought', 'vehicles']] },
  {
    id: 'abroad',
    amount: 'three_public.abroad',
    counts: [
      ['abroad.groups', 'groups'],
      ['abroad.people', 'trips'],
    ],
  },
]

/** Counts beside their amounts; a row for each thing counted at all. Costs are of people, trips and vehicles, not of visits. */
export function countRows(counts: ThreePublicCount[], amounts: CountAmount[]): CountRow[] {
  return rows.flatMap((row): CountRow[] => {
    const stated = row.counts.flatMap(([subject, unit]) => {
      const found = counts.find((count) => count.subject === subject)
      return found ? [{ number: found.number, unit }] : []
    })
    if (stated.length === 0) return []
    const amount = amounts.find(({ subject }) => subject === row.amount) ?? null
    return [{ id: row.id, counts: stated, amount, each: eachOf(amount, stated) }]
  })
}

function eachOf(amount: CountAmount | null, counts: CountRow['counts']): CountRow['each'] {
  const divisor = counts.find(({ unit }) => unit === 'people' || unit === 'trips' || unit === 'vehicles')
  if (!divisor || !divisor.number.gt(0) || !amount?.amount) return null
  const yuan = new Exact(amount.amount).div(divisor.number).toDecimalPlaces(2)
  return { yuan, unit: divisor.unit }
}
