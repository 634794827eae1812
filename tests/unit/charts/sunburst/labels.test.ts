import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { centreLines } from '../../../../src/charts/sunburst/centre'
import { labelAlong, labelUpright, smallestType, wordingsOf } from '../../../../src/charts/sunburst/labels'
import { layoutSunburst, type Sector } from '../../../../src/charts/sunburst/layout'
import { labelsOf } from '../../../../src/charts/sunburst/shape-labels'
import { growTree } from '../../../../src/charts/sunburst/tree'
import { textWidth } from '../../../../src/charts/shared/text-width'
import {
  departmentOfManyClasses,
  departmentTotal,
  fushunExpenditure,
  fushunExpenditureTotal,
} from '../../../support/figures-where-it-goes'
import { glyphCorners } from '../../../support/glyph-boxes'
import { classificationRows } from '../../../support/random-tree'

const telling = { language: 'zh', unit: '万元', scheme: 'function' } as const
const ring = (degrees: [number, number], inner = 160, outer = 208): Sector => ({
  start: (degrees[0] * Math.PI) / 180,
  end: (degrees[1] * Math.PI) / 180,
  inner,
  outer,
})
const text = (sector: Sector, wordings: string[], size = 13) =>
  labelAlong(sector, wordings, size)?.text ?? null

/** Pages of these widths, px, and how wide the rings are drawn on them. */
const drawn: [page: number, radius: number, rings: number][] = [
  [320, 140, 2],
  [390, 175, 2],
  [768, 208, 3],
  [1280, 208, 3],
]

describe('words on an arc', () => {
  it('say all there is room for, then less, then are cut', () => {
    const wordings = wordingsOf('机关事业单位职业年金缴费支出', '13.89')
    expect(text(ring([0, 170]), wordings)).toBe('机关事业单位职业年金缴费支出\u200213.89')
    expect(text(ring([0, 75]), wordings)).toBe('机关事业单位职业年金缴费支出')
    expect(text(ring([0, 60]), wordings)).toBe('机关事业单位职业年金缴费')
    expect(text(ring([0, 40]), wordings)).toBe('机关事业单位职…')
    expect(text(ring([0, 27]), wordings)).toBe('机关事业…')
    expect(text(ring([0, 21]), wordings)).toBeNull()
  })

  it('are at least four glyphs or none', () => {
    expect(text(ring([0, 90]), ['抚恤'])).toBeNull()
    expect(text(ring([0, 90]), wordingsOf('抚恤', '26.48'))).toBe('抚恤\u200226.48')
    expect(text(ring([0, 21]), ['行政运行'])).toBe('行政运行')
    expect(text(ring([0, 18]), ['行政运行'])).toBeNull()
  })

  it('are never smaller than 12 px, and never in a ring too thin for them', () => {
    expect(text(ring([0, 90]), ['行政运行'], smallestType - 0.1)).toBeNull()
    expect(text(ring([0, 90], 190, 204), ['行政运行'])).toBeNull()
  })

  it('lose 支出 or 事务 first, but a name is never emptied', () => {
    expect(wordingsOf('一般公共服务支出', null)).toEqual(['一般公共服务支出', '一般公共服务'])
    expect(wordingsOf('信访事务', '635.36')).toEqual([
      '信访事务\u2002635.36',
      '信访\u2002635.36',
      '信访事务',
      '信访',
    ])
    expect(wordingsOf('支出', null)).toEqual(['支出'])
  })

  it('stand upright: outwards in the upper half, inwards in the lower', () => {
    const sweep = (sector: Sector) => {
      const label = labelAlong(sector, ['行政运行'], 13)
      return label?.kind === 'along' ? /0 [01] ([01])/.exec(label.d)?.[1] : null
    }
    expect(sweep(ring([10, 80]))).toBe('1')
    expect(sweep(ring([280, 350]))).toBe('1')
    expect(sweep(ring([100, 260]))).toBe('0')
  })

  it('are two digits of the code where two 类 have one hue and no words fit', () => {
    const root = growTree(departmentOfManyClasses, departmentTotal)
    const labels = (radius: number) =>
      labelsOf(layoutSunburst(root, { scheme: 'function', rings: 1, radius }), telling, 13)
    expect(labels(208).find(({ key }) => key === '203')?.label).toMatchObject({ kind: 'upright', text: '03' })
    expect(labelUpright(ring([0, 4]), '03', 13)).toBeNull()
  })

  it('name 抚顺 as the reference does', () => {
    const root = growTree(fushunExpenditure, fushunExpenditureTotal)
    const labels = labelsOf(layoutSunburst(root, { scheme: 'function', rings: 3, radius: 208 }), telling, 13)
    expect(
      Object.fromEntries(labels.map(({ key, label }) => [key, label.text.replace('\u2002', ' ')])),
    ).toEqual({
      '201': '一般公共服务 85.9%',
      '20103': '政府办公厅（室）及相关机构事务 1,083.57',
      '2010301': '行政运行 448.21',
      '2010308': '信访事务 635.36',
    })
  })

  it.each(drawn)(
    'never leave their arc nor meet another on any tree on a page of %i px',
    (_, radius, rings) => {
      let seen = 0
      fc.assert(
        fc.property(classificationRows(true), fc.constantFrom(12, 13, 18), (rows, size) => {
          const shapes = layoutSunburst(growTree(rows, null), { scheme: 'function', rings, radius })
          const wrong: string[] = []
          for (const { shape, label } of labelsOf(shapes, telling, size)) {
            seen++
            // Arcs share no place, so words that stay in theirs meet no others.
            const outside = glyphCorners(label)
              .flat()
              .filter(
                ({ radius: r, angle }) =>
                  r < shape.inner || r > shape.outer || angle < shape.start || angle > shape.end,
              )
            if (outside.length > 0 || label.size < 12)
              wrong.push(`${label.text} ${label.size} ${JSON.stringify(outside)}`)
          }
          expect(wrong).toEqual([])
        }),
        { numRuns: 100, endOnFailure: true },
      )
      expect(seen).toBeGreaterThan(100)
    },
  )
})

