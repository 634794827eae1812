import { numberingLength } from './lead'

/** A total whose parts (基本支出, 人员经费) are told without naming it again. */
export type Family =
  | 'balance_grand'
  | 'exp_grand'
  | 'fiscal_expenditure'
  | 'general_expenditure'
  | 'general_basic'
  | 'gov_fund_expenditure'
  | 'state_capital_expenditure'

/** A heading: 0 for 第二部分 and titles without a number, 1 for 一、, 2 for （一）, 3 for 1. */
export interface Heading {
  rank: number
  title: string
}

/**
 * The heading that a paragraph is, or null for running words.
 * @param text the paragraph's words without blanks
 */
export function headingOf(text: string): Heading | null {
  const plain = text.replace(/^[-•]/u, '').replace(/。$/u, '')
  const length = numberingLength(plain)
  if (length === 0 && text.endsWith('。')) return null
  if (plain.length > 60 || /[，；。]/u.test(plain) || /\d(?:亿元|万元|元|%)/u.test(plain)) return null
  if (/[：、]$|：(?:是|指|反映|包括|即|纳入)/u.test(plain)) return null
  const part = /^第[一二三四五六七八九十]+(?:部分|章)/u.exec(plain)
  if (part) return { rank: 0, title: plain.slice(part[0].length) }
  const title = plain.slice(length)
  const closes =
    /(?:情况|说明|解释|概况|职责|职能|设置|构成|表|结构|事项|信息|目标|支出|收入|经费|采购|名词)$/u.test(
      title,
    )
  if (length === 0) return closes && plain.length <= 40 ? { rank: 0, title } : null
  const rank = /^[一二三四五六七八九十]/u.test(plain) ? 1 : plain.startsWith('（') ? 2 : 3
  if (/（[款项]）/u.test(title)) return null
  return rank === 1 || closes || /（类）$/u.test(title) ? { rank, title } : null
}

/** Does the heading open the glossary, whose sums are none of the unit's? */
export function isGlossary(heading: Heading): boolean {
  return /名词|术语/u.test(heading.title)
}

const scopes: [RegExp, Family][] = [
  [/一般公共预算.*基本支出/u, 'general_basic'],
  [/政府性?基金/u, 'gov_fund_expenditure'],
  [/国有资本经营/u, 'state_capital_expenditure'],
  [/一般公共预算.*支出/u, 'general_expenditure'],
  [/财政拨款(?!.*三公)/u, 'fiscal_expenditure'],
]

/** Whose parts a section tells, by its heading; null when the heading does not say. */
export function familyOf(heading: Heading): Family | null {
  return scopes.find(([pattern]) => pattern.test(heading.title))?.[1] ?? null
}

/** The fund that a total is of, where that is one told apart from the unit's whole money; null for others. */
export function fundOf(family: Family): 'gov_fund' | 'state_capital' | null {
  const fund = /^(gov_fund|state_capital)_/u.exec(family)?.[1]
  return (fund as 'gov_fund' | 'state_capital' | undefined) ?? null
}

/** The total whose parts follow once a subject has been named; null for subjects without such parts. */
export function familyOfSubject(subject: string): Family | null {
  if (subject === 'income_grand') return 'exp_grand'
  if (subject === 'fiscal_balance_grand') return 'fiscal_expenditure'
  return families.has(subject) ? (subject as Family) : null
}

const families = new Set<string>([
  'balance_grand',
  'exp_grand',
  'fiscal_expenditure',
  'general_expenditure',
  'general_basic',
  'gov_fund_expenditure',
  'state_capital_expenditure',
])

/** Does a paragraph only explain a word or a table (财政拨款收入：指…, 注：本表反映…)? */
export function isExplanation(text: string): boolean {
  const plain = text.slice(numberingLength(text))
  return (
    /^第?[一二]?(?:部分?)?注[：:]/u.test(plain) ||
    /^[^：，。]{2,40}：(?:是|指|反映|纳入|包括|即)/u.test(plain) ||
    /^本表/u.test(plain)
  )
}
