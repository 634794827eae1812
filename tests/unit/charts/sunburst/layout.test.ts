import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  focusOf,
  intervalOf,
  layoutSunburst,
  mostArcs,
  ringRadii,
  thinnestArc,
  type Shape,
} from '../../../../src/charts/sunburst/layout'
import { descendants, findNode, growTree, type TreeNode } from '../../../../src/charts/sunburst/tree'
import { Exact } from '../../../../src/model/money'
import {
  departmentOfManyClasses,
  departmentTotal,
  fupingShiftedExpenditure,
  fupingShiftedTotal,
  fushunBasicByEconomicCode,
  fushunExpenditure,
  fushunExpenditureTotal,
  rowsAsPrinted,
} from '../../../support/figures-where-it-goes'
import { classificationRows } from '../../../support/random-tree'

const wide = { scheme: 'function', rings: 3, radius: 208 } as const
const phone = { scheme: 'function', rings: 2, radius: 170 } as const
const turn = 2 * Math.PI
const width = (shape: Shape) => shape.end - shape.start
const fushun = growTree(fushunExpenditure, fushunExpenditureTotal)
const many = growTree(departmentOfManyClasses, departmentTotal)
const shapeOf = (shapes: Shape[], code: string) => shapes.find((shape) => shape.node?.code === code)

/** Every angle is shared out: shapes of a ring that divide one whole fill it, border on border. */
function expectFilled(focus: TreeNode, shapes: Shape[]): void {
  const wholes = new Set(shapes.map((shape) => shape.parent))
  for (const whole of wholes) {
    const parts = shapes.filter((shape) => shape.parent === whole)
    const own = whole === focus ? { start: 0, end: turn } : shapes.find((shape) => shape.node === whole)!
    expect(parts.reduce((sum, part) => sum + width(part), 0)).toBeCloseTo(own.end - own.start, 9)
    expect(parts[0]!.start).toBe(own.start)
    expect(parts.at(-1)!.end).toBe(own.end)
    parts.slice(1).forEach((part, i) => expect(part.start).toBe(parts[i]!.end))
  }
}

