import type { Locator } from '../../../model/extraction'
import type { Meter } from '../meter'
import type { Box } from './box'
import { mapBox } from './box'
import type { Drawing } from './drawing'
import { isBlank } from './glyph'
import { gridsOf } from './grid'
import type { Line } from './lines'
import { pieceLinesOf } from './lines'
import type { Matrix } from './matrix'
import type { PageTable } from './table'
import { fillGrids } from './table'
import { upright } from './upright'
import { withoutDoubles, wordsOf } from './words'

/** A page as tables and lines, upright; boxes are turned back to the page as it is shown by `toShown`. */
export interface PageContent {
  /** Counts from 1. */
  number: number
  width: number
  height: number
  toShown: Matrix
  /** Lines and tables from the top down; lines that read another way stand at the end. */
  items: PageItem[]
  /** How many signs are printed, blanks not counted. */
  signs: number
  /** Does the page say anything in Chinese? Fonts that do not tell what their signs mean give other letters. */
  isLegible: boolean
  /** Are there letters that are left out, since their font is broken? */
  hasLostLetters: boolean
  /** Boxes of pictures, on the page as it is shown. */
  pictures: Box[]
}

export type PageItem = { kind: 'line'; line: Line } | { kind: 'table'; table: PageTable }

/** @param number the page's, counting from 1 */
export function contentOf(drawing: Drawing, number: number, meter: Meter): PageContent {
  const page = upright(drawing)
  const glyphs = withoutDoubles(page.glyphs)
  const words = wordsOf(glyphs).filter((word) => word.some((glyph) => glyph.visible && !isBlank(glyph)))
  const { tables, left } = fillGrids(gridsOf(page.rules, meter), words)
  const printed = glyphs.filter((glyph) => glyph.visible && !isBlank(glyph))
  return {
    number,
    width: page.width,
    height: page.height,
    toShown: page.toShown,
    items: inReadingOrder(pieceLinesOf(left), tables),
    signs: printed.length,
    isLegible: drawing.lost <= mostForeign && isLegible(printed.map((glyph) => glyph.text)),
    hasLostLetters: drawing.lost > 0,
    pictures: drawing.pictures,
  }
}

/** The place of a box on its page, in tenths of a point from the top left corner of the page as it is shown. */
export function placeOf(page: PageContent, { left, top, right, bottom }: Box): Locator {
  const box = mapBox(page.toShown, left, top, right, bottom)
  return {
    page: page.number,
    box: [tenths(box.left), tenths(box.top), tenths(box.right - box.left), tenths(box.bottom - box.top)],
  }
}

function tenths(points: number): number {
  return Math.round(points * 10) / 10
}

function inReadingOrder(lines: readonly Line[], tables: readonly PageTable[]): PageItem[] {
  const items: PageItem[] = []
  const waiting = [...tables].sort((a, b) => a.box.top - b.box.top || a.box.left - b.box.left)
  for (const line of lines) {
    const middle = (line.box.top + line.box.bottom) / 2
    while (waiting[0] && (line.turn !== 0 || waiting[0].box.top < middle)) {
      items.push({ kind: 'table', table: waiting.shift()! })
    }
    items.push({ kind: 'line', line })
  }
  return [...items, ...waiting.map((table): PageItem => ({ kind: 'table', table }))]
}

/** Share of signs, or of letters, that may be what no Chinese page has. */
const mostForeign = 0.2
const mostNotHan = 0.8

/** So many letters must be Chinese in part; fewer may be a code or a name. */
const fewLetters = 40

/** Without their meaning, signs are private, unknown or of any script, or else Latin letters by their number in the font. */
function isLegible(signs: readonly string[]): boolean {
  const letters = signs.filter((sign) => /\p{L}/u.test(sign))
  const han = letters.filter((sign) => /\p{Script=Han}/u.test(sign)).length
  const known = signs.filter((sign) =>
    /[\p{Script=Han}\p{ASCII}\p{Script=Greek}\p{N}\p{P}\p{S}]/u.test(sign),
  ).length
  if (signs.length - known > mostForeign * signs.length) return false
  return letters.length < fewLetters || letters.length - han <= mostNotHan * letters.length
}
