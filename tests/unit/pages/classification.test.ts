import { describe, expect, it } from 'vitest'
import { amountsOf, summaryOfClassification, totalOf } from '../../../src/pages/unit/classification'
import type { ClassificationRow } from '../../../src/queries/classification-tree'
import { line } from '../../support/figures-unit-page'

/** 抚顺市信访局（本级）2023，公开03表, first level. */
const classes = [
  line(null, '合计', '1262.08'),
  line('201', '一般公共服务支出', '1083.57'),
  line('208', '社会保障和就业支出', '115.80'),
  line('210', '卫生健康支出', '22.68'),
  line('221', '住房保障支出', '40.01'),
]

describe('the rows of a table', () => {
  it('are its codes and sources, without the sums that close it; a blank stays', () => {
    const rows = [
      ...classes,
      line('213', '农林水支出', ''),
      line(null, '事业收入', '1.00', { item: 'business' }),
      line(null, '本年收入合计', '1.00', { item: 'income_current' }),
      line(null, '人员经费合计', '1.00', { item: 'personnel' }),
      line(null, '备注', '', { item: null }),
    ]
    expect(amountsOf(rows).map(({ code, level }) => [code, level])).toEqual([
      ['201', 1],
      ['208', 1],
      ['210', 1],
      ['221', 1],
      ['213', 1],
      ['business', 1],
    ])
    expect(amountsOf(rows)[4]?.amount).toBeNull()
  })

  it('put a source below the one it is a part of, where that is printed before it', () => {
    const source = (item: string, amount: string) => line(null, item, amount, { item, parentCode: null })
    const placed = (rows: ClassificationRow[]) =>
      amountsOf(rows).map(({ code, parentCode, level }) => [code, parentCode, level])
    expect(placed([source('fiscal', '3.00'), source('general', '2.00'), source('business', '1.00')])).toEqual(
      [
        ['fiscal', null, 1],
        ['general', 'fiscal', 2],
        ['business', null, 1],
      ],
    )
    expect(placed([source('general', '2.00'), source('fiscal', '3.00')])).toEqual([
      ['general', null, 1],
      ['fiscal', null, 1],
    ])
    expect(placed([source('fiscal', ''), source('general', '2.00')])[1]).toEqual(['general', null, 1])
  })

  it('have the total that is printed: 合计, else 总计, else the year’s; none where its cell is blank', () => {
    const grand = line(null, '收入总计', '5.00', { item: 'income_grand' })
    const current = line(null, '本年收入合计', '4.00', { item: 'income_current' })
    expect(totalOf(classes)?.amount.toFixed()).toBe('12620800')
    expect(totalOf([current, grand])?.amount.toFixed()).toBe('50000')
    expect(totalOf([line(null, '合计', ''), current])?.amount.toFixed()).toBe('40000')
    expect(totalOf([line(null, '合计', '')])).toBeNull()
  })
})

describe('the sentence on a classification', () => {
  it('names the largest part with its share and the others by size', () => {
    expect(summaryOfClassification(classes, 'zh')).toBe(
      '一般公共服务支出占 85.86%，其余是社会保障和就业支出、住房保障支出、卫生健康支出。',
    )
  })

  it('is silent without a total and where a part is below zero; leaves out what is zero or blank', () => {
    expect(summaryOfClassification(classes.slice(1), 'zh')).toBe('')
    expect(summaryOfClassification([...classes, line('229', '其他支出', '-1.00')], 'zh')).toBe('')
    const one = [classes[0]!, classes[1]!, line('229', '其他支出', '0.00'), line('213', '农林水支出', '')]
    expect(summaryOfClassification(one, 'zh')).toBe('全部是一般公共服务支出。')
  })
})
