import type { Measure } from '../model/vocabulary'

/** What a subject's figures are counted in. */
export type SubjectFamily = 'money' | 'count' | 'score' | 'percent'

/** Something that documents state figures about in prose: the vocabulary of `facts.subject`. */
export interface Subject {
  id: string
  /** Official Chinese name first, then names that publishers print for it. */
  names: readonly [string, ...string[]]
  english: string
  /** The subject that this one is a part of, or null. */
  parent: string | null
  family: SubjectFamily
}

type Row = [id: string, names: string, english: string, parent?: string]

function rows(family: SubjectFamily, list: Row[]): Subject[] {
  return list.map(([id, names, english, parent = null]) => {
    const [first = id, ...others] = names.split('|')
    return { id, names: [first, ...others], english, parent, family }
  })
}

const money = rows('money', [
  [
    'balance_grand',
    '收入支出总计|收支总计|预算收支安排|收入、支出预算总计|收、支总计',
    'Income and expenditure',
  ],
  [
    'fiscal_balance_grand',
    '财政拨款收入支出总计|财政拨款收、支总计',
    'Fiscal appropriation, income and expenditure',
  ],
  ['income_grand', '收入总计|收入合计|本年收入合计|预算收入|收入预算', 'Total income'],
  ['income.fiscal', '财政拨款收入', 'Fiscal appropriation', 'income_grand'],
  ['income.general', '一般公共预算财政拨款收入|一般公共预算收入', 'General public budget', 'income.fiscal'],
  ['income.gov_fund', '政府性基金预算财政拨款收入|基金预算收入', 'Government funds budget', 'income.fiscal'],
  [
    'income.state_capital',
    '国有资本经营预算财政拨款收入|国有资本经营预算收入',
    'State capital budget',
    'income.fiscal',
  ],
  [
    'income.special_account',
    '财政专户管理资金收入|财政专户核拨收入',
    'Special fiscal account',
    'income_grand',
  ],
  ['income.unit_funds', '单位资金收入|其他资金', "Unit's own funds", 'income_grand'],
  ['income.business', '事业收入', 'Public service income', 'income_grand'],
  ['income.operating', '经营收入|事业单位经营收入', 'Operating income', 'income_grand'],
  ['income.upper', '上级补助收入', 'Subsidies from superior units', 'income_grand'],
  ['income.affiliated', '附属单位上缴收入', 'Remittances from affiliated units', 'income_grand'],
  ['income.other', '其他收入|单位资金其他收入', 'Other income', 'income_grand'],
  ['income.use_nonfiscal', '使用非财政拨款结余', 'Use of non-fiscal surplus', 'income_grand'],
  [
    'income.carry_in',
    '上年结转和结余|年初结转和结余|上年结转结余',
    'Carried in from last year',
    'income_grand',
  ],
  ['exp_grand', '支出总计|支出合计|本年支出合计|支出预算', 'Total expenditure'],
  ['carry_out', '年末结转和结余|结转下年', 'Carried over at year end'],
  ['fiscal_expenditure', '财政拨款支出', 'Expenditure from fiscal appropriation', 'exp_grand'],
  [
    'general_expenditure',
    '一般公共预算财政拨款支出|一般公共预算支出',
    'General public budget expenditure',
    'fiscal_expenditure',
  ],
  [
    'gov_fund_expenditure',
    '政府性基金预算财政拨款支出',
    'Government funds expenditure',
    'fiscal_expenditure',
  ],
  [
    'state_capital_expenditure',
    '国有资本经营预算财政拨款支出',
    'State capital expenditure',
    'fiscal_expenditure',
  ],
  [
    'general_basic',
    '一般公共预算财政拨款基本支出',
    'Basic expenditure, general public budget',
    'general_expenditure',
  ],
  ['function', '支出功能分类科目', 'Functional classification', 'exp_grand'],
  ['economic', '支出经济分类科目', 'Economic classification', 'exp_grand'],
  ['named_project', '项目', 'Project', 'exp_grand'],
  ['three_public', '“三公”经费', 'Three public expenses (三公)'],
  ['three_public.abroad', '因公出国（境）费', 'Official trips abroad', 'three_public'],
  ['three_public.vehicle', '公务用车购置及运行维护费', 'Official vehicles', 'three_public'],
  ['three_public.vehicle_purchase', '公务用车购置费', 'Vehicle purchase', 'three_public.vehicle'],
  ['three_public.vehicle_running', '公务用车运行维护费', 'Vehicle running costs', 'three_public.vehicle'],
  ['three_public.reception', '公务接待费', 'Official receptions', 'three_public'],
  ['reception.domestic', '国内公务接待费', 'Domestic receptions', 'three_public.reception'],
  ['reception.foreign', '外事接待费', 'Foreign guests', 'three_public.reception'],
  ['conference', '会议费', 'Conferences'],
  ['training', '培训费', 'Training'],
  ['operating_cost', '机关运行经费', 'Running costs of the agency'],
  [
    'operating_cost.economic',
    '机关运行经费的经济分类科目',
    'Running costs by economic class',
    'operating_cost',
  ],
  ['procurement', '政府采购支出总额|政府采购预算总额', 'Government procurement'],
  ['procurement.goods', '政府采购货物支出', 'Goods', 'procurement'],
  ['procurement.works', '政府采购工程支出', 'Works', 'procurement'],
  ['procurement.services', '政府采购服务支出', 'Services', 'procurement'],
  ['procurement.sme', '授予中小企业合同金额', 'Contracts with small and medium firms', 'procurement'],
  ['procurement.small', '授予小微企业合同金额', 'Contracts with small and micro firms', 'procurement.sme'],
  [
    'procurement.sme.goods',
    '货物采购授予中小企业合同金额',
    'Goods from small and medium firms',
    'procurement.sme',
  ],
  [
    'procurement.sme.works',
    '工程采购授予中小企业合同金额',
    'Works by small and medium firms',
    'procurement.sme',
  ],
  [
    'procurement.sme.services',
    '服务采购授予中小企业合同金额',
    'Services by small and medium firms',
    'procurement.sme',
  ],
  [
    'procurement.reserved_sme',
    '面向中小企业预留政府采购项目预算',
    'Reserved for small and medium firms',
    'procurement',
  ],
  [
    'procurement.reserved_small',
    '面向小微企业预留政府采购项目预算',
    'Reserved for small and micro firms',
    'procurement.reserved_sme',
  ],
  [
    'procurement.reserved_sme.award',
    '预留项目由中小企业中标或成交金额',
    'Awarded to small and medium firms of what is reserved',
    'procurement.reserved_sme',
  ],
  [
    'procurement.reserved_small.award',
    '预留项目由小微企业中标或成交金额',
    'Awarded to small and micro firms of what is reserved',
    'procurement.reserved_small',
  ],
  [
    'procurement.other_sme.award',
    '其他项目由中小企业中标或成交金额',
    'Awarded to small and medium firms of what is not reserved',
    'procurement',
  ],
  ['evaluation.target.amount', '编报绩效目标项目金额', 'Money of projects with targets'],
  ['evaluation.tracking.amount', '绩效跟踪项目金额', 'Money of tracked projects'],
  ['evaluation.project.amount', '绩效自评项目金额', 'Money of evaluated projects'],
  ['assets.fixed', '固定资产', 'Fixed assets'],
])

