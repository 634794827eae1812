import { subjectOf } from '../../reference/subjects'
import type { CodePath } from './code-path'
import { codePathsOf } from './code-path'
import { nothingAbove } from './resolve-names'
import { isGlue, numberingLength, withoutComparison } from './lead'
import type { Mention } from './mention'
import { labelOf } from './passage'
import type { Bound, Reading } from './reading'
import { fundOf } from './section'

/** Verbs that make a name the object of an action: the figure behind it is not its amount (追加公务接待费4.24万元). */
const acted =
  /(?:增加|减少|追加|压减|压缩|调减|调增|缩减|节约|新增|扣除|不含|未含|剔除|其他|用于|结余|动用|列支|购置|除|与|增|减)(?:了)?$/u

/** The names in a clause. */
export interface Names {
  mentions: Mention[]
  paths: CodePath[]
  /** Place in the paragraph's text of each character of the clause. */
  at: number[]
}

/** Something named before a figure, with the words around its name. */
export interface Named {
  bound: Bound
  /** Index in the clause where the name begins. */
  start: number
  before: string
  after: string
}

/**
 * What the words before a figure or a verb name: the last name that only glue parts from it.
 * @param text the words, from the figure before or the beginning of the clause
 * @param offset their index in the clause
 */
export function namedIn(reading: Reading, text: string, offset: number, names: Names): Named | null {
  const end = offset + text.length
  const path = names.paths.findLast((one) => one.start >= offset && one.end <= end)
  const pathTail = path ? withoutComparison(text.slice(path.end - offset)) : ''
  if (path && isGlue(pathTail)) {
    const bound = boundOfPath(path)
    return (
      bound && { bound, start: path.nameStart, before: text.slice(0, path.start - offset), after: pathTail }
    )
  }
  const mention = names.mentions.findLast((one) => one.start >= offset && one.end <= end)
  if (!mention) return null
  const before = text.slice(0, mention.start - offset)
  const after = withoutComparison(text.slice(mention.end - offset))
  if (!isGlue(after) || acted.test(before) || isConcerned(mention, before)) return null
  if (reading.awaiting && reading.last?.scheme && mention.subject === 'exp_grand' && isBare(before)) {
    return { bound: reading.last, start: mention.start, before, after }
  }
  const bound = boundOf(reading, mention, names.at)
  return bound && { bound, start: mention.start, before, after }
}

/** What a path stands for; null when its names are not in the code tables. */
export function boundOfPath(path: CodePath): Bound | null {
  const { scheme, code, name } = path
  if (!code) return null
  return { subject: scheme === 'function' ? 'function' : 'economic', scheme, code, label: name }
}

/** 涉及一般公共预算支出5万元: whose money something concerns, not how much that is. */
function isConcerned(mention: Mention, before: string): boolean {
  return /涉及$/u.test(before) && !mention.subject?.startsWith('evaluation')
}

/** A 类 of either classification by its name alone; null when it is none. */
export function boundOfClass(reading: Reading, name: string): Bound | null {
  const plain = name.replace(/(?:20\d\d年度?)?(?:年初|全年|调整后?的?)?(?:预算|决算)+(?:数|安排)?$/u, '')
  const path = codePathsOf(`${plain}（类）`, reading.context.names, nothingAbove)[0]
  return path ? boundOfPath(path) : null
}

/** What a name stands for, with the total it is a part of where it has no meaning alone. */
export function boundOf(reading: Reading, mention: Mention, at: number[]): Bound | null {
  const { subject, measure } = mention
  const label = labelOf(reading.paragraph, at[mention.start]!, at[mention.end - 1]! + 1)
  const fund = fundOf(reading.family)
  if (fund && subject && ofWholeMoney.test(subject)) return boundInFund(fund, subject, label)
  if (subject?.startsWith('fund.')) return boundOfFund(reading, subject.slice('fund.'.length), label)
  if (subject === 'award') return boundOfAward(reading.last, label)
  if (subject !== null) return { subject, label, ...(measure && { measure }) }
  const whole = reading.head ?? reading.last
  if (whole?.subject === 'function' && reading.listing) return null
  return { subject: reading.family, label, measure: measure! }
}

const ofWholeMoney = /^(?:income_grand|exp_grand|income\.carry_in|carry_out)$/u

/** 本年支出 in the section of a fund is that of the fund; what it carries over has no subject of its own. */
function boundInFund(fund: 'gov_fund' | 'state_capital', subject: string, label: string): Bound | null {
  if (subject === 'exp_grand') return { subject: `${fund}_expenditure`, label }
  return subject === 'income_grand' ? { subject: `income.${fund}`, label } : null
}

/** 由中小企业供应商中标或成交: of the purchases that were named before. */
function boundOfAward(last: Bound | null, label: string): Bound | null {
  const kind = /^procurement\.(?:reserved_sme|reserved_small|other_sme)/u.exec(last?.subject ?? '')?.[0]
  return kind === undefined ? null : { subject: `${kind}.award`, label }
}

/** What money told right behind a count is of: 出国（境）团组0个，预算为0万元; the thing itself where it has an amount. */
export function inMoney(bound: Bound | null): Bound | null {
  const subject = bound && !bound.scheme ? subjectOf(bound.subject) : undefined
  if (subject?.family !== 'count' || subject.parent === null) return bound
  const parent = subjectOf(subject.parent)!
  return parent.family === 'money' ? { subject: parent.id, label: parent.names[0] } : bound
}

/** 一般公共预算拨款 under an income is income, under an expenditure expenditure. */
function boundOfFund(reading: Reading, fund: string, label: string): Bound | null {
  const whole = reading.head?.subject ?? reading.last?.subject ?? ''
  if (whole.startsWith('income')) return { subject: `income.${fund}`, label }
  return /^(?:exp_grand|fiscal_expenditure)$/u.test(whole) ? { subject: `${fund}_expenditure`, label } : null
}

/** Does nothing but glue and comparison stand before the verb, so that what was named last is meant? */
export function isBare(text: string): boolean {
  const rest = text.slice(numberingLength(text))
  return isGlue(withoutComparison(rest).replace(/^(?:并且?|且|而|与此|从而|同时|其中)?/u, ''))
}

/** Binds what a path names, figure or not; a path that is not in the code tables leaves nothing bound. */
export function bindPath(reading: Reading, path: CodePath): void {
  keepAbove(reading, path)
  const bound = boundOfPath(path)
  if (bound && path.near) reading.report('narrative.code', `the name of ${bound.code}`, path.name)
  if (bound) reading.bind(bound)
  else {
    reading.last = null
    reading.head = null
    reading.report('narrative.code', 'names of a code of 支出功能分类 or 支出经济分类', path.name)
  }
}

/** What later paths that begin lower are listed under. */
export function keepAbove(reading: Reading, { className, sectionName }: CodePath): void {
  if (className !== null) reading.above = { class: className, section: sectionName }
  else if (sectionName !== null) reading.above = { ...reading.above, section: sectionName }
}

/** Is the clause nothing but a name and glue? Then what follows is about it. */
export function bindAlone(reading: Reading, text: string, offset: number, names: Names): void {
  const named = namedIn(reading, text, offset, names)
  if (
    named &&
    isGlue(
      named.before
        .slice(numberingLength(named.before))
        .replace(/^.*(?:年度?|部门|单位|局|办公室|委员会|在)/u, ''),
    )
  ) {
    reading.bind(named.bound)
    reading.awaiting = true
  }
}
