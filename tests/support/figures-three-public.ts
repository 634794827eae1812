import type { CountAmount, ThreePublicCount } from '../../src/charts/three-public/counts'
import type { ThreePublicItem, ThreePublicPoint } from '../../src/charts/three-public/point'
import { Exact } from '../../src/model/money'
import { wan } from './figures-budget-vs-actual'

type Place = [item: ThreePublicItem, year: number, stage: ThreePublicPoint['stage']]

/** A point of a table, 万元 as printed; '' is an empty cell. */
export function printed([item, year, stage]: Place, amount: string): ThreePublicPoint {
  const yuan = amount === '' ? null : wan(amount)
  return {
    item,
    year,
    stage,
    amount: yuan,
    low: null,
    high: null,
    basis: 'published',
    state: yuan === null ? 'blank' : yuan.isZero() ? 'zero' : 'value',
  }
}

/** A point that the text tells where the table's cell is blank or the table declared empty. */
export function told(
  place: Place,
  amount: string,
  state: 'blank' | 'declared_empty' = 'blank',
): ThreePublicPoint {
  return { ...printed(place, amount), basis: 'text', state }
}

/** A point worked out from a later year and its change, with bounds. */
export function derived(place: Place, amount: string, low: string, high: string): ThreePublicPoint {
  return { ...printed(place, amount), basis: 'derived', low: wan(low), high: wan(high) }
}

/** 抚顺市信访局（本级）: 2023 as its 公开07 and its text tell it, 2022 from the changes in the text. */
export const fushun: ThreePublicPoint[] = [
  derived(['total', 2022, 'final'], '8.28', '8.26', '8.30'),
  printed(['total', 2023, 'budget'], '3.00'),
  printed(['total', 2023, 'final'], '7.24'),
  derived(['vehicle', 2022, 'final'], '8.28', '8.27', '8.29'),
  printed(['vehicle', 2023, 'budget'], '3.00'),
  printed(['vehicle', 2023, 'final'], '3.00'),
  printed(['vehicle_running', 2023, 'budget'], '3.00'),
  printed(['vehicle_running', 2023, 'final'], '3.00'),
  printed(['vehicle_purchase', 2023, 'budget'], ''),
  printed(['vehicle_purchase', 2023, 'final'], ''),
  derived(['reception', 2022, 'final'], '0.00', '-0.01', '0.01'),
  printed(['reception', 2023, 'budget'], ''),
  printed(['reception', 2023, 'final'], '4.24'),
  derived(['abroad', 2022, 'final'], '0.00', '0.00', '0.00'),
  printed(['abroad', 2023, 'budget'], ''),
  told(['abroad', 2023, 'final'], '0.00'),
]

/** 阜平县信访局: its 2023 table is declared empty, its text says 0 and 3 万元 less than the year before. */
export const fuping: ThreePublicPoint[] = [
  derived(['total', 2022, 'budget'], '3', '2.5', '3.5'),
  told(['total', 2023, 'budget'], '0', 'declared_empty'),
]

/** Ten years of one unit, no document of 2017, made for the tests: sums of four parts of three digits. */
export const decade: ThreePublicPoint[] = Array.from({ length: 10 }, (_, i) => 2014 + i)
  .filter((year) => year !== 2017)
  .flatMap((year, i) => {
    const parts = { vehicle: 60 - 4 * i, reception: 30 - 2 * i, abroad: i % 3 === 0 ? 12 : 0 }
    const total = parts.vehicle + parts.reception + parts.abroad
    return (['budget', 'final'] as const).flatMap((stage) =>
      Object.entries({ total, ...parts }).map(([item, amount]) =>
        printed(
          [item as ThreePublicItem, year, stage],
          (stage === 'budget' ? amount * 1.2 : amount).toFixed(2),
        ),
      ),
    )
  })

/** Counts and amounts of 抚顺's text. */
export const fushunCounts: ThreePublicCount[] = (
  [
    ['abroad.groups', '0'],
    ['abroad.people', '0'],
    ['reception.domestic.batches', '1'],
    ['reception.domestic.people', '19'],
    ['reception.foreign.batches', '0'],
    ['reception.foreign.people', '0'],
    ['vehicles.bought', '0'],
    ['vehicles.kept', '2'],
  ] as const
).map(([subject, number]) => ({ subject, number: new Exact(number) }))

export const fushunAmounts: CountAmount[] = (
  [
    ['reception.domestic', '4.24', 'text'],
    ['reception.foreign', '0.00', 'text'],
    ['three_public.vehicle_running', '3.00', 'published'],
    ['three_public.vehicle_purchase', null, 'published'],
    ['three_public.abroad', '0.00', 'text'],
  ] as const
).map(([subject, amount, basis]) => ({
  subject,
  amount: amount === null ? null : wan(amount),
  basis,
  ...(amount === null ? { state: 'blank' } : {}),
}))