/** Kinds of official cars, as both those owned and those to be bought are told by. */
const kindsOfCars: [kind: string, name: string, english: string][] = [
  ['ministerial', '副部（省）级及以上领导用车', 'For leaders of ministry or province'],
  ['principal', '主要领导干部用车', 'For principal leaders'],
  ['confidential', '机要通信用车', 'Confidential communications'],
  ['emergency', '应急保障用车', 'Emergency support'],
  ['law_enforcement', '执法执勤用车', 'Law enforcement'],
  ['specialised', '特种专业技术用车', 'Specialised technical'],
  ['retired', '离退休干部用车', 'For retired officials'],
  ['general', '一般公务用车', 'General official use'],
  ['other', '其他用车', 'Other'],
]

const counts = rows('count', [
  ['abroad.groups', '因公出国（境）团组', 'Delegations abroad', 'three_public.abroad'],
  ['abroad.people', '因公出国（境）人次', 'Travellers abroad', 'three_public.abroad'],
  ['vehicles.bought', '公务用车购置数', 'Vehicles bought', 'three_public.vehicle_purchase'],
  ...kindsOfCars.map(([kind, name, english]): Row => [
    `vehicles.bought.${kind}`,
    `拟购置${name}`,
    `To be bought: ${english}`,
    'vehicles.bought',
  ]),
  ['vehicles.kept', '公务用车保有量', 'Vehicles kept', 'three_public.vehicle_running'],
  ['reception.batches', '公务接待批次', 'Receptions', 'three_public.reception'],
  ['reception.people', '公务接待人次', 'Guests received', 'three_public.reception'],
  ['reception.domestic.batches', '国内公务接待批次', 'Domestic receptions', 'reception.domestic'],
  ['reception.domestic.people', '国内公务接待人次', 'Domestic guests', 'reception.domestic'],
  ['reception.foreign.batches', '外事接待批次', 'Receptions of foreign guests', 'reception.foreign'],
  ['reception.foreign.people', '外事接待人次', 'Foreign guests received', 'reception.foreign'],
  ['assets.vehicles', '车辆', 'Vehicles'],
  ...kindsOfCars.map(([kind, name, english]): Row => [
    `assets.vehicles.${kind}`,
    name,
    english,
    'assets.vehicles',
  ]),
  ['assets.equipment', '单价50万元以上通用设备', 'Equipment above the reporting limit'],
  ['assets.equipment_large', '单价100万元以上设备', 'Equipment of a million yuan or more'],
  ['equipment.bought', '拟购置单价50万元以上设备', 'Equipment above the reporting limit to be bought'],
  ['evaluation.target.count', '编报绩效目标项目', 'Projects with targets'],
  ['evaluation.tracking.count', '绩效跟踪项目', 'Tracked projects'],
  ['evaluation.whole.count', '整体绩效自评', 'Evaluations of the whole unit'],
  ['evaluation.project.count', '项目绩效自评', 'Evaluated projects'],
  [
    'evaluation.grade.excellent',
    '绩效评级为优的项目',
    'Projects graded excellent',
    'evaluation.project.count',
  ],
  ['evaluation.grade.good', '绩效评级为良的项目', 'Projects graded good', 'evaluation.project.count'],
  ['evaluation.grade.pass', '绩效评级为合格的项目', 'Projects graded pass', 'evaluation.project.count'],
  ['evaluation.grade.fail', '绩效评级为不合格的项目', 'Projects graded fail', 'evaluation.project.count'],
  ['evaluation.problems', '绩效自评发现问题', 'Problems found in evaluation'],
])

