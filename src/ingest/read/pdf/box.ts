import type { Matrix } from './matrix'
import { mapPoint } from './matrix'

/** A rectangle on a page, in points from the page's top left corner. */
export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** The smallest box around the corners of a rectangle after a map. */
export function mapBox(matrix: Matrix, x0: number, y0: number, x1: number, y1: number): Box {
  const corners = [
    mapPoint(matrix, x0, y0),
    mapPoint(matrix, x1, y0),
    mapPoint(matrix, x0, y1),
    mapPoint(matrix, x1, y1),
  ]
  return around(corners.map(([x, y]) => ({ left: x, top: y, right: x, bottom: y })))
}

/** The smallest box around boxes; at least one. */
export function around(boxes: readonly Box[]): Box {
  const all = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  for (const box of boxes) {
    all.left = Math.min(all.left, box.left)
    all.top = Math.min(all.top, box.top)
    all.right = Math.max(all.right, box.right)
    all.bottom = Math.max(all.bottom, box.bottom)
  }
  return all
}

/** What two boxes have in common; a box of no or negative size where they are apart. */
export function overlap(one: Box, other: Box): Box {
  return {
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  }
}

export function holds(box: Box, x: number, y: number, slack = 0): boolean {
  return x >= box.left - slack && x <= box.right + slack && y >= box.top - slack && y <= box.bottom + slack
}
