import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnsFor, figureWidths } from '../../../../src/charts/budget-vs-actual/columns'
import {
  layoutBlock,
  layoutRate,
  type Span,
  type Widths,
} from '../../../../src/charts/budget-vs-actual/layout'
import type { BudgetVsActualRow } from '../../../../src/charts/budget-vs-actual/row'
import { Exact } from '../../../../src/model/money'
import {
  fushunItems,
  fushunLeftOver,
  fushunSums,
  fushunThreePublic,
  printedRow,
} from '../../../support/figures-budget-vs-actual'

const widths: Widths = { bars: 308, rates: 232, text: 13 }
const near = (span: Span | null, x: number, width: number) => {
  expect(span?.x).toBeCloseTo(x, 6)
  expect(span?.width).toBeCloseTo(width, 6)
}
const only = (row: BudgetVsActualRow) => layoutBlock([row], 'printed', widths).rows[0]!

describe('the layout of budget against actual', () => {
  it('draws the final figure over the derived budget: ink to the budget, over-fill beyond it', () => {
    const block = layoutBlock(fushunSums, 'printed', widths)
    expect(block.ticks.map((t) => [t.yuan.toFixed(), t.x])).toEqual([
      ['0', 0],
      ['6500000', 154],
      ['13000000', 308],
    ])
    const { budget, final, over, under, whisker } = block.rows[0]!.bars
    const perWan = 308 / 1300
    const budgeted = fushunSums[0]!.budget!.div(10000).toNumber()
    near(budget, 0, budgeted * perWan)
    expect(budget?.hatched).toBe(true)
    near(final, 0, budgeted * perWan)
    near(over, budgeted * perWan, (1262.08 - budgeted) * perWan)
    expect(under).toBeNull()
    expect(whisker?.minimal).toBe(true)
  })

  it('draws the unspent part of the budget after the ink', () => {
    const row = layoutBlock(fushunItems, 'printed', widths).rows.find((r) => r.row.code === '2080501')!
    const perWan = 308 / 650
    const budgeted = row.row.budget!.div(10000).toNumber()
    near(row.bars.final, 0, 27.4 * perWan)
    near(row.bars.under, 27.4 * perWan, (budgeted - 27.4) * perWan)
    expect(row.bars.over).toBeNull()
  })

  it('draws the whole interval where it is wider than a pixel', () => {
    const { whisker, budget, final, under } = only(fushunLeftOver).bars
    near(whisker, (2.52 / 3) * 308, (0.15 / 3) * 308)
    expect(whisker?.minimal).toBe(false)
    expect(budget).not.toBeNull()
    expect([final, under]).toEqual([null, null])
  })

  it('draws the printed 三公 rows of 抚顺 with solid outlines, no whisker, and 接待 in ink alone', () => {
    const { rows, ticks } = layoutBlock(fushunThreePublic, 'printed', widths)
    expect(ticks.map((t) => t.yuan.toFixed())).toEqual(['0', '40000', '80000'])
    const [total, , , reception, abroad] = rows
    near(total!.bars.budget, 0, 115.5)
    near(total!.bars.final, 0, 115.5)
    near(total!.bars.over, 115.5, (4.24 / 8) * 308)
    expect(total!.bars).toMatchObject({ budget: { hatched: false }, whisker: null })
    near(reception!.bars.final, 0, (4.24 / 8) * 308)
    expect(reception!.bars).toMatchObject({ budget: null, over: null, under: null })
    expect(reception!.thread).toBeNull()
    expect(abroad!.bars).toEqual({ budget: null, final: null, over: null, under: null, whisker: null })
  })

  it('draws amounts under zero to the left of zero, as plain bars', () => {
    const block = layoutBlock([printedRow({}, '4.00', '-3.00')], 'printed', widths)
    const perWan = 308 / 7.2
    expect(block.zero).toBeCloseTo(3.2 * perWan, 6)
    const { budget, final, over, under } = block.rows[0]!.bars
    near(budget, 3.2 * perWan, 4 * perWan)
    near(final, 0.2 * perWan, 3 * perWan)
    expect([over, under]).toEqual([null, null])
  })
})

