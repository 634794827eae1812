import { describe, expect, it } from 'vitest'
import { drawn, line, performanceOf, type DrawnForm } from '../../../support/performance-forms'

const lines = (form: DrawnForm, spans: 'kept' | 'lost' = 'kept'): string[] =>
  performanceOf(drawn(form, spans)).indicators.map(line)

const national: DrawnForm = {
  above: ['项目支出绩效自评表'],
  rows: [
    '项目名称 | 机关大院维修 | < | < | < | < | < | <',
    '绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分',
    '^ | 产出指标 | 数量指标 | 维修面积 | ≥2,000平方米 | 2100 | 20 | 20',
    '^ | ^ | ^ | 更换门窗 | 30扇 | 30扇 | 10 | 10',
    '^ | ^ | 质量指标 | 验收合格率 | 100% | 98% | 10 | 9.5',
    '^ | 效益指标 | 社会效益指标 | 改善办公条件 | 有所改善 | 达成预期指标 | 30 | 30',
    '^ | 满意度指标 | < | 职工满意度 | 90%以上 | | 10 | 0',
    '总分 | < | < | < | < | < | 100 | 98.5',
  ],
}

describe('indicators under a plain header', () => {
  it('are read by its columns, levels through merged cells', () => {
    expect(lines(national)).toEqual([
      '产出指标 数量指标 维修面积 | ≥ 2000 平方米 | 2100 ? 20 20',
      '产出指标 数量指标 更换门窗 | ? 30 扇 | 30扇 ? 10 10',
      '产出指标 质量指标 验收合格率 | ? 100 % | 98% ? 10 9.5',
      '效益指标 社会效益指标 改善办公条件 | 定性 有所改善 ? | 达成预期指标 ? 30 30',
      '满意度指标 ? 职工满意度 | ≥ 90 % |  ? 10 0',
    ])
  })

  it('have only the levels that are sure when merged cells are lost', () => {
    expect(lines(national, 'lost').map((one) => one.split(' | ')[0])).toEqual([
      '产出指标 数量指标 维修面积',
      '? ? 更换门窗',
      '产出指标 质量指标 验收合格率',
      '效益指标 社会效益指标 改善办公条件',
      '满意度指标 ? 职工满意度',
    ])
  })

  it('keep the printed text and the place of every figure', () => {
    const [first] = performanceOf(drawn(national)).indicators
    expect(first).toMatchObject({
      indicator_no: 1,
      source_no: 1,
      table: 'T01',
      project: 1,
      targetPrinted: '≥2,000平方米',
      operatorPrinted: '≥',
      completion: null,
      reason: null,
      locator: { table: 1, row: 3, cell: 4 },
      places: {
        target: { table: 1, row: 3, cell: 5 },
        actual: { table: 1, row: 3, cell: 6 },
        weight: { table: 1, row: 3, cell: 7 },
        score: { table: 1, row: 3, cell: 8 },
      },
    })
    expect(first).not.toHaveProperty('repair')
    expect(first).not.toHaveProperty('labels')
  })

  it('tell an empty cell from a column that is not there', () => {
    const last = performanceOf(drawn(national)).indicators.at(-1)!
    expect([last.actual, last.completion]).toEqual(['', null])
  })
})

const header =
  '一级指标 | 二级指标 | 三级指标 | 年度目标值 | < | < | 全年完成值 | 完成程度 | 分值 | 得分 | 原因分析 | < | 改进措施'
const lower = '^ | ^ | ^ | 运算符号 | 内容 | 度量单位 | ^ | ^ | ^ | ^ | 经费保障 | 其他 | ^'
const evaluation = (...rows: string[]): DrawnForm => ({
  above: ['预算项目(政策)绩效自评表'],
  rows: ['项目(政策)名称 | 维稳经费', header, lower, ...rows],
})

