import type { DecimalDigits } from './decimal-digits'
import { decimalDigits, magnitude, roundTo, shifted, wholeAndFraction } from './decimal-digits'
import { isDateSection, shownDate } from './date-format'
import type { FormatSection, FormatToken } from './number-format-code'
import { sectionsOf } from './number-format-code'

/**
 * What a spreadsheet shows for a stored number under a number format (ECMA-376-1, 18.8.31): `1,262.08`, `5.00`, `12.50%`,
 * `-` for the zero of accounting. Padding that only aligns columns is left out. Colours, languages and Chinese numerals
 * for digits ([DBNum1]) are not followed; fractions (`# ?/?`) are shown as decimals.
 * @param stored as in the file, e.g. `152.8` or `1.5E-3`
 * @param date1904 whether days count from 1904 instead of 1900
 */
export function shownNumber(stored: string, format: string, date1904 = false): string {
  const value = decimalDigits(stored)
  if (!value) return stored
  const sections = sectionsOf(format)
  const { section, signed } = sectionFor(value, sections)
  if (isDateSection(section)) return shownDate(Number(stored), section, date1904) ?? general(value)
  if (section.tokens.some((token) => token.kind === 'general' || token.kind === 'text')) {
    return withWords(section, general({ ...value, negative: value.negative && signed }))
  }
  if (section.tokens.some((token) => token.kind === 'slash')) return general(value)
  const sign = value.negative && signed ? '-' : ''
  return `${sign}${shownDigits(value, section)}`.trim()
}

/** What a spreadsheet shows for words under a number format: the words, unless its part for text adds some. */
export function shownText(text: string, format: string): string {
  const sections = sectionsOf(format)
  const section =
    sections[3] ?? sections.findLast(({ tokens }) => tokens.some((token) => token.kind === 'text'))
  return section ? withWords(section, text) : text
}

function withWords(section: FormatSection, inner: string): string {
  return section.tokens
    .map((token) =>
      token.kind === 'literal' ? token.text : token.kind === 'general' || token.kind === 'text' ? inner : '',
    )
    .join('')
}

/** The part of the format for a value, and whether a minus is put before what it shows. */
function sectionFor(
  value: DecimalDigits,
  sections: readonly FormatSection[],
): { section: FormatSection; signed: boolean } {
  const numeric = sections.slice(0, 3)
  const [first, second, third] = numeric
  if (numeric.some((section) => section.condition)) {
    const section =
      numeric.find(({ condition }) => !condition || condition(Number(plain(value)))) ?? numeric.at(-1)!
    return { section, signed: true }
  }
  if (value.negative && second) return { section: second, signed: false }
  if (value.digits === 0n && third) return { section: third, signed: false }
  return { section: first!, signed: true }
}

function plain(value: DecimalDigits): string {
  const [whole, fraction] = wholeAndFraction(value, Math.max(value.scale, 0))
  return `${value.negative ? '-' : ''}${whole || '0'}${fraction === '' ? '' : `.${fraction}`}`
}

/** The format General: up to ten digits with a point; whole numbers whole, never as powers of ten. */
function general(value: DecimalDigits): string {
  const before = Math.max(magnitude(value) + 1, 1)
  const rounded = roundTo(value, Math.max(Math.min(10 - before, value.scale), 0))
  if (rounded.digits === 0n && value.digits !== 0n) {
    return (value.negative ? '-' : '') + scientific(value, 1, '#####', '-')
  }
  const shown = plain(rounded)
  return shown.includes('.') ? shown.replace(/\.?0+$/u, '') : shown
}