describe('the words in the hole', () => {
  it('stay in it, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 40, max: 120 }),
        fc.constantFrom(13, 18),
        fc.stringMatching(/^[一二三四]{1,20}$/u),
        fc.stringMatching(/^[0-9]{1,12}\.[0-9]{2}$/),
        (hole, size, what, amount) => {
          for (const line of centreLines(hole, what, amount, ['万元 · 12 类 30 款 108 项', '万元'], size)) {
            const half = textWidth(line.text, line.size) / 2
            expect(Math.hypot(half, line.y)).toBeLessThanOrEqual(hole)
            expect(Math.hypot(half, line.y - 0.8 * line.size)).toBeLessThanOrEqual(hole)
            expect(line.size).toBeGreaterThanOrEqual(12)
          }
        },
      ),
    )
  })

  it('never cut a name: it is smaller, or in two lines, or left out', () => {
    const said = (hole: number, name: string, size: number) =>
      centreLines(hole, name, '1,262.08', ['万元'], size)
        .filter((line) => line.role === 'what')
        .map((line) => line.text)
    expect(said(67, '2023 年支出', 18)).toEqual(['2023 年支出'])
    expect(said(74, '机关事业单位养老保险缴费', 13)).toHaveLength(2)
    fc.assert(
      fc.property(
        fc.integer({ min: 40, max: 120 }),
        fc.constantFrom(13, 18),
        fc.stringMatching(/^[一二三四]{1,30}$/u),
        (hole, size, name) => ['', name].includes(said(hole, name, size).join('')),
      ),
    )
  })

  it('say year, total, unit and counts where there is room', () => {
    const lines = centreLines(74, '2023 年支出', '1,262.08', ['万元 · 4 类 5 款 8 项', '万元'], 13)
    expect(lines.map((line) => line.text)).toEqual(['2023 年支出', '1,262.08', '万元 · 4 类 5 款 8 项'])
    expect(lines[1]!.size).toBe(26)
  })
})
