import type { Measure } from '../../model/vocabulary'

/** A name of something the vocabulary knows, in a clause. */
export interface Mention {
  start: number
  end: number
  /**
   * An id of `reference/subjects`; null for a part (基本支出) of whatever total is being told; fund.… for money
   * (一般公共预算拨款) of which only the sentence says whether it is income or expenditure.
   */
  subject: string | null
  measure?: Measure
}

/** Right after these words it is the income or expenditure of something narrower. */
const narrower = /(?:[款算金基业助缴营他拨本目务购备程物障费]|（[类款项]）)$/u
const ofCapital = /资本$/u
const word = /[一-龥]$/u

/**
 * Names as publishers print them, blanks and quotation marks left out. The longest name that begins first counts;
 * of names that are equally long the earlier in this list.
 */
const names: [subject: string | null, pattern: string, measure?: Measure | null, notAfter?: RegExp][] = [
  ['fiscal_balance_grand', '财政拨款收入?[、和与及]?支出?(?:总?预算|(?:预算|决算)?(?:总计|合计|总额))'],
  [
    'balance_grand',
    '(?:预算收支(?:安排|总额|总计)|收入?[、和与及]?支出?(?:总预算|(?:预算|决算)?(?:总计|合计|总额|总数)))',
  ],
  ['income.fiscal', '(?:公共)?财政拨款(?:预算)?收入'],
  ['income.general', '一般公共预算(?:财政)?(?:拨款|补助)?(?:资金)?收入|一般公共预算拨款资金'],
  ['income.gov_fund', '(?:政府性)?基金(?:预算)?(?:财政)?(?:拨款)?(?:资金)?收入'],
  ['income.state_capital', '国有资本经营(?:预算)?(?:财政)?(?:拨款)?(?:资金)?收入'],
  ['income.special_account', '财政专户(?:管理|核拨)?(?:的)?(?:资金)?(?:收入)?'],
  ['income.other', '(?:单位资金)?其他(?:预算)?收入'],
  ['income.unit_funds', '(?:单位|其他)资金(?:收入)?'],
  ['income.business', '事业(?:预算)?收入'],
  ['income.operating', '(?:事业单位)?经营(?:预算)?收入', null, ofCapital],
  ['income.upper', '上级补助(?:预算)?收入'],
  ['income.affiliated', '附属单位上缴(?:预算)?收入'],
  ['income.use_nonfiscal', '使用非财政拨款(?:结余|结转)'],
  ['income.carry_in', '(?:上年|年初)结转(?:[和及、]?结余)?(?:资金|收入)?'],
  [
    'income_grand',
    '(?:本年|当年|全年|今年)?(?:总收入|收入(?:预算|决算)?(?:总计|合计|总额|总数)|收入预算|预算收入(?:总计|合计|总额)?)',
    null,
    narrower,
  ],
  [
    'exp_grand',
    '(?:本年|当年|全年|今年)?(?:总支出|支出(?:预算|决算)?(?:总计|合计|总额|总数)|支出预算|预算支出(?:总计|合计|总额))|(?:本年|今年)支出',
    null,
    narrower,
  ],
  ['income_grand', '收入(?=较|比|与上|与去|同比)', null, word],
  ['exp_grand', '支出(?=较|比|与上|与去|同比)', null, word],
  ['fund.general', '一般公共预算(?:财政)?拨款'],
  ['fund.gov_fund', '政府性基金(?:预算)?(?:财政)?拨款'],
  ['fund.state_capital', '国有资本经营(?:预算)?(?:财政)?拨款'],
  ['carry_out', '年末结转(?:[和及、]?结余)?|结转下年(?:资金|支出)?|今年结转结余'],
  ['general_basic', '一般公共预算(?:财政)?(?:拨款)?基本支出', 'total'],
  ['fiscal_expenditure', '财政拨款基本支出', 'basic'],
  ['fiscal_expenditure', '财政拨款项目支出', 'project'],
  ['general_expenditure', '一般公共预算(?:财政)?(?:拨款)?项目支出', 'project'],
  ['fiscal_expenditure', '财政拨款(?:预算)?支出'],
  ['general_expenditure', '一般公共预算(?:当年)?(?:财政)?(?:拨款|补助)?(?:预算)?支出'],
  ['gov_fund_expenditure', '政府性基金(?:预算)?(?:财政)?(?:拨款)?(?:收支|(?:收入和|收入、)?支出)'],
  ['state_capital_expenditure', '国有资本经营(?:预算)?(?:财政)?(?:拨款)?(?:收支|(?:收入和|收入、)?支出)'],
  [null, '基本支出', 'basic'],
  [null, '项目支出', 'project'],
  [null, '人员(?:经费|支出)', 'personnel'],
  [null, '(?:日常)?公用(?:经费|支出)', 'public'],
  [null, '经营支出', 'operating', ofCapital],
  [null, '(?:上缴|上解)上级支出', 'remit_up'],
  [null, '对?附属单位补助(?:支出)?', 'subsidy'],
  [null, '(?:单位)?预留机动经费', 'reserve'],
  ['three_public', '三公经费'],
  ['three_public.abroad', '因公出国(?:（境）|境)?(?:费用|费|经费)?'],
  ['three_public.vehicle', '公务用车购置(?:费)?[及和与、](?:公务用车)?运(?:行|维)(?:维护)?(?:费用|费|经费)?'],
  [
    'three_public.vehicle_purchase',
    '公务用车购置(?:费用|费|经费)?(?!更?新?数|数量|[及和与、](?:公务用车)?运)',
  ],
  ['three_public.vehicle_running', '公务用?车辆?运(?:行|维)(?:维护)?(?:费用|费|经费)?'],
  ['three_public.reception', '公务接待(?:费用|费|经费)?'],
  ['reception.domestic', '国内(?:公务)?接待(?:费用|费|经费)?'],
  [
    'reception.foreign',
    '接待(?:国（境）外)?外宾|(?:国（境）外|国外|外事|外宾)(?:公务)?接待(?:费用|费|经费)?',
  ],
  ['abroad.groups', '(?:因公)?出国(?:（境）|境)?(?:的)?(?:团组|团队)(?:数|个数)?'],
  ['abroad.people', '(?:因公)?出国(?:（境）|境)?(?:的)?(?:人次|人员|人数)(?:数)?'],
  [
    'vehicles.bought',
    '(?:当年|本年|年度)?(?:更新购置|购置更新|更新|购置|新购|购买)(?:公务用车|公车|车辆)(?:数量?)?|公务用车购置(?:更新)?数量?',
  ],
  ['vehicles.kept', '(?:公务用车|公车|车辆)?保有量'],
  ['conference', '会议费'],
  ['training', '培训费'],
  ['operating_cost', '(?:机关)?运行经费', null, /[常业构车]$/u],
  [
    'procurement',
    '政府采购(?:预算)?(?:支出)?(?:预算)?(?:总额|总金额|金额|总计|合计)?(?!货物|工程|服务|项目|类型|的|[一-龥]*类)',
  ],
  [
    'procurement.goods',
    '(?:政府采购|拟采购|拟购买|采购|购买)货物(?:类)?(?:支出|预算)?|货物(?:类)?(?:政府)?采购(?:支出)?(?:预算)?',
  ],
  [
    'procurement.works',
    '(?:政府采购|拟采购|拟购买|采购|购买)工程(?:类)?(?:支出|预算)?|工程(?:类)?(?:政府)?采购(?:支出)?(?:预算)?',
  ],
  [
    'procurement.services',
    '(?:政府采购|拟采购|拟购买|采购|购买)服务(?:类)?(?:支出|预算)?|服务(?:类)?(?:政府)?采购(?:支出)?(?:预算)?',
  ],
  ['procurement.sme', '授予中小(?:微)?企业(?:的)?(?:采购)?合同(?:总)?金额'],
  ['procurement.small', '授予(?:小微|小型微型|小型和微型|小型、微型|小.)企业(?:的)?(?:采购)?合同(?:总)?金额'],
  ['procurement.sme.goods', '货物采购授予中小(?:微)?企业(?:的)?合同(?:总)?金额'],
  ['procurement.sme.works', '工程采购授予中小(?:微)?企业(?:的)?合同(?:总)?金额'],
  ['procurement.sme.services', '服务采购授予中小(?:微)?企业(?:的)?合同(?:总)?金额'],
  ['procurement.reserved_sme', '面向中小企业(?:的)?预留(?:的)?政府采购(?:项目)?(?:预算)?(?:金额)?'],
  [
    'procurement.reserved_small',
    '(?:面向|预留给)(?:小微|小型和微型|小型、微型|小型微型)企业(?:预留)?(?:的)?政府采购(?:项目)?(?:预算)?(?:金额)?',
  ],
  ['assets.fixed', '固定资产(?:总额|总值|价值|原值|总)?'],
  ['assets.vehicles', '(?:公务)?车辆(?!购|运|使|用|保|超|燃)', null, /(?:购置|运行)$/u],
  [
    'assets.vehicles.ministerial',
    '(?:副?部（省）级|副?省（部）级|副?部级|副?省级)(?:及?以上)?(?:领导)?(?:干部)?用车',
  ],
  ['assets.vehicles.principal', '主要(?:领导(?:干部)?|负责人)用车'],
  ['assets.vehicles.confidential', '机要通信(?:应急)?用车'],
  ['assets.vehicles.emergency', '应急保障用车'],
  ['assets.vehicles.law_enforcement', '执法执勤用车'],
  ['assets.vehicles.specialised', '特种专业(?:技术)?用车'],
  ['assets.vehicles.retired', '离退休干部(?:服务)?用车'],
  ['assets.vehicles.general', '一般公务用车'],
  ['assets.vehicles.other', '其他(?:用车|车辆)'],
  [
    'assets.equipment_large',
    '单(?:价|位价值|台（套）价值)\\d{3,}万元(?:（含）)?(?:及)?以上的?(?:大型)?(?:通用|专用)?设备(?:（不含车辆）)?',
  ],
  [
    'assets.equipment',
    '单(?:价|位价值|台（套）价值)\\d{1,2}万元(?:（含）)?(?:及)?以上的?(?:大型)?(?:通用|专用)?设备(?:（不含车辆）)?',
  ],
  [
    'equipment.bought',
    '(?:购置|新购|采购)(?:的)?单(?:价|位价值|台（套）价值)\\d{2,}万元(?:（含）)?(?:及)?以上的?(?:大型)?(?:通用|专用)?设备(?:（不含车辆）)?',
  ],
  ['evaluation.whole', '整体(?:支出)?(?:绩效)?自评(?:得分|评分|分数)?'],
  ['evaluation.project', '项目(?:支出)?(?:绩效)?自评(?:得分|评分|分数)?|绩效自评的(?:20\\d\\d年度?)?项目'],
  ['evaluation.target', '(?:编报|实行|设置)绩效目标(?:管理)?的(?:20\\d\\d年度?)?项目'],
  ['evaluation.tracking', '绩效跟踪(?:评价|监控)?的(?:20\\d\\d年度?)?项目'],
  ['evaluation.grade.excellent', '绩效评级为优秀?的项目'],
  ['evaluation.grade.good', '绩效评级为良好?的项目'],
  ['evaluation.grade.pass', '绩效评级为合格的项目'],
  ['evaluation.grade.fail', '绩效评级为不合格的项目'],
  ['evaluation.problems', '绩效自评中?共?发现问题'],
  ['procurement.other_sme', '其他政府采购项目'],
  ['award', '由(?:中小|小微)企业供应商中标或成交'],
  ['evaluation.project.mean_score', '(?:项目)?(?:绩效)?(?:自评)?平均(?:得分|分)'],
  ['evaluation.coverage', '(?:绩效)?自评覆盖率'],
]

