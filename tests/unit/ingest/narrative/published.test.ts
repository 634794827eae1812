import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { ExtractionFact } from '../../../../src/model/extraction'
import type { Stage } from '../../../../src/model/vocabulary'
import { codeNamesIn } from '../../../../src/ingest/narrative/code-names'
import { readNarrative } from '../../../../src/ingest/narrative/narrative'
import type { Paragraph } from '../../../../src/ingest/raw'
import { readText } from '../../../../src/ingest/read/text'
import { truthIsHere, withoutTruth } from '../../../support/expected-extraction'
import { publishedFile } from '../../../support/published'
import { subjectOf } from '../../../../src/reference/subjects'
import { shippedRegistry } from '../../../support/registry'

interface ExpectedFigure {
  key: string
  value: string
  unit: string
  line: number | number[]
  year: number
}

function truth(id: string): ExpectedFigure[] {
  const file = new URL(`../../../../../shared/fixtures/expected/${id}.json`, import.meta.url)
  return (JSON.parse(readFileSync(file, 'utf8')) as { narrative: ExpectedFigure[] }).narrative
}

function factsOf(id: string, stage: Stage): ExtractionFact[] {
  const { blocks } = readText(publishedFile(`${id}.txt`))
  const paragraphs = blocks.filter((block): block is Paragraph => block.kind === 'paragraph')
  const names = codeNamesIn(shippedRegistry().codes, 2023)
  return readNarrative(paragraphs, {
    fiscalYear: 2023,
    stage,
    printedUnit: '万元',
    source_no: 1,
    names,
    unitName: '',
    tableTitles: [],
  }).facts
}

/** `line subject/measure key value unit year base`, the code behind the subject. */
function oneLine(fact: ExtractionFact): string {
  const { subject, code, measure, key, value, unit, year, base } = fact
  const { line } = fact.locator as { line: number }
  const about = `${subject}${code ? `.${code}` : ''}${measure ? `/${measure}` : ''}`
  return `${line} ${about} ${key} ${value}${unit} ${year}${base ? ` ${base}` : ''}`
}

/** What the truth's names stand for in the vocabulary of subjects; parts of a total differ by what they are told of. */
const subjects: Record<string, string> = {
  预算收入: 'income_grand',
  收入总计: 'income_grand',
  财政拨款收入: 'income.fiscal',
  一般公共预算收入: 'income.general',
  一般公共预算财政拨款收入: 'income.general',
  基金预算收入: 'income.gov_fund',
  政府性基金预算财政拨款收入: 'income.gov_fund',
  国有资本经营预算收入: 'income.state_capital',
  国有资本经营预算财政拨款收入: 'income.state_capital',
  财政专户核拨收入: 'income.special_account',
  单位资金其他收入: 'income.other',
  上级补助收入: 'income.upper',
  事业收入: 'income.business',
  经营收入: 'income.operating',
  附属单位上缴收入: 'income.affiliated',
  其他收入: 'income.other',
  使用非财政拨款结余: 'income.use_nonfiscal',
  上年结转结余: 'income.carry_in',
  上年结转和结余: 'income.carry_in',
  支出预算: 'exp_grand/total',
  支出总计: 'exp_grand/total',
  支出: 'exp_grand/total',
  上缴上级支出: 'exp_grand/remit_up',
  经营支出: 'exp_grand/operating',
  对附属单位补助支出: 'exp_grand/subsidy',
  预算收支安排: 'balance_grand/total',
  年末结转和结余: 'carry_out',
  财政拨款支出: 'fiscal_expenditure/total',
  一般公共预算财政拨款支出: 'general_expenditure/total',
  一般公共预算财政拨款基本支出: 'general_basic/total',
  工资福利支出: 'economic.301',
  商品和服务支出: 'economic.302',
  对个人和家庭的补助: 'economic.303',
  三公经费: 'three_public',
  '因公出国（境）费': 'three_public.abroad',
  公务用车购置及运维费: 'three_public.vehicle',
  公务用车购置及运行费: 'three_public.vehicle',
  公务用车购置及运行维护费: 'three_public.vehicle',
  公务用车购置费: 'three_public.vehicle_purchase',
  公务用车运维费: 'three_public.vehicle_running',
  公务用车运行维护费: 'three_public.vehicle_running',
  公务接待费: 'three_public.reception',
  '出国（境）团组': 'abroad.groups',
  '出国（境）人次': 'abroad.people',
  国内公务接待批次: 'reception.domestic.batches',
  国内公务接待人数: 'reception.domestic.people',
  国内公务接待费: 'reception.domestic',
  外事接待批次: 'reception.foreign.batches',
  外事接待人数: 'reception.foreign.people',
  外事接待费: 'reception.foreign',
  当年购置公务用车: 'vehicles.bought',
  公务用车保有量: 'vehicles.kept',
  机关运行经费: 'operating_cost',
  政府采购预算总额: 'procurement',
  政府采购支出总额: 'procurement',
  政府采购货物支出: 'procurement.goods',
  政府采购工程支出: 'procurement.works',
  政府采购服务支出: 'procurement.services',
  授予中小企业合同金额: 'procurement.sme',
  授予小微企业合同金额: 'procurement.small',
  固定资产金额: 'assets.fixed',
  车辆: 'assets.vehicles',
  机要通信用车: 'assets.vehicles.confidential',
  应急保障用车: 'assets.vehicles.emergency',
  单价100万元以上设备: 'assets.equipment_large',
  整体绩效自评数: 'evaluation.whole.count',
  项目绩效自评数: 'evaluation.project.count',
  自评覆盖率: 'evaluation.coverage',
  整体自评得分: 'evaluation.whole.score',
  项目自评平均分: 'evaluation.project.mean_score',
}

