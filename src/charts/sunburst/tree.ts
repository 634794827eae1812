import type Decimal from 'decimal.js'
import { Exact } from '../../model/money'
import type { CellState } from '../../model/vocabulary'

/** One published row of a classification; totals of the table stand apart. */
export interface ClassificationAmount {
  /** 科目编码, or the id of a source of income. */
  code: string
  parentCode: string | null
  /** 1 类, 2 款, 3 项. */
  level: number
  name: string
  /** 元; null in every state but value and zero. */
  amount: Decimal | null
  /** 元 of one unit of the last printed digit; null when it is not known, and nothing is then allowed for rounding. */
  step: Decimal | null
  state: CellState
}

/** The table's own 合计, where it is printed. */
export interface PublishedTotal {
  amount: Decimal
  step: Decimal | null
}

/**
 * Why the parts of a node cannot share its ring.
 * over: they come to more than the node, by more than rounding allows. negative: some are below zero.
 */
export type Fault =
  { kind: 'over'; sum: Decimal; excess: Decimal; allowed: Decimal } | { kind: 'negative'; names: string[] }

/** A row in its place. The root (level 0) is the whole table; a remainder (未细分) is what a node's rows leave open. */
export interface TreeNode {
  kind: 'root' | 'published' | 'remainder'
  /** The code, made unique where a table prints one twice. */
  key: string
  code: string | null
  name: string
  level: number
  depth: number
  amount: Decimal | null
  step: Decimal | null
  /** What the node asks of its ring: its amount, or what its parts ask for where it prints none; never below zero. */
  extent: Decimal
  /** published: printed where it stands; derived: a remainder, or a total that is only the rows added. */
  basis: 'published' | 'derived'
  state: CellState
  parent: TreeNode | null
  children: TreeNode[]
  fault: Fault | null
}

const zero = new Exact(0)
export const rootKey = ''

/**
 * Puts published rows under their parents, checks each node against its parts and makes the remainder visible.
 * Published amounts stand on every level: each is used where it stands, none is summed into another.
 * A row whose parent is not in the table hangs on the nearest code that its own begins with, else on the root.
 */
export function growTree(rows: readonly ClassificationAmount[], total: PublishedTotal | null): TreeNode {
  const root = node(
    { kind: 'root', key: rootKey, code: null, name: '', level: 0 },
    total?.amount ?? null,
    total?.step ?? null,
  )
  const byCode = new Map<string, TreeNode>()
  const keys = new Set<string>()
  const nodes = rows.map((row) => {
    const made = node(
      { kind: 'published', key: unusedKey(row.code, keys), code: row.code, name: row.name, level: row.level },
      row.amount,
      row.step,
      row.state,
    )
    if (!byCode.has(row.code)) byCode.set(row.code, made)
    return made
  })
  rows.forEach((row, i) => {
    const child = nodes[i]!
    const parent = parentOf(row, byCode) ?? root
    child.parent = parent
    parent.children.push(child)
  })
  settle(root, 0)
  const parts = partsOf(root)
  if (!root.amount && parts.length > 0) {
    root.amount = sumOf(parts)
    root.basis = 'derived'
  }
  return root
}

/** The node of a key or a code, or null. */
export function findNode(root: TreeNode, key: string): TreeNode | null {
  return descendants(root).find((n) => n.key === key) ?? descendants(root).find((n) => n.code === key) ?? null
}

/** The node and all below it, parents before children, in code order. */
export function descendants(from: TreeNode): TreeNode[] {
  return [from, ...from.children.flatMap(descendants)]
}

/** From the root down to the node, both included. */
export function pathTo(to: TreeNode): TreeNode[] {
  return to.parent ? [...pathTo(to.parent), to] : [to]
}

/** The printed figures that make up a node: those of its children, or of theirs where a child prints none. */
export function partsOf(of: TreeNode): TreeNode[] {
  return of.children
    .filter((child) => child.kind === 'published')
    .flatMap((child) => (child.amount ? [child] : partsOf(child)))
}

export function sumOf(nodes: readonly TreeNode[]): Decimal {
  return nodes.reduce((sum, n) => sum.plus(n.amount ?? zero), zero)
}

function node(
  is: Pick<TreeNode, 'kind' | 'key' | 'code' | 'name' | 'level'>,
  amount: Decimal | null,
  step: Decimal | null,
  state: CellState = 'value',
): TreeNode {
  return {
    ...is,
    depth: 0,
    amount,
    step,
    extent: zero,
    basis: 'published',
    state,
    parent: null,
    children: [],
    fault: null,
  }
}

function unusedKey(code: string, keys: Set<string>): string {
  let key = code
  for (let n = 2; keys.has(key); n++) key = `${code}~${n}`
  keys.add(key)
  return key
}

function parentOf(row: ClassificationAmount, byCode: Map<string, TreeNode>): TreeNode | null {
  if (row.parentCode === row.code) return null
  const named = row.parentCode === null ? undefined : byCode.get(row.parentCode)
  if (named && named.level < row.level) return named
  for (let length = row.code.length - 1; length > 2; length--) {
    const above = byCode.get(row.code.slice(0, length))
    if (above && above.level < row.level) return above
  }
  return null
}

/** Orders, measures depth, finds faults and remainders, from the leaves up. */
function settle(at: TreeNode, depth: number): void {
  at.depth = depth
  if (at.children.every((child) => /^\d+$/.test(child.code ?? ''))) {
    at.children.sort((a, b) => (a.code! < b.code! ? -1 : a.code! > b.code! ? 1 : 0))
  }
  for (const child of at.children) settle(child, depth + 1)
  const asked = at.amount ?? at.children.reduce((sum, child) => sum.plus(child.extent), zero)
  at.extent = asked.isNegative() ? zero : asked
  if (at.children.length === 0) return

  const parts = partsOf(at)
  const sum = sumOf(parts)
  const negative = parts.filter((part) => part.amount?.isNegative() && !part.amount.isZero())
  if (at.amount) {
    const allowed = [at, ...parts].reduce((half, n) => half.plus((n.step ?? zero).div(2)), zero)
    const left = at.amount.minus(sum)
    if (left.negated().gt(allowed)) {
      at.fault = { kind: 'over', sum, excess: left.negated(), allowed }
      return
    }
    if (negative.length === 0 && left.gt(allowed)) at.children.push(remainderOf(at, left))
  }
  if (negative.length > 0) at.fault = { kind: 'negative', names: negative.map((part) => part.name) }
}

function remainderOf(of: TreeNode, left: Decimal): TreeNode {
  const made = node(
    { kind: 'remainder', key: `${of.key}~rest`, code: null, name: '', level: of.level + 1 },
    left,
    null,
  )
  return { ...made, extent: left, basis: 'derived', depth: of.depth + 1, parent: of }
}