describe('the thread of a rate', () => {
  const rate = (percent: string, width = 232) =>
    layoutRate({ percent: new Exact(percent), printed: true, derived: false, computed: null }, width, 13)
  const hundred = (232 * 10) / 28

  it('runs from 100 % to the rate, its number outside the end', () => {
    expect(rate('122.48')).toMatchObject({ from: hundred, direction: 'over', beyond: null })
    expect(rate('122.48').to).toBeCloseTo(1.2248 * hundred, 9)
    expect(rate('96.21').label).toEqual({ x: rate('96.21').to - 10, anchor: 'end', below: false })
    expect(rate('100')).toMatchObject({ from: hundred, to: hundred, direction: 'even' })
  })

  it('puts the number below the thread, on the side of its arrow, where there is no room before it', () => {
    expect(rate('3.50').label).toEqual({ x: hundred - 5, anchor: 'end', below: true })
    expect(rate('3.50', 90).label).toMatchObject({ anchor: 'start', below: false })
  })

  it('ends in an arrow beyond the axis, with room for the number', () => {
    expect(rate('198.43').beyond).toBeNull()
    expect(rate('241.33').beyond).toBe('right')
    expect(rate('-20')).toMatchObject({ to: 0, beyond: 'left' })
    const far = rate('123456.78')
    expect(far.beyond).toBe('right')
    expect(far.label.x + 11 * 13 * 0.56).toBeLessThanOrEqual(232)
  })
})

describe('columns', () => {
  const short = { budget: 60, final: 60, deviation: 60 }

  it('fill the width of the chart, gaps included', () => {
    expect(columnsFor(1184, 13, short)).toMatchObject({ arrangement: 'full', bars: 308, rates: 232 })
    expect(columnsFor(700, 13, short)).toMatchObject({ arrangement: 'narrow', bars: 198, rates: null })
    expect(columnsFor(358, 13, short)).toMatchObject({ arrangement: 'phone', bars: 358 })
  })

  it('are wide enough for every figure in 元, at the cost of the bars', () => {
    const figures = figureWidths(fushunSums, 13)
    expect(figures.final).toBeGreaterThan(84)
    expect(columnsFor(1184, 13, figures).bars).toBe(
      1184 - 252 - 132 - figures.final - figures.deviation - 232 - 80,
    )
  })

  it('turn to phone rows where the bars would have no room, sooner when the type is larger', () => {
    expect(columnsFor(608, 13, short).arrangement).toBe('phone')
    expect(columnsFor(900, 13, short).arrangement).toBe('full')
    expect(columnsFor(760, 18, short).arrangement).toBe('phone')
    expect(columnsFor(900, 13, { ...short, final: 600 }).arrangement).toBe('phone')
  })
})

describe('any row', () => {
  const amount = fc.option(
    fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }).map((fen) => new Exact(fen.toString()).div(100)),
    { nil: null },
  )
  const row = fc
    .record({
      budget: amount,
      final: amount,
      half: fc.bigInt({ min: 0n, max: 10n ** 10n }),
      derived: fc.boolean(),
      rate: fc.option(fc.integer({ min: -1000, max: 10 ** 9 }), { nil: null }),
      state: fc.constantFrom('blank' as const, 'declared_empty' as const, 'not_disclosed' as const),
    })
    .map(({ budget, final, half, derived, rate, state }): BudgetVsActualRow => {
      const bound = derived && budget !== null ? new Exact(half.toString()).div(100) : null
      return {
        ...printedRow({}, '', ''),
        budget,
        budgetState: budget === null ? state : budget.isZero() ? 'zero' : 'value',
        budgetBasis: derived ? 'derived' : 'published',
        budgetLow: bound && budget!.minus(bound),
        budgetHigh: bound && budget!.plus(bound),
        final,
        finalState: final === null ? 'blank' : 'value',
        rate: rate === null ? null : new Exact(rate).div(100),
      }
    })

  it('has bars of no negative width inside the axis, and a finite thread', () => {
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 0, max: 1200 }),
        (rows, bars) => {
          for (const { bars: shapes, thread } of layoutBlock(rows, 'deviation', { ...widths, bars }).rows) {
            for (const span of Object.values(shapes)) {
              if (span === null) continue
              expect(span.width).toBeGreaterThanOrEqual(0)
              expect(span.x).toBeGreaterThanOrEqual(-1e-6)
              expect(span.x + span.width).toBeLessThanOrEqual(bars + 1e-6)
            }
            if (thread)
              for (const x of [thread.from, thread.to, thread.label.x]) expect(x).toSatisfy(Number.isFinite)
          }
        },
      ),
    )
  })

  it('has no rate without a budget above zero, and is not lost in any order', () => {
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 12 }),
        fc.constantFrom('printed', 'amount', 'deviation', 'rate'),
        (rows, order) => {
          const placed = layoutBlock(rows, order, widths).rows
          expect(placed.map((p) => p.index).sort((a, b) => a - b)).toEqual(rows.map((_, i) => i))
          for (const { row: r, rate, lane } of placed) {
            if (r.budget?.lte(0)) expect(rate).toBeNull()
            if (lane !== null && lane !== 'no-base') expect(rate).toBeNull()
            if (lane === 'no-base') expect(rate?.percent ?? null).toBe(r.rate)
          }
        },
      ),
    )
  })
})
