import { describe, expect, it } from 'vitest'
import { readPerformance } from '../../../../src/ingest/performance/performance'
import { paragraph, performanceOf } from '../../../support/performance-forms'

/** Goals as `level1 name operator target unit`, read from paragraphs. */
function goals(...lines: string[]): string[] {
  return performanceOf(lines.map(paragraph), 'budget').indicators.map(
    ({ level1, level2, level3, operator, target, unit }) =>
      [level1, level2, level3, operator, target, unit].map((text) => text ?? '?').join(' '),
  )
}
const under = (...lines: string[]): string[] => goals('（一）部门整体绩效目标', ...lines)

describe('goals that a budget states in prose', () => {
  it('stand behind their name and its description', () => {
    expect(
      under(
        '(1) 案件按期办结率： 按照相关规定和业务流程，按期办结的案件占全部案件的比率。此指标值需≥80%。',
        '（2）公用经费节约率：公用经费比上年节约的比率，目标值不低于 5%。',
        '3、热线接通数:全年接通的电话。指标值为1,200次以上。',
      ),
    ).toEqual(['? ? 案件按期办结率 ≥ 80 %', '? ? 公用经费节约率 ≥ 5 %', '? ? 热线接通数 ≥ 1200 次'])
  })

  it('stand under a heading that names their level, up to the next of its rank', () => {
    expect(
      goals(
        '五、预算绩效信息',
        '（二）分项绩效目标',
        '1、产出指标：',
        '(1) 受理率:及时受理。此指标值需≥80%。',
        '2、效益指标：',
        '(1) 认可率：群众的认可程度。此指标值需≥85%。',
        '3、满意率：抽样调查的满意程度。此指标值需≥90%。',
      ),
    ).toEqual(['产出指标 ? 受理率 ≥ 80 %', '效益指标 ? 认可率 ≥ 85 %', '? ? 满意率 ≥ 90 %'])
  })

  it('stand behind the levels printed before them', () => {
    expect(under('产出指标：数量指标：接访人数≥200人次；质量指标：办结率不低于95%。')).toEqual([
      '产出指标 数量指标 接访人数 ≥ 200 人次',
      '产出指标 质量指标 办结率 ≥ 95 %',
    ])
  })

  it('may be reached, and joined in one sentence', () => {
    expect(under('1、全力打造效能信访：受理率、答复率达到100%，群众满意率达到 90%以上。')).toEqual([
      '? ? 受理率 ? 100 %',
      '? ? 答复率 ? 100 %',
      '? ? 群众满意率 ≥ 90 %',
    ])
  })

  it('may be changes and shares, a decrease being negative', () => {
    expect(under('实现重复信访较去年下降34.65%；接待能力比上年提高5%，实现网上信访占走访的50%。')).toEqual([
      '? ? 重复信访 ? -34.65 %',
      '? ? 接待能力 ? 5 %',
      '? ? 网上信访占走访 ? 50 %',
    ])
  })

  it('are kept with the phrase as printed and its place', () => {
    const { indicators } = performanceOf(
      ['（一）绩效目标', '办结率：按期办结。此指标值需 ≥ 80％。'].map(paragraph),
      'budget',
    )
    expect(indicators).toMatchObject([
      {
        table: null,
        project: null,
        targetPrinted: '≥ 80％',
        operatorPrinted: '≥',
        weight: null,
        locator: { line: 1, offset: 15, length: 5 },
      },
    ])
  })
})

describe('figures that are no goals', () => {
  it.each([
    ['outside of goals', ['一、部门职责', '办结率达到95%以上。']],
    ['in other sections', ['（一）绩效目标', '为民服务。', '（二）工作保障措施', '值班人员不低于8人。']],
    [
      'how targets are managed',
      ['四、绩效目标设置情况', '编报绩效目标的项目20个，覆盖率达到100%，涉及6484.05万元。'],
    ],
    ['after the section', ['一、绩效目标', '为民服务。', '二、政府采购', '中小企业采购占比达到40%。']],
    ['without a number', ['一、绩效目标', '办结率：按期办结的比率。确保极端事件为零。']],
  ])('%s', (_, lines) => {
    expect(goals(...lines)).toEqual([])
  })

  it('of a final account, which states what was reached', () => {
    const blocks = ['（一）绩效目标', '办结率达到95%以上。'].map(paragraph)
    expect(performanceOf(blocks, 'final').indicators).toEqual([])
  })
})

describe('two files of one disclosure', () => {
  it('state a goal once, and number on', () => {
    const file = (source_no: number, ...lines: string[]) => ({
      source_no,
      tables: [],
      paragraphs: ['（一）绩效目标', ...lines].map(paragraph),
      printedUnit: null,
    })
    const { indicators } = readPerformance(
      [file(1, '办结率达到95%。'), file(2, '办结率达到95%。', '满意率达到90%。')],
      'budget',
    )
    expect(indicators.map((one) => [one.indicator_no, one.source_no, one.level3])).toEqual([
      [1, 1, '办结率'],
      [2, 2, '满意率'],
    ])
  })
})
