import { UnreadableFile } from '../../raw'
import type { Meter } from '../meter'
import type { Box } from './box'
import type { Rule, Rules } from './rules'
import { edges, joined } from './rules'

/** A cell of a ruled grid, merged cells being one; rows and columns count from 0. */
export interface GridCell {
  row: number
  col: number
  rowSpan: number
  colSpan: number
}

/** A ruled grid on a page, in points. */
export interface Grid {
  box: Box
  /** Edges of its columns, from the left; one more than there are columns. */
  xs: number[]
  /** Edges of its rows, from the top; one more than there are rows. */
  ys: number[]
  cells: GridCell[]
  /** Sides that no rule closes: there the grid ends where the rules towards it end. */
  open: Side[]
}

export type Side = 'left' | 'right' | 'top' | 'bottom'

/** How near a horizontal and a vertical rule must come to touch, in points. */
const touch = 2

/** More lines than this on one page, horizontals or verticals, draw no table. */
const mostRules = 20_000

/**
 * The grids that rules draw: each group of horizontals and verticals that touch is one. A lone box is none, neither
 * are lines that only go one way: without the other they do not say where a cell ends.
 * @throws UnreadableFile when there are more rules or cells than any document has
 */
export function gridsOf(rules: Rules, meter: Meter): Grid[] {
  const horizontal = joined(rules.horizontal)
  const vertical = joined(rules.vertical)
  const most = Math.max(horizontal.length, vertical.length)
  if (most > mostRules)
    throw new UnreadableFile(`at most ${mostRules} rules on a page`, `${most}`, 'too-large')
  return groups(horizontal, vertical).flatMap((group) => {
    const xs = edgesOf(group.vertical, group.horizontal)
    const ys = edgesOf(group.horizontal, group.vertical)
    const units = (xs.length - 1) * (ys.length - 1)
    if (units < 2) return []
    meter.addCells(units)
    const box = { left: xs[0]!, top: ys[0]!, right: xs.at(-1)!, bottom: ys.at(-1)! }
    return [{ box, xs, ys, cells: cellsOf(xs, ys, group), open: openSides(box, group) }]
  })
}

/** Edges of rows or columns: the rules across, and the ends of the rules along where a side is left open. */
function edgesOf(across: readonly Rule[], along: readonly Rule[]): number[] {
  const open = [Math.min(...along.map((rule) => rule.from)), Math.max(...along.map((rule) => rule.to))]
  return edges([...across.map((rule) => rule.at), ...open])
}

function openSides(box: Box, { horizontal, vertical }: Rules): Side[] {
  const isOpen = (rules: readonly Rule[], place: number): boolean =>
    !rules.some((rule) => Math.abs(rule.at - place) <= touch)
  const sides: [Side, boolean][] = [
    ['left', isOpen(vertical, box.left)],
    ['right', isOpen(vertical, box.right)],
    ['top', isOpen(horizontal, box.top)],
    ['bottom', isOpen(horizontal, box.bottom)],
  ]
  return sides.flatMap(([side, open]) => (open ? [side] : []))
}

/** Which rules touch: connected groups of horizontals and verticals. */
function groups(horizontal: readonly Rule[], vertical: readonly Rule[]): Rules[] {
  const sorted = [...horizontal].sort((a, b) => a.at - b.at)
  const sets = new DisjointSets(sorted.length + vertical.length)
  for (const [index, upright] of vertical.entries()) {
    for (
      let row = firstFrom(sorted, upright.from - touch, (rule) => rule.at);
      row < sorted.length;
      row += 1
    ) {
      const level = sorted[row]!
      if (level.at > upright.to + touch) break
      if (level.from - touch <= upright.at && upright.at <= level.to + touch)
        sets.join(row, sorted.length + index)
    }
  }
  const found = new Map<number, Rules>()
  const groupOf = (member: number): Rules => {
    const root = sets.root(member)
    const group = found.get(root) ?? { horizontal: [], vertical: [] }
    found.set(root, group)
    return group
  }
  for (const [index, rule] of sorted.entries()) groupOf(index).horizontal.push(rule)
  for (const [index, rule] of vertical.entries()) groupOf(sorted.length + index).vertical.push(rule)
  return [...found.values()].filter((group) => group.horizontal.length > 0 && group.vertical.length > 0)
}