/** The total that each document tells 基本支出, 项目支出, 人员经费 and 公用经费 of, by key. */
type Wholes = (key: string, line: number) => string

function inVocabulary({ key, value, unit, line, year }: ExpectedFigure, wholes: Wholes): string {
  const at = typeof line === 'number' ? line : line[0]!
  const [name = '', kind = ''] = key.split('·')
  const listed = /^(?<group>功能分类|项目支出|项目自评)\/(?<item>.+)$/u.exec(name)?.groups
  const part = { 基本支出: 'basic', 项目支出: 'project', 人员经费: 'personnel', 日常公用经费: 'public' }[name]
  const about =
    listed?.group === '功能分类'
      ? `function.${listed.item}/total`
      : listed?.group === '项目支出'
        ? 'named_project/project'
        : listed
          ? 'evaluation.project.score'
          : part
            ? `${wholes(key, at)}/${part}`
            : subjects[name]!
  const counted = { 分: 'score', 万元: 'amount' }[unit] ?? (name === '自评覆盖率' ? 'coverage' : 'count')
  const told: Record<string, string> = {
    '': `${counted} ${value}${unit} ${year}`,
    占比: `share ${value}${unit} ${year}`,
    比上年: `change ${value}${unit} ${year} prior_year`,
    '比上年%': `change_rate ${value}${unit} ${year} prior_year`,
    完成年初预算: `completion_rate ${value}${unit} ${year} initial`,
    完成预算: `completion_rate ${value}${unit} ${year} initial`,
  }
  return `${at} ${about} ${told[kind]!}`
}

/** Figures that the truth does not list, read by eye in the text and found right. */
const alsoTold: Record<string, string[]> = {
  'fuping-2023-budget': [
    '1788 procurement.works share 0% 2023',
    '1788 procurement.sme share 0% 2023',
    '1788 procurement.small amount 0万元 2023',
    '1788 procurement.small share 0% 2023',
  ],
  'fushun-2023-final': [
    '82 exp_grand/remit_up share 0.00% 2023',
    '84 exp_grand/operating share 0.00% 2023',
    '86 exp_grand/subsidy share 0.00% 2023',
    ...['88 exp_grand', '98 fiscal_expenditure'].flatMap((whole) => [
      `${whole}/basic change -10.17万元 2023 prior_year`,
      `${whole}/basic change_rate -1.60% 2023 prior_year`,
    ]),
    ...['88 exp_grand', '100 fiscal_expenditure'].flatMap((whole) => [
      `${whole}/project change -321.66万元 2023 prior_year`,
      `${whole}/project change_rate -33.61% 2023 prior_year`,
    ]),
    '92 carry_out change 0万元 2023 prior_year',
    '98 fiscal_expenditure/basic amount 626.72万元 2023',
    '98 fiscal_expenditure/project amount 635.36万元 2023',
    '98 fiscal_expenditure/total change_rate -20.82% 2023 prior_year',
    ...['8.91', '20.38', '122.18', '5.36', '131', '1.63', '3.95', '341.95'].map(
      (amount) => `110 named_project.2010308/project amount ${amount}万元 2023`,
    ),
    '134 gov_fund_expenditure/total amount 0万元 2023',
    '138 state_capital_expenditure/total amount 0万元 2023',
    '144 three_public.abroad amount 0.00万元 2023',
    '144 three_public.abroad change 0万元 2023 initial',
    '144 three_public.abroad change 0万元 2023 prior_year',
    '148 three_public.reception amount 4.24万元 2023',
    '150 three_public.vehicle amount 3.00万元 2023',
    '150 three_public.vehicle change 0万元 2023 initial',
    '168 procurement.sme share 0.00% 2023',
    '168 procurement.small share 0.00% 2023',
    '168 procurement.sme.goods share 0.00% 2023',
    '168 procurement.sme.works share 0.00% 2023',
    '168 procurement.sme.services share 0.00% 2023',
    ...['ministerial', 'principal', 'law_enforcement', 'specialised', 'retired', 'other'].map(
      (kind) => `172 assets.vehicles.${kind} count 0辆 2023`,
    ),
    '176 evaluation.project.count count 4项 2023',
  ],
}

const wholesOf: Record<string, Wholes> = {
  'fuping-2023-budget': (key) => (key.includes('比上年') ? 'balance_grand' : 'exp_grand'),
  'fushun-2023-final': (key, line) =>
    line >= 156 ? 'general_basic' : key.includes('完成') ? 'fiscal_expenditure' : 'exp_grand',
}

for (const [id, stage] of [
  ['fuping-2023-budget', 'budget'],
  ['fushun-2023-final', 'final'],
] as const) {
  describe.runIf(truthIsHere)(`the prose of ${id}, ${withoutTruth}`, () => {
    it('tells every listed figure with its subject, code, sign, unit, year and line, and nothing wrong beside', () => {
      const listed = truth(id).map((figure) => inVocabulary(figure, wholesOf[id]!))
      expect(factsOf(id, stage).map(oneLine).sort()).toEqual([...listed, ...alsoTold[id]!].sort())
    })

    it('is told in the vocabulary of subjects alone', () => {
      for (const { subject } of factsOf(id, stage)) expect(subjectOf(subject)?.id).toBe(subject)
    })

    it('is quoted word for word from the place that each fact names, the figure within', () => {
      const lines = new TextDecoder().decode(publishedFile(`${id}.txt`)).split('\n')
      for (const { quote, locator, printed } of factsOf(id, stage)) {
        const { line, offset, length } = locator as { line: number; offset: number; length: number }
        expect(quote.length).toBeLessThanOrEqual(40)
        expect(quote).toContain(printed)
        expect(quote.startsWith(lines[line - 1]!.slice(offset, offset + length))).toBe(true)
      }
    })
  })
}