describe('indicators under a header of two rows', () => {
  it('have operator, content and unit of the target in columns of their own', () => {
    const form = evaluation(
      '产出指标 | 数量指标 | 培训时间 | >= | 1 | 天 | 3 | 100% | 4.5 | 0 | 经费不足 | 人手不足 | 加强预算',
      '^ | 成本指标 | 总成本 | <= | 25.48 | 万元 | — 21.05 | 0.95 | 4.5 | 4.5 | | | ',
    )
    const { indicators } = performanceOf(drawn(form))
    expect(indicators.map(line)).toEqual([
      '产出指标 数量指标 培训时间 | ≥ 1 天 | 3 100% 4.5 0',
      '产出指标 成本指标 总成本 | ≤ 25.48 万元 | — 21.05 0.95 4.5 4.5',
    ])
    expect([indicators[0]!.reason, indicators[0]!.measure]).toEqual(['经费不足；人手不足', '加强预算'])
    expect([indicators[1]!.reason, indicators[1]!.measure]).toEqual(['', ''])
  })

  it('take this year’s target where earlier years stand beside it', () => {
    const form: DrawnForm = {
      above: ['项目绩效目标表'],
      rows: [
        '项目名称 | 网络运维 | < | < | < | <',
        '一级指标 | 二级指标 | 三级指标 | 指标值 | < | <',
        '^ | ^ | ^ | 前年 | 上年 | 预计当年实现',
        '产出指标 | 数量指标 | 维护次数 | 10次 | 11次 | ≥12次',
      ],
    }
    expect(lines(form)).toEqual(['产出指标 数量指标 维护次数 | ≥ 12 次 | ? ? ? ?'])
  })

  it('join operator, number and unit that stand in three cells under one label', () => {
    const form: DrawnForm = {
      above: ['项目绩效目标表'],
      rows: [
        '项目名称 | 网络运维 | < | < | < | <',
        '一级指标 | 二级指标 | 三级指标 | 指标值 | < | <',
        '产出指标 | 数量指标 | 维护次数 | ≥ | 12 | 次',
      ],
    }
    expect(lines(form)).toEqual(['产出指标 数量指标 维护次数 | ≥ 12 次 | ? ? ? ?'])
  })
})

describe('indicators whose cells have moved', () => {
  const moved = evaluation(
    '产出指标 | 数量指标 | 发放率 | >= | 80 | % | 100 | 100% | 10 | 10',
    '绩效指标 | 产出指标 | 质量指标 | 办结率 | >= | 80 | % | 98.76 | 100% | 10 | 9.8 | 有积案 | | | 逐件化解',
    '效益指标 | 变动率 | <= | 0 | % | — 21.05 | 1 | 2.5 | 2.5',
  )

  it('are read from the operator on, by the order of the header', () => {
    expect(lines(moved, 'lost').map((one) => one.split(' | ').slice(1).join(' | '))).toEqual([
      '≥ 80 % | 100 100% 10 10',
      '≥ 80 % | 98.76 100% 10 9.8',
      '≤ 0 % | — 21.05 1 2.5 2.5',
    ])
  })

  it('are named by the cell left of the operator; levels are unknown, their labels kept as printed', () => {
    const { indicators } = performanceOf(drawn(moved, 'lost'))
    expect(indicators.map(({ level1, level2, level3, labels }) => [level1, level2, level3, labels])).toEqual([
      [null, null, '发放率', ['产出指标', '数量指标']],
      [null, null, '办结率', ['绩效指标', '产出指标', '质量指标']],
      [null, null, '变动率', ['效益指标']],
    ])
  })

  it('say that they were mended, and take the last words for the measure', () => {
    const { indicators } = performanceOf(drawn(moved, 'lost'))
    expect(indicators.map(({ repair }) => repair)).toEqual([
      undefined,
      'cells have moved out of their columns: read from its operator on',
      'cells have moved out of their columns: read from its operator on',
    ])
    expect([indicators[1]!.reason, indicators[1]!.measure]).toEqual(['有积案', '逐件化解'])
  })

  it('are read from the grade on when the goal is in words', () => {
    const grade = '全部或基本达成预期指标 100%-80% (含)'
    const form = evaluation(
      ` | | 依法行政 | 管理规范 | | ${grade} | | 1 | 3.3 | 3.3`,
      ` | 预算监督 | 公开情况 | | 全部公开 | | ${grade} | 1 | 0.7 | 0.6`,
    )
    expect(lines(form, 'lost')).toEqual([
      `? ? 依法行政 | 定性 管理规范 ? | ${grade} 1 3.3 3.3`,
      `? ? 公开情况 | 定性 全部公开 ? | ${grade} 1 0.7 0.6`,
    ])
  })

  it('take a name that stands alone on the next row', () => {
    const form = evaluation(
      '| | | = | 1 | 天 | 3 | 100% | 10 | 5',
      '| | 培训时间 | | | | | | | ',
      '| | 会议 | = | 1 | 次 | 1 | 100% | 10 | 10',
    )
    const { indicators } = performanceOf(drawn(form, 'lost'))
    expect(indicators.map(({ level3, score, repair }) => [level3, score, repair])).toEqual([
      ['培训时间', '5', 'its name stands alone on the next row'],
      ['会议', '10', undefined],
    ])
  })

  it('are not read at all, but told, when nothing says what belongs where', () => {
    const form: DrawnForm = {
      above: ['项目支出绩效自评表'],
      rows: [
        '项目名称 | 维修',
        '一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分',
        '产出指标 | 数量指标 | 维修面积 | 2000 | 2100 | 20 | 20',
        '质量指标 | 验收合格率 | 100% | 98% | 10 | 9.5',
      ],
    }
    const { indicators, problems } = performanceOf(drawn(form, 'lost'))
    expect(indicators.map(({ level3 }) => level3)).toEqual(['维修面积'])
    expect(problems).toEqual([
      {
        rule: 'Q04',
        severity: 'warn',
        where: 'T01',
        expected: 'an indicator whose cells fit the columns',
        found: '质量指标, 验收合格率, 100%, 98%, 10, 9.5',
      },
    ])
  })
})

