import type { Box } from './box'
import type { Grid, GridCell, Side } from './grid'

/** A grid's edges and cells, with each cell's index among the grid's own. */
export interface TrimmedGrid {
  box: Box
  xs: number[]
  ys: number[]
  kept: { cell: GridCell; from: number }[]
}

/** Drops the outer columns and rows that no rule closes and nothing stands in: there a rule only reaches out too far. */
export function withoutOpenSides(grid: Grid, isEmpty: (cell: GridCell) => boolean): TrimmedGrid {
  let kept = grid.cells.map((cell, from) => ({ cell, from, isEmpty: isEmpty(cell) }))
  const xs = [...grid.xs]
  const ys = [...grid.ys]
  for (const side of grid.open) {
    const edges = side === 'left' || side === 'right' ? xs : ys
    const at = side === 'left' || side === 'top' ? 0 : edges.length - 2
    const outer = kept.filter(({ cell }) => startOf(cell, side) === at && spanOf(cell, side) === 1)
    if (edges.length < 3 || outer.length === 0 || !outer.every((each) => each.isEmpty)) continue
    kept = kept.flatMap((each) => {
      const cell = without(each.cell, side, at)
      return cell ? [{ ...each, cell }] : []
    })
    edges.splice(at === 0 ? 0 : at + 1, 1)
  }
  const box = { left: xs[0]!, right: xs.at(-1)!, top: ys[0]!, bottom: ys.at(-1)! }
  return { box, xs, ys, kept: kept.map(({ cell, from }) => ({ cell, from })) }
}

function startOf(cell: GridCell, side: Side): number {
  return side === 'left' || side === 'right' ? cell.col : cell.row
}

function spanOf(cell: GridCell, side: Side): number {
  return side === 'left' || side === 'right' ? cell.colSpan : cell.rowSpan
}

/** A cell when one column or row is gone; null when it stood in nothing else. */
function without(cell: GridCell, side: Side, at: number): GridCell | null {
  const start = startOf(cell, side)
  const span = spanOf(cell, side)
  const isIn = start <= at && at < start + span
  if (isIn && span === 1) return null
  const newStart = start > at ? start - 1 : start
  const newSpan = isIn ? span - 1 : span
  return side === 'left' || side === 'right'
    ? { ...cell, col: newStart, colSpan: newSpan }
    : { ...cell, row: newStart, rowSpan: newSpan }
}