describe('the rings of a classification', () => {
  it('place each 类 by its share, clockwise from 12 in code order', () => {
    const first = layoutSunburst(fushun, wide).filter((shape) => shape.ring === 0)
    expect(first.map((shape) => shape.node?.code)).toEqual(['201', '208', '210', '221'])
    expect(first[0]!.start).toBe(0)
    // 1,083.57 of the 1,262.06 that the four 类 add up to.
    expect(width(first[0]!) / turn).toBeCloseTo(1083.57 / 1262.06, 12)
  })

  it('draw 类, 款 and 项 on three rings, two of them on a phone', () => {
    expect(layoutSunburst(fushun, wide)).toHaveLength(fushunExpenditure.length)
    expect(new Set(layoutSunburst(fushun, phone).map((shape) => shape.node!.level))).toEqual(new Set([1, 2]))
  })

  it('show what is not itemised as a shape of its own, next to the rows', () => {
    const rest = layoutSunburst(many, wide).find((shape) => shape.key === '205~rest')!
    expect([rest.kind, rest.amount?.toFixed(2)]).toEqual(['remainder', '4000000.00'])
    expect(width(rest) / width(shapeOf(layoutSunburst(many, wide), '205')!)).toBeCloseTo(400 / 1900, 9)
  })

  it('draw no arc for a row whose parts exceed it: its place stays open, its parts have none', () => {
    const shapes = layoutSunburst(many, wide)
    expect(shapeOf(shapes, '21301')?.kind).toBe('gap')
    expect(shapeOf(shapes, '2130101')).toBeUndefined()
    expect(shapeOf(shapes, '21303')?.kind).toBe('published')
    expect(layoutSunburst(growTree(fupingShiftedExpenditure, fupingShiftedTotal), wide)).toEqual([])
  })

  it('never draw a negative amount, nor divide the row that holds one', () => {
    const shapes = layoutSunburst(many, wide)
    expect(shapeOf(shapes, '215')?.kind).toBe('published')
    expect(shapeOf(shapes, '21505')).toBeUndefined()
    expect(shapeOf(shapes, '21508')).toBeUndefined()
    expect(layoutSunburst(findNode(many, '215')!, wide)).toEqual([])
  })

  it('merge rows too thin to see into one shape that keeps them and their sum', () => {
    const other = layoutSunburst(many, wide).find((shape) => shape.key === '~other')!
    expect(other.merged.map((node) => node.code)).toEqual(['211', '212', '216'])
    expect(other.amount?.toFixed(2)).toBe('450000.00')
    // Seen from 201, three of its 项 are wide enough to stand alone; the others stay together.
    expect(layoutSunburst(findNode(many, '201')!, wide).find((s) => s.kind === 'other')?.merged).toHaveLength(
      5,
    )
  })

  it('draw nothing where there is nothing: no rows, blanks, zeros', () => {
    for (const rows of ['201 | 甲 |', '201 | 甲 | 0.00', '201 | 甲 | -3.00'])
      expect(layoutSunburst(growTree(rowsAsPrinted(rows), null), wide)).toEqual([])
    expect(layoutSunburst(growTree([], null), wide)).toEqual([])
  })

  it('take hue from the 类 and the fill from the level, ink tints for sources of income', () => {
    const shapes = layoutSunburst(fushun, wide)
    expect(shapeOf(shapes, '2080505')).toMatchObject({ hue: 'soc', tone: 3 })
    expect(shapeOf(shapes, '208')).toMatchObject({ hue: 'soc', tone: 1 })
    const economic = layoutSunburst(growTree(fushunBasicByEconomicCode, null), {
      ...wide,
      scheme: 'economic_department',
    })
    expect(shapeOf(economic, '30101')).toMatchObject({ hue: 'gov', tone: 2 })
    const income = layoutSunburst(fushun, { ...wide, scheme: 'income' })
    expect(new Set(income.map((shape) => shape.hue))).toEqual(new Set(['tint']))
  })

  it('share out every angle to 1e-9 on any tree, sound or not, from any centre', () => {
    fc.assert(
      fc.property(fc.oneof(classificationRows(true), classificationRows(false)), (rows) => {
        const root = growTree(rows, null)
        for (const focus of [root, ...root.children.slice(0, 2)])
          expectFilled(focus, layoutSunburst(focus, wide))
      }),
      { numRuns: 60 },
    )
  })

  it('never give a part more than its whole, lose a row, or draw more than 300 arcs or a thin one with its like', () => {
    fc.assert(
      fc.property(classificationRows(true), (rows) => {
        const root = growTree(rows, null)
        const shapes = layoutSunburst(root, wide)
        expect(shapes.length).toBeLessThanOrEqual(mostArcs)
        for (const shape of shapes) {
          const whole = shapes.find((other) => other.node === shape.parent)
          if (whole) {
            expect(shape.start).toBeGreaterThanOrEqual(whole.start)
            expect(shape.end).toBeLessThanOrEqual(whole.end)
            expect(shape.ring).toBe(whole.ring + 1)
          }
          const thin = shapes.filter(
            (s) => s.parent === shape.parent && s.kind === 'published' && width(s) < thinnestArc,
          )
          expect(thin.length).toBeLessThan(2)
          if (shape.kind === 'other') {
            const sum = shape.merged.reduce((total, node) => total.plus(node.extent), new Exact(0))
            expect(sum.eq(shape.amount!)).toBe(true)
          }
        }
        const held = shapes.filter((s) => s.ring === 0).flatMap((s) => (s.node ? [s.node] : s.merged))
        expect(new Set(held)).toEqual(new Set(root.children.filter((n) => !n.extent.isZero())))
      }),
      { numRuns: 60 },
    )
  })

  it('merge further rather than draw more than 300 arcs', () => {
    const rows = Array.from({ length: 15 }, (_, i) =>
      Array.from({ length: 13 }, (_, j) =>
        Array.from({ length: 3 }, (_, k) => ({
          code: `${201 + i}${String(j + 10)}${String(k + 10)}`,
          parentCode: `${201 + i}${String(j + 10)}`,
          level: 3,
          name: '项',
          amount: new Exact(100),
          step: null,
          state: 'value' as const,
        })),
      ),
    ).flat(2)
    const parents = (level: number, length: number) =>
      [...new Set(rows.map((row) => row.code.slice(0, length)))].map((code) => ({
        code,
        parentCode: level === 1 ? null : code.slice(0, 3),
        level,
        name: '类',
        amount: new Exact(100 * rows.filter((row) => row.code.startsWith(code)).length),
        step: null,
        state: 'value' as const,
      }))
    const root = growTree([...parents(1, 3), ...parents(2, 5), ...rows], null)
    const shapes = layoutSunburst(root, wide)
    expect(shapes.length).toBeLessThanOrEqual(mostArcs)
    expect(shapes.length).toBeGreaterThan(15)
    expectFilled(root, shapes)
  })

  it('are the same shapes for the same rows, and leave the rows alone', () => {
    const before = JSON.stringify(fushunExpenditure)
    const draw = () =>
      layoutSunburst(growTree(fushunExpenditure, fushunExpenditureTotal), wide).map(
        ({ key, start, end, inner, outer }) => [key, start, end, inner, outer],
      )
    expect(draw()).toEqual(draw())
    expect(JSON.stringify(fushunExpenditure)).toBe(before)
  })

  it('have a hole and rings nearly equal that reach the edge', () => {
    for (const rings of [1, 2, 3]) {
      const radii = ringRadii(208, rings)
      expect(radii).toHaveLength(rings + 1)
      expect(radii.at(-1)).toBeCloseTo(208, 9)
      const widths = radii.slice(1).map((r, i) => r - radii[i]!)
      expect(Math.max(...widths) / Math.min(...widths)).toBeLessThan(1.2)
    }
    expect(ringRadii(208, 3)[0]! / 208).toBeCloseTo(0.36, 1)
  })
})

