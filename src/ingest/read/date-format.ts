import type { FormatSection, FormatToken } from './number-format-code'

/** Does a part of a number format show a date or a time? */
export function isDateSection(section: FormatSection): boolean {
  return section.tokens.some((token) => token.kind === 'date')
}

interface Moment {
  year: number
  month: number
  day: number
  weekday: number
  hour: number
  minute: number
  second: number
  /** Part of a second, in thousandths. */
  thousandth: number
  /** Whole seconds since day 0, for spans of time ([h], [mm], [ss]). */
  seconds: number
}

const day = 86_400

/**
 * What a spreadsheet shows for a day number under a date format.
 * @param serial days since the end of 1899 (or of 1903), the time as the part of a day
 * @returns null when there is no such day
 */
export function shownDate(serial: number, { tokens }: FormatSection, date1904: boolean): string | null {
  const moment = momentOf(serial, date1904, tokens.some(isFractionOfSecond))
  if (!moment) return null
  if (tokens.some((token) => token.kind === 'date' && token.letters === 'long')) {
    return `${moment.year}年${moment.month}月${moment.day}日`
  }
  const twelve = tokens.some((token) => token.kind === 'date' && token.letters.includes('/'))
  return tokens.map((token, index) => shownToken(token, index, tokens, moment, twelve)).join('')
}

function isFractionOfSecond(token: FormatToken): boolean {
  return token.kind === 'digit'
}

/** Day 60 of the 1900 count is the 29th of February that 1900 did not have: days before it are counted one on. */
function momentOf(serial: number, date1904: boolean, exact: boolean): Moment | null {
  if (!(serial >= 0 && serial < 2_958_466)) return null
  const thousandths = exact ? Math.round(serial * day * 1000) : Math.round(serial * day) * 1000
  const seconds = Math.floor(thousandths / 1000)
  const whole = Math.floor(seconds / day)
  const shift = date1904 ? 1462 : whole < 60 ? 1 : 0
  const date = new Date(Date.UTC(1899, 11, 30) + (whole + shift) * day * 1000)
  const rest = seconds - whole * day
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
    hour: Math.floor(rest / 3600),
    minute: Math.floor(rest / 60) % 60,
    second: rest % 60,
    thousandth: thousandths % 1000,
    seconds,
  }
}

const months = 'January February March April May June July August September October November December'.split(
  ' ',
)
const days = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')
const weekdays = ['日', '一', '二', '三', '四', '五', '六']

function shownToken(
  token: FormatToken,
  index: number,
  tokens: readonly FormatToken[],
  moment: Moment,
  twelve: boolean,
): string {
  switch (token.kind) {
    case 'literal':
      return token.text
    case 'slash':
      return '/'
    case 'point':
      return '.'
    case 'comma':
      return ','
    case 'digit':
      return fractionDigit(index, tokens, moment)
    case 'date':
      return shownLetters(token.letters, index, tokens, moment, twelve)
    default:
      return ''
  }
}

function fractionDigit(index: number, tokens: readonly FormatToken[], moment: Moment): string {
  const start = tokens.findIndex(isFractionOfSecond)
  return String(moment.thousandth).padStart(3, '0')[index - start] ?? '0'
}

function shownLetters(
  letters: string,
  index: number,
  tokens: readonly FormatToken[],
  moment: Moment,
  twelve: boolean,
): string {
  const padded = (value: number): string => String(value).padStart(letters.length, '0')
  const hour = twelve ? moment.hour % 12 || 12 : moment.hour
  switch (letters[0]) {
    case 'y':
    case 'e':
      return letters.length > 2 || letters[0] === 'e'
        ? String(moment.year)
        : String(moment.year % 100).padStart(2, '0')
    case 'm':
      if (isMinute(index, tokens)) return padded(moment.minute)
      if (letters.length >= 3) return named(months[moment.month - 1]!, letters.length)
      return padded(moment.month)
    case 'd':
      return letters.length >= 3 ? named(days[moment.weekday]!, letters.length) : padded(moment.day)
    case 'h':
      return padded(hour)
    case 's':
      return padded(moment.second)
    case '[':
      return span(letters.slice(1, -1), moment)
    case '上':
      return moment.hour < 12 ? '上午' : '下午'
    case 'a':
      if (letters.includes('/')) return (moment.hour < 12 ? 'AM' : 'PM').slice(0, letters === 'a/p' ? 1 : 2)
      return `${letters.length === 4 ? '星期' : ''}${weekdays[moment.weekday]!}`
    default:
      return ''
  }
}

/** Three letters abbreviate a name, four write it out, five are its initial. */
function named(name: string, letters: number): string {
  return letters === 3 ? name.slice(0, 3) : letters === 5 ? name.slice(0, 1) : name
}

/** `m` is a minute behind an hour or before a second. */
function isMinute(index: number, tokens: readonly FormatToken[]): boolean {
  const dates = tokens.filter((token) => token.kind === 'date')
  const at = dates.indexOf(tokens[index] as (typeof dates)[number])
  return /^\[?h/u.test(dates[at - 1]?.letters ?? '') || /^\[?s/u.test(dates[at + 1]?.letters ?? '')
}

function span(letters: string, moment: Moment): string {
  const unit = letters[0] === 'h' ? 3600 : letters[0] === 'm' ? 60 : 1
  return String(Math.floor(moment.seconds / unit)).padStart(letters.length, '0')
}
