/** A straight line along a page's edge: across at `at`, from `from` to `to`, in points. */
export interface Rule {
  at: number
  from: number
  to: number
}

export interface Rules {
  /** `at` from the top, `from` and `to` from the left. */
  horizontal: Rule[]
  /** `at` from the left, `from` and `to` from the top. */
  vertical: Rule[]
}

/** Lines no further apart than this are one, in points: borders are drawn twice, or as the two edges of a thin box. */
const sameLine = 1.5

/** Pieces of a line no further apart than this are one stretch, in points: borders are drawn cell by cell. */
const sameStretch = 2.5

/** What stays shorter than this, in points, is a dot or a tick. */
const shortest = 4

/** Joins pieces that lie on one line and touch, and drops what is too short to rule anything. */
export function joined(rules: readonly Rule[]): Rule[] {
  return onOneLine(rules)
    .flatMap(stretches)
    .filter((rule) => rule.to - rule.from >= shortest)
}

/** Places along an axis that are one edge, from the lowest up; each is the mean of those it stands for. */
export function edges(places: readonly number[], apart = 2): number[] {
  return clusters(
    [...places].sort((a, b) => a - b),
    (place) => place,
    apart,
  ).map((cluster) => cluster.reduce((sum, place) => sum + place, 0) / cluster.length)
}

function onOneLine(rules: readonly Rule[]): Rule[][] {
  return clusters(
    [...rules].sort((a, b) => a.at - b.at),
    (rule) => rule.at,
    sameLine,
  )
}

/** Neighbours in a sorted list that are near each other; a chain of near ones ends at twice the distance. */
function clusters<T>(sorted: readonly T[], placeOf: (item: T) => number, apart: number): T[][] {
  const found: T[][] = []
  for (const item of sorted) {
    const cluster = found.at(-1)
    const near =
      cluster &&
      placeOf(item) - placeOf(cluster.at(-1)!) <= apart &&
      placeOf(item) - placeOf(cluster[0]!) <= 2 * apart
    if (near) cluster.push(item)
    else found.push([item])
  }
  return found
}

function stretches(line: readonly Rule[]): Rule[] {
  const found: Rule[] = []
  let longest = 0
  for (const piece of [...line].sort((a, b) => a.from - b.from)) {
    const last = found.at(-1)
    if (last && piece.from <= last.to + sameStretch) {
      if (piece.to - piece.from > longest) {
        longest = piece.to - piece.from
        last.at = piece.at
      }
      last.to = Math.max(last.to, piece.to)
    } else {
      longest = piece.to - piece.from
      found.push({ ...piece })
    }
  }
  return found
}
