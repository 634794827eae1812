import { describe, expect, it } from 'vitest'
import type { Performance } from '../../../../src/ingest/performance/performance'
import { drawn, paragraph, performanceOf, told, type DrawnForm } from '../../../support/performance-forms'

const figures = ({ projects }: Performance, at = 0): string[] => projects[at]!.figures.map(told)

const indicators = [
  '一级指标 | 二级指标 | 三级指标 | 指标值 | < | <',
  '产出指标 | 数量指标 | 办件 | ≥100件 | < | <',
]

/** As the ministry prints it (财预〔2020〕10号). */
const national: DrawnForm = {
  above: ['项目支出绩效自评表', '（2022年度）'],
  rows: [
    '项目名称 | 机关大院维修 | < | < | < | < | < | <',
    '主管部门 | 某局 | < | < | 实施单位 | 某局 | < | <',
    '项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分',
    '^ | 年度资金总额： | 100.00 | 90.00 | 81.00 | 10 | 90.00% | 9',
    '^ | 其中：当年财政拨款 | 90.00 | 80.00 | 71.00 | — | — | —',
    '^ | 其他资金 | | | | — | | —',
    '绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分',
    '^ | 产出指标 | 数量指标 | 维修面积 | ≥2000平方米 | 2100 | 90 | 89.5',
    '总分 | < | < | < | < | < | 100 | 98.5',
  ],
}

