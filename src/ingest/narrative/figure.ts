import { readNumber } from '../../model/money'

/** A number with its unit in a clause. */
export interface Figure {
  /** Index of its first character (sign included) and past its last (unit included). */
  start: number
  end: number
  /** The number's characters without sign and unit, thousands commas kept. */
  printed: string
  negative: boolean
  /** As printed, `台（套）` and `个百分点` in one piece; '' where none is printed: a bare zero, or a number nobody can read. */
  unit: string
}

/** A number that cannot be read as one: two that have run together, or a broken one. */
export interface BrokenFigure {
  start: number
  end: number
  printed: string
  broken: true
}

const token = /\d(?:[\d.,]*\d)?/gu
const units =
  /^(?:亿元|万元|元|%|个百分点|百分点|批次|人次|台（套）|台\/套|台套|辆|台|套|批|人(?![民员均才大])|个|分(?![之别析])|项|家|次|名)/u

/** The figures of a clause in order. Years, dates, ordinals and numbers without a unit are none; a bare 0 after 为 is one. */
export function figuresOf(text: string): (Figure | BrokenFigure)[] {
  const figures: (Figure | BrokenFigure)[] = []
  for (const found of text.matchAll(token)) {
    const printed = found[0]
    const after = found.index + printed.length
    const unit = units.exec(text.slice(after))?.[0] ?? ''
    if (unit === '' && !isBareAmount(text, found.index, printed)) continue
    const negative = /(?:^|[^\d年月])[-负▲△]$/u.test(text.slice(0, found.index))
    const start = found.index - (negative ? 1 : 0)
    const end = after + unit.length
    if (readNumber(printed) === null || runsTogether(text, found.index, printed)) {
      figures.push({ start, end, printed, broken: true })
    } else figures.push({ start, end, printed, negative, unit })
  }
  return figures
}

/** A number without a unit that may be an amount: with decimals or commas, or one that ends its clause behind 为. */
function isBareAmount(text: string, start: number, printed: string): boolean {
  const after = text.slice(start + printed.length)
  const before = text.slice(0, start)
  if (/^0(?:\.0+)?$/u.test(printed)) return after === '' && before.endsWith('为')
  if (/^[\d.,a-zA-Z]/u.test(after) || /[\da-zA-Z第.]$/u.test(before)) return false
  if (/^(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d{2,})$/u.test(printed)) return /^(?:万|$)/u.test(after)
  return /^万?$/u.test(after) && /[为是达]$/u.test(before) && !/^(?:19|20)\d\d$/u.test(printed)
}

/** A blank inside a number (1 262.08) may part two numbers or thousands: nobody can tell, so it is not read. */
function runsTogether(text: string, start: number, printed: string): boolean {
  return /\d $/u.test(text.slice(0, start)) && /^\d{3}(?:\D|$)/u.test(printed)
}

/** The value of a figure as a plain decimal string with the printed decimals. */
export function valueOf(figure: Figure, sign: 1 | -1 = 1): string {
  const digits = figure.printed.replaceAll(',', '')
  const negative = figure.negative ? sign === 1 : sign === -1
  return negative && /[1-9]/u.test(digits) ? `-${digits}` : digits
}

/** Is the unit one of money? */
export function isMoney(unit: string): boolean {
  return /^(?:亿元|万元|元)$/u.test(unit)
}
