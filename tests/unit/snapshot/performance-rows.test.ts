import { describe, expect, it } from 'vitest'
import type { ExtractionIndicator, ExtractionProject, ProjectFigure } from '../../../src/model/performance'
import type { Stage } from '../../../src/model/vocabulary'
import { identify } from '../../../src/snapshot/identify'
import { readExtraction } from '../../../src/snapshot/read-extraction'
import { snapshotRows } from '../../../src/snapshot/rows'
import { disclosure } from '../../support/made-disclosure'
import { drawn, performanceOf } from '../../support/performance-forms'
import { smallRegistry } from '../../support/registry'

const form = {
  above: ['项目支出绩效自评表'],
  rows: [
    '项目名称 | 维修 | < | < | < | < | < | <',
    '项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分',
    '^ | 年度资金总额： | 100 | 1,090.25 | 81.00 | 10 | 90.00% | 9',
    '^ | 其中：财政拨款 | 90 | 80 | | | |',
    '绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分',
    '^ | 产出指标 | 数量指标 | 面积 | ≥2,000平方米 | — 21.05 | 90分 | 九十',
    '总分 | < | < | < | < | < | 100 | 98.5',
  ],
}

function made(stage: Stage, projects: ExtractionProject[], indicators: ExtractionIndicator[]) {
  const empty = disclosure()
  return { ...empty, document: { ...empty.document, stage }, projects, indicators }
}

async function rowsOf(stage: Stage, projects: ExtractionProject[], indicators: ExtractionIndicator[] = []) {
  return snapshotRows(await identify([made(stage, projects, indicators)], smallRegistry), smallRegistry)
}

const evaluated = performanceOf(drawn(form))

function project(...figures: Partial<ProjectFigure>[]): ExtractionProject {
  const [first] = evaluated.projects
  const blank = {
    item: 'budget',
    label: '',
    printed: '',
    value: null,
    unit: '',
    locator: { line: 1 },
  } as const
  return { ...first!, figures: figures.map((one) => ({ ...blank, ...one })) }
}

describe('projects', () => {
  it('have their money in fen beside the printed text, and what is no money as decimals', async () => {
    const { projects } = await rowsOf('final', evaluated.projects)
    expect(projects).toEqual([
      {
        document_id: projects[0]!.document_id,
        project_no: 1,
        source_no: 1,
        table_no: 1,
        kind: 'project',
        states: 'evaluation',
        project_code: null,
        project_name: '维修',
        budget_fen: 1_090_250_000n,
        budget_basis: 'adjusted',
        budget_printed: '1,090.25',
        initial_fen: 100_000_000n,
        executed_fen: 81_000_000n,
        executed_printed: '81.00',
        unit: '万元',
        rate: '90.00',
        rate_printed: '90.00%',
        rate_weight: '10',
        rate_score: '9',
        indicator_score: null,
        deduction: null,
        score: '98.5',
        parts: JSON.stringify([
          { basis: 'initial', fen: '90000000', item: 'budget', printed: '90', source: '财政拨款' },
          { basis: 'adjusted', fen: '80000000', item: 'budget', printed: '80', source: '财政拨款' },
          { basis: null, fen: null, item: 'executed', printed: '', source: '财政拨款' },
        ]),
        plan: null,
        locator: '{"cell":2,"row":1,"table":1}',
      },
    ])
  })

  it('of a budget’s targets are of the initial budget; elsewhere a budget that does not say which is unknown', async () => {
    const unsaid = project({ printed: '55.00', value: '55.00', unit: '万元' })
    const basis = async (stage: Stage, states: 'target' | 'evaluation') =>
      (await rowsOf(stage, [{ ...unsaid, states }])).projects[0]!.budget_basis
    expect([await basis('budget', 'target'), await basis('final', 'target')]).toEqual(['initial', 'unknown'])
    expect(await basis('final', 'evaluation')).toBe('unknown')
  })

  it('have no amount without a unit of money or a number, and no rate that does not say percent', async () => {
    const { projects } = await rowsOf('final', [
      project(
        { item: 'budget', printed: '5', value: '5' },
        { item: 'executed', printed: '4O', unit: '元' },
        { item: 'rate', printed: '0.98', value: '0.98' },
      ),
    ])
    expect(projects[0]).toMatchObject({
      budget_fen: null,
      budget_printed: '5',
      executed_fen: null,
      executed_printed: '4O',
      rate: null,
      rate_printed: '0.98',
      parts: null,
    })
  })

  it('keep the plan of spending by its dates', async () => {
    const { projects } = await rowsOf('budget', [
      project({ item: 'plan', label: '资金支出计划（%）/3月底', printed: '25%', value: '25', unit: '%' }),
    ])
    expect(projects[0]!.plan).toBe('[{"by":"3月底","percent":"25","printed":"25%"}]')
  })
})

describe('indicators', () => {
  it('are as published, weights and scores as decimals where they are numbers', async () => {
    const { indicators } = await rowsOf('final', evaluated.projects, evaluated.indicators)
    expect(indicators).toEqual([
      {
        document_id: indicators[0]!.document_id,
        indicator_no: 1,
        source_no: 1,
        table_no: 1,
        project_no: 1,
        level1: '产出指标',
        level2: '数量指标',
        level3: '面积',
        labels: null,
        description: null,
        basis: null,
        operator: '≥',
        target: '2000',
        target_printed: '≥2,000平方米',
        unit: '平方米',
        actual: '— 21.05',
        completion: null,
        weight: '90',
        score: null,
        reason: null,
        measure: null,
        locator: '{"cell":4,"row":6,"table":1}',
      },
    ])
  })

  it('of prose have neither table nor project; unknown levels keep the labels of their row', async () => {
    const [one] = evaluated.indicators
    const { indicators } = await rowsOf(
      'budget',
      [],
      [{ ...one!, table: null, project: null, level1: null, labels: ['效益指标', '质量指标'] }],
    )
    expect(indicators[0]).toMatchObject({
      table_no: null,
      project_no: null,
      level1: null,
      labels: '["效益指标","质量指标"]',
    })
  })
})

describe('an extraction from a file', () => {
  const text = (change: (copy: ReturnType<typeof made>) => void): string => {
    const copy = structuredClone(made('final', evaluated.projects, evaluated.indicators))
    change(copy)
    return JSON.stringify(copy)
  }

  it('is read with its projects and indicators', () => {
    const whole = made('final', evaluated.projects, evaluated.indicators)
    expect(readExtraction(JSON.stringify(whole))).toEqual(whole)
  })

  it.each<[string, (copy: ReturnType<typeof made>) => void, string | RegExp]>([
    [
      'a float for an amount',
      (copy) => Object.assign(copy.projects[0]!.figures[0]!, { value: 100.5 }),
      'projects[0].figures[0].value: expected a decimal number as text, found 100.5',
    ],
    [
      'an item that is none',
      (copy) => Object.assign(copy.projects[0]!.figures[0]!, { item: 'money' }),
      /^projects\[0\]\.figures\[0\]\.item: expected budget \| .*, found "money"$/u,
    ],
    [
      'an operator that is none',
      (copy) => Object.assign(copy.indicators[0]!, { operator: '>=' }),
      /^indicators\[0\]\.operator: expected = \| ≥ .*, found ">="$/u,
    ],
    [
      'an indicator twice',
      (copy) => copy.indicators.push(copy.indicators[0]!),
      'indicators: expected each number once, found 1',
    ],
  ])('is refused with %s', (_, change, message) => {
    expect(() => readExtraction(text(change))).toThrow(message)
  })
})
