import { labelWords } from './printed-row'

/** First-level indicators (一级指标) of the ministry's classification: 财预〔2020〕10号, and 成本 as in 财预〔2021〕101号. */
type FirstLevel = 'output' | 'effect' | 'satisfaction' | 'cost'

const first: [RegExp, FirstLevel][] = [
  [/^产出/u, 'output'],
  [/^效益|^效果/u, 'effect'],
  [/^(?:服务对象|社会公众)?满意度?/u, 'satisfaction'],
  [/^成本/u, 'cost'],
]

/**
 * Second-level indicators (二级指标) and the first levels that they may stand under, their present one first: 满意度 was part
 * of 效果 in 财预〔2013〕53号, 成本 is a first level of its own since 2021.
 */
const second: [RegExp, FirstLevel[]][] = [
  [/^(?:经济|社会|生态环境|生态|环境)成本/u, ['cost']],
  [/^(?:产出)?成本/u, ['output', 'cost']],
  [/^(?:产出)?(?:数量|质量|时效|进度)/u, ['output']],
  [/^(?:经济|社会|生态环境|生态|环境)效益|^可持续/u, ['effect']],
  [/^(?:服务对象|社会公众|受益对象|群众|公众)?.{0,6}满意度?/u, ['satisfaction', 'effect']],
]

export function firstLevelOf(label: string): FirstLevel | null {
  return kindIn(first, label)
}

/** The first levels that a second-level label may stand under, or null for one that the classification does not know. */
export function firstLevelsAbove(label: string): FirstLevel[] | null {
  return kindIn(second, label)
}

function kindIn<T>(names: [RegExp, T][], label: string): T | null {
  const words = labelWords(label).replace(/\(.*$/u, '')
  return names.find(([pattern]) => pattern.test(words))?.[1] ?? null
}
