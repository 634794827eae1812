import { intervalOf, type Shape } from './layout'
import type { Sector } from './layout'
import type { TreeNode } from './tree'

/** A view of the tree: who is at the centre, and the radii of the rings round it. */
export interface Frame {
  focus: TreeNode
  radii: number[]
}

/**
 * Where a shape of one frame stands in another: its angles seen from the other focus, its ring moved in or out.
 * What lies outside the other view is folded to its border, so that a zoom unfolds from what was clicked.
 */
export function projectSector(shape: Shape, own: Frame, other: Frame): Sector {
  const [from, to] = intervalOf(own.focus)
  const [otherFrom, otherTo] = intervalOf(other.focus)
  const turn = 2 * Math.PI
  const project = (angle: number) => {
    const whole = from + (angle / turn) * (to - from)
    const width = otherTo - otherFrom
    return width === 0 ? 0 : Math.min(Math.max((whole - otherFrom) / width, 0), 1) * turn
  }
  const shift = own.focus.depth - other.focus.depth
  return {
    start: project(shape.start),
    end: project(shape.end),
    inner: radiusAt(other.radii, shape.ring + shift),
    outer: radiusAt(other.radii, shape.ring + 1 + shift),
  }
}

/** Part of the way from one place to another, 0 to 1. */
export function between(a: Sector, b: Sector, t: number): Sector {
  const mix = (from: number, to: number) => from + (to - from) * t
  return {
    start: mix(a.start, b.start),
    end: mix(a.end, b.end),
    inner: mix(a.inner, b.inner),
    outer: mix(a.outer, b.outer),
  }
}

/** The curve of every motion, cubic-bezier(.2, 0, .1, 1): share of the way after share `x` of the time. */
export function ease(x: number): number {
  let [low, high] = [0, 1]
  for (let i = 0; i < 24; i++) {
    const middle = (low + high) / 2
    if (bezier(middle, 0.2, 0.1) < x) low = middle
    else high = middle
  }
  return bezier((low + high) / 2, 0, 1)
}

function bezier(t: number, first: number, second: number): number {
  return 3 * (1 - t) ** 2 * t * first + 3 * (1 - t) * t ** 2 * second + t ** 3
}

function radiusAt(radii: number[], border: number): number {
  return radii[Math.min(Math.max(border, 0), radii.length - 1)] ?? 0
}
