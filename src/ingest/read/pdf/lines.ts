import type { Box } from './box'
import { around } from './box'
import type { Glyph, Turn } from './glyph'
import { baselineOf, boxOf, endOf, isBlank, startOf } from './glyph'

/** A printed line: signs on one baseline, along their reading direction. */
export interface Line {
  turn: Turn
  /** Its words, leading blanks kept. */
  text: string
  /** Where its first and last sign that is no blank begin and end along the reading direction, in points. */
  start: number
  end: number
  baseline: number
  /** Height of its largest sign, in points. */
  size: number
  /** Width of its first sign, in points. */
  first: number
  /** Width of what cannot be parted from its first sign: brackets that open, a word or a sign, marks that close. */
  head: number
  /** Where it ends without marks that close: these may hang out over the edge. */
  reach: number
  /** False for a piece of a line that wide gaps part. */
  whole: boolean
  box: Box
}

/** A gap wider than this part of the size parts a line into pieces that have nothing to do with each other. */
const wide = 4

/** The lines that signs form, from the top; lines that read another way follow behind. */
export function linesOf(glyphs: readonly Glyph[]): Line[] {
  return rowsOf(glyphs).map((row) => lineOf(row, true))
}

/** The same, with lines parted at wide gaps. */
export function pieceLinesOf(glyphs: readonly Glyph[]): Line[] {
  return rowsOf(glyphs).flatMap((row) => {
    const pieces = parted(row)
    return pieces.map((piece) => lineOf(piece, pieces.length === 1))
  })
}

/** Signs on one baseline, sorted along it; rows of nothing but blanks are left out. */
function rowsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const turns: Turn[] = [0, 1, 2, 3]
  const rows = turns.flatMap((turn) => rowsOneWay(glyphs.filter((glyph) => glyph.turn === turn)))
  return rows.filter((row) => !row.every(isBlank)).map((row) => row.sort((a, b) => startOf(a) - startOf(b)))
}

function rowsOneWay(glyphs: readonly Glyph[]): Glyph[][] {
  const rows: Glyph[][] = []
  for (const glyph of [...glyphs].sort((a, b) => baselineOf(a) - baselineOf(b))) {
    const row = rows.at(-1)
    const first = row?.[0]
    const near = first && baselineOf(glyph) - baselineOf(first) < 0.5 * Math.min(glyph.size, first.size)
    if (row && near) row.push(glyph)
    else rows.push([glyph])
  }
  return rows
}

function parted(row: readonly Glyph[]): Glyph[][] {
  const size = Math.max(...row.map((glyph) => glyph.size))
  const pieces: Glyph[][] = []
  let last: Glyph | undefined
  for (const glyph of row) {
    if (!isBlank(glyph)) {
      // A label keeps what is filled in behind it (部门：        某某局).
      const isLabel = last && /[:：]$/u.test(last.text) && !holdsLabel(row.slice(row.indexOf(glyph)))
      if (last && !isLabel && startOf(glyph) - endOf(last) > wide * size) pieces.push([])
      last = glyph
    }
    if (pieces.length === 0) pieces.push([])
    pieces.at(-1)!.push(glyph)
  }
  return pieces
}

/** Does a label (单位：) begin here? */
function holdsLabel(glyphs: readonly Glyph[]): boolean {
  const words = glyphs
    .map((glyph) => glyph.text)
    .join('')
    .replace(/[\s\u3000]/gu, '')
  return /^(?:金额)?(?:单位|部门|编制|日期|年度)[^:：]{0,4}[:：]/u.test(words)
}

function lineOf(glyphs: readonly Glyph[], whole: boolean): Line {
  const printed = glyphs.filter((glyph) => !isBlank(glyph))
  const first = printed[0]!
  return {
    turn: first.turn,
    text: textOf(glyphs),
    start: startOf(first),
    end: Math.max(...printed.map(endOf)),
    baseline: baselineOf(first),
    size: Math.max(...printed.map((glyph) => glyph.size)),
    first: first.advance,
    head: headOf(glyphs.slice(glyphs.indexOf(first))),
    reach: reachOf(printed),
    whole,
    box: around(printed.map(boxOf)),
  }
}

function headOf(glyphs: readonly Glyph[]): number {
  let count = 0
  const take = (belongs: (text: string) => boolean): void => {
    while (count < glyphs.length && belongs(glyphs[count]!.text)) count += 1
  }
  take(isOpening)
  if (count < glyphs.length && isLatin(glyphs[count]!.text)) take(isLatin)
  else count = Math.min(count + 1, glyphs.length)
  take(isClosing)
  return endOf(glyphs[count - 1]!) - startOf(glyphs[0]!)
}

function reachOf(printed: readonly Glyph[]): number {
  const last = printed.findLast((glyph) => !isClosing(glyph.text)) ?? printed.at(-1)!
  return endOf(last)
}

/** Where figures or Latin letters stand apart without a blank, and where ideographs stand wide apart, one is put. */
function textOf(glyphs: readonly Glyph[]): string {
  let text = ''
  let last: Glyph | undefined
  for (const [index, glyph] of glyphs.entries()) {
    if (isBlank(glyph) && isCovered(glyph, glyphs[index - 1], glyphs[index + 1])) continue
    if (last && !isBlank(last) && !isBlank(glyph) && standApart(last, glyph)) text += ' '
    text += glyph.text
    last = glyph
  }
  return text.replace(/[\s\u3000]+$/u, '')
}

/** A blank under a printed sign parts nothing. */
function isCovered(blank: Glyph, before: Glyph | undefined, after: Glyph | undefined): boolean {
  const middle = startOf(blank) + blank.advance / 2
  const under = before !== undefined && !isBlank(before) && endOf(before) > middle
  return under || (after !== undefined && !isBlank(after) && startOf(after) < middle)
}

function standApart(last: Glyph, next: Glyph): boolean {
  const isNarrow = isLatin(last.text) && isLatin(next.text)
  return startOf(next) - endOf(last) > (isNarrow ? 0.25 : 1) * Math.max(last.size, next.size)
}

function isLatin(text: string): boolean {
  return /^[\u0021-\u024f]/u.test(text)
}

function isOpening(text: string): boolean {
  return /^[（《「『【〔〈“‘([]/u.test(text)
}

function isClosing(text: string): boolean {
  return /^[，。、；：！？）》」』】〕〉”’%％…,.;:!?)\]]/u.test(text)
}
