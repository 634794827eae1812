import { describe, expect, it } from 'vitest'
import { countRows } from '../../../../src/charts/three-public/counts'
import { placeLabels } from '../../../../src/charts/three-public/labels'
import { layoutTrend } from '../../../../src/charts/three-public/layout'
import { notesOf, sentenceOf } from '../../../../src/charts/three-public/notes'
import type { HeldDocument, ThreePublicPoint } from '../../../../src/charts/three-public/point'
import { tableOf } from '../../../../src/charts/three-public/table'
import {
  fuping,
  fushun,
  fushunAmounts,
  fushunCounts,
  printed,
  told,
} from '../../../support/figures-three-public'

const zh = { unit: '万元', language: 'zh' } as const
const notes = (points: ThreePublicPoint[]) => {
  const trend = layoutTrend(points, [], 1184, 13)
  return Object.fromEntries(
    trend.panels.map((panel) => {
      const { without } = placeLabels(panel, trend, ({ point }) => point.amount!.div(10000).toFixed(2), 13)
      return [panel.item, notesOf(panel, without, zh)]
    }),
  )
}

describe('what stands under the panels', () => {
  it('of 抚顺: how the budget was met, the blank budget, the 0.00 that only the text tells', () => {
    expect(notes(fushun)).toEqual({
      total: ['预算 3.00，完成 241.33%', '2022 年决算 8.28：推算，± 0.02'],
      vehicle: ['预算 3.00，完成 100.00%', '2022 年决算 8.28：推算，± 0.01'],
      reception: ['预算栏为空，决算 4.24', '2022 年决算 0.00：推算，± 0.01'],
      abroad: ['表内为空，正文写 0.00', '2022 年决算 0.00：推算，与 2023 年持平'],
    })
  })

  it('of 阜平: the 0 beside a table declared empty, and the bounds of the derived 3', () => {
    expect(notes(fuping)).toEqual({
      total: ['空表列示，正文写 0.00', '2022 年预算 3.00：推算，± 0.5'],
    })
  })

  it('says that a figure is from the text alone where no cell is told of', () => {
    const zero = { ...told(['total', 2023, 'budget'], '0'), state: 'zero' as const }
    expect(notes([zero])).toEqual({ total: ['正文写 0.00'] })
  })

  it('gives no rate for a budget of 0', () => {
    const zero = [printed(['total', 2023, 'budget'], '0.00'), printed(['total', 2023, 'final'], '1.00')]
    expect(notes(zero)).toEqual({ total: [] })
  })
})

it('a panel reads aloud every amount and every absence, derived ones named so', () => {
  const trend = layoutTrend(fushun, [], 1184, 13)
  expect(trend.panels.map((panel) => sentenceOf(panel, zh))).toEqual([
    '合计：2022 年决算 8.28（推算），2023 年预算 3.00，2023 年决算 7.24',
    '公务用车购置及运行：2022 年决算 8.28（推算），2023 年预算 3.00，2023 年决算 3.00',
    '公务接待：2022 年决算 0.00（推算），2023 年预算空白，2023 年决算 4.24',
    '因公出国（境）：2022 年决算 0.00（推算），2023 年预算空白，2023 年决算 0.00',
  ])
})

describe('the table beside the trend', () => {
  it('has every point once, with its exact 元, basis and bounds', () => {
    const table = tableOf(fushun, zh)
    const cells = table.rows.flatMap((row) => row.cells).filter((cell) => cell.yuan !== undefined)
    expect(cells).toHaveLength(fushun.filter((point) => point.amount !== null).length)
    expect(cells).toContainEqual({
      item: 'total',
      year: 2022,
      stage: 'final',
      text: '8.28',
      yuan: '82800.00',
      basis: 'derived',
      low: '82600.00',
      high: '83000.00',
    })
    expect(table.rows.every((row) => row.cells.length === table.heads.length - 1)).toBe(true)
  })

  it('keeps blank, declared empty and zero apart', () => {
    const blank = tableOf(fushun, zh).rows.find((row) => row.key === 'reception 2023')!
    expect(blank.cells[1]).toEqual({ text: '', state: 'blank' })
    const empty = tableOf(fuping, zh).rows.find((row) => row.key === 'total 2023')!
    expect(empty.cells[1]).toMatchObject({ text: '0.00', yuan: '0.00', basis: 'text' })
    expect(empty.cells[2]!.text).toBe('正文写出，空表列示')
  })

  it('calls 未公开 only what a document that is here lacks: what another would tell is 没有收', () => {
    const budgetOf2022 = (held: HeldDocument[]) =>
      tableOf(fushun, zh, held).rows.find((row) => row.key === 'total 2022')!.cells[1]
    expect(budgetOf2022([])).toEqual({ text: '', state: 'not_held' })
    expect(budgetOf2022([{ year: 2023, stage: 'budget' }])).toEqual({ text: '', state: 'not_held' })
    expect(budgetOf2022([{ year: 2022, stage: 'budget' }])).toEqual({ text: '', state: 'not_disclosed' })
  })

  it('tells the sum that a derived amount comes from, with its bounds', () => {
    const [first, ...rest] = fushun
    const points = [{ ...first!, formula: '3.00 + 5.28' }, ...rest]
    const row = tableOf(points, zh).rows.find((each) => each.key === 'total 2022')!
    expect(row.cells.map((cell) => cell.text)).toContain('由 3.00 + 5.28 推算，± 0.02')
    const abroad = tableOf(points, zh).rows.find((each) => each.key === 'abroad 2022')!
    expect(abroad.cells.map((cell) => cell.text)).toContain('推算，与 2023 年持平')
  })
})

describe('counts beside amounts', () => {
  const rows = countRows(fushunCounts, fushunAmounts)

  it('of 抚顺: 2,231.58 元 for each of 19 guests, 15,000 元 for each of 2 cars', () => {
    expect(rows.map((row) => [row.id, row.each?.yuan.toFixed(2) ?? null])).toEqual([
      ['domestic', '2231.58'],
      ['foreign', null],
      ['kept', '15000.00'],
      ['bought', null],
      ['abroad', null],
    ])
  })

  it('a cost needs people, trips or cars: none for 0 of them, for batches alone, or without an amount', () => {
    const only = (subject: string) => fushunCounts.filter((count) => count.subject === subject)
    expect(countRows(only('reception.domestic.batches'), fushunAmounts)[0]!.each).toBeNull()
    expect(countRows(only('reception.domestic.people'), [])[0]).toMatchObject({ amount: null, each: null })
    expect(countRows([], fushunAmounts)).toEqual([])
  })
})