function shownDigits(value: DecimalDigits, { tokens }: FormatSection): string {
  const digits = tokens.filter((token) => token.kind === 'digit')
  if (digits.length === 0) return tokens.map((token) => (token.kind === 'literal' ? token.text : '')).join('')
  const exponentAt = tokens.findIndex((token) => token.kind === 'exponent')
  const mantissa = exponentAt < 0 ? tokens : tokens.slice(0, exponentAt)
  const pointAt = mantissa.findIndex((token) => token.kind === 'point')
  const before = pointAt < 0 ? mantissa : mantissa.slice(0, pointAt)
  const after = pointAt < 0 ? [] : mantissa.slice(pointAt + 1)
  const decimals = after.filter((token) => token.kind === 'digit').length
  if (exponentAt >= 0) {
    const exponent = tokens[exponentAt]!
    const pattern = after.map((token) => (token.kind === 'digit' ? token.place : '')).join('')
    const whole = before.filter((token) => token.kind === 'digit').length
    return scientific(value, whole, pattern, exponent.kind === 'exponent' ? exponent.sign : '-')
  }
  const percents = tokens.filter((token) => token.kind === 'literal' && token.text === '%').length
  const scaled = shifted(value, percents * 2 - scalingCommas(before, after) * 3)
  const [whole, fraction] = wholeAndFraction(scaled, decimals)
  const point = pointAt < 0 ? '' : '.'
  return filledBefore(before, whole) + point + filledAfter(after, fraction)
}

/** Commas behind the last digit of the whole part divide by a thousand each. */
function scalingCommas(before: readonly FormatToken[], after: readonly FormatToken[]): number {
  const trailing = (tokens: readonly FormatToken[]): number => {
    const last = tokens.findLastIndex((token) => token.kind === 'digit')
    const behind = tokens.slice(last + 1).findIndex((token) => token.kind !== 'comma')
    return last < 0 ? 0 : behind < 0 ? tokens.length - last - 1 : behind
  }
  return trailing(before) + trailing(after)
}

/** The whole part, from its last digit to its first, between the words that the format puts among them. */
function filledBefore(tokens: readonly FormatToken[], whole: string): string {
  const first = tokens.findIndex((token) => token.kind === 'digit')
  const last = tokens.findLastIndex((token) => token.kind === 'digit')
  const grouped = tokens.some((token, index) => token.kind === 'comma' && index > first && index < last)
  const rest = [...whole]
  let shown = ''
  let count = 0
  const put = (digit: string): void => {
    shown = digit + (grouped && count > 0 && count % 3 === 0 ? ',' : '') + shown
    count += 1
  }
  for (const [index, token] of [...tokens.entries()].toReversed()) {
    if (token.kind === 'literal') shown = token.text + shown
    if (token.kind !== 'digit') continue
    const digit = rest.pop() ?? (token.place === '0' ? '0' : '')
    if (digit !== '') put(digit)
    if (index === first) while (rest.length > 0) put(rest.pop()!)
  }
  return shown
}

function filledAfter(tokens: readonly FormatToken[], fraction: string): string {
  const kept = fraction.length - (/0*$/u.exec(fraction)?.[0].length ?? 0)
  let shown = ''
  let index = 0
  for (const token of tokens) {
    if (token.kind === 'literal') shown += token.text
    if (token.kind !== 'digit') continue
    if (token.place === '0' || index < kept) shown += fraction[index]!
    index += 1
  }
  return shown
}

/** @param pattern places after the point, `0` always shown and `#` only up to the last digit that is not zero */
function scientific(value: DecimalDigits, whole: number, pattern: string, sign: '+' | '-'): string {
  const step = Math.max(whole, 1)
  let power = Math.floor(magnitude(value) / step) * step
  let parts = wholeAndFraction(shifted(value, -power), pattern.length)
  if (parts[0].length > step) {
    power += step
    parts = wholeAndFraction(shifted(value, -power), pattern.length)
  }
  const zeros = /#*$/u.exec(pattern)?.[0].length ?? 0
  const fixed = parts[1].slice(0, pattern.length - zeros)
  const fraction = fixed + parts[1].slice(fixed.length).replace(/0+$/u, '')
  const exponent = String(Math.abs(power)).padStart(2, '0')
  return `${parts[0] || '0'}${fraction === '' ? '' : `.${fraction}`}E${power < 0 ? '-' : sign === '+' ? '+' : ''}${exponent}`
}
