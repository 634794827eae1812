import { describe, expect, it } from 'vitest'
import { layoutSunburst, ringRadii } from '../../../../src/charts/sunburst/layout'
import { findNode, growTree, type TreeNode } from '../../../../src/charts/sunburst/tree'
import { between, ease, projectSector, type Frame } from '../../../../src/charts/sunburst/zoom'
import { fushunExpenditure, fushunExpenditureTotal } from '../../../support/figures-where-it-goes'

const root = growTree(fushunExpenditure, fushunExpenditureTotal)
const node = (code: string) => findNode(root, code)!
const shapesOf = (focus: TreeNode) => layoutSunburst(focus, { scheme: 'function', rings: 3, radius: 208 })
const whole: Frame = { focus: root, radii: ringRadii(208, 3) }
const inside: Frame = { focus: node('208'), radii: ringRadii(208, 2) }

describe('a zoom', () => {
  it('unfolds each part from the very arc that stood for it before', () => {
    const before = shapesOf(root)
    for (const shape of shapesOf(node('208'))) {
      const from = projectSector(shape, inside, whole)
      const stood = before.find((old) => old.key === shape.key)!
      expect(from.start).toBeCloseTo(stood.start, 9)
      expect(from.end).toBeCloseTo(stood.end, 9)
      expect(from.inner).toBeCloseTo(stood.inner, 9)
      expect(from.outer).toBeCloseTo(stood.outer, 9)
    }
  })

  it('folds what leaves the view to its border', () => {
    const gone = projectSector(
      shapesOf(root).find((shape) => shape.key === '221')!,
      whole,
      inside,
    )
    expect(gone.end - gone.start).toBeCloseTo(0, 9)
    const centre = projectSector(
      shapesOf(root).find((shape) => shape.key === '208')!,
      whole,
      inside,
    )
    expect([centre.inner, centre.outer]).toEqual([inside.radii[0], inside.radii[0]])
  })

  it('starts where it was, ends where it is, and never runs back', () => {
    const [a, b] = [shapesOf(root)[0]!, shapesOf(root)[1]!]
    expect(between(a, b, 0)).toMatchObject({ start: a.start, outer: a.outer })
    expect(between(a, b, 1)).toMatchObject({ start: b.start, outer: b.outer })
    expect(ease(0)).toBeCloseTo(0, 5)
    expect(ease(1)).toBeCloseTo(1, 5)
    const way = Array.from({ length: 21 }, (_, i) => ease(i / 20))
    way.slice(1).forEach((step, i) => expect(step).toBeGreaterThanOrEqual(way[i]!))
  })
})
