import { opensParagraph } from '../paragraphs'
import type { Line } from './lines'

/** Blank margins between a table's rules and what is printed in its cells, in points. */
export interface Padding {
  left: number
  right: number
}

/** What a cell says, and what its lines leave free. */
export interface CellText {
  text: string
  /** Width of what cannot be parted from its first sign, in points; 0 in an empty cell. */
  head: number
  /** Room behind its last line, in points. */
  free: number
}

/** What a table keeps free in its cells: the least that any of its lines leaves. */
export function paddingOf(
  cells: readonly { lines: readonly Line[]; left: number; right: number }[],
): Padding {
  const padding = { left: 8, right: 8 }
  for (const { lines, left, right } of cells) {
    for (const line of lines) {
      padding.left = Math.min(padding.left, Math.max(line.box.left - left, 0))
      padding.right = Math.min(padding.right, Math.max(right - line.box.right, 0))
    }
  }
  return padding
}

/**
 * The text of a cell. A line that is full goes on in the next without a blank, since names are broken anywhere;
 * after a line that is not, a new one begins.
 * @param from where the cell's room begins along the reading direction, without its padding, in points
 * @param to where it ends
 */
export function cellText(lines: readonly Line[], from: number, to: number): CellText {
  let text = ''
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    const words = before ? line.text.replace(/^[\s\u3000]+/u, '') : line.text
    text += before && !goesOn(before, line, from, to) ? `\n${words}` : words
  }
  const last = lines.at(-1)
  return { text, head: lines[0]?.head ?? 0, free: last ? roomBehind(last, from, to) : to - from }
}

/**
 * Was a line broken because no more of what follows had room in it? A figure goes on only behind a line that is quite
 * full: two figures in one cell must not become one. Labels are broken for their looks too.
 */
function goesOn(before: Line, next: Line, from: number, to: number): boolean {
  if (before.turn !== next.turn) return false
  const words = next.text.trimStart()
  const start = /[\d,.]*\d[,.]?$/u.exec(before.text)?.[0]
  const rest = /^[\d,.]+/u.exec(words)?.[0]
  if (start && rest) return isBroken(start, rest) && to - from - (before.end - before.start) < next.first
  if (roomBehind(before, from, to) < next.head + before.size) return true
  return (
    !opensParagraph(words) && !/[。；：;:]$/u.test(before.text) && before.end - before.start > (to - from) / 3
  )
}

/** May two stretches be one figure? Not when the first has its decimals. */
function isBroken(start: string, rest: string): boolean {
  return !/\.\d\d$/u.test(start) && /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/u.test(start + rest)
}

/** What is left of a line's room: behind it where it was indented, on both sides where it is centred. */
function roomBehind(line: Line, from: number, to: number): number {
  return Math.min(to - from - (line.end - line.start), to - line.end)
}
