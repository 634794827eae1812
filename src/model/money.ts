import Decimal from 'decimal.js'

/** Decimal with room for every amount of public money and every rate taken from one; rounds half-even. */
export const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_EVEN })

/** Integer 分, 1/100 元. Money at rest. */
export type Fen = bigint

/** Units of money (金额单位) that documents print. */
export type MoneyUnit = '元' | '万元' | '亿元'

/** How many 元 one of the unit is. */
export const yuanPer: Record<MoneyUnit, string> = { 元: '1', 万元: '10000', 亿元: '100000000' }

/** 分 → 元. */
export function yuanOfFen(fen: Fen): Decimal {
  return new Exact(fen.toString()).div(100)
}

/** 元 → 分, half-even to the fen unless told to round down or up (bounds of an interval). */
export function fenOfYuan(yuan: Decimal, rounding: 'nearest' | 'down' | 'up' = 'nearest'): Fen {
  const mode = { nearest: Decimal.ROUND_HALF_EVEN, down: Decimal.ROUND_FLOOR, up: Decimal.ROUND_CEIL }[
    rounding
  ]
  return BigInt(new Exact(yuan).times(100).toDecimalPlaces(0, mode).toFixed(0))
}

/** A figure as printed: its value in 元 and the size in 元 of one unit of its last printed digit. */
export interface PrintedAmount {
  yuan: Decimal
  step: Decimal
}

/**
 * Reads a printed number in a unit of money.
 * @param printed the cell's text, as published
 * @returns null when the text is not a number (blank, words, a broken number): the caller tells which
 */
export function readAmount(printed: string, unit: MoneyUnit): PrintedAmount | null {
  const number = readNumber(printed)
  if (number === null) return null
  const per = new Exact(yuanPer[unit])
  return { yuan: number.value.times(per), step: new Exact(10).pow(-number.decimals).times(per) }
}

/** A printed number without a unit: exact value and the number of its decimals. */
export interface PrintedNumber {
  value: Decimal
  decimals: number
}

const digits = /^(?:(负|[-−—－▲△])|\+)?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/u
const signed = /^[负\-−—－▲△+]/u

/**
 * Reads one number: full-width forms, thousands in groups of three parted by commas or by thin or unbreakable blanks, one
 * sign (负, -, −, —, △, ▲, +) or brackets.
 * `1,26.08`, `12.3.4`, `1.2E5`, `O.5`, `1 262.08`, `100%`, `…` and `*` are not numbers and give null.
 */
export function readNumber(printed: string): PrintedNumber | null {
  const text = withCommas(printed).normalize('NFKC').trim()
  const bracketed = /^\((.*)\)$/u.exec(text)
  const found = digits.exec(bracketed ? bracketed[1]!.trim() : text)
  if (!found || (bracketed && signed.test(bracketed[1]!.trim()))) return null
  const [, sign, whole = '', fraction = ''] = found
  const value = new Exact(whole.replaceAll(',', '') + (fraction ? `.${fraction}` : ''))
  return { value: sign || bracketed ? value.negated() : value, decimals: fraction.length }
}

/** Groups of three that blanks part, parted by commas; a number that has commas too is left as it is. NFKC would make the blanks wide. */
function withCommas(printed: string): string {
  return /[,，]/u.test(printed)
    ? printed
    : printed.replace(/(\p{Nd})[\u00a0\u2009\u200a\u202f](?=\p{Nd})/gu, '$1,')
}

/** Is the cell empty as publishers print emptiness: nothing, a dash, a slash, 无? Blank is not zero. */
export function isBlank(printed: string): boolean {
  return /^(?:[-–—―─/\\]+|无)?$/u.test(printed.normalize('NFKC').trim())
}
