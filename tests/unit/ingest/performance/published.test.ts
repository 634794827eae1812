import { describe, expect, it } from 'vitest'
import type { Extraction } from '../../../../src/model/extraction'
import type { ExtractionIndicator, ExtractionProject } from '../../../../src/model/performance'
import { extract } from '../../../../src/ingest/pipeline'
import {
  expectedDocument,
  truthIsHere,
  withoutTruth,
  type ExpectedIndicator,
  type ExpectedTable,
} from '../../../support/expected-extraction'
import { publishedFile } from '../../../support/published'
import { shippedRegistry } from '../../../support/text-disclosure'

async function extracted(file: string): Promise<Extraction> {
  const [extraction] = await extract([{ name: file, bytes: publishedFile(file) }], shippedRegistry)
  return extraction!
}

/** What the truth says of projects: of each form its figures by label, then those of its tasks. */
function expectedProjects(tables: ExpectedTable[]): unknown[] {
  return tables.flatMap((table) => {
    const facts = table.facts!
    const named = (pattern: RegExp): string => facts.find(({ label }) => pattern.test(label))?.value ?? ''
    return [
      {
        code: named(/^项目编码$/u),
        name: named(/^项目(?:\(政策\))?名称$|^部门（单位）名称$/u),
        figures: facts.flatMap(({ label, value, role }) =>
          role && /amount|percent|score/u.test(role) ? [[label, value]] : [],
        ),
      },
      ...(table.tasks ?? []).map(({ name, allocated, executed, rate, weight, score }) => ({
        code: '',
        name,
        figures: [
          ['项目下达金额（万元）', allocated],
          ['项目执行金额（万元）', executed],
          ['项目执行率', rate],
          ['分值', weight],
          ['得分', score],
        ],
      })),
    ]
  })
}

function told({ code, name, figures }: ExtractionProject): unknown {
  return { code, name, figures: figures.map(({ label, printed }) => [label, printed]) }
}

const results = ['actual', 'completion', 'weight', 'score'] as const

/** An indicator in the truth's words: '' where it prints nothing. */
function inItsWords(one: ExtractionIndicator, truth: ExpectedIndicator): ExpectedIndicator {
  const said: ExpectedIndicator = {}
  if (truth.level3 !== undefined) said.level3 = one.level3 ?? ''
  if (truth.target !== undefined) said.target = one.targetPrinted ?? ''
  if (truth.operator !== undefined) said.operator = one.operatorPrinted
  if (truth.unit !== undefined) said.unit = one.unit ?? ''
  if (truth.description !== undefined) said.description = one.description ?? ''
  if (truth.basis !== undefined) said.basis = one.basis ?? ''
  for (const field of results) if (truth[field] !== undefined) said[field] = one[field] ?? ''
  if (truth.remarks !== undefined) said.remarks = [one.reason!, one.measure!].filter((words) => words !== '')
  return said
}

function withoutLevels({
  level3,
  description,
  basis,
  operator,
  target,
  unit,
  remarks,
  ...rest
}: ExpectedIndicator) {
  const said: ExpectedIndicator = {}
  Object.assign(said, { level3, target, operator, unit, description, basis })
  for (const field of results) if (rest[field] !== undefined) said[field] = rest[field]
  if (remarks) said.remarks = remarks
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))
}

const formsOf = (id: string, last = Infinity): ExpectedTable[] =>
  expectedDocument(id).tables.filter(
    ({ layout, id: table }) => layout === 'form' && Number(table.slice(1)) <= last,
  )

const fuping = 'fuping-2023-budget'
const fushun = 'fushun-2023-final'
const documents: [string, string, number?][] = [
  ...['txt', 'docx', 'doc', 'html', 'xlsx', 'xls', 'pdf', 'multipage.pdf'].map((kind): [string, string] => [
    fuping,
    `${fuping}.${kind}`,
  ]),
  ...['txt', 'docx', 'html', 'xlsx', 'xls', 'pdf'].map((kind): [string, string] => [
    fushun,
    `${fushun}.${kind}`,
  ]),
  [fushun, `${fushun}.doc`, 10],
]

