import { describe, expect, it } from 'vitest'
import { layoutSunburst } from '../../../../src/charts/sunburst/layout'
import { findNode, growTree } from '../../../../src/charts/sunburst/tree'
import { tableOfTree } from '../../../../src/charts/sunburst/tree-table'
import {
  countsBelow,
  faultSentences,
  shapeTitle,
  shareText,
  spoken,
} from '../../../../src/charts/sunburst/wording'
import { Exact } from '../../../../src/model/money'
import {
  departmentOfManyClasses,
  departmentTotal,
  fupingShiftedExpenditure,
  fupingShiftedTotal,
  fushunExpenditure,
  fushunExpenditureTotal,
} from '../../../support/figures-where-it-goes'

const telling = { language: 'zh', unit: '万元', scheme: 'function' } as const
const fushun = growTree(fushunExpenditure, fushunExpenditureTotal)
const many = growTree(departmentOfManyClasses, departmentTotal)
const options = { scheme: 'function', rings: 3, radius: 208 } as const

describe('what the rings say', () => {
  it('names code, item, amount with its unit and share of the parent', () => {
    const shapes = layoutSunburst(fushun, options)
    const shape = shapes.find((s) => s.key === '2010308')!
    expect(spoken(shape, telling)).toBe('2010308 信访事务，635.36万元，占20103 58.64%')
    expect(spoken(shapes[0]!, telling)).toBe('201 一般公共服务支出，1,083.57万元，占全部 85.86%')
    expect(shapeTitle(shape, telling)).toBe('2010308 信访事务，635.36万元')
    expect(spoken(shape, { ...telling, language: 'en' })).toBe(
      '2010308 信访事务, 635.36 (10,000 yuan), 58.64% of 20103',
    )
  })

  it('counts the rows that hold a figure: 4 类 5 款 8 项', () => {
    expect(countsBelow(fushun, telling)).toEqual(['4 类', '5 款', '8 项'])
  })

  it('says the arithmetic where parts exceed their whole, and names negatives', () => {
    const sentences = faultSentences(many, telling)
    expect(sentences).toHaveLength(2)
    expect(sentences[0]).toContain('21301 农业农村')
    for (const figure of ['600.00', '500.00', '100.00', '0.015']) expect(sentences[0]).toContain(figure)
    expect(sentences[1]).toContain('支持中小企业发展和管理支出')
  })

  it('says only what is wrong with the centre when that is wrong: 阜平, 32.83 too much', () => {
    const sentences = faultSentences(growTree(fupingShiftedExpenditure, fupingShiftedTotal), telling)
    expect(sentences).toHaveLength(1)
    for (const figure of ['185.63', '152.80', '32.83', '0.025']) expect(sentences[0]).toContain(figure)
  })

  it('never calls a share nothing that is something', () => {
    expect(shareText(new Exact(1), new Exact(1_000_000))).toBe('<0.01%')
    expect(shareText(new Exact(0), new Exact(1_000_000))).toBe('0.00%')
    expect(shareText(new Exact(1), new Exact(0))).toBe('')
    expect(shareText(null, new Exact(1))).toBe('')
  })
})

describe('the table that says the same', () => {
  it('has every printed row with its exact amount, in order, and the total', () => {
    const table = tableOfTree(fushun, telling, '支出，按功能分类', '公开03表')
    expect(table.rows.map((row) => row.code ?? row.name)).toEqual([
      ...fushunExpenditure.map((row) => row.code),
      '合计',
    ])
    expect(table.rows[2]?.cells[0]).toMatchObject({ text: '448.21', yuan: '4482100.00', basis: 'published' })
    expect(table.rows.at(-1)).toMatchObject({
      sum: true,
      cells: [{ yuan: '12620800.00' }, { text: '100.00%' }],
    })
    expect(table.rows.map((row) => row.indent).slice(0, 3)).toEqual([0, 1, 2])
  })

  it('has no shares where they mean nothing', () => {
    const telling = { language: 'zh', unit: '万元', scheme: 'function' } as const
    const table = tableOfTree(fushun, telling, '', '', true, false)
    expect(table.heads).toHaveLength(2)
    expect(table.rows.every((row) => row.cells.length === 1)).toBe(true)
  })

  it('keeps blanks blank and marks what is derived', () => {
    const table = tableOfTree(many, telling, '支出', '')
    expect(table.rows.find((row) => row.code === '229')?.cells[0]).toEqual({ text: '', state: 'blank' })
    expect(table.rows.find((row) => row.name === '未细分')?.cells[0]).toMatchObject({
      yuan: '4000000.00',
      basis: 'derived',
    })
    expect(findNode(many, '205')!.children).toHaveLength(2)
  })
})
