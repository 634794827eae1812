/**
 * Is one name nearly another: some of its characters left out, added or changed (机关事业单位职业年金 for …职业年金缴费支出), or all of
 * them in another order (一般行政事务管理)? Short names are never near.
 */
export function isNearName(one: string, other: string): boolean {
  if (Math.min(one.length, other.length) < 6) return false
  if ([...one].sort().join('') === [...other].sort().join('')) return true
  return 2 * inOrder(one, other) >= 0.8 * (one.length + other.length)
}

/** How many characters two names share in the same order. */
function inOrder(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, () => 0)
  for (const character of one) {
    const row = [0]
    for (let at = 1; at <= other.length; at++) {
      row.push(other[at - 1] === character ? above[at - 1]! + 1 : Math.max(above[at]!, row[at - 1]!))
    }
    above = row
  }
  return above.at(-1)!
}
