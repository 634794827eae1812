import type { Box } from './box'
import { mapBox } from './box'
import type { Drawing } from './drawing'
import type { Turn } from './glyph'
import { isBlank } from './glyph'
import type { Matrix } from './matrix'
import { identity, mapPoint } from './matrix'
import type { Rule } from './rules'

/** A drawing turned so that most of it reads to the right, and the map back to the page as it is shown. */
export interface UprightDrawing extends Drawing {
  toShown: Matrix
}

/** Turns a page whose contents are drawn sideways or upside down, as wide tables on upright pages are. */
export function upright(drawing: Drawing): UprightDrawing {
  const turn = mainTurn(drawing)
  if (turn === 0) return { ...drawing, toShown: identity }
  const { width, height } = drawing
  const [there, back] = turns(turn, width, height)
  const swaps = turn !== 2
  const { horizontal, vertical } = drawing.rules
  return {
    width: swaps ? height : width,
    height: swaps ? width : height,
    pictures: drawing.pictures,
    lost: drawing.lost,
    glyphs: drawing.glyphs.map((glyph) => {
      const [x, y] = mapPoint(there, glyph.x, glyph.y)
      return { ...glyph, x, y, turn: ((glyph.turn - turn + 4) % 4) as Turn }
    }),
    rules: {
      horizontal: swaps
        ? vertical.map((rule) => level(there, upBox(rule)))
        : horizontal.map((rule) => level(there, levelBox(rule))),
      vertical: swaps
        ? horizontal.map((rule) => up(there, levelBox(rule)))
        : vertical.map((rule) => up(there, upBox(rule))),
    },
    toShown: back,
  }
}

function mainTurn(drawing: Drawing): Turn {
  const counts = [0, 0, 0, 0]
  for (const glyph of drawing.glyphs) if (glyph.visible && !isBlank(glyph)) counts[glyph.turn]! += 1
  return counts.indexOf(Math.max(...counts)) as Turn
}

/** The map that undoes a turn, and the one that does it again. */
function turns(turn: Turn, width: number, height: number): [there: Matrix, back: Matrix] {
  if (turn === 1) {
    return [
      [0, -1, 1, 0, 0, width],
      [0, 1, -1, 0, width, 0],
    ]
  }
  if (turn === 3) {
    return [
      [0, 1, -1, 0, height, 0],
      [0, -1, 1, 0, 0, height],
    ]
  }
  return [
    [-1, 0, 0, -1, width, height],
    [-1, 0, 0, -1, width, height],
  ]
}

function levelBox({ at, from, to }: Rule): Box {
  return { left: from, right: to, top: at, bottom: at }
}

function upBox({ at, from, to }: Rule): Box {
  return { left: at, right: at, top: from, bottom: to }
}

function level(matrix: Matrix, { left, top, right, bottom }: Box): Rule {
  const box = mapBox(matrix, left, top, right, bottom)
  return { at: box.top, from: box.left, to: box.right }
}

function up(matrix: Matrix, { left, top, right, bottom }: Box): Rule {
  const box = mapBox(matrix, left, top, right, bottom)
  return { at: box.left, from: box.top, to: box.bottom }
}