describe('the money of a project', () => {
  it.each(['kept', 'lost'] as const)('stands in rows and columns: merged cells %s', (spans) => {
    expect(figures(performanceOf(drawn(national, spans)))).toEqual([
      'budget(initial) 100.00 万元',
      'budget(adjusted) 90.00 万元',
      'executed 81.00 万元',
      'rate_weight 10 分',
      'rate 90.00% %',
      'rate_score 9 分',
      'budget(initial) 当年财政拨款 90.00 万元',
      'budget(adjusted) 当年财政拨款 80.00 万元',
      'executed 当年财政拨款 71.00 万元',
      'budget(initial) 其他资金 万元',
      'budget(adjusted) 其他资金 万元',
      'executed 其他资金 万元',
      'score 98.5 分',
    ])
  })

  it('stands in pairs of label and value, blank values kept as blank', () => {
    const form: DrawnForm = {
      above: ['1.劳务派遣经费绩效目标表', '单位：元'],
      rows: [
        '项目编码 | 13062423P000048100019 | < | 项目名称 | 劳务派遣专项经费 | <',
        '预算规模及资金用途 | 预算数 | 550,000.00 | 其中：财政资金 | 550,000.00 | ',
        '^ | 其他资金 | | | | ',
        '资金支出计划（%） | 3月底 | 6月底 | 10月底 | 12月底 | ',
        '^ | 25% | 50% | 75% | 100% | ',
        ...indicators,
      ],
    }
    const read = performanceOf(drawn(form), 'budget')
    expect(read.projects[0]).toMatchObject({
      code: '13062423P000048100019',
      name: '劳务派遣专项经费',
      states: 'target',
    })
    expect(figures(read)).toEqual([
      'budget 550,000.00 元',
      'budget 财政资金 550,000.00 元',
      'budget 其他资金 元',
      'plan 25% %',
      'plan 50% %',
      'plan 75% %',
      'plan 100% %',
    ])
    expect(read.projects[0]!.figures.map(({ label }) => label)).toEqual([
      '预算数',
      '其中：财政资金',
      '其他资金',
      '资金支出计划（%）/3月底',
      '资金支出计划（%）/6月底',
      '资金支出计划（%）/10月底',
      '资金支出计划（%）/12月底',
    ])
    expect(read.projects[0]!.figures.map(({ value }) => value)).toEqual([
      '550000.00',
      '550000.00',
      null,
      '25',
      '50',
      '75',
      '100',
    ])
  })

  it('stands with its label in one cell, in the unit that the label or the cell names', () => {
    const form: DrawnForm = {
      above: ['项目支出绩效目标表'],
      rows: [
        '项目名称 | 某项目 | 实施单位 | 某单位 | < | <',
        '项目资金（元） | 年度资金总额：1,205,000 | < | 其中：财政拨款：100万元 | < | <',
        ...indicators,
      ],
    }
    expect(figures(performanceOf(drawn(form), 'budget'))).toEqual([
      'budget 1,205,000 元',
      'budget 财政拨款 100万元 万元',
    ])
  })

  it('of a province that heads the labels of the rows too, with a note beside them', () => {
    const form: DrawnForm = {
      above: ['部门预算项目支出绩效自评表（2023年度）'],
      rows: [
        '项目名称 | 51000021R000000019951-工资性支出 | < | < | < | < | < | <',
        '预算执行情况（10分） | 年度预算数（万元） | 年初预算 | 调整后预算数 | 预算执行数 | 预算执行率 | 权重 | 原因',
        '^ | 总额 | 238.93 | 251.89 | 251.89 | 100.00% | 10 | 1.预算执行率=预算执行数/调整后预算数',
        '^ | 其中：财政资金 | 238.93 | 251.89 | 251.89 | 100.00% | / | ^',
        '绩效指标（90分） | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 权重',
        '^ | 产出指标 | 数量指标 | 发放率 | = | 100 | % | 60',
        '合计 | < | < | < | < | < | < | 100',
      ],
    }
    const read = performanceOf(drawn(form))
    expect([read.projects[0]!.code, read.projects[0]!.name]).toEqual(['51000021R000000019951', '工资性支出'])
    expect(figures(read)).toEqual([
      'budget(initial) 238.93 万元',
      'budget(adjusted) 251.89 万元',
      'executed 251.89 万元',
      'rate 100.00% %',
      'rate_weight 10 分',
      'budget(initial) 财政资金 238.93 万元',
      'budget(adjusted) 财政资金 251.89 万元',
      'executed 财政资金 251.89 万元',
      'rate 财政资金 100.00% %',
    ])
    expect(read.problems).toEqual([])
  })

  it('that is not written as a number keeps its text, has no value and is told', () => {
    const form = { ...national, rows: national.rows.map((row) => row.replace('81.00', '81.0O')) }
    const read = performanceOf(drawn(form))
    expect(figures(read).slice(0, 4)).toEqual([
      'budget(initial) 100.00 万元',
      'budget(adjusted) 90.00 万元',
      'executed 81.0O 万元',
      'rate_weight 10 分',
    ])
    expect(read.projects[0]!.figures[2]!.value).toBeNull()
    expect(read.problems).toEqual([
      {
        rule: 'unreadable',
        severity: 'error',
        where: 'T01',
        expected: 'a figure for 年度资金总额：/全年执行数',
        found: '81.0O',
      },
    ])
  })
})

describe('scores below the indicators', () => {
  const feet = (row: string, spans: 'kept' | 'lost' = 'kept'): string[] => {
    const rows = [...national.rows.slice(0, 1), ...national.rows.slice(6, 8), row]
    return figures(performanceOf(drawn({ ...national, rows }, spans)))
  }

  it('are pairs: subtotal, score of the rate, deduction, total', () => {
    expect(
      feet('指标自评得分小计 | 80 | 预算执行率得分 | 6.72 | 减分项 | 7.721 | 绩效自评总得分 | 79', 'lost'),
    ).toEqual(['indicator_score 80 分', 'rate_score 6.72 分', 'deduction 7.721 分', 'score 79 分'])
  })

  it('may lack the subtotal', () => {
    expect(feet('预算执行率得分 | | | 10 | 绩效自评总得分 | | 86.5 | ', 'lost')).toEqual([
      'rate_score 10 分',
      'score 86.5 分',
    ])
  })

  it('stand under the columns of weight and score, of which the weight is none', () => {
    expect(feet('总分 | < | < | < | < | < | 100 | 98.5')).toEqual(['score 98.5 分'])
    expect(feet('总分 | | | | | | 100 | 98.5', 'lost')).toEqual(['score 98.5 分'])
    expect(feet('合计 | < | < | < | < | < | 100 | ')).toEqual([])
  })
})

