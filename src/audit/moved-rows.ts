import type { Figure } from './figures'
import { likeness, rowName, type Reference } from './alignment'
import { compareSum } from './identity'
import { treeSums, type Sum } from './tree'

/** A run of figures that agrees with another table once it is moved by some rows, while the codes stay. */
export interface Move {
  /** How many rows the figures must go down to stand beside their codes; up when negative. */
  by: number
  /** Indexes of the figures that agree when moved, in the order of the column. */
  rows: number[]
  /** How many figures of the run can be compared when moved. */
  of: number
  /** How many of them agree as printed, of how many that can be compared, in the whole column. */
  unmoved: { agree: number; of: number }
  /** Indexes of the figures that disagree as printed. */
  unlike: number[]
  /** How many of those agree when moved. */
  gained: number
}

/** Fewer figures that agree when moved, or that agree only when moved, may do so by chance. */
const fewestAgreeing = 3
const fewestGained = 2

/**
 * Looks for the move that explains best where a column disagrees with another table: the run from the first to the last
 * disagreeing row, drawn out as far as the moved figures go on agreeing. Null when less than three figures would agree, less
 * than two are gained, the run holds a single value over and over, or more places stay wrong than the move itself leaves open.
 */
export function findMove(figures: Figure[], reference: Reference): Move | null {
  const names = figures.map(rowName)
  if (new Set(names).size < names.length) return null
  const beside = (index: number, by: number) => {
    const figure = figures[index]
    const name = names[index + by]
    return figure && name ? likeness(figure, reference.of(name)) : 'silent'
  }
  const printed = figures.map((_, index) => beside(index, 0))
  const unlike = printed.flatMap((likeness, index) => (likeness === 'unlike' ? [index] : []))
  const [first, last] = [unlike[0], unlike.at(-1)]
  if (first === undefined || last === undefined || unlike.length < fewestGained) return null

  const moves = stepsUpTo(Math.floor(figures.length / 2)).map((by): Move => {
    const moved = figures.map((_, index) => beside(index, by))
    let from = first
    let to = last
    while (from > 0 && moved[from - 1] !== 'unlike') from -= 1
    while (to < moved.length - 1 && moved[to + 1] !== 'unlike') to += 1
    const run = indexes(from, to).filter((index) => moved[index] !== 'silent')
    const rows = run.filter((index) => moved[index] === 'alike')
    return {
      by,
      rows,
      of: run.length,
      unmoved: { agree: count(printed, 'alike'), of: printed.length - count(printed, 'silent') },
      unlike,
      gained: rows.filter((index) => printed[index] === 'unlike').length,
    }
  })
  const telling = moves.filter(
    ({ by, rows, of, gained }) =>
      rows.length >= fewestAgreeing &&
      gained >= fewestGained &&
      of - rows.length <= Math.abs(by) &&
      new Set(rows.map((index) => figures[index]!.yuan!.toFixed())).size >= 2,
  )
  return (
    telling.sort((a, b) => b.gained - a.gained || Math.abs(a.by) - Math.abs(b.by) || b.by - a.by)[0] ?? null
  )
}

/**
 * A column with a move undone: the same move may be tried on the other columns of its table. A row that gives its figure
 * away and receives none, or is wrong as printed and not part of the move, becomes unreadable: its figure is lost.
 */
export function undoMove(figures: Figure[], { by, rows, unlike }: Move): Figure[] {
  const moving = new Set(indexes(rows[0]!, rows.at(-1)!))
  const lost = new Set([...moving, ...unlike])
  return figures.map((figure, index) => {
    const source = moving.has(index - by) ? figures[index - by] : undefined
    if (source) return { ...source, row: figure.row, key: figure.key, name: figure.name }
    return lost.has(index)
      ? { ...figure, state: 'unreadable', yuan: null, step: null, interval: null }
      : figure
  })
}

/** The sums of a column's code tree that are broken. */
export function brokenSums(figures: Figure[]): Sum[] {
  return treeSums(figures).filter((sum) => compareSum(sum).outcome === 'violation')
}

/** Has a column sums at all, so that its own tree can say whether it is sound? */
export function hasSums(figures: Figure[]): boolean {
  return treeSums(figures).length > 0
}

function stepsUpTo(most: number): number[] {
  return Array.from({ length: most }, (_, i) => [i + 1, -i - 1]).flat()
}

function indexes(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i)
}

function count<T>(all: T[], one: T): number {
  return all.filter((x) => x === one).length
}
