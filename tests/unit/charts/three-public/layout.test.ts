import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeLabels } from '../../../../src/charts/three-public/labels'
import { layoutTrend } from '../../../../src/charts/three-public/layout'
import type { Break, ThreePublicItem, ThreePublicPoint } from '../../../../src/charts/three-public/point'
import type { Trend } from '../../../../src/charts/three-public/shapes'
import { touch } from '../../../../src/charts/shared/keep-apart'
import { textWidth } from '../../../../src/charts/shared/text-width'
import { Exact } from '../../../../src/model/money'
import { decade, derived, fuping, fushun, printed, told } from '../../../support/figures-three-public'

const layout = (points: ThreePublicPoint[], breaks: Break[] = [], width = 1184) =>
  layoutTrend(points, breaks, width, 13)
const panelOf = (trend: Trend, item: ThreePublicItem) => trend.panels.find((panel) => panel.item === item)!
const markAt = (trend: Trend, item: ThreePublicItem, year: number, stage: string) =>
  panelOf(trend, item).marks.find(({ point }) => point.year === year && point.stage === stage)

describe('the 三公 trend of 抚顺, two years', () => {
  const trend = layout(fushun)

  it('has four panels side by side on one scale of 0 to 9 万元', () => {
    expect(trend.panels.map((panel) => panel.item)).toEqual(['total', 'vehicle', 'reception', 'abroad'])
    expect(trend.columns).toBe(4)
    expect(trend.width).toBe((1184 - 72) / 4)
    expect(trend.ticks.map(({ yuan }) => yuan.toFixed())).toEqual(['0', '30000', '60000', '90000'])
    expect(trend.ticks.map(({ y }) => y)).toEqual([
      136,
      expect.closeTo(98.667, 2),
      expect.closeTo(61.333, 2),
      24,
    ])
  })

  it('draws 2022 hollow, 2023 solid, and a dashed line between them', () => {
    expect(markAt(trend, 'total', 2022, 'final')).toMatchObject({
      shape: 'circle',
      hollow: true,
      whisker: null,
    })
    expect(markAt(trend, 'total', 2023, 'final')).toMatchObject({ shape: 'circle', hollow: false })
    expect(markAt(trend, 'total', 2023, 'final')!.y).toBeCloseTo(136 - (7.24 / 9) * 112, 9)
    expect(panelOf(trend, 'total').lines).toMatchObject([{ stage: 'final', derived: true }])
  })

  it('draws the budget of its single year as an outline, without a line', () => {
    const budget = markAt(trend, 'vehicle', 2023, 'budget')!
    expect(budget).toMatchObject({ shape: 'outline', hollow: false })
    expect(budget.y).toBeCloseTo(136 - (3 / 9) * 112, 9)
    expect(panelOf(trend, 'vehicle').lines.map(({ stage }) => stage)).toEqual(['final'])
  })

  it('tells the blank budgets apart from zero: no mark, a word at the year', () => {
    expect(markAt(trend, 'reception', 2023, 'budget')).toBeUndefined()
    expect(panelOf(trend, 'reception').absences.map(({ point }) => point.state)).toEqual(['blank'])
    expect(markAt(trend, 'abroad', 2023, 'final')).toMatchObject({
      y: 136,
      point: { state: 'blank', basis: 'text' },
    })
  })

  it('does not let a bound under zero stretch the scale', () => {
    expect(trend.ticks[0]!.yuan.toFixed()).toBe('0')
  })
})

describe('the 三公 trend of 阜平, two budgets', () => {
  const trend = layout(fuping)

  it('draws squares: 3 万元 hollow with the whisker from 2.5 to 3.5, then 0 from the text', () => {
    const [before, now] = panelOf(trend, 'total').marks
    expect(before).toMatchObject({ shape: 'square', hollow: true })
    const high = 3.6
    expect(before!.whisker!.top).toBeCloseTo(136 - (3.5 / high) * 112, 9)
    expect(before!.whisker!.bottom).toBeCloseTo(136 - (2.5 / high) * 112, 9)
    expect(now).toMatchObject({ shape: 'square', hollow: false, y: 136 })
    expect(panelOf(trend, 'total').lines).toMatchObject([{ stage: 'budget', derived: true }])
  })

  it('keeps a lone panel narrow, so that two points do not look like a long trend', () => {
    expect(trend.columns).toBe(1)
    expect(trend.width).toBe(360)
  })
})

describe('the 三公 trend of ten years', () => {
  it('leaves the missing year open, names it, and no line crosses it', () => {
    const trend = layout(decade)
    expect(trend.years.map(({ year }) => year)).toContain(2017)
    expect(trend.missing).toEqual([2017])
    const at = (year: number) => trend.years.find((y) => y.year === year)!.x
    for (const panel of trend.panels) {
      expect(panel.lines).toHaveLength(14)
      for (const line of panel.lines) expect(line.x1 < at(2017) && line.x2 > at(2017)).toBe(false)
    }
  })

  it('lets no line cross a change of definition, only in the item it concerns', () => {
    const trend = layout(decade, [{ year: 2020, words: '不再列通勤车', item: 'vehicle' }])
    const [rule] = panelOf(trend, 'vehicle').rules
    for (const line of panelOf(trend, 'vehicle').lines)
      expect(line.x1 < rule!.x && line.x2 > rule!.x).toBe(false)
    expect(panelOf(trend, 'vehicle').lines).toHaveLength(12)
    expect(panelOf(trend, 'total').rules).toEqual([])
    expect(panelOf(trend, 'total').lines).toHaveLength(14)
  })

  it('gives the years room: fewer panels beside each other, one on phones', () => {
    expect(layout(decade).columns).toBe(2)
    expect(layout(decade, [], 358).columns).toBe(1)
    expect(layout(fushun, [], 700).columns).toBe(2)
  })
})

