import { textWidth } from '../shared/text-width'
import { smallestType } from './labels'

/** Size in px up to which notes are a little smaller than text. */
const largestNote = 16

/** One line of the words in the hole; y of its baseline from the centre, px. */
export interface CentreLine {
  role: 'what' | 'amount' | 'note'
  text: string
  size: number
  y: number
}

/**
 * Up to four lines that stay inside the hole. The amount shrinks before it is left out; the name is never cut: it is
 * written smaller, then in two lines, else left to the words beside the picture; and of the notes, given fullest first, the first that fits is taken.
 * @param hole radius in px
 * @param size px of plain text
 */
export function centreLines(
  hole: number,
  what: string,
  amount: string,
  notes: string[],
  size: number,
): CentreLine[] {
  /** The large edition writes notes as large as text. */
  const small = size > largestNote ? size : Math.max(smallestType, size * 0.92)
  const scale = Math.min(1, hole / (size * 5.2))
  const above = -2 * size * scale
  const below = 2.1 * size * scale
  const figure = [2, 1.7, 1.4, 1.2, 1, 0.95]
    .map((times) => times * size)
    .find((big) => big >= smallestType && textWidth(amount, big) <= chord(hole, big / 2))
  const note = notes.find((text) => textWidth(text, small) <= chord(hole, below + small * 0.2))
  const lines: CentreLine[] = []
  lines.push(...nameLines(hole, what, size, above, figure ?? size))
  if (amount && figure) lines.push({ role: 'amount', text: amount, size: figure, y: figure * 0.24 })
  if (note) lines.push({ role: 'note', text: note, size: small, y: below })
  return lines
}

/** Width of the hole at a height, less a margin. */
function chord(hole: number, y: number): number {
  return 2 * Math.sqrt(Math.max(hole ** 2 - y ** 2, 0)) - 10
}

/** The name over the amount, in one line or two, none where neither fits even in the smallest type. */
function nameLines(hole: number, name: string, size: number, y: number, figure: number): CentreLine[] {
  const sizes = [size, size * 0.92, size * 0.85, smallestType].filter((type) => type >= smallestType)
  const fits = (text: string, type: number, at: number) =>
    textWidth(text, type) <= chord(hole, at - type * 0.9)
  const line = (text: string, type: number, at: number): CentreLine => ({
    role: 'what',
    text,
    size: type,
    y: at,
  })
  const one = sizes.find((type) => fits(name, type, y))
  if (one) return [line(name, one, y)]
  const [first, second] = halves(name)
  for (const type of sizes) {
    const lower = Math.min(y, -figure * 0.55 - type * 0.3)
    const upper = lower - type * 1.15
    if (upper - type > -hole && fits(first, type, upper) && fits(second, type, lower))
      return [line(first, type, upper), line(second, type, lower)]
  }
  return []
}

/** A name in two parts: at the blank nearest its middle, else in the middle; the upper is never the longer. */
function halves(name: string): [string, string] {
  const glyphs = [...name]
  const middle = Math.floor(glyphs.length / 2)
  const blanks = glyphs.flatMap((glyph, i) => (glyph === ' ' ? [i] : []))
  const at = blanks.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0] ?? middle
  return [glyphs.slice(0, at).join(''), glyphs.slice(at).join('').trim()]
}
