import { isMoneyUnit } from '../../model/printed-cell'
import type { MoneyUnit } from '../../model/money'
import type { ProjectItem } from '../../model/performance'
import { labelWords } from './printed-row'

/** What a label of a performance form announces. */
export type LabelMeaning =
  /** 项目名称, 项目编码, 部门（单位）名称. */
  | { kind: 'name' | 'code' | 'unit_name' }
  | { kind: 'figure'; item: ProjectItem; basis?: 'initial' | 'adjusted'; source?: string }
  /** The whole of the money: 年度资金总额; `bare` when the label (合计) says so only among parts. */
  | { kind: 'whole'; bare: boolean }
  /** A part of the money: 其中：财政资金, 上年结转, 基本支出. */
  | { kind: 'source'; source: string }

const items: [RegExp, ProjectItem][] = [
  [/^(?:绩效)?(?:指标)?(?:自评)?得分(?:小计|合计)$|^(?:绩效)?指标(?:自评)?得分$/u, 'indicator_score'],
  [/(?:执行率?|资金执行)(?:情况)?(?:自评)?得分$/u, 'rate_score'],
  [/执行率?(?:情况)?(?:的)?(?:分值|权重)$/u, 'rate_weight'],
  [/^(?:减分|扣分|扣减分?)(?:项|值|合计)?$/u, 'deduction'],
  [
    /^(?:绩效|项目|部门|单位|整体|自我|综合|最终|最后)*(?:自评|评价|评定|评分)?(?:总分|总得分|总评价得分|综合得分|综合评分|得分总计|总评分)$|^(?:绩效)?(?:自评|评价|综合|最终|最后)(?:得分|分数|评分)$/u,
    'score',
  ],
  [/(?:执行|支出)率$|^(?:预算|资金)(?:执行|支出|完成)进度$|^预算完成率$/u, 'rate'],
  [
    /执行(?:数|金额|额|资金)$|^(?:全年|年度|本年|当年)?(?:实际|已)(?:支出|使用|支付)(?:数|金额|资金|额|总额)?$|^(?:全年|年度)?支出(?:数|金额)$|^(?:支出)?决算(?:数|金额)$/u,
    'executed',
  ],
  [/预算收入(?:金额|数|总额)?$/u, 'income'],
  [
    /预算(?:数|金额|额|安排数?|安排金额|资金|总额|批复数|批复金额|规模|支出|支出金额|支出数)?$|^(?:项目)?(?:下达|批复|安排)(?:金额|数|资金)$|^(?:当年|本年度?)?(?:申请|申报)(?:金额|数|资金|总额)$/u,
    'budget',
  ],
  [/^\d{1,2}月(?:底|末|份)?$|^第?[一二三四1-4]季度$|^上半年$/u, 'plan'],
]

const wholes = /^(?:年度|本年度?|当年|项目|预算)*资金(?:总额|合计|总计|总量)$|^(?:总金额|金额合计|金额总计)$/u
const bareWholes = /^(?:合计|总计|总额|小计)$/u
const sources = new RegExp(
  '^(?:(?:本年度?|当年|年度|中央|省级?|市级?|区级?|县级?|县区|区县|本级|上级|地方|其他|一般公共预算)*(?:财政)(?:拨款|资金|补助|补助资金|预算资金|预算拨款|预算|专户管理资金|专户资金|专户)' +
    '|(?:中央|省级?|市级?|区级?|县级?|县区|区县|本级|上级|地方)(?:补助|配套|专项)?(?:资金|补助|配套)?' +
    '|(?:上年|以前年度)?结转(?:和)?(?:结余)?(?:资金)?|上年结转.{0,6}' +
    '|(?:其他|自筹|自有|单位|社会|社会投入|非财政拨款)(?:资金|收入)|其他|银行贷款' +
    '|(?:事业|经营|其他|上级补助)(?:单位)?(?:经营)?收入|一般公共预算(?:资金|拨款|收入)?|政府性基金(?:预算)?(?:资金|拨款|收入)?|国有资本经营预算(?:资金|拨款|收入)?' +
    '|基本支出|项目支出|人员经费|(?:日常)?公用经费|人员类项目|运转类项目|特定目标类项目)$',
  'u',
)

/** What a label announces, or null when it is none that is known. */
export function meaningOf(text: string): LabelMeaning | null {
  const label = labelWords(text)
  if (label.length > 40) return null
  const isPart = /^(?:\d+[、.])?其中/u.test(label)
  const words = label
    .replace(/\([^()]*\)/gu, '')
    .replace(/^(?:\(?[一二三四五六七八九十\d]+[)、.])+/u, '')
    .replace(/^其中:?/u, '')
    .replace(/:+$/u, '')
  if (words === '' || /^(?:上年|去年|以前年度|实施期|中期|全周期)(?!结转)/u.test(words)) return null
  if (
    /^(?:预算|专项|一级|二级)?(?:项目|政策|专项资金|专项)(?:支出)?名称$|^(?:任务名称|对应项目|项目\/?政策名称)$/u.test(
      words,
    )
  )
    return { kind: 'name' }
  if (/^项目(?:编码|代码|编号)$/u.test(words)) return { kind: 'code' }
  if (/^(?:预算|填报|评价|申报)?(?:部门|单位)+(?:名称)$|^(?:预算|填报|评价)(?:部门|单位)$/u.test(words))
    return { kind: 'unit_name' }
  if (wholes.test(words)) return { kind: 'whole', bare: false }
  if (bareWholes.test(words)) return { kind: 'whole', bare: true }
  if (sources.test(words)) return { kind: 'source', source: words }
  if (isPart) return null
  const item = items.find(([pattern]) => pattern.test(words))?.[1]
  if (!item) return null
  return { kind: 'figure', item, ...(item === 'budget' || item === 'income' ? basisOf(words) : {}) }
}

/** 年初 is initial; 全年 and 调整 are adjusted. */
function basisOf(words: string): { basis?: 'initial' | 'adjusted' } {
  if (/年初/u.test(words)) return { basis: 'initial' }
  if (/全年|调整/u.test(words)) return { basis: 'adjusted' }
  return {}
}

/** The unit that a label names in brackets (万元, %), or null. */
export function unitInLabel(text: string): MoneyUnit | '%' | null {
  const found = /\((?:单位:)?(?:人民币)?(亿元|万元|元|%)\)/u.exec(labelWords(text))?.[1]
  return found === '%' || isMoneyUnit(found) ? found : null
}
