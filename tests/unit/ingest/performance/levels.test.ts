import { describe, expect, it } from 'vitest'
import { knownLevels } from '../../../../src/ingest/performance/levels'

const levels = (...rows: [string, string][]): (string | null)[][] =>
  knownLevels(rows.map(([level1, level2]) => ({ level1, level2 }))).map(({ level1, level2 }) => [
    level1,
    level2,
  ])

describe('levels of indicators', () => {
  it('are as printed', () => {
    expect(levels(['产出指标', '数量指标'], ['履职效能', '基础管理'])).toEqual([
      ['产出指标', '数量指标'],
      ['履职效能', '基础管理'],
    ])
  })

  it('go on below a blank where the classification says that they must', () => {
    expect(levels(['产出指标(50分)', '数量指标'], ['', '时效指标'], ['', '成本指标'])).toEqual([
      ['产出指标(50分)', '数量指标'],
      ['产出指标(50分)', '时效指标'],
      ['产出指标(50分)', '成本指标'],
    ])
  })

  it('are unknown, not guessed, where it does not', () => {
    expect(levels(['产出指标', '数量指标'], ['', ''], ['', '社会效益指标'], ['', '自定指标'])).toEqual([
      ['产出指标', '数量指标'],
      [null, null],
      [null, '社会效益指标'],
      [null, '自定指标'],
    ])
    expect(levels(['履职效能', '基础管理'], ['', '数量指标'])[1]).toEqual([null, '数量指标'])
  })

  it('are all unknown where one stands under another than its own', () => {
    expect(levels(['产出指标', '数量指标'], ['效益指标', '质量指标'], ['满意度指标', '满意度指标'])).toEqual([
      [null, null],
      [null, null],
      [null, null],
    ])
  })

  it('allow what earlier and later classifications allow', () => {
    expect(
      levels(['效益指标', '服务对象满意度指标'], ['成本指标', '经济成本指标'], ['成本指标', '成本指标']),
    ).toEqual([
      ['效益指标', '服务对象满意度指标'],
      ['成本指标', '经济成本指标'],
      ['成本指标', '成本指标'],
    ])
  })
})
