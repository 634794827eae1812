import type Decimal from 'decimal.js'
import type { Scheme } from '../../model/vocabulary'
import { Exact } from '../../model/money'
import { colourOf, restColour, type Colour } from './colour'
import { findNode, pathTo, type TreeNode } from './tree'

/** Angles in radians, clockwise from 12 o'clock; radii in px from the centre. */
export interface Sector {
  start: number
  end: number
  inner: number
  outer: number
}

/**
 * A placed shape. published: a row; remainder: 未细分; other: 其他 n 项, rows too thin to draw;
 * gap: the place of a row whose parts come to more than itself, left open.
 */
export interface Shape extends Sector, Colour {
  kind: 'published' | 'remainder' | 'other' | 'gap'
  key: string
  node: TreeNode | null
  /** The node whose ring this shape divides. */
  parent: TreeNode
  /** The rows behind 其他 n 项, else none. */
  merged: TreeNode[]
  /** 元; null where a row prints none and only its parts do. */
  amount: Decimal | null
  ring: number
}

export interface SunburstOptions {
  scheme: Scheme
  /** How many rings to draw at most. */
  rings: number
  /** Outer radius in px. */
  radius: number
  /** Arcs below this angle are merged with their like. */
  thinnest?: number
}

export const thinnestArc = 0.02
export const mostArcs = 300

/** Places what hangs below `focus`, ring by ring. Same input, same shapes; the input is not touched. */
export function layoutSunburst(focus: TreeNode, options: SunburstOptions): Shape[] {
  const rings = Math.min(options.rings, depthBelow(focus))
  if (rings === 0 || focus.extent.isZero()) return []
  const radii = ringRadii(options.radius, rings)
  let thinnest = options.thinnest ?? thinnestArc
  let shapes = place(focus, thinnest)
  while (shapes.length > mostArcs && thinnest < Math.PI) {
    thinnest *= 1.5
    shapes = place(focus, thinnest)
  }
  return shapes

  function place(from: TreeNode, least: number): Shape[] {
    const placed: Shape[] = []
    divide(from, 0, 2 * Math.PI, 0)
    return placed.sort((a, b) => a.ring - b.ring || a.start - b.start)

    function divide(at: TreeNode, start: number, end: number, ring: number): void {
      if (ring >= rings || at.fault) return
      for (const part of shares(at, start, end, least)) {
        const first = part.nodes[0]!
        const merged = part.nodes.length > 1
        const gap = first.fault?.kind === 'over'
        placed.push({
          kind: merged ? 'other' : gap ? 'gap' : first.kind === 'remainder' ? 'remainder' : 'published',
          key: merged ? `${at.key}~other` : first.key,
          node: merged ? null : first,
          parent: at,
          merged: merged ? part.nodes : [],
          amount: merged ? sumOfExtents(part.nodes) : first.amount,
          start: part.start,
          end: part.end,
          inner: radii[ring]!,
          outer: radii[ring + 1]!,
          ring,
          ...(merged ? restColour(options.scheme, at) : colourOf(options.scheme, first)),
        })
        if (!merged) divide(first, part.start, part.end, ring + 1)
      }
    }
  }
}

/**
 * The node at the centre when `at` is chosen: the node itself when it has parts to show; else, for the last of its
 * line, the widest view in which its arc is at least `target` px long, so that choosing never hides what was chosen.
 * @param before key of the node at the centre until now: a zoomed view that shows the last of a line is kept
 */
export function focusOf(
  root: TreeNode,
  at: string | null,
  options: SunburstOptions,
  before: string | null = null,
  target = 24,
): TreeNode {
  const chosen = at === null ? root : (findNode(root, at) ?? root)
  if (chosen === root || (!chosen.fault && chosen.children.some((child) => !child.extent.isZero()))) {
    return chosen
  }
  const above = pathTo(chosen).slice(0, -1)
  const held = before === null ? undefined : above.find((from) => from !== root && from.key === before)
  if (held && layoutSunburst(held, options).some((shape) => shape.node === chosen)) return held
  const views = above.map((from) => ({ from, shapes: layoutSunburst(from, options) }))
  const isSeen = (shape: Shape) => shape.node === chosen && (shape.end - shape.start) * shape.outer >= target
  const widest = views.find(({ shapes }) => shapes.some(isSeen))
  const nearest = views.reverse().find(({ shapes }) => shapes.length > 0)
  return (widest ?? nearest)?.from ?? root
}

/** Radii of the rings' borders, from the hole out: a hole of .36 R (.56 R round a single ring), rings nearly equal. */
export function ringRadii(radius: number, rings: number): number[] {
  const hole = radius * (rings === 1 ? 0.56 : rings === 2 ? 0.385 : 0.356)
  const weights = Array.from({ length: rings }, (_, i) => 1 + 0.065 * i)
  const unit = (radius - hole) / weights.reduce((a, b) => a + b, 0)
  let border = hole
  return [hole, ...weights.map((weight) => (border += weight * unit))]
}

/** The interval of the full circle that a node takes, seen from the root: 0 to 1. */
export function intervalOf(of: TreeNode): [start: number, end: number] {
  if (!of.parent) return [0, 1]
  const [start, end] = intervalOf(of.parent)
  const kin = of.parent.children
  const whole = kin.reduce((sum, n) => sum.plus(n.extent), new Exact(0))
  if (whole.isZero()) return [start, start]
  const before = kin.slice(0, kin.indexOf(of)).reduce((sum, n) => sum.plus(n.extent), new Exact(0))
  const at = (part: Decimal) => start + (end - start) * part.div(whole).toNumber()
  return [at(before), at(before.plus(of.extent))]
}

interface Share {
  nodes: TreeNode[]
  start: number
  end: number
}

/** Divides an angle among the parts of a node; the last border is the end itself, so that no angle is lost. */
function shares(at: TreeNode, start: number, end: number, least: number): Share[] {
  const drawn = at.children.filter((child) => !child.extent.isZero())
  const whole = sumOfExtents(drawn)
  const isThin = (n: TreeNode) =>
    n.kind === 'published' && (end - start) * n.extent.div(whole).toNumber() < least
  const thin = drawn.filter(isThin)
  const groups =
    thin.length < 2
      ? drawn.map((n) => [n])
      : [
          ...drawn.filter((n) => n.kind === 'published' && !thin.includes(n)).map((n) => [n]),
          thin,
          ...drawn.filter((n) => n.kind === 'remainder').map((n) => [n]),
        ]
  let before = new Exact(0)
  let border = start
  return groups.map((nodes, i) => {
    before = before.plus(sumOfExtents(nodes))
    const from = border
    border = i === groups.length - 1 ? end : start + (end - start) * before.div(whole).toNumber()
    return { nodes, start: from, end: border }
  })
}

function sumOfExtents(nodes: TreeNode[]): Decimal {
  return nodes.reduce((sum, n) => sum.plus(n.extent), new Exact(0))
}

function depthBelow(at: TreeNode): number {
  const deeper = at.children.filter((child) => !child.extent.isZero())
  return at.fault || deeper.length === 0 ? 0 : 1 + Math.max(...deeper.map(depthBelow))
}