describe('points that documents share', () => {
  it('an amount goes before none, printed before text, text before derived', () => {
    const place = ['total', 2022, 'final'] as const
    const chosen = (...points: ThreePublicPoint[]) => layout(points).points
    const three = [
      derived([...place], '8.28', '8.26', '8.30'),
      told([...place], '8.3'),
      printed([...place], '8.29'),
    ]
    expect(chosen(...three)).toEqual([three[2]])
    expect(chosen(three[1]!, three[0]!)).toEqual([three[1]])
    expect(chosen(printed([...place], ''), three[0]!)).toEqual([three[0]])
  })

  it('购置 and 运行 get panels of their own only where 公务用车 has no figure', () => {
    const parts = [
      printed(['vehicle_purchase', 2023, 'final'], '18.00'),
      printed(['vehicle_running', 2023, 'final'], '3.00'),
    ]
    const items = (points: ThreePublicPoint[]) => layout(points).panels.map((panel) => panel.item)
    expect(items(parts)).toEqual(['vehicle_purchase', 'vehicle_running'])
    expect(items([...parts, printed(['vehicle', 2023, 'final'], '21.00')])).toEqual(['vehicle'])
    expect(items([...parts, printed(['vehicle', 2023, 'final'], '')])).toEqual([
      'vehicle_purchase',
      'vehicle_running',
    ])
  })

  it('an adjusted budget is kept for the table and not drawn', () => {
    const trend = layout([...fushun, printed(['total', 2023, 'adjusted'], '7.30')])
    expect(trend.points.some((point) => point.stage === 'adjusted')).toBe(true)
    expect(panelOf(trend, 'total').marks).toHaveLength(3)
  })

  it('only zeros are drawn low, on a line of their own', () => {
    const trend = layout([printed(['total', 2023, 'budget'], '0.00')])
    expect(trend.plot.bottom).toBe(64)
    expect(markAt(trend, 'total', 2023, 'budget')!.y).toBe(64)
    expect(trend.height).toBeLessThan(layout(fushun).height)
  })

  it('nothing at all is no panel', () => {
    expect(layout([])).toMatchObject({ panels: [], years: [], missing: [] })
  })
})

describe('any points', () => {
  const amount = fc.option(
    fc.bigInt({ min: -(10n ** 9n), max: 10n ** 11n }).map((fen) => new Exact(fen.toString()).div(100)),
    { nil: null },
  )
  const point = fc
    .record({
      item: fc.constantFrom('total' as const, 'vehicle' as const, 'reception' as const, 'abroad' as const),
      year: fc.integer({ min: 2012, max: 2023 }),
      stage: fc.constantFrom('budget' as const, 'final' as const),
      amount,
      half: fc.option(fc.bigInt({ min: 0n, max: 10n ** 8n }), { nil: null }),
    })
    .map(({ item, year, stage, amount: yuan, half }): ThreePublicPoint => {
      const bound = yuan === null || half === null ? null : new Exact(half.toString()).div(100)
      return {
        item,
        year,
        stage,
        amount: yuan,
        low: bound && yuan!.minus(bound),
        high: bound && yuan!.plus(bound),
        basis: bound ? 'derived' : 'published',
        state: yuan === null ? 'blank' : 'value',
      }
    })
  const points = fc.array(point, { minLength: 1, maxLength: 60 })
  const widths = fc.constantFrom(288, 358, 704, 1184)

  it('are each drawn or named, inside their panel, with lines between neighbouring years only', () => {
    fc.assert(
      fc.property(points, fc.integer({ min: 2012, max: 2023 }), widths, (given, broken, width) => {
        const trend = layout(given, [{ year: broken, words: 'x' }], width)
        const counted = trend.panels.flatMap((panel) => [...panel.marks, ...panel.absences])
        expect(counted).toHaveLength(trend.points.length)
        const yearAt = (x: number) => trend.years.find((y) => Math.abs(y.x - x) < 1e-6)!.year
        for (const panel of trend.panels) {
          for (const { x, y } of panel.marks) {
            expect(x >= trend.plot.left && x <= trend.plot.right).toBe(true)
            expect(y).toBeGreaterThanOrEqual(trend.plot.top - 1e-6)
            expect(y).toBeLessThanOrEqual(trend.plot.bottom + 1e-6)
          }
          for (const line of panel.lines) {
            expect(yearAt(line.x2)).toBe(yearAt(line.x1) + 1)
            expect(yearAt(line.x2)).not.toBe(broken)
          }
        }
      }),
    )
  })

  it('have numbers that touch neither each other nor the edge of their panel, and none is lost', () => {
    fc.assert(
      fc.property(points, widths, (given, width) => {
        const trend = layout(given, [], width)
        for (const panel of trend.panels) {
          const { labels, without } = placeLabels(panel, trend, ({ point: p }) => p.amount!.toFixed(2), 13)
          expect(labels.length + without.length).toBe(panel.marks.length)
          const boxes = labels.map(({ x, y, anchor, text }) => {
            const wide = textWidth(text, 13)
            const left = x - (anchor === 'start' ? 0 : anchor === 'end' ? wide : wide / 2)
            return { left, right: left + wide, top: y - 11, bottom: y + 2 }
          })
          boxes.forEach((box, i) => {
            expect(box.left >= -1e-6 && box.right <= trend.width + 1e-6).toBe(true)
            expect(boxes.slice(i + 1).some((other) => touch(box, other))).toBe(false)
          })
        }
      }),
    )
  })
})