const matchers = names.map(([subject, pattern, measure, notAfter]) => ({
  subject,
  measure,
  notAfter,
  pattern: new RegExp(pattern, 'uy'),
}))

/** The names in a clause, in order, without overlaps. */
export function mentionsOf(text: string): Mention[] {
  const mentions: Mention[] = []
  for (let index = 0; index < text.length;) {
    const mention = mentionAt(text, index)
    if (mention && !isMoneyOf(mention, mentions.at(-1))) mentions.push(mention)
    index = mention?.end ?? index + 1
  }
  return mentions
}

/** 三公经费财政拨款支出: whose money the thing just named is, not a name of its own. */
function isMoneyOf(mention: Mention, before: Mention | undefined): boolean {
  const isWhole = mention.subject === 'fiscal_expenditure' || mention.subject === 'general_expenditure'
  return isWhole && before?.end === mention.start
}

function mentionAt(text: string, start: number): Mention | null {
  let longest: Mention | null = null
  for (const { subject, measure, pattern, notAfter } of matchers) {
    pattern.lastIndex = start
    const length = pattern.exec(text)?.[0].length ?? 0
    if (length === 0 || (longest && start + length <= longest.end)) continue
    if (notAfter?.test(text.slice(0, start))) continue
    longest = { start, end: start + length, subject, ...(measure && { measure }) }
  }
  return longest
}
