import { describe, expect, it } from 'vitest'
import type { RawTable } from '../../../../src/ingest/raw'
import { gridOf } from '../../../../src/ingest/forms/grid'
import { headed } from '../../../../src/ingest/forms/header'
import { dealt } from '../../../../src/ingest/forms/header-paths'

/** A table as the text reader delivers it. */
function lost(rows: string[][]): RawTable {
  return {
    kind: 'table',
    spans: 'lost',
    rowCount: rows.length,
    colCount: Math.max(...rows.map((row) => row.length)),
    cells: rows.flatMap((cells, row) =>
      cells.map((text, col) => ({ row, col, rowSpan: 1, colSpan: 1, text, place: { line: row + 1 } })),
    ),
  }
}

/** A table of cells [row, col, rowSpan, colSpan, text] as readers of formats with merged cells deliver it. */
function kept(
  rowCount: number,
  colCount: number,
  cells: [number, number, number, number, string][],
): RawTable {
  return {
    kind: 'table',
    spans: 'kept',
    rowCount,
    colCount,
    cells: cells.map(([row, col, rowSpan, colSpan, text]) => ({
      row,
      col,
      rowSpan,
      colSpan,
      text,
      place: { table: 1, row: row + 1, cell: col + 1 },
    })),
  }
}

const pathsOf = (table: RawTable): string[] => headed(gridOf([table])).paths.map((path) => path.join('/'))
const bodyOf = (table: RawTable): string[] =>
  headed(gridOf([table])).body.map((row) => row.map((cell) => cell?.text ?? '').join('|'))

describe('labels dealt out over the row below', () => {
  it('give an empty cell one label and a run of filled ones one label', () => {
    expect(
      dealt(['序号', '科目', '合计', '本年收入', '上年结转'], ['', '编码', '名称', '', '小计', '财政', '']),
    ).toEqual([1, 2, 1, 2, 1])
  })

  it('split a run where a label comes again', () => {
    expect(dealt(['序号', '收入', '支出'], ['', '项目', '金额', '项目', '合计', '一般公共预算'])).toEqual([
      1, 2, 3,
    ])
  })

  it('split a run after code and name', () => {
    expect(dealt(['科目', '基本支出'], ['科目编码', '科目名称', '合计', '人员经费', '公用经费'])).toEqual([
      2, 3,
    ])
  })

  it('split a run after code and name and then where a label comes again', () => {
    const below = ['科目编码', '科目名称', '合计', '基本支出', '项目支出', '合计', '基本支出', '项目支出']
    expect(dealt(['科目', '一般公共预算', '政府性基金'], below)).toEqual([2, 3, 3])
  })

  it('head the first panel of 基本支出 with 人员经费 and all others with 公用经费', () => {
    const panel = ['科目编码', '科目名称', '决算数']
    expect(dealt(['人员经费', '公用经费'], [...panel, ...panel, ...panel])).toEqual([3, 6])
    expect(dealt(['甲', '乙'], [...panel, ...panel, ...panel])).toBeNull()
  })

  it('are not guessed when no reading gives every label its cells', () => {
    expect(dealt(['甲', '乙', '丙'], ['一', '二', '三', '四'])).toBeNull()
  })
})

describe('the header of a table', () => {
  it('ends at the 栏次 row, which is never data', () => {
    const table = lost([
      ['序号', '收入', '支出'],
      ['', '项  目', '预算数', '项  目', '预算数'],
      ['栏次', '1', '2', '3', '4'],
      ['1', '一、财政拨款收入', '5.00', '一、教育支出', '5.00'],
    ])
    expect(pathsOf(table)).toEqual(['序号', '收入/项目', '收入/预算数', '支出/项目', '支出/预算数'])
    expect(bodyOf(table)).toEqual(['1|一、财政拨款收入|5.00|一、教育支出|5.00'])
  })

  it('reads a 栏次 inside the last header row, whose numbers stand one column too far right', () => {
    const table = lost([
      ['项目', '', '本年收入合计', '财政拨款收入', '其他收入', ''],
      ['科目编码', '科目名称', '栏次', '1', '2', '3'],
      ['', '合计', '9.00', '9.00', ''],
    ])
    expect(pathsOf(table)).toEqual([
      '项目/科目编码',
      '项目/科目名称',
      '本年收入合计',
      '财政拨款收入',
      '其他收入',
      '',
    ])
    expect(bodyOf(table)).toEqual(['|合计|9.00|9.00|'])
  })

  it('reads blanks right of a label as that label going on, in three rows', () => {
    const table = lost([
      ['三公经费', '', '', '', '', ''],
      ['合计', '', '公务用车', '', '公务接待费', ''],
      ['预算数', '决算数', '预算数', '决算数', '预算数', '决算数'],
      ['1', '2', '3', '4', '5', '6'],
      ['3.00', '2.00', '3.00', '2.00', '', ''],
    ])
    expect(pathsOf(table).slice(2)).toEqual([
      '三公经费/公务用车/预算数',
      '三公经费/公务用车/决算数',
      '三公经费/公务接待费/预算数',
      '三公经费/公务接待费/决算数',
    ])
  })

  it('ends at the first data row where there is no 栏次', () => {
    const table = lost([
      ['项目', '预算数', '决算数'],
      ['合计', '', ''],
      ['公务接待费', '', ''],
    ])
    expect(pathsOf(table)).toEqual(['项目', '预算数', '决算数'])
    expect(bodyOf(table)).toEqual(['合计||', '公务接待费||'])
  })

  it('says so when its labels do not fit the columns, and keeps the lowest', () => {
    const grid = headed(
      gridOf([
        lost([
          ['甲', '乙', '丙'],
          ['子', '丑', '寅', '卯'],
          ['1.00', '2.00', '3.00', '4.00'],
        ]),
      ]),
    )
    expect(grid.doubt).toBe('3 labels over 4')
    expect(grid.paths).toEqual([['子'], ['丑'], ['寅'], ['卯']])
  })

  it('is read from merged cells where the format keeps them', () => {
    const table = kept(4, 5, [
      [0, 0, 1, 2, '科目'],
      [0, 2, 2, 1, '合计'],
      [0, 3, 1, 2, '其中'],
      [1, 0, 1, 1, '编码'],
      [1, 1, 1, 1, '名称'],
      [1, 3, 1, 1, '基本支出'],
      [1, 4, 1, 1, '项目支出'],
      [2, 0, 1, 2, '合计'],
      [2, 2, 1, 1, '3.00'],
      [2, 3, 1, 1, '1.00'],
      [2, 4, 1, 1, '2.00'],
    ])
    expect(pathsOf(table)).toEqual(['科目/编码', '科目/名称', '合计', '其中/基本支出', '其中/项目支出'])
  })
})
