import type { Box } from './box'
import { around, holds, overlap } from './box'
import type { Matrix } from './matrix'
import { mapPoint } from './matrix'
import type { Rules } from './rules'

/** Filled shapes thinner than this are rules, in points: spreadsheets and LibreOffice draw borders so. */
const thin = 2.5

/** Strokes wider than this are bands of colour, in points. */
const widest = 6

/** How far a stroke may lean and still run along the page's edge, in points. */
const lean = 0.6

/** How a path is painted. */
export interface Paint {
  stroke: boolean
  fill: boolean
  white: boolean
  /** Width of the stroke on the page, in points. */
  width: number
  /** What lies outside is not painted. */
  clip: Box
}

/**
 * Collects the rules that painted paths draw: straight strokes along the page's edges and thin filled rectangles.
 * White ones count only on a coloured ground; on paper nobody sees them.
 */
export class PathPainter {
  readonly rules: Rules = { horizontal: [], vertical: [] }
  readonly #grounds: Box[] = []

  /** @param path the library's list: 0 x y moves, 1 x y draws a line, 2 and 3 draw curves, 4 closes */
  paint(path: ArrayLike<number>, toPage: Matrix, { stroke, fill, white, width, clip }: Paint): void {
    for (const { lines, curved } of subPaths(path, toPage)) {
      if (lines.length === 0) continue
      const shape = around(lines)
      if (fill && !curved && this.paintThin(shape, white, clip)) continue
      if (fill && !white) this.#grounds.push(shape)
      if (stroke && width <= widest) {
        for (const line of lines) if (thickness(line) < lean) this.paintThin(line, white, clip)
      }
    }
  }

  /** Takes an area as coloured: by a shading or a picture. */
  colour(area: Box): void {
    this.#grounds.push(area)
  }

  /** Is the page coloured at a point, so that white shows? */
  hasGround(x: number, y: number): boolean {
    return this.#grounds.some((ground) => holds(ground, x, y))
  }

  /**
   * Takes a thin box as a rule along its longer side; a dot counts both ways, since corners are drawn as dots.
   * @returns false when the box is not thin
   */
  paintThin(shape: Box, white: boolean, clip: Box): boolean {
    if (thickness(shape) >= thin) return false
    const box = overlap(shape, {
      left: clip.left - 1,
      top: clip.top - 1,
      right: clip.right + 1,
      bottom: clip.bottom + 1,
    })
    const width = box.right - box.left
    const height = box.bottom - box.top
    if (width < 0 || height < 0) return true
    const x = (box.left + box.right) / 2
    const y = (box.top + box.bottom) / 2
    if (white && !this.hasGround(x, y)) return true
    const isDot = Math.max(width, height) < thin
    if (width >= height || isDot) this.rules.horizontal.push({ at: y, from: box.left, to: box.right })
    if (height >= width || isDot) this.rules.vertical.push({ at: x, from: box.top, to: box.bottom })
    return true
  }
}

function thickness(box: Box): number {
  return Math.min(box.right - box.left, box.bottom - box.top)
}

/** One sub-path on the page: the boxes of its straight lines, and whether it has curves too. */
interface SubPath {
  lines: Box[]
  curved: boolean
}

function subPaths(path: ArrayLike<number>, toPage: Matrix): SubPath[] {
  const parts: SubPath[] = []
  let start: readonly [number, number] = [0, 0]
  let here = start
  const lineTo = (to: readonly [number, number]): void => {
    parts.at(-1)?.lines.push({
      left: Math.min(here[0], to[0]),
      right: Math.max(here[0], to[0]),
      top: Math.min(here[1], to[1]),
      bottom: Math.max(here[1], to[1]),
    })
    here = to
  }
  const point = (index: number): readonly [number, number] => mapPoint(toPage, path[index]!, path[index + 1]!)
  for (let index = 0; index < path.length;) {
    const step = path[index]!
    if (step === 0) {
      parts.push({ lines: [], curved: false })
      start = here = point(index + 1)
      index += 3
    } else if (step === 1) {
      lineTo(point(index + 1))
      index += 3
    } else if (step === 2 || step === 3) {
      const last = parts.at(-1)
      if (last) last.curved = true
      here = point(index + (step === 2 ? 5 : 3))
      index += step === 2 ? 7 : 5
    } else {
      lineTo(start)
      index += 1
    }
  }
  return parts
}