/** Index of the first item at or behind a place, in items sorted by place. */
function firstFrom<T>(sorted: readonly T[], place: number, placeOf: (item: T) => number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (placeOf(sorted[middle]!) < place) low = middle + 1
    else high = middle
  }
  return low
}

function identity(place: number): number {
  return place
}

/** Cells: units of the grid, merged where no rule stands between them. */
function cellsOf(xs: readonly number[], ys: readonly number[], rules: Rules): GridCell[] {
  const cols = xs.length - 1
  const rows = ys.length - 1
  const below = walls(rules.horizontal, ys, xs)
  const beside = walls(rules.vertical, xs, ys)
  const sets = new DisjointSets(cols * rows)
  for (let row = 0; row < rows; row += 1) {
    for (let col = 0; col < cols; col += 1) {
      const unit = row * cols + col
      if (col + 1 < cols && !beside.has((col + 1) * rows + row)) sets.join(unit, unit + 1)
      if (row + 1 < rows && !below.has((row + 1) * cols + col)) sets.join(unit, unit + cols)
    }
  }
  return rectangles(cols, rows, (unit) => sets.root(unit))
}

/** Where rules stand: edge × count of stretches + stretch, for every stretch whose middle a rule covers. */
function walls(rules: readonly Rule[], across: readonly number[], along: readonly number[]): Set<number> {
  const found = new Set<number>()
  for (const rule of rules) {
    const edge = nearest(across, rule.at)
    const first = Math.max(firstFrom(along, rule.from, identity) - 1, 0)
    for (let stretch = first; stretch + 1 < along.length && along[stretch]! < rule.to; stretch += 1) {
      const middle = (along[stretch]! + along[stretch + 1]!) / 2
      if (middle >= rule.from && middle <= rule.to) found.add(edge * (along.length - 1) + stretch)
    }
  }
  return found
}

function nearest(places: readonly number[], place: number): number {
  const after = Math.min(firstFrom(places, place, identity), places.length - 1)
  const before = Math.max(after - 1, 0)
  return place - places[before]! < places[after]! - place ? before : after
}

/**
 * Rectangles of units that belong together, by rows. Where a piece of a rule is missing, the units that run together
 * may form an L; it is cut into the rectangles it is made of.
 */
function rectangles(cols: number, rows: number, rootOf: (unit: number) => number): GridCell[] {
  const cells: GridCell[] = []
  const taken = new Uint8Array(cols * rows)
  for (let unit = 0; unit < cols * rows; unit += 1) {
    if (taken[unit]) continue
    const root = rootOf(unit)
    const row = Math.floor(unit / cols)
    const col = unit % cols
    const belongs = (r: number, c: number): boolean => !taken[r * cols + c] && rootOf(r * cols + c) === root
    let colSpan = 1
    while (col + colSpan < cols && belongs(row, col + colSpan)) colSpan += 1
    const wholeRow = (r: number): boolean => {
      for (let c = col; c < col + colSpan; c += 1) if (!belongs(r, c)) return false
      return true
    }
    let rowSpan = 1
    while (row + rowSpan < rows && wholeRow(row + rowSpan)) rowSpan += 1
    for (let r = row; r < row + rowSpan; r += 1) taken.fill(1, r * cols + col, r * cols + col + colSpan)
    cells.push({ row, col, rowSpan, colSpan })
  }
  return cells
}

/** Members 0 … count − 1 in sets that can be joined. */
class DisjointSets {
  readonly #parent: Int32Array

  constructor(count: number) {
    this.#parent = Int32Array.from({ length: count }, (_, index) => index)
  }

  root(member: number): number {
    let root = member
    while (this.#parent[root] !== root) root = this.#parent[root]!
    while (this.#parent[member] !== root) {
      const next = this.#parent[member]!
      this.#parent[member] = root
      member = next
    }
    return root
  }

  join(one: number, other: number): void {
    this.#parent[this.root(one)] = this.root(other)
  }
}