describe.runIf(truthIsHere)(`performance forms of the base documents, ${withoutTruth}`, () => {
  it.each(documents)(
    '%s: every project and every indicator of %s is as published',
    async (id, file, last) => {
      const forms = formsOf(id, last)
      const { projects, indicators } = await extracted(file)
      expect(projects.map(told)).toEqual(expectedProjects(forms))
      const truth = forms.flatMap((table) => table.indicators ?? [])
      const ofTables = indicators.filter(({ table }) => table !== null)
      expect(ofTables.map((one, at) => inItsWords(one, truth[at] ?? {}))).toEqual(truth.map(withoutLevels))
      const owners = ofTables.map(
        ({ project, table }) => projects.find((one) => one.project_no === project)!.table === table,
      )
      expect(owners.every(Boolean)).toBe(true)
    },
  )

  // Spreadsheets cut what has no room in its row: of the prose only what the file holds, a blank at the end of a line not.
  it.each([fuping, fushun])('%s, printed from a spreadsheet: every figure is as published', async (id) => {
    const forms = formsOf(id)
    const { projects, indicators, problems } = await extracted(`${id}.sheets.pdf`)
    expect(projects.map(told)).toEqual(expectedProjects(forms))
    const truth = forms.flatMap((table) => table.indicators!)
    const ofTables = indicators.filter(({ table }) => table !== null)
    const figures = ({ level3, operator, unit, ...one }: ExpectedIndicator): unknown => [
      level3,
      operator,
      unit,
      ...[...results, 'target' as const].flatMap((field) =>
        /^[\d.%]*$/u.test(one[field] ?? '') ? [[field, one[field]]] : [],
      ),
    ]
    expect(ofTables).toHaveLength(truth.length)
    for (const [at, expected] of truth.entries()) {
      const said = inItsWords(ofTables[at]!, expected)
      const wanted = withoutLevels(expected)
      if (id === fushun) expect(figures(said)).toEqual(figures(wanted))
      else
        expect([said.level3, said.target !== '' && wanted.target!.includes(said.target!)]).toEqual([
          wanted.level3,
          true,
        ])
    }
    expect(problems.filter(({ rule }) => rule === 'unreadable' || rule === 'unread')).toEqual([])
  })

  it('阜平: levels are those printed, or those that the classification puts below the one above', async () => {
    const truth = formsOf(fuping).flatMap((table) => table.indicators!)
    let level1 = ''
    const expected = truth.map((one) => [(level1 = one.level1! || level1), one.level2])
    for (const kind of ['txt', 'docx', 'multipage.pdf']) {
      const { indicators } = await extracted(`${fuping}.${kind}`)
      const read = indicators.filter(({ table }) => table !== null)
      expect(read.map((one) => [one.level1, one.level2])).toEqual(expected)
    }
  })

  it('阜平: operator and number stand apart from the prose behind them', async () => {
    const { indicators } = await extracted(`${fuping}.txt`)
    for (const { table, operator, target, targetPrinted } of indicators) {
      if (table !== null) expect([operator, target]).toEqual(['≥', /\d+/u.exec(targetPrinted!)![0]])
    }
  })

  it('阜平: the goals of the whole unit stand in prose', async () => {
    const { indicators } = await extracted(`${fuping}.txt`)
    const goals = indicators.filter(({ table }) => table === null)
    expect(
      goals.map(({ level1, level3, operator, target, unit }) => [level1, level3, operator, target, unit]),
    ).toEqual([
      [null, '及时受理率', null, '100', '%'],
      [null, '按照答复率', null, '100', '%'],
      [null, '群众满意率', null, '90', '%'],
      [null, '进京、赴省单户访', null, '-3.33', '%'],
      [null, '网上信访占走访', null, '50', '%'],
      [null, '初信初访化解率', null, '70', '%'],
      [null, '重复信访', null, '-34.65', '%'],
      ['产出指标', '信访事项及时受理率', '≥', '80', '%'],
      ['产出指标', '群体性事件成功处置率', '≥', '85', '%'],
      ['产出指标', '信访事项按期办结率', '≥', '80', '%'],
      ['产出指标', '预算完成率', '≥', '75', '%'],
      ['效益指标', '维护社会稳定率', '≥', '85', '%'],
      ['效益指标', '工作效率提升率', '≥', '85', '%'],
      ['效益指标', '信访事项办理满意率', '≥', '70', '%'],
      ['效益指标', '群众认可率', '≥', '85', '%'],
      [null, '群众满意率', '≥', '80', '%'],
    ])
  })

  it('抚顺: the text shows no level for certain, and keeps the labels of each row', async () => {
    const { indicators } = await extracted(`${fushun}.txt`)
    const truth = formsOf(fushun).flatMap((table) => table.indicators!)
    expect(indicators.map(({ level1, level2, labels }) => [level1, level2, labels ?? []])).toEqual(
      truth.map(({ labels }) => [null, null, labels]),
    )
  })

  it('抚顺: of the amounts in words, the parts stand under their whole', async () => {
    const { projects } = await extracted(`${fushun}.txt`)
    const parts = projects.flatMap(({ name, stated }) =>
      stated
        .filter((one) => one.parts.length > 0)
        .map((one) => [name, one.label, one.value, one.parts.map(({ value }) => value)]),
    )
    expect(parts).toEqual([
      ['解决疑难信访案件救助资金', '补助资金总额', '264.718323', ['211.218323', '53.5']],
      ['解决疑难信访案件救助资金', '补助资金总额', '807.13', ['130.73']],
      [
        '省以上解决特殊疑难信访问题补助资金',
        '补助资金总额',
        '807.13',
        ['63', '447.35', '130.73', '156.45', '39.6'],
      ],
    ])
  })

  it('抚顺: the sums that the checks need are all there', async () => {
    const { projects, indicators } = await extracted(`${fushun}.txt`)
    const sums = projects
      .filter(({ kind }) => kind !== 'task')
      .map(({ project_no, figures }) => {
        const scores = indicators
          .filter(({ project }) => project === project_no)
          .map(({ score }) => Number(score))
        const of = (item: string): string | undefined => figures.find((one) => one.item === item)?.printed
        const sum = scores.reduce((all, one) => all + one, 0).toFixed(3)
        return [sum, of('indicator_score'), of('rate_score'), of('deduction'), of('score')]
      })
    expect(sums).toEqual([
      ['59.464', undefined, undefined, undefined, '99.46'],
      ['70.000', '80', '6.72', '7.721', '79'],
      ['90.000', '90', '10', '0', '100'],
      ['80.000', '80', '10', '0', '90'],
      ['76.500', '76.5', '10', '0', '86.5'],
    ])
  })

  it('no figure of these forms is an amount of a table or a figure of prose as well', async () => {
    for (const file of [`${fuping}.txt`, `${fushun}.txt`]) {
      const { tables, facts, projects } = await extracted(file)
      const forms = new Set(projects.map(({ table }) => table))
      for (const { id, columns } of tables) {
        if (forms.has(id)) expect(columns.every(({ role }) => role === 'text')).toBe(true)
      }
      const { tables: truth } = expectedDocument(file.replace('.txt', ''))
      const lines = truth.filter(({ layout }) => layout === 'form') as unknown as {
        lines: { first: number; last: number }
      }[]
      for (const { locator, basis } of facts) {
        if (basis !== 'text' || !('line' in locator)) continue
        expect(
          lines.some(({ lines: { first, last } }) => locator.line >= first && locator.line <= last),
        ).toBe(false)
      }
    }
  })
})
