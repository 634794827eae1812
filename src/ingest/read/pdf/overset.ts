import type { Box } from './box'
import { around } from './box'
import type { Glyph } from './glyph'
import { baselineOf, boxOf, endOf, isBlank, startOf } from './glyph'

/** Lines of one text stand no further apart than this part of their size, and each as far as the one before. */
const solid = 1.6
const even = 0.15

/**
 * Words that were drawn one after another as lines of one text, each below the one before: spreadsheets print such a
 * text over the rows above and below when its cell is too low for it.
 */
export function stacksOf(words: readonly Glyph[][]): Glyph[][][] {
  const stacks: Glyph[][][] = []
  for (const word of words) {
    const stack = stacks.at(-1)
    if (stack && isNextLine(stack, word)) stack.push(word)
    else stacks.push([word])
  }
  return stacks
}

function isNextLine(stack: readonly Glyph[][], word: readonly Glyph[]): boolean {
  const [first, second] = stack
  const last = stack.at(-1)!
  const [above, below] = [last[0]!, word[0]!]
  const pitch = baselineOf(below) - baselineOf(above)
  const usual = second ? baselineOf(second[0]!) - baselineOf(first![0]!) : pitch
  return (
    above.turn === below.turn &&
    Math.abs(above.size - below.size) < 0.05 * above.size &&
    pitch > 0.7 * above.size &&
    pitch <= solid * above.size &&
    Math.abs(pitch - usual) <= even * above.size &&
    areAligned([startOf(above), endOf(last.at(-1)!)], [startOf(below), endOf(word.at(-1)!)], above.size / 2)
  )
}

/** Do two lines begin or end alike, or stand in the middle of each other? */
function areAligned(
  one: [start: number, end: number],
  other: [start: number, end: number],
  slack: number,
): boolean {
  const gaps = [one[0] - other[0], one[1] - other[1], (one[0] + one[1] - other[0] - other[1]) / 2]
  return gaps.some((gap) => Math.abs(gap) < slack)
}

/** Does a rule cut through one of the lines? Text that has room in its cell keeps off the rules. */
export function isCut(stack: readonly Glyph[][], rules: readonly number[]): boolean {
  return stack.some((word) => {
    const { top, bottom } = around(word.map(boxOf))
    const margin = 0.15 * (bottom - top)
    return rules.some((y) => y > top + margin && y < bottom - margin)
  })
}

export function boxOfStack(stack: readonly Glyph[][]): Box {
  return around(stack.flat().map(boxOf))
}

/** Are signs printed on top of others that were drawn elsewhere, so that nobody can tell what they say? */
export function isOverprinted(glyphs: readonly Glyph[]): boolean {
  const printed = glyphs.filter((glyph) => glyph.visible && !isBlank(glyph))
  const squares = new Map<string, number[]>()
  let covered = 0
  for (const [index, glyph] of printed.entries()) {
    const near = squaresAround(glyph).flatMap((square) => squares.get(square) ?? [])
    // Signs that follow each other may be pushed together.
    if (near.some((other) => index - other > 1 && covers(printed[other]!, glyph))) covered += 1
    const own = squaresAround(glyph)[0]!
    squares.set(own, [...(squares.get(own) ?? []), index])
  }
  return covered > 1
}

function covers(one: Glyph, other: Glyph): boolean {
  const overlap = Math.min(endOf(one), endOf(other)) - Math.max(startOf(one), startOf(other))
  const level = Math.abs(baselineOf(one) - baselineOf(other))
  return (
    one.turn === other.turn && overlap > 0.5 * Math.min(one.advance, other.advance) && level < 0.6 * one.size
  )
}

/** The square of the page that a sign begins in, and those around it. */
function squaresAround({ x, y, size }: Glyph): string[] {
  const [col, row] = [Math.floor(x / size), Math.floor(y / size)]
  const steps = [0, -1, 1]
  return steps.flatMap((dx) => steps.map((dy) => `${col + dx} ${row + dy}`))
}