const scores = rows('score', [
  ['evaluation.whole.score', '整体绩效自评得分', 'Score of the whole unit'],
  ['evaluation.project.score', '项目绩效自评得分', 'Score of a project'],
  ['evaluation.project.mean_score', '项目绩效自评平均分', 'Mean score of projects'],
])

const percentages = rows('percent', [['evaluation.coverage', '自评覆盖率', 'Coverage of self-evaluation']])

/** Every subject, parents before their parts. */
export const subjects: readonly Subject[] = [...money, ...counts, ...scores, ...percentages]

const byId = new Map(subjects.map((subject) => [subject.id, subject]))

/** The subject of an id, or undefined for an id that is not in the vocabulary. */
export function subjectOf(id: string): Subject | undefined {
  return byId.get(id)
}

/** Parts of an expenditure total that prose names on their own: the `measure` of the total's subject. */
export const expenditureParts: readonly { measure: Measure; name: string; english: string }[] = [
  { measure: 'basic', name: '基本支出', english: 'Basic expenditure' },
  { measure: 'project', name: '项目支出', english: 'Project expenditure' },
  { measure: 'personnel', name: '人员经费', english: 'Personnel' },
  { measure: 'public', name: '公用经费', english: 'Office expenses' },
  { measure: 'operating', name: '经营支出', english: 'Operating expenditure' },
  { measure: 'remit_up', name: '上缴上级支出', english: 'Remitted to superior units' },
  { measure: 'subsidy', name: '对附属单位补助支出', english: 'Subsidies to affiliated units' },
  { measure: 'reserve', name: '单位预留机动经费', english: 'Unit reserve' },
]

/** Subjects whose figures always say which part of the total they count. */
const totals = new Set([
  'balance_grand',
  'fiscal_balance_grand',
  'exp_grand',
  'fiscal_expenditure',
  'general_expenditure',
  'gov_fund_expenditure',
  'state_capital_expenditure',
  'general_basic',
  'function',
])

/** Does the subject count an expenditure that has parts (基本支出, 项目支出 …), so that its figures carry a measure? */
export function hasParts(subject: string): boolean {
  return totals.has(subject)
}
