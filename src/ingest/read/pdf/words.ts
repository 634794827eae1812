import type { Glyph } from './glyph'
import { baselineOf, endOf, isBlank, startOf } from './glyph'

/**
 * Signs no further apart than this part of their size touch. Cells of real tables keep more between their contents:
 * signs that touch over a rule are one word that runs over it.
 */
const touch = 0.12

/** Signs may overlap by this part of their size: full-width punctuation is pushed together. */
const pushed = 0.6

/** Copies of a sign no further apart than this part of its size are one: bold is sometimes printed as two. */
const doubled = 0.12

/** Signs without copies printed on top of each other, in the order drawn. */
export function withoutDoubles(glyphs: readonly Glyph[]): Glyph[] {
  const seen = new Map<string, Map<number, Glyph[]>>()
  return glyphs.filter((glyph) => {
    const alike = seen.get(glyph.text) ?? new Map<number, Glyph[]>()
    seen.set(glyph.text, alike)
    for (let dx = -1; dx <= 1; dx += 1) {
      for (let dy = -1; dy <= 1; dy += 1) {
        if (alike.get(squareOf(glyph, dx, dy))?.some((other) => isCopy(other, glyph))) return false
      }
    }
    const square = squareOf(glyph, 0, 0)
    const neighbours = alike.get(square)
    if (neighbours) neighbours.push(glyph)
    else alike.set(square, [glyph])
    return true
  })
}

function isCopy(one: Glyph, other: Glyph): boolean {
  const near = doubled * other.size
  return one.turn === other.turn && Math.abs(one.x - other.x) < near && Math.abs(one.y - other.y) < near
}

/** The square of a page that a sign stands in, or one beside it; wider than copies are apart in signs of any size. */
function squareOf(glyph: Glyph, dx: number, dy: number): number {
  const side = 16
  return (Math.floor(glyph.x / side) + dx) * 65_536 + Math.floor(glyph.y / side) + dy
}

/**
 * Signs that were drawn one behind the other and touch, as words; one blank does not part them. Blanks before and
 * behind go with the word they touch.
 */
export function wordsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const words: Glyph[][] = []
  for (const glyph of glyphs) {
    const word = words.at(-1)
    const last = word?.at(-1)
    if (word && last && touches(last, glyph) && !isParted(word, glyph)) word.push(glyph)
    else words.push([glyph])
  }
  return words
}

function touches(last: Glyph, next: Glyph): boolean {
  const size = Math.max(last.size, next.size)
  const gap = startOf(next) - endOf(last)
  const level = Math.abs(baselineOf(next) - baselineOf(last)) < 0.3 * size
  return last.turn === next.turn && level && gap > -pushed * size && gap <= touch * size
}

/** Two blanks and more part words; those before the first sign are its indent. */
function isParted(word: readonly Glyph[], next: Glyph): boolean {
  return (
    !isBlank(next) &&
    word.length > 2 &&
    isBlank(word.at(-1)!) &&
    isBlank(word.at(-2)!) &&
    word.some((g) => !isBlank(g))
  )
}
