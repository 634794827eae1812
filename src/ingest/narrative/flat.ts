import type { Names } from './binding'
import { boundOf, isBare, namedIn } from './binding'
import type { Comparison } from './comparison'
import { comparisonsOf } from './comparison'
import { isGlue, withoutComparison } from './lead'
import { subjectInUnit } from './counted'
import type { Bound, Reading } from './reading'

const flat = /(?<word>持平|一致|相同|相等|无变化|没有变化|未发生变化|无增减(?:变化)?)(?<after>.*)$/u

/**
 * 与上年持平 and the like: a change of exactly nothing, printed in words.
 * @returns whether the words say so
 */
export function readFlat(reading: Reading, text: string, offset: number, names: Names): boolean {
  const found = flat.exec(text)
  if (!found) return false
  const before = text.slice(0, found.index)
  const compared = comparedBy(
    reading,
    { before, offset, at: names.at },
    found.groups!.word!,
    found.groups!.after!,
  )
  if (!compared) return false
  const plain = before.replace(/(?:基本|保持)+$/u, '')
  const named = namedIn(reading, plain, offset, names)
  const bound = named?.bound ?? (isBare(plain) ? reading.last : null)
  if (!bound || (!bound.scheme && !subjectInUnit(bound.subject, '万元'))) return false
  const base = compared.base === 'prior_year' ? reading.comparedWith(undefined) : compared.base
  if (base === 'budget' && reading.baseOf(base, bound.subject) === undefined) {
    if (named) reading.bind(bound)
    return true
  }
  const from = named ? names.at[named.start]! : compared.at
  const unit = reading.unitOfNothing
  const printed = found.groups!.word!
  const to = names.at[offset + found.index + printed.length - 1]! + 1
  for (const one of [
    ...(named ? listedBefore(reading, named.start, { before, offset, names }) : []),
    bound,
  ]) {
    reading.state({ bound: one, key: 'change', value: '0', unit, printed, base }, Math.min(from, to - 2), to)
  }
  if (named) reading.bind(bound)
  return true
}

/** 项目支出、预留机动经费与上年一致: the names that nothing but a mark parts from the one that begins at an index. */
function listedBefore(
  reading: Reading,
  start: number,
  words: { before: string; offset: number; names: Names },
): Bound[] {
  const { before, offset, names } = words
  const mention = names.mentions.findLast(
    ({ end }) =>
      end >= offset && end < start && /^[、和及与]$/u.test(before.slice(end - offset, start - offset)),
  )
  const bound = mention && boundOf(reading, mention, names.at)
  if (!bound || !subjectInUnit(bound.subject, '万元')) return []
  return [...listedBefore(reading, mention.start, words), bound]
}

/** What it is level with: 决算数持平预算数 says it behind the word, other wordings before it. */
function comparedBy(
  reading: Reading,
  { before, offset, at }: { before: string; offset: number; at: number[] },
  word: string,
  after: string,
): (Comparison & { at: number }) | null {
  if (word === '持平') {
    const behind = /^(?:于|与)?(?<kind>年初|全年|调整后?的?)?预算/u.exec(after)
    if (behind) {
      const kind = behind.groups!.kind
      const base = kind === '年初' ? 'initial' : kind ? 'adjusted' : 'budget'
      return { base, start: 0, end: 0, at: at[offset]! }
    }
    return reading.comparison
  }
  const compared = comparisonsOf(before).at(-1)
  return compared && isGlue(before.slice(compared.end)) ? reading.comparison : null
}

/**
 * 本部门无政府性基金预算财政拨款支出: an amount of exactly nothing, said in words.
 * @returns whether the clause says so
 */
export function readNone(reading: Reading, text: string, names: Names): boolean {
  for (const mention of names.mentions) {
    const said = /(没有|未安排|未发生|无)(?:一般公共预算)?(?:财政拨款)?(?:安排的)?$/u.exec(
      text.slice(0, mention.start),
    )
    const after = text.slice(mention.end).replace(/情况$/u, '')
    if (!said || after.endsWith('的') || !isGlue(withoutComparison(after))) continue
    if (/(?:如|若|年初|有)$/u.test(text.slice(0, said.index))) continue
    const { subject } = mention
    if (subject === null || !subjectInUnit(subject, '万元')) continue
    const unit = reading.unitOfNothing
    const bound = boundOf(reading, mention, names.at)!
    reading.state(
      { bound, key: 'amount', value: '0', unit, printed: said[1]! },
      names.at[said.index]!,
      names.at.at(-1)! + 1,
    )
    reading.bind(bound)
    return true
  }
  return readNoFund(reading, text, names)
}

const funds: Record<string, string> = {
  政府性基金: 'gov_fund_expenditure',
  国有资本经营: 'state_capital_expenditure',
}

/** 本单位无政府性基金预算: the fund named without 支出. */
function readNoFund(reading: Reading, text: string, names: Names): boolean {
  const found =
    /(?<word>没有|未安排|无)(?<label>(?<fund>政府性基金|国有资本经营)预算)(?:财政拨款)?(?:相关)?(?:收支)?(?:预算)?(?:项目|安排|情况)?$/u.exec(
      text,
    )
  if (!found || /(?:如|若|有)$/u.test(text.slice(0, found.index))) return false
  const { word, label, fund } = found.groups!
  const bound = { subject: funds[fund!]!, label: label! }
  reading.state(
    { bound, key: 'amount', value: '0', unit: reading.unitOfNothing, printed: word! },
    names.at[found.index]!,
    names.at.at(-1)! + 1,
  )
  reading.bind(bound)
  return true
}
