import type { Box } from './box'
import { holds } from './box'
import type { CellText, Padding } from './cell-text'
import { cellText, paddingOf } from './cell-text'
import type { Glyph } from './glyph'
import { boxOf, centreOf, isBlank } from './glyph'
import type { Grid, GridCell } from './grid'
import type { Line } from './lines'
import { linesOf } from './lines'
import { withoutOpenSides } from './open-sides'
import { boxOfStack, isCut, isOverprinted, stacksOf } from './overset'

/** A ruled table on one page. */
export interface PageTable {
  box: Box
  /** Edges of its columns, in points from the left. */
  xs: number[]
  rowCount: number
  cells: PageCell[]
  /** Does it say anything? One without words may be the blank rest of a table on the page before, or an ornament. */
  isPrinted: boolean
}

export interface PageCell extends GridCell, CellText {
  box: Box
}

/** Stands for what is printed and cannot be read: signs on top of others. */
export const overprinted = '\ufffd'

/** A word whose first or last sign keeps this distance from a rule or less, in points, is aligned to it. */
const aligned = 8

/** Gives every word to the cell it stands in. Words outside of all grids are left over. */
export function fillGrids(
  grids: readonly Grid[],
  words: readonly Glyph[][],
): { tables: PageTable[]; left: Glyph[] } {
  const filled = grids.map((grid) => new FilledGrid(grid))
  // A grid within a cell of another comes first.
  filled.sort((a, b) => areaOf(a.grid.box) - areaOf(b.grid.box))
  const left: Glyph[] = []
  for (const stack of stacksOf(words)) {
    const home = stack.length > 1 ? filled.find((candidate) => candidate.isAround(stack.flat())) : undefined
    if (home?.takeCut(stack)) continue
    for (const word of stack) {
      const owner = filled.find((candidate) => candidate.isAround(word))
      if (owner) owner.take(word)
      else left.push(...word)
    }
  }
  return { tables: filled.map((grid) => grid.table()), left }
}

class FilledGrid {
  readonly #unitOwner: Int32Array
  readonly #contents: Glyph[][]