describe('the node at the centre', () => {
  it('is the chosen one where it has parts to show', () => {
    expect(focusOf(fushun, '208', wide).code).toBe('208')
    expect(focusOf(fushun, '20103', wide).code).toBe('20103')
    expect(focusOf(fushun, null, wide).kind).toBe('root')
    expect(focusOf(fushun, '999', wide).kind).toBe('root')
  })

  it('for the last of a line is the widest view in which it can be seen', () => {
    expect(focusOf(fushun, '2010308', wide).kind).toBe('root')
    expect(focusOf(fushun, '2010308', phone).code).toBe('201')
    // 13.89 of 1,262.08 is an arc of 14 px; seen from 208 it is long enough.
    expect(focusOf(fushun, '2080506', wide).code).toBe('208')
    // Merged into 其他 from the whole, from 201 and from 20103 alike: its own parent it is.
    expect(focusOf(many, '2010305', wide).code).toBe('20103')
  })

  it('stays where it was when the last of a line is chosen in a zoomed view that shows it', () => {
    expect(focusOf(fushun, '2010308', wide, '201').code).toBe('201')
    expect(focusOf(fushun, '2010308', wide, '20103').code).toBe('20103')
    expect(focusOf(fushun, '2010308', wide, '208').kind).toBe('root')
    expect(focusOf(fushun, '2080506', wide, '').code).toBe('208')
    expect(focusOf(fushun, '208', wide, '201').code).toBe('208')
  })

  it('is above a row that cannot be divided', () => {
    expect(focusOf(many, '21301', wide).kind).toBe('root')
    expect(focusOf(many, '2130101', wide).code).toBe('213')
    expect(layoutSunburst(findNode(many, '21301')!, wide)).toEqual([])
    expect(focusOf(many, '215', wide).kind).toBe('root')
  })

  it('takes an interval of the circle that its parts fill', () => {
    expect(intervalOf(fushun)).toEqual([0, 1])
    for (const node of descendants(fushun).filter((n) => n.children.length > 0)) {
      const [start, end] = intervalOf(node)
      expect(intervalOf(node.children[0]!)[0]).toBe(start)
      expect(intervalOf(node.children.at(-1)!)[1]).toBeCloseTo(end, 12)
    }
  })
})