describe('rows that are no indicators', () => {
  it('are passed over: sums of a group, conclusions in words, the header printed again', () => {
    const form: DrawnForm = {
      above: ['项目支出绩效自评表'],
      rows: [
        ...national.rows.slice(0, 4),
        '小计 | < | < | < | < | < | 30 | 30',
        national.rows[1]!,
        national.rows[4]!.replaceAll('^', ''),
        '总分 | < | < | < | < | < | 40 | 39.5',
        '评价结论 | 资金使用规范，已完成2次维修。 | < | < | < | < | < | <',
      ],
    }
    expect(lines(form).map((one) => one.split(' | ')[0])).toEqual([
      '产出指标 数量指标 维修面积',
      '产出指标 数量指标 更换门窗',
      '? 质量指标 验收合格率',
    ])
    expect(performanceOf(drawn(form)).problems).toEqual([])
  })
})

describe('lists of the indicators of many projects', () => {
  const list: DrawnForm = {
    above: ['部门预算项目绩效目标表', '单位：万元'],
    rows: [
      '单位名称 | 项目名称 | 预算数 | 年度目标 | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 历史参考值 | 指标值 | 度量单位 | 权重',
      '某局 | 51000021R000000019951-信访工作经费 | 12.50 | 保障运转 | 产出指标 | 数量指标 | 接访人数 | ≥ | 900 | 1000 | 人次 | 20',
      '^ | ^ | ^ | ^ | ^ | 质量指标 | 办结率 | ≥ | | 90 | % | 40',
      '^ | 维稳经费 | 3 | 稳定 | 产出指标 | 数量指标 | 会议 | = | 4 | 4 | 次 | 20',
    ],
  }

  it.each(['kept', 'lost'] as const)('give each indicator to its project, merged cells %s', (spans) => {
    const { projects, indicators } = performanceOf(drawn(list, spans), 'budget')
    expect(projects.map(({ code, name, figures }) => [code, name, figures.map((f) => f.printed)])).toEqual([
      ['51000021R000000019951', '信访工作经费', ['12.50']],
      ['', '维稳经费', ['3']],
    ])
    expect(indicators.map((one) => `${one.project} ${line(one)}`)).toEqual([
      '1 产出指标 数量指标 接访人数 | ≥ 1000 人次 | ? ? 20 ?',
      '1 产出指标 质量指标 办结率 | ≥ 90 % | ? ? 40 ?',
      '2 产出指标 数量指标 会议 | = 4 次 | ? ? 20 ?',
    ])
  })
})

describe('words of an indicator', () => {
  it('are kept as published, markup and all, up to 100 characters', () => {
    const form = evaluation(
      `产出指标 | 数量指标 | <b>培训</b> | = | 1 | 天 | <p>3</p> | 100% | 10 | 5 | ${'因'.repeat(120)} | | `,
    )
    const [one] = performanceOf(drawn(form)).indicators
    expect([one!.level3, one!.actual]).toEqual(['<b>培训</b>', '<p>3</p>'])
    expect(one!.reason).toBe(`${'因'.repeat(99)}…`)
  })
})
