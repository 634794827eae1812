import type { ThreePublicItem, ThreePublicPoint } from './point'

/** Items in the order of the summary: the sum, then the largest usual part first. */
const order: ThreePublicItem[] = [
  'total',
  'vehicle',
  'vehicle_purchase',
  'vehicle_running',
  'reception',
  'abroad',
]

/**
 * One point per item, year and stage, in order. Where documents overlap, an amount goes before none, a printed one
 * before one from the text, and that before a derived one; among equals the first stays.
 */
export function onePerPlace<P extends ThreePublicPoint>(points: P[]): P[] {
  const chosen = new Map<string, P>()
  for (const point of points) {
    const key = `${point.item} ${point.year} ${point.stage}`
    const held = chosen.get(key)
    if (!held || weight(point) > weight(held)) chosen.set(key, point)
  }
  return [...chosen.values()].sort(
    (a, b) =>
      order.indexOf(a.item) - order.indexOf(b.item) || a.year - b.year || a.stage.localeCompare(b.stage),
  )
}

function weight({ amount, basis }: ThreePublicPoint): number {
  return amount === null ? 0 : { derived: 1, text: 2, published: 3 }[basis]
}

/** Items that get a picture: the sum and its three parts; 购置 and 运行 apart only where 公务用车 as a whole has no figure. */
export function panelItems(points: ThreePublicPoint[]): ThreePublicItem[] {
  const has = (item: ThreePublicItem, amount = false) =>
    points.some((p) => p.item === item && (!amount || p.amount !== null))
  const parts = (['vehicle_purchase', 'vehicle_running'] as const).filter((part) => has(part, true))
  const apart = !has('vehicle', true) && parts.length > 0
  return order.filter((item) =>
    item === 'vehicle_purchase' || item === 'vehicle_running'
      ? apart && has(item, true)
      : item === 'vehicle'
        ? has(item) && !apart
        : has(item),
  )
}