describe('a form about the whole unit', () => {
  const whole: DrawnForm = {
    above: ['部门（单位）整体绩效自评表', '(2023年度)'],
    rows: [
      '部门（单位）名称 | 011001某局本级 | < | < | < | < | <',
      '部门年初预算收入金额（万元） | 595.46 | < | < | < | < | <',
      '部门年初预算支出金额（万元） | 590.00 | < | < | < | < | <',
      '年度主要任务 | 对应项目 | 项目下达金额（万元） | 项目执行金额（万元） | 项目执行率 | 分值 | 得分',
      ' | J201 公用经费（保运转） | 28.67 | 28.60 | 99.76% | 8 | 7.98',
      ' | 人员经费 | 391.61 | 391.61 | 100.00% | 8 | 8',
      '一级指标 | 二级指标 | 三级指标 | 指标值 | 全年完成值 | 分值 | 得分',
      '履职效能 | 基础管理 | 办结率 | =100% | 100% | 84 | 84',
      '总评价得分 | | | | | | 99.98',
    ],
  }

  it.each(['kept', 'lost'] as const)('tells it from its tasks, merged cells %s', (spans) => {
    const read = performanceOf(drawn(whole, spans))
    expect(
      read.projects.map(({ project_no, kind, states, name }) => [project_no, kind, states, name]),
    ).toEqual([
      [1, 'whole', 'evaluation', '011001某局本级'],
      [2, 'task', 'evaluation', 'J201 公用经费（保运转）'],
      [3, 'task', 'evaluation', '人员经费'],
    ])
    expect(figures(read)).toEqual([
      'income(initial) 595.46 万元',
      'budget(initial) 590.00 万元',
      'score 99.98 分',
    ])
    expect(figures(read, 1)).toEqual([
      'budget 28.67 万元',
      'executed 28.60 万元',
      'rate 99.76% %',
      'rate_weight 8 分',
      'rate_score 7.98 分',
    ])
    expect(read.indicators.map(({ project, level3 }) => [project, level3])).toEqual([[1, '办结率']])
  })

  it('parts the money of its tasks in two rows of labels, their sum being its own', () => {
    const form: DrawnForm = {
      above: ['部门整体支出绩效目标表（2024年度）'],
      rows: [
        '部门（单位）名称 | 某局 | < | < | < | <',
        '年度主要任务 | 任务名称 | 主要内容 | 预算金额（万元） | < | <',
        '^ | ^ | ^ | 总额 | 财政拨款 | 其他资金',
        '^ | 信访接待 | 接待 | 100 | 90 | 10',
        '^ | 金额合计 | < | 100 | 90 | 10',
        ...indicators,
      ],
    }
    const read = performanceOf(drawn(form), 'budget')
    expect(read.projects.map(({ kind, name }) => [kind, name])).toEqual([
      ['whole', '某局'],
      ['task', '信访接待'],
    ])
    expect(figures(read)).toEqual(['budget 100 万元', 'budget 财政拨款 90 万元', 'budget 其他资金 10 万元'])
    expect(figures(read, 1)).toEqual(figures(read))
  })
})

