import type { Operator } from '../../model/performance'

/** What an indicator is to reach. */
export interface Target {
  operator: Operator | null
  /** The operator as printed, '' where none is. */
  operatorPrinted: string
  /** Plain decimal, or the printed words; null where nothing is printed. */
  target: string | null
  unit: string | null
}

const signs: [string, Operator][] = [
  ['>=|=>|≥|≧|⩾|大于等于|大于或等于|不低于|不少于|不小于|不得低于|不得少于|至少', '≥'],
  ['<=|=<|≤|≦|⩽|小于等于|小于或等于|不高于|不超过|不多于|不大于|不得超过|不得高于', '≤'],
  ['==|=|等于', '='],
  ['>|大于|高于|超过|多于', '>'],
  ['<|小于|低于|少于', '<'],
]
const signPattern = signs.map(([words]) => words).join('|')
const loneSign = new RegExp(`^(?:${signPattern}|定性(?:指标)?)$`, 'u')
const leadingSign = new RegExp(`^(${signPattern})\\s*`, 'u')

/** Verbs before a number that say no more than that it is the goal. */
const leadingVerb = /^(?:达到|达|为|保持在|控制在|实现|完成)\s*(?=[-−—]?\d)/u

/** Is the text an operator and nothing else (运算符号, 指标性质)? */
export function isOperator(text: string): boolean {
  return loneSign.test(text.normalize('NFKC').trim())
}

/** Does the text begin with an operator and a number (≥90%…)? */
export function beginsWithOperator(text: string): boolean {
  const words = text.normalize('NFKC').trim()
  const sign = leadingSign.exec(words)
  return sign !== null && /^[-−—]?\d/u.test(words.slice(sign[0].length))
}

/** The words of an operator, for patterns of prose. */
export const operatorWords = signPattern

export function operatorOf(printed: string): Operator | null {
  const words = printed.normalize('NFKC').trim()
  if (/^定性/u.test(words)) return '定性'
  return signs.find(([pattern]) => new RegExp(`^(?:${pattern})$`, 'u').test(words))?.[1] ?? null
}

/**
 * Reads a target that stands in up to three cells: operator, value, unit. The value's cell may hold all of them and prose
 * besides (≥90是否按照…); what is not a single number stays as printed.
 */
export function readTarget(value: string, operatorCell = '', unitCell = ''): Target {
  const words = value.normalize('NFKC').trim()
  if (words === '') return { operator: null, operatorPrinted: '', target: null, unit: unitCell || null }
  const ownSign = isOperator(operatorCell) ? operatorCell.trim() : ''
  const sign = leadingSign.exec(words)
  const printedSign = ownSign || (sign?.[1] ?? '')
  const rest = sign ? words.slice(sign[0].length) : words.replace(leadingVerb, '')
  const figure = readQuantity(rest, printedSign !== '')
  if (!figure) {
    const operator = printedSign ? operatorOf(printedSign) : /\d/u.test(words) ? null : '定性'
    return { operator, operatorPrinted: printedSign, target: value.trim(), unit: unitCell || null }
  }
  const bound = printedSign ? operatorOf(printedSign) : figure.bound
  return {
    operator: bound,
    operatorPrinted: printedSign || figure.boundPrinted,
    target: figure.value,
    unit: unitCell || figure.unit,
  }
}

interface Quantity {
  value: string
  unit: string | null
  /** What 以上, 以内 behind the number make of it; both include the number itself (民法典 art. 1259). */
  bound: Operator | null
  boundPrinted: string
}

const quantity = /^(负|[-−—])?\s*(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*(.*)$/su
const bounds: [RegExp, Operator][] = [
  [/(?:及|\(含\))?以上(?:\(含\))?$/u, '≥'],
  [/(?:及|\(含\))?(?:以下|以内|之内)(?:\(含\))?$/u, '≤'],
]

/**
 * A number with the unit behind it. Behind an operator's number publishers also print prose (≥90是否按照…), from which only a
 * unit that is sure is taken; without an operator, words behind a number make it a phrase (5个工作日内完成).
 */
function readQuantity(text: string, hasOperator: boolean): Quantity | null {
  const found = quantity.exec(text)
  if (!found) return null
  const [, minus, whole = '', fraction = '', after = ''] = found
  if (/^[:/.]?\s*\d/u.test(after) || /^(?:%|‰|\p{Script=Han}{0,3})\s*[-~～至—]\s*\d/u.test(after)) return null
  const value = `${minus ? '-' : ''}${whole.replaceAll(',', '')}${fraction}`
  const printedBound = bounds.map(([pattern, operator]) => ({ found: pattern.exec(after), operator }))
  const bound = printedBound.find((one) => one.found !== null)
  const tail = (bound?.found ? after.slice(0, bound.found.index) : after).trim()
  const common = { value, bound: bound?.operator ?? null, boundPrinted: bound?.found?.[0] ?? '' }
  if (tail === '') return { ...common, unit: null }
  if (isUnit(tail)) return { ...common, unit: tail }
  if (isDate(tail) || !hasOperator) return null
  return { ...common, unit: sureUnit.exec(tail)?.[0] ?? null }
}

const sureUnit = /^(?:%|‰|个百分点|亿元|万元|元(?!\p{Script=Han}))/u

function isUnit(tail: string): boolean {
  return (
    !isDate(tail) &&
    /^(?:%|‰|℃|个百分点|平方公里|(?!.*[是否率])\p{Script=Han}{1,3}|[A-Za-z²³㎡]{1,4}|\p{Script=Han}{1,4}\/[\p{Script=Han}·]{1,6})$/u.test(
      tail,
    )
  )
}

/** 12月底前, 2023年年末: a date, not a quantity. */
function isDate(tail: string): boolean {
  return /^(?:年|月|日|号)(?!度?$)|^月$|[前底末旬内]$|^点/u.test(tail)
}
