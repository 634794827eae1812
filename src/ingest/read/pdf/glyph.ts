import type { Box } from './box'

/** Quarter turns clockwise of a reading direction: 0 reads to the right, 1 down, 2 to the left, 3 up. */
export type Turn = 0 | 1 | 2 | 3

/** One printed sign, where it stands on its page. */
export interface Glyph {
  /** The character, or the few that one sign stands for. */
  text: string
  /** Where its baseline begins, in points from the page's top left corner. */
  x: number
  y: number
  /** The way it reads. */
  turn: Turn
  /** Its width along the way it reads, in points. */
  advance: number
  /** Height of its font, in points. */
  size: number
  /** False for signs that are cut off by a clip or stand outside the page. */
  visible: boolean
}

/** Where a glyph begins along its reading direction. */
export function startOf(glyph: Glyph): number {
  return [glyph.x, glyph.y, -glyph.x, -glyph.y][glyph.turn]!
}

/** Where a glyph ends along its reading direction. */
export function endOf(glyph: Glyph): number {
  return startOf(glyph) + glyph.advance
}

/** The height of a glyph's baseline across its reading direction, growing from line to line. */
export function baselineOf(glyph: Glyph): number {
  return [glyph.y, -glyph.x, -glyph.y, glyph.x][glyph.turn]!
}

export function isBlank(glyph: Glyph): boolean {
  return /^[\s\u3000]*$/u.test(glyph.text)
}

/** The box of a glyph: from its descent to its ascent, by its font's size. */
export function boxOf(glyph: Glyph): Box {
  const start = startOf(glyph)
  const baseline = baselineOf(glyph)
  return fromReading(glyph.turn, {
    left: start,
    right: start + glyph.advance,
    top: baseline - glyph.size * 0.88,
    bottom: baseline + glyph.size * 0.12,
  })
}

export function centreOf(glyph: Glyph): [x: number, y: number] {
  const box = boxOf(glyph)
  return [(box.left + box.right) / 2, (box.top + box.bottom) / 2]
}

/** A box measured along and across a reading direction, as a box of the page. */
function fromReading(turn: Turn, { left, right, top, bottom }: Box): Box {
  if (turn === 1) return { left: -bottom, right: -top, top: left, bottom: right }
  if (turn === 2) return { left: -right, right: -left, top: -bottom, bottom: -top }
  if (turn === 3) return { left: top, right: bottom, top: -right, bottom: -left }
  return { left, right, top, bottom }
}
