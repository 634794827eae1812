import type Decimal from 'decimal.js'
import { Exact } from '../../model/money'
import type { CellState, Scheme } from '../../model/vocabulary'
import { colourOf, type Colour } from './colour'
import { descendants, pathTo, sumOf, type TreeNode } from './tree'

/** One row of the bars. `from` and `to` are shares of the line, 0 to 1; null where there is no figure to draw. */
export interface Bar extends Colour {
  node: TreeNode
  key: string
  amount: Decimal | null
  state: CellState
  from: number | null
  to: number | null
}

/**
 * The rows of the current level: the parts of the chosen node; for the last of its line, all rows of its level that
 * the view holds; for a remainder or an unknown node, the parts of the centre.
 */
export function rowsOfLevel(focus: TreeNode, chosen: TreeNode | null): TreeNode[] {
  const at = chosen ?? focus
  if (at.children.length > 0) return at.children
  const level = descendants(focus).filter((node) => node !== focus && node.level === at.level)
  const same = level.filter((node) => node.kind === 'published')
  return same.includes(at) ? same : focus.children
}

/** Rows by amount, largest first, rows without a figure last, what is not itemised at the end; ties keep code order. */
export function layoutBars(rows: readonly TreeNode[], scheme: Scheme): Bar[] {
  const amounts = rows.flatMap((row) => (row.amount ? [row.amount] : []))
  const high = Exact.max(0, ...amounts)
  const low = Exact.min(0, ...amounts)
  const span = high.minus(low)
  const at = (value: Decimal) => (span.isZero() ? 0 : value.minus(low).div(span).toNumber())
  return rows
    .map((node): Bar => {
      const { amount } = node
      return {
        node,
        key: node.key,
        amount,
        state: node.state,
        ...colourOf(scheme, node),
        from: amount ? at(amount.isNegative() ? amount : new Exact(0)) : null,
        to: amount ? at(amount.isNegative() ? new Exact(0) : amount) : null,
      }
    })
    .sort((a, b) => rank(a.node) - rank(b.node) || byAmount(a.amount, b.amount))
}

/** The published figures among the rows, added; null when there are fewer than two to add. */
export function addedUp(rows: readonly TreeNode[]): { count: number; sum: Decimal } | null {
  const counted = rows.filter((row) => row.kind === 'published' && row.amount)
  return counted.length < 2 ? null : { count: counted.length, sum: sumOf(counted) }
}

/** How rows that make up a printed whole differ from it, 元: whole − sum, and what rounding of all of them allows. */
export interface Difference {
  amount: Decimal
  allowed: Decimal
}

/** The rows added against the printed amount of the node that they divide; null where they leave some of it out. */
export function againstWhole(rows: readonly TreeNode[]): Difference | null {
  const listed = new Set(rows.filter((row) => row.kind === 'published'))
  const [first] = listed
  const whole = first && pathTo(first).find((above) => !listed.has(above) && isCovered(above, listed))
  if (!whole?.amount || whole.basis === 'derived') return null
  const counted = [...listed].filter((row) => row.amount)
  if (counted.length !== addedUp(rows)?.count || [...listed].some((row) => !pathTo(row).includes(whole)))
    return null
  const allowed = [whole, ...counted].reduce(
    (half, n) => half.plus((n.step ?? new Exact(0)).div(2)),
    new Exact(0),
  )
  return { amount: whole.amount.minus(sumOf(counted)), allowed }
}

function isCovered(node: TreeNode, listed: ReadonlySet<TreeNode>): boolean {
  const parts = node.children.filter((child) => child.kind === 'published')
  return parts.length > 0 && parts.every((part) => listed.has(part) || isCovered(part, listed))
}

/** Is there anything below zero, so that a line of zero must be drawn? */
export function zeroLine(bars: readonly Bar[]): number | null {
  const below = bars.find((bar) => bar.amount?.isNegative() && !bar.amount.isZero())
  return below ? (below.to ?? null) : null
}

function rank(node: TreeNode): number {
  if (node.kind === 'remainder') return 2
  return node.amount === null && node.extent.isZero() ? 1 : 0
}

function byAmount(a: Decimal | null, b: Decimal | null): number {
  if (a && b) return b.comparedTo(a)
  return (a ? 0 : 1) - (b ? 0 : 1)
}