  constructor(readonly grid: Grid) {
    const cols = grid.xs.length - 1
    this.#unitOwner = new Int32Array(cols * (grid.ys.length - 1))
    this.#contents = grid.cells.map(() => [])
    for (const [index, cell] of grid.cells.entries()) {
      for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) {
        this.#unitOwner.fill(index, row * cols + cell.col, row * cols + cell.col + cell.colSpan)
      }
    }
  }

  isAround(word: readonly Glyph[]): boolean {
    const printed = printedOf(word)
    const inside = printed.filter((glyph) => holds(this.grid.box, ...centreOf(glyph)))
    return inside.length * 2 > printed.length
  }

  /** Gives the lines of a text that rules cut through to the cell in which its middle stands, if that is as wide. */
  takeCut(stack: readonly Glyph[][]): boolean {
    const { left, right, top, bottom } = boxOfStack(stack)
    const cell = this.#cellAt((left + right) / 2, (top + bottom) / 2)
    if (cell === null || !isCut(stack, this.grid.ys)) return false
    const box = this.#boxOf(this.grid.cells[cell]!)
    const overhang = stack[0]![0]!.size / 2
    if (left < box.left - overhang || right > box.right + overhang) return false
    this.#contents[cell]!.push(...stack.flat())
    return true
  }

  /** Gives a word to a cell: all of it to one, also where it runs over a rule; what only stands behind a blank does not. */
  take(word: readonly Glyph[]): void {
    const parts = partsOf(word)
    const ends = parts.map((part) => this.#endsOf(part))
    const runsOver = ends.some((cells) => cells && cells.first !== cells.last)
    const pieces = runsOver ? [word] : parts
    for (const piece of pieces) {
      const cells = this.#endsOf(piece)
      if (cells) this.#contents[this.#ownerOf(printedOf(piece), cells.first, cells.last)]!.push(...piece)
    }
  }

  /** The cells in which a word's first and last sign stand. */
  #endsOf(word: readonly Glyph[]): { first: number; last: number } | null {
    const cells = printedOf(word)
      .map((glyph) => this.#cellAt(...centreOf(glyph)))
      .filter((cell) => cell !== null)
    const [first, last] = [cells[0], cells.at(-1)]
    return first === undefined || last === undefined ? null : { first, last }
  }

  table(): PageTable {
    const isEmpty = (cell: GridCell): boolean => this.#contents[this.grid.cells.indexOf(cell)]!.length === 0
    const { xs, ys, box, kept } = withoutOpenSides(this.grid, isEmpty)
    const cells = kept.map(({ cell, from }) => {
      const bounds = {
        left: xs[cell.col]!,
        right: xs[cell.col + cell.colSpan]!,
        top: ys[cell.row]!,
        bottom: ys[cell.row + cell.rowSpan]!,
      }
      const content = this.#contents[from]!
      return { ...cell, box: bounds, lines: linesOf(content), isOverprinted: isOverprinted(content) }
    })
    const padding = paddingOf(
      cells.map((cell) => ({ lines: cell.lines, left: cell.box.left, right: cell.box.right })),
    )
    return {
      box,
      xs,
      rowCount: ys.length - 1,
      isPrinted: this.#contents.some((glyphs) => glyphs.length > 0),
      cells: cells.map(({ lines, isOverprinted, ...cell }) => {
        const said = cellText(lines, ...roomIn(cell.box, lines, padding))
        return { ...cell, ...said, ...(isOverprinted ? { text: overprinted } : {}) }
      }),
    }
  }

  /**
   * Whose is a word that runs over rules? It grows out of its cell away from the side it is aligned to:
   * from the left for words, from the right for figures; a centred one has its middle at home.
   */
  #ownerOf(printed: readonly Glyph[], first: number, last: number): number {
    if (first === last) return first
    const start = boxOf(printed[0]!).left - this.#boxOf(this.grid.cells[first]!).left
    const end = this.#boxOf(this.grid.cells[last]!).right - boxOf(printed.at(-1)!).right
    if (isAligned(end) && !(isAligned(start) && start < end)) return last
    if (isAligned(start)) return first
    const middle = printed[Math.floor(printed.length / 2)]!
    return this.#cellAt(...centreOf(middle)) ?? first
  }

  #cellAt(x: number, y: number): number | null {
    const { xs, ys, box } = this.grid
    if (!holds(box, x, y)) return null
    const col = Math.min(
      Math.max(
        xs.findLastIndex((edge) => edge <= x),
        0,
      ),
      xs.length - 2,
    )
    const row = Math.min(
      Math.max(
        ys.findLastIndex((edge) => edge <= y),
        0,
      ),
      ys.length - 2,
    )
    return this.#unitOwner[row * (xs.length - 1) + col]!
  }

  #boxOf({ row, col, rowSpan, colSpan }: GridCell): Box {
    const { xs, ys } = this.grid
    return { left: xs[col]!, right: xs[col + colSpan]!, top: ys[row]!, bottom: ys[row + rowSpan]! }
  }
}

/** A word in parts at its blanks; those before it go with its first part, others with the part before them. */
function partsOf(word: readonly Glyph[]): Glyph[][] {
  const parts: Glyph[][] = []
  let last: Glyph | undefined
  for (const glyph of word) {
    const begins =
      !isBlank(glyph) && last !== undefined && isBlank(last) && parts.at(-1)!.some((each) => !isBlank(each))
    if (begins || parts.length === 0) parts.push([])
    parts.at(-1)!.push(glyph)
    last = glyph
  }
  return parts
}

function isAligned(gap: number): boolean {
  return gap >= -1 && gap <= aligned
}

/** A word's signs that are printed and no blanks; a word of blanks alone stands where its blanks stand. */
function printedOf(word: readonly Glyph[]): readonly Glyph[] {
  const printed = word.filter((glyph) => glyph.visible && !isBlank(glyph))
  return printed.length > 0 ? printed : word
}

/** From where to where lines may reach along their reading direction. */
function roomIn(box: Box, lines: readonly Line[], padding: Padding): [from: number, to: number] {
  if (lines[0]?.turn === 1) return [box.top, box.bottom]
  if (lines[0]?.turn === 2) return [-box.right, -box.left]
  if (lines[0]?.turn === 3) return [-box.bottom, -box.top]
  return [box.left + padding.left, box.right - padding.right]
}

function areaOf(box: Box): number {
  return (box.right - box.left) * (box.bottom - box.top)
}