describe('forms and projects', () => {
  it('several projects may stand in one table', () => {
    const rows = [...national.rows, ...national.rows.map((row) => row.replace('机关大院', '食堂'))]
    const read = performanceOf(drawn({ ...national, rows }))
    expect(read.projects.map(({ name, table }) => [name, table])).toEqual([
      ['机关大院维修', 'T01'],
      ['食堂维修', 'T01'],
    ])
    expect(read.indicators.map(({ project }) => project)).toEqual([1, 2])
  })

  it('one project may stand in two tables', () => {
    const blocks = [
      ...drawn({ above: national.above, rows: national.rows.slice(0, 6) }),
      paragraph('（续）'),
      ...drawn({ above: [], rows: national.rows.slice(6) }),
    ]
    const read = performanceOf(blocks)
    expect(read.projects.map(({ name }) => name)).toEqual(['机关大院维修'])
    expect(figures(read).at(-1)).toBe('score 98.5 分')
    expect(read.indicators.map(({ project, table }) => [project, table])).toEqual([[1, 'T02']])
  })

  it('a list of projects gives each with its score, and its sum to none', () => {
    const form: DrawnForm = {
      above: ['2023年度项目绩效自评结果汇总表', '单位：万元'],
      rows: [
        '序号 | 项目名称 | 预算金额 | 执行金额 | 得分 | 等级',
        '1 | 甲项目 | 10 | 9 | 95 | 优',
        '2 | 乙项目 | 20 | 20 | 100 | 优',
        '合计 | < | 30 | 29 | | ',
      ],
    }
    const read = performanceOf(drawn(form))
    expect(read.projects.map(({ name }) => name)).toEqual(['甲项目', '乙项目'])
    expect(figures(read)).toEqual(['budget 10 万元', 'executed 9 万元', 'score 95 分'])
    expect(figures(read, 1)).toEqual(['budget 20 万元', 'executed 20 万元', 'score 100 分'])
  })

  it('figures whose label nobody knows are told', () => {
    const rows = [national.rows[0]!, '联系电话 | 8690022 | < | < | < | < | < | <', ...national.rows.slice(6)]
    expect(performanceOf(drawn({ ...national, rows })).problems).toEqual([
      {
        rule: 'unread',
        severity: 'info',
        where: 'T01',
        expected: 'a figure whose label is known',
        found: '8690022',
      },
    ])
  })
})

describe('tables that are no performance forms', () => {
  it.each([
    [
      ['部门支出总表', '单位：万元'],
      ['科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出', '201 | 一般公共服务 | 3 | 1 | 2'],
    ],
    [
      ['项目支出表', '单位：万元'],
      ['项目名称 | 项目编码 | 预算数 | 财政拨款', '甲项目 | 1301 | 10 | 10'],
    ],
    [['政府采购预算表'], ['项目名称 | 采购品目 | 数量 | 预算金额', '设备 | 计算机 | 2 | 1.2']],
  ])('are left alone: %s', (above, rows) => {
    expect(performanceOf(drawn({ above, rows }))).toEqual({ projects: [], indicators: [], problems: [] })
  })
})

describe('amounts in the words of a form', () => {
  const stated = (words: string): string[] => {
    const rows = [
      national.rows[0]!,
      `年度总体目标 | ${words} | < | < | < | < | < | <`,
      ...national.rows.slice(6),
    ]
    return performanceOf(drawn({ ...national, rows })).projects[0]!.stated.map(
      ({ label, value, unit, parts }) =>
        `${label} ${value}${unit}${parts.map((part) => ` + ${part.label} ${part.value}${part.unit}`).join('')}`,
    )
  }

  it('keep their parts: those after 其中, up to the end of the sentence', () => {
    expect(
      stated(
        '2023年解决案件22件，补助资金总额1,807.13万元，其中：中央配套资金63万元，市配套资金130.73万元。另用市本级资金5.5万元。',
      ),
    ).toEqual([
      '补助资金总额 1807.13万元 + 中央配套资金 63万元 + 市配套资金 130.73万元',
      '另用市本级资金 5.5万元',
    ])
  })

  it('are read through markup, each once', () => {
    expect(stated('<p>全年共筹集补助资金总额80万元，其中：省40万元。</p> <p>办结案件239件。</p>')).toEqual([
      '全年共筹集补助资金总额 80万元 + 省 40万元',
    ])
  })
})
