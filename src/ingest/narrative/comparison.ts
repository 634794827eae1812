import type { AmountStage } from '../../model/vocabulary'

/** What a change is measured against, as far as the words say it. */
export interface Comparison {
  /** prior_year 上年; initial 年初预算; adjusted 全年（调整）预算; budget: 预算 without saying which. */
  base: 'prior_year' | 'initial' | 'adjusted' | 'budget'
  /** A year that the words name: 较2022年. */
  year?: number
  /** The budget that the words name beside the year (较2022年年初预算): of the year told of, it is this that is meant. */
  budget?: 'initial' | 'adjusted' | 'budget'
  /** Index in the clause where the phrase begins and ends. */
  start: number
  end: number
}

const prior =
  '(?:上一?年度?|去年|上年同期|(?<year>20\\d\\d)年度?)(?:同期)?(?:当年)?(?<yearKind>年初|全年|调整后?的?)?(?<yearOf>预算|决算|支出)?(?:执行|安排|完成)?(?:总?数|情况|额)?'
const budget = '(?<kind>年初|全年|调整后?(?:的)?|当年|本年|年度)?预算(?:安排)?(?:数|额)?'
/** Words that compare by themselves: 本年数小于上年预算数3万元. */
const above = '大于|高于|多于|超过|超出'
const below = '小于|低于|少于'
const off = `${above}|${below}`
const phrase = new RegExp(
  `(?:同比|(?:与|比|较|和|同|对比|比较|${off})(?:(?:${prior})(?!预算收|财政)|(?:${budget})))(?:相比|比较|比)?(?:的)?`,
  'gu',
)

/** Does a phrase of comparison say by itself which is more: 1 for 大于上年, -1 for 小于预算数; null for any other. */
export function signOf(phraseOf: string): 1 | -1 | null {
  if (new RegExp(`^(?:${above})`, 'u').test(phraseOf)) return 1
  return new RegExp(`^(?:${below})`, 'u').test(phraseOf) ? -1 : null
}

/** The phrases of comparison in a clause (比上年, 较2022年, 与年初预算相比). */
export function comparisonsOf(text: string): Comparison[] {
  return [...text.matchAll(phrase)].map((found) => {
    const { year, kind, yearKind, yearOf } = found.groups ?? {}
    const start = found.index
    const end = start + found[0].length
    if (year) {
      const budget = yearOf === '预算' ? { budget: budgetKind(yearKind) } : {}
      return { base: 'prior_year', year: Number(year), ...budget, start, end }
    }
    if (/上一?年|去年|同期|同比/u.test(found[0])) return { base: 'prior_year', start, end }
    return { base: budgetKind(kind), start, end }
  })
}

function budgetKind(kind: string | undefined): 'initial' | 'adjusted' | 'budget' {
  if (kind === undefined) return 'budget'
  if (kind === '年初') return 'initial'
  return /^(?:全年|调整)/u.test(kind) ? 'adjusted' : 'budget'
}

/** A year and a stage that words before a figure put it in; both absent where they say nothing. */
export interface Time {
  year?: number
  stage?: AmountStage
}

/** Reads year and stage out of the words between a name and its figure, or before the name. */
export function timeIn(text: string, fiscalYear: number): Time {
  const years = [...text.matchAll(/(20\d\d)年/gu)]
  const printed = years.at(-1)?.[1]
  const year = printed ? Number(printed) : /上年|去年/u.test(text) ? fiscalYear - 1 : undefined
  const stage = stageIn(text)
  return { ...(year !== undefined && { year }), ...(stage && { stage }) }
}

function stageIn(text: string): AmountStage | undefined {
  if (/(?:执行数|决算数?|预算执行)(?:为|是)?[^预]*$/u.test(text)) return 'final'
  if (/(?:全年|调整后?的?)预算/u.test(text)) return 'adjusted'
  if (/年初预算|预算(?:数|安排|为|$)/u.test(text)) return 'budget'
  return undefined
}
