import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { descendants, findNode, growTree, partsOf, pathTo } from '../../../../src/charts/sunburst/tree'
import { Exact } from '../../../../src/model/money'
import {
  departmentOfManyClasses,
  departmentTotal,
  fupingIncomeByFunction,
  fupingIncomeTotal,
  fupingShiftedExpenditure,
  fupingShiftedTotal,
  fushunBasicByEconomicCode,
  fushunExpenditure,
  fushunExpenditureTotal,
  rowsAsPrinted,
  totalAsPrinted,
} from '../../../support/figures-where-it-goes'
import { classificationRows } from '../../../support/random-tree'

const keysUnder = (key: string, rows: ReturnType<typeof rowsAsPrinted>) =>
  findNode(growTree(rows, null), key)!.children.map((child) => child.key)

describe('a tree of published rows', () => {
  it('keeps every amount where it is printed and adds none of them twice', () => {
    const root = growTree(fushunExpenditure, fushunExpenditureTotal)
    expect(root.amount?.toFixed(2)).toBe('12620800.00')
    expect(findNode(root, '201')?.amount?.toFixed(2)).toBe('10835700.00')
    expect(findNode(root, '2010308')?.amount?.toFixed(2)).toBe('6353600.00')
    expect(descendants(root)).toHaveLength(1 + fushunExpenditure.length)
    expect(pathTo(findNode(root, '2010308')!).map((n) => n.code)).toEqual([null, '201', '20103', '2010308'])
  })

  it('takes a difference that rounding explains for a tail, not for a remainder', () => {
    // 四个类相加 1,262.06, 合计 1,262.08: 0.02 apart, 5 × 0.005 allowed.
    const root = growTree(fushunExpenditure, fushunExpenditureTotal)
    expect(descendants(root).filter((n) => n.kind === 'remainder')).toEqual([])
    expect(descendants(root).filter((n) => n.fault)).toEqual([])
  })

  it('adds the rows where the table prints no total, and says that the sum is derived', () => {
    const root = growTree(fushunBasicByEconomicCode, null)
    expect(root.amount?.toFixed(2)).toBe('6267100.00')
    expect(root.basis).toBe('derived')
    expect(growTree([], null).amount).toBeNull()
    expect(growTree(rowsAsPrinted('201 | 一般公共服务支出 |'), null).amount).toBeNull()
  })

  it.each([
    ['5.99', 0],
    ['5.98', 1],
  ])(
    'leaves 10.00 − 4.00 − %s to rounding up to (2 + 1) half units, beyond that as %i remainder',
    (second, count) => {
      const root = growTree(
        rowsAsPrinted(`201 | 甲 | 10.00\n20101 | 乙 | 4.00\n20102 | 丙 | ${second}`),
        null,
      )
      const rest = descendants(root).filter((n) => n.kind === 'remainder')
      expect(rest).toHaveLength(count)
      for (const node of rest) expect([node.amount?.toFixed(2), node.basis]).toEqual(['200.00', 'derived'])
    },
  )

  it.each([
    ['10.00', '4.01', '6.00', null],
    ['10.00', '4.01', '6.01', 'over'],
    ['10.00', '4.01', '6.005', 'over'],
    ['0.00', '0.01', '0.00', null],
    ['0.00', '0.02', '0.00', 'over'],
  ])(
    'a node of %s with parts of %s and %s has the fault %s: allowed is (n + 1) half units',
    (whole, a, b, fault) => {
      const root = growTree(rowsAsPrinted(`201 | 甲 | ${whole}\n20101 | 乙 | ${a}\n20102 | 丙 | ${b}`), null)
      expect(findNode(root, '201')?.fault?.kind ?? null).toBe(fault)
    },
  )

  it('says by how much the parts exceed their whole, and what rounding would allow', () => {
    const root = growTree(departmentOfManyClasses, departmentTotal)
    const fault = findNode(root, '21301')?.fault
    expect(fault?.kind === 'over' && [fault.sum, fault.excess, fault.allowed].map(String)).toEqual([
      '6000000',
      '1000000',
      '150',
    ])
  })

  it('finds the table of 阜平 whose amounts slid by one row, and no fault in the table beside it', () => {
    expect(growTree(fupingShiftedExpenditure, fupingShiftedTotal).fault?.kind).toBe('over')
    const sound = growTree(fupingIncomeByFunction, fupingIncomeTotal)
    expect(descendants(sound).filter((n) => n.fault || n.kind === 'remainder')).toEqual([])
  })

  it('counts parts with a minus, but divides no ring by them', () => {
    const root = growTree(departmentOfManyClasses, departmentTotal)
    expect(findNode(root, '215')?.fault).toEqual({ kind: 'negative', names: ['支持中小企业发展和管理支出'] })
    expect(findNode(root, '21508')!.extent.toString()).toBe('0')
  })

  it('does not take a blank for zero: the parts of a row without an amount stand in for it', () => {
    const rows = rowsAsPrinted('201 | 甲 |\n20101 | 乙 | 4.00\n20102 | 丙 | 6.00\n202 | 丁 | 5.00')
    const root = growTree(rows, totalAsPrinted('15.00'))
    expect(findNode(root, '201')?.amount).toBeNull()
    expect(findNode(root, '201')!.extent.toFixed()).toBe('100000')
    expect(partsOf(root).map((n) => n.code)).toEqual(['20101', '20102', '202'])
    expect(root.fault).toBeNull()
    expect(root.children.map((n) => n.kind)).toEqual(['published', 'published'])
  })

  it('hangs a row without a printed parent on the nearest code it begins with', () => {
    expect(keysUnder('201', rowsAsPrinted('201 | 甲 | 1.00\n2010301 | 乙 | 1.00'))).toEqual(['2010301'])
    expect(keysUnder('', rowsAsPrinted('2010301 | 乙 | 1.00'))).toEqual(['2010301'])
  })

  it('keeps both rows of a code that is printed twice', () => {
    const root = growTree(rowsAsPrinted('201 | 甲 | 1.00\n201 | 甲 | 2.00'), totalAsPrinted('3.00'))
    expect(root.children.map((n) => n.key)).toEqual(['201', '201~2'])
    expect(root.fault).toBeNull()
  })

  it('orders codes, and leaves names without a code as printed', () => {
    const codes = growTree(rowsAsPrinted('208 | 甲 | 1.00\n201 | 乙 | 2.00'), null)
    expect(codes.children.map((n) => n.code)).toEqual(['201', '208'])
    const sources = growTree(
      ['upper', 'general'].map((code) => ({
        code,
        parentCode: null,
        level: 1,
        name: code,
        amount: new Exact(1),
        step: null,
        state: 'value' as const,
      })),
      null,
    )
    expect(sources.children.map((n) => n.code)).toEqual(['upper', 'general'])
  })

  it('leaves no node whose parts exceed it without saying so, loses no row, touches no row', () => {
    fc.assert(
      fc.property(classificationRows(false), (rows) => {
        const before = JSON.stringify(rows)
        const nodes = descendants(growTree(rows, null))
        expect(nodes.filter((n) => n.kind === 'published')).toHaveLength(rows.length)
        for (const node of nodes) {
          const parts = node.children.reduce((sum, child) => sum.plus(child.extent), new Exact(0))
          const allowed = new Exact('0.005').times(1 + partsOf(node).length)
          if (node.amount && !node.amount.isNegative() && !node.fault)
            expect(parts.minus(node.amount).lte(allowed)).toBe(true)
        }
        expect(JSON.stringify(rows)).toBe(before)
      }),
      { numRuns: 80 },
    )
  })
})
