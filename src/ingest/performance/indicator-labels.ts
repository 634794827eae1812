import type { LabelMeaning } from './project-labels'
import { meaningOf } from './project-labels'
import { labelWords } from './printed-row'

/** What a column of indicators holds. */
export type IndicatorRole =
  | 'level1'
  | 'level2'
  | 'level3'
  | 'description'
  | 'basis'
  | 'operator'
  | 'target'
  | 'unit'
  | 'actual'
  | 'completion'
  | 'weight'
  | 'score'
  | 'reason'
  | 'measure'

/** A column of a table of indicators; in lists of many projects some tell of the project (项目名称, 预算数). */
export interface IndicatorColumn {
  role: IndicatorRole | null
  project: LabelMeaning | null
}

/** In the order in which they are tried; null for columns that are not read. */
const roles: [RegExp, IndicatorRole | null][] = [
  [/^一级(?:绩效)?指标/u, 'level1'],
  [/^二级(?:绩效)?指标/u, 'level2'],
  [/描述|^(?:绩效)?指标(?:说明|解释|释义|定义)/u, 'description'],
  [
    /依据|(?:评分|评价|评扣分|计分|打分|考核|扣分)(?:标准|规则|办法|细则)|计算(?:公式|方法)|数据来源|指标来源/u,
    'basis',
  ],
  [/历史|参考值|上年|去年|前年|以前年度|前三年|方向|备注|半年|季度|实施期|长期|中期/u, null],
  [/^(?:预期|计划|目标|年初)(?:实现|完成)?(?:值|水平|目标|指标值)/u, 'target'],
  [/原因|偏差|未完成情况/u, 'reason'],
  [/(?:改进|整改|纠偏|下一步).{0,4}(?:措施|计划|建议)?/u, 'measure'],
  [/完成(?:程度|率|比例|度|进度)$|达成(?:率|度)$/u, 'completion'],
  [/(?:完成|实现|达到|实际)(?:指标)?(?:值|情况|数|结果)?$|实际(?:完成|达到|实现)/u, 'actual'],
  [/得分|自评分|评分$|评分情况/u, 'score'],
  [/分值|权重|标准分|满分/u, 'weight'],
  [/^(?:绩效)?(?:指标)?(?:运算符号?|计算符号|比较符号?|符号|性质)$|^指标(?:值)?(?:类型|类别)$/u, 'operator'],
  [/(?:度量|计量)单位|^单位$/u, 'unit'],
  [
    /(?:指标|目标|预期|计划|绩效)(?:数)?值|^(?:年度|全年|年初|预期|计划|当年|本年)+(?:目标|指标)$|^目标$|^(?:当年|年度|本年)(?:预期|计划)(?:实现|完成)?(?:值|水平|目标)/u,
    'target',
  ],
  [/^三级(?:绩效)?指标|^(?:绩效|具体|个性|考核|评价)?指标(?:名称|内容)$|^具体指标$/u, 'level3'],
]

/** What a header label announces. Labels of projects stand before those of indicators: 项目名称 is no 指标名称. */
export function columnOf(label: string): IndicatorColumn {
  const words = labelWords(label).replace(/\((?:[^()]*)\)/gu, '')
  const project = meaningOf(label)
  if (project && (project.kind !== 'figure' || !/^(?:plan|score|indicator_score)$/u.test(project.item))) {
    return { role: null, project }
  }
  return { role: roleOf(words), project: null }
}

function roleOf(words: string): IndicatorRole | null {
  return roles.find(([pattern]) => pattern.test(words))?.[1] ?? null
}

/**
 * What a label of the header's second row announces: 运算符号, 内容, 度量单位 under 年度目标值, the sorts of reasons under 原因分析;
 * 'unread' for what is known and not read (上年), null for words that are no such label.
 * @param above the label that it stands under
 */
export function lowerColumnOf(label: string, above: string): IndicatorRole | 'unread' | null {
  const words = labelWords(label)
  if (/^(?:前年|上年|去年|上一年|半年|20\d\d年?)(?:度)?(?:值|实际|实际值|完成值)?$/u.test(words))
    return 'unread'
  if (
    /^(?:内容|数值|目标值|指标值|值|(?:预计|计划)?(?:当年|本年|全年)度?(?:预计|计划)?(?:实现|完成|目标)?值?)$/u.test(
      words,
    )
  ) {
    return 'target'
  }
  if (/^(?:经费|制度|人员|硬件条件?|其他)(?:原因|保障)*(?:原因)?(?:分析)?$/u.test(words)) return 'reason'
  if (/^原因说明$/u.test(words)) return roleOf(labelWords(above)) === 'measure' ? 'measure' : 'reason'
  const role = roleOf(words)
  return role === 'operator' || role === 'unit' || role === 'reason' || role === 'measure' ? role : null
}

/** Is the label one of the levels of indicators? */
export function isLevel(role: IndicatorRole | null): boolean {
  return role === 'level1' || role === 'level2' || role === 'level3'
}
