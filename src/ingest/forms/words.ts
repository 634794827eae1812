import { readNumber } from '../../model/money'
import type { Fund } from '../../model/vocabulary'

/** A label without white space, its characters as printed: the form in which paths are kept. */
export function compact(text: string): string {
  return text.replace(/[\s\u3000\ufeff]+/gu, '')
}

/** A label for comparison: no white space, one form of digits and brackets, no quotation marks. */
export function plain(text: string): string {
  return compact(text.normalize('NFKC')).replace(/[“”"'‘’]/gu, '')
}

/** A printed cell without the white space around it. */
export function trimmed(text: string): string {
  return text.replace(/^[\s\u3000\ufeff]+|[\s\u3000\ufeff]+$/gu, '')
}

/** Leading blanks of a printed name. */
export function indentOf(text: string): number {
  return /^[\s\u3000]*/u.exec(text)![0].length
}

const ordinal = /^(?:\([一二三四五六七八九十\d]+\)|[一二三四五六七八九十]+、|\d+[、.](?!\d)|其中:?)/u

/** A row's name for comparison, without ordinals (一、 2. (3)) and 其中. */
export function unnumbered(name: string): string {
  let rest = plain(name)
  while (ordinal.test(rest)) rest = rest.replace(ordinal, '')
  return rest
}

/** Is the name one of a numbered list (一、…)? */
export function isNumbered(name: string): boolean {
  return ordinal.test(plain(name))
}

/** 3, 5 or 7 digits of a function (2…) or economic (3…, 5…) code, blanks inside allowed (201 03 01); null for other text. */
export function codeOf(text: string): string | null {
  const digits = plain(text)
  return /^[235]\d\d(?:\d\d){0,2}$/u.test(digits) ? digits : null
}

/** A label of a sum: 合计, 总计, 小计. */
export function isSumLabel(text: string): boolean {
  return /^(?:合计|总计|小计)$/u.test(plain(text))
}

/** A number of the 栏次 row: 1, 2, 3 … or how it is made (4=5+6). */
export function laneNumber(text: string): number | null {
  const found = /^(\d{1,2})(?:=[\d+\-()]+|栏)?$/u.exec(plain(text))
  return found ? Number(found[1]) : null
}

/** 栏次, or the stars that stand for it in columns without a number. */
export function isLaneLabel(text: string): boolean {
  return /^(?:栏次|\*+)$/u.test(plain(text))
}

export function isNumber(text: string): boolean {
  return readNumber(trimmed(text)) !== null
}

/** Fund that a label names, or null: 一般公共预算, 政府性基金, 国有资本经营预算, 财政专户, 单位资金. */
export function fundNamed(label: string): Fund | null {
  const words = plain(label)
  if (/国有资本/u.test(words)) return 'state_capital'
  if (/政府性?基金|^基金预算/u.test(words)) return 'gov_fund'
  if (/一般公共预算|公共财政预算|公共预算/u.test(words)) return 'general'
  if (/财政专户/u.test(words)) return 'special_account'
  if (/单位资金|自有资金/u.test(words)) return 'unit_funds'
  return null
}
