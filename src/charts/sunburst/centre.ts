import { textWidth } from '../shared/text-width'
import { smallestType } from './labels'

/** One line of the words in the hole; y of its baseline from the centre, px. */
export interface CentreLine {
  role: 'what' | 'amount' | 'note'
  text: string
  size: number
  y: number
}

/**
 * Up to three lines that stay inside the hole. The amount shrinks before it is left out, the name is cut, and of the
 * notes, given fullest first, the first that fits is taken.
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
  const small = Math.max(smallestType, size * 0.92)
  const scale = Math.min(1, hole / (size * 5.2))
  const above = -2 * size * scale
  const below = 2.1 * size * scale
  const figure = [2, 1.7, 1.4, 1.2, 1, 0.95]
    .map((times) => times * size)
    .find((big) => big >= smallestType && textWidth(amount, big) <= chord(hole, big / 2))
  const name = cutTo(what, size, chord(hole, above - size * 0.9))
  const note = notes.find((text) => textWidth(text, small) <= chord(hole, below + small * 0.2))
  const lines: CentreLine[] = []
  if (name) lines.push({ role: 'what', text: name, size, y: above })
  if (amount && figure) lines.push({ role: 'amount', text: amount, size: figure, y: figure * 0.24 })
  if (note) lines.push({ role: 'note', text: note, size: small, y: below })
  return lines
}

/** Width of the hole at a height, less a margin. */
function chord(hole: number, y: number): number {
  return 2 * Math.sqrt(Math.max(hole ** 2 - y ** 2, 0)) - 10
}

function cutTo(text: string, size: number, room: number): string {
  if (textWidth(text, size) <= room) return text
  const glyphs = [...text]
  while (glyphs.length > 2 && textWidth(`${glyphs.join('')}…`, size) > room) glyphs.pop()
  return glyphs.length > 2 ? `${glyphs.join('')}…` : ''
}
