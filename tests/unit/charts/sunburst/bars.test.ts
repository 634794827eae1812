import { describe, expect, it } from 'vitest'
import {
  addedUp,
  againstWhole,
  layoutBars,
  rowsOfLevel,
  zeroLine,
} from '../../../../src/charts/sunburst/bars'
import { findNode, growTree } from '../../../../src/charts/sunburst/tree'
import {
  departmentOfManyClasses,
  departmentTotal,
  fushunExpenditure,
  fushunExpenditureTotal,
  rowsAsPrinted,
} from '../../../support/figures-where-it-goes'

const fushun = growTree(fushunExpenditure, fushunExpenditureTotal)
const many = growTree(departmentOfManyClasses, departmentTotal)
const codes = (rows: readonly { code: string | null }[]) => rows.map((row) => row.code)

describe('the bars beside the rings', () => {
  it('list the 类 of the whole, the parts of the chosen row, or all rows of the level of the last of a line', () => {
    expect(codes(rowsOfLevel(fushun, null))).toEqual(['201', '208', '210', '221'])
    expect(codes(rowsOfLevel(findNode(fushun, '208')!, findNode(fushun, '208')))).toEqual(['20805', '20808'])
    expect(rowsOfLevel(fushun, findNode(fushun, '2010308'))).toHaveLength(8)
  })

  it('are sorted by amount, with 信访事务 as long as the line', () => {
    const bars = layoutBars(rowsOfLevel(fushun, findNode(fushun, '2010308')), 'function')
    expect(codes(bars.map((bar) => bar.node)).slice(0, 3)).toEqual(['2010308', '2010301', '2080505'])
    expect([bars[0]!.from, bars[0]!.to]).toEqual([0, 1])
    expect(bars[1]!.to).toBeCloseTo(448.21 / 635.36, 12)
  })

  it('add up what is printed, exactly: eight 项 are 1,262.06', () => {
    const sum = addedUp(rowsOfLevel(fushun, findNode(fushun, '2010308')))
    expect([sum?.count, sum?.sum.toFixed(2)]).toEqual([8, '12620600.00'])
  })

  it('tell how far they are from the printed sum and what rounding of all of them allows: (n + 1) · step ÷ 2', () => {
    const of = (rows: Parameters<typeof againstWhole>[0]) => {
      const found = againstWhole(rows)
      return found && [found.amount.toFixed(), found.allowed.toFixed()]
    }
    expect(of(rowsOfLevel(fushun, null))).toEqual(['200', '250'])
    expect(of(rowsOfLevel(fushun, findNode(fushun, '2010308')))).toEqual(['200', '450'])
    expect(of(findNode(fushun, '208')!.children)?.[0]).toBe('0')
    expect(of(rowsOfLevel(fushun, null).slice(1))).toBeNull()
    expect(of([])).toBeNull()
  })

  it('keep rows without an amount, at the end and without a bar, and count them into no sum', () => {
    const bars = layoutBars(many.children, 'function')
    expect(bars.at(-1)).toMatchObject({ key: '229', amount: null, state: 'blank', from: null, to: null })
    expect(addedUp(many.children)?.count).toBe(12)
    expect(bars).toHaveLength(13)
  })

  it('put what is not itemised last and out of the sum, since it is derived', () => {
    const rows = findNode(many, '205')!.children
    expect(layoutBars(rows, 'function').map((bar) => bar.node.kind)).toEqual(['published', 'remainder'])
    expect(addedUp(rows)).toBeNull()
    // The family's 项 tint, as its arc has; none where it lies across 类.
    expect(layoutBars(rows, 'function')[1]).toMatchObject({ hue: 'edu', tone: 3 })
  })

  it('draw a negative amount to the other side of zero', () => {
    const bars = layoutBars(findNode(many, '215')!.children, 'function')
    expect(zeroLine(bars)).toBeCloseTo(60 / 420, 12)
    expect(bars.map((bar) => [bar.from, bar.to])).toEqual([
      [60 / 420, 1],
      [0, 60 / 420],
    ])
    expect(zeroLine(layoutBars(fushun.children, 'function'))).toBeNull()
  })

  it('draw zero as nothing, not as a missing figure', () => {
    const bars = layoutBars(growTree(rowsAsPrinted('201 | 甲 | 0.00'), null).children, 'function')
    expect(bars[0]).toMatchObject({ state: 'zero', from: 0, to: 0 })
  })
})
