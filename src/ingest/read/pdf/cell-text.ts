import type { Line } from './lines'

/** Blank margins between a table's rules and what is printed in its cells, in points. */
export interface Padding {
  left: number
  right: number
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
 * @param room what the cell offers along the reading direction, without its padding, in points
 */
export function cellText(lines: readonly Line[], room: number): string {
  let text = ''
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    const words = before ? line.text.replace(/^[\s\u3000]+/u, '') : line.text
    text += before && !goesOn(before, line, room) ? `\n${words}` : words
  }
  return text
}

/** Was a line broken because no more of what follows had room in it? A figure goes on only behind a line that is quite full. */
function goesOn(before: Line, next: Line, room: number): boolean {
  if (before.turn !== next.turn) return false
  const left = room - (before.end - before.start)
  const isBrokenFigure = /\d[,.]?$/u.test(before.text) && /^[\s\u3000]*[\d,.]/u.test(next.text)
  return left < (isBrokenFigure ? next.first : next.head + before.size)
}
