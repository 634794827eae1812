/** One part of a number format: for positive, negative, zero or text, or for values that meet a condition. */
export interface FormatSection {
  tokens: FormatToken[]
  condition: ((value: number) => boolean) | null
}

export type FormatToken =
  | { kind: 'literal'; text: string }
  | { kind: 'digit'; place: '0' | '#' | '?' }
  | { kind: 'point' | 'comma' | 'slash' | 'general' | 'text' }
  | { kind: 'exponent'; sign: '+' | '-' }
  /** Letters of a date or time, `yyyy`, `m`, `[h]`, `AM/PM`, `aaaa` (weekday) …, in lower case; `long` is the system's long date. */
  | { kind: 'date'; letters: string }

/** Formats that have a number and no text in the file (ECMA-376-1, 18.8.30), as the Chinese version shows them. */
const builtIn = new Map<number, string>([
  [0, 'General'],
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [5, '"¥"#,##0;"¥"-#,##0'],
  [6, '"¥"#,##0;"¥"-#,##0'],
  [7, '"¥"#,##0.00;"¥"-#,##0.00'],
  [8, '"¥"#,##0.00;"¥"-#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  [14, 'yyyy/m/d'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'yyyy/m/d h:mm'],
  [27, 'yyyy"年"m"月"'],
  [28, 'm"月"d"日"'],
  [29, 'm"月"d"日"'],
  [30, 'm-d-yy'],
  [31, 'yyyy"年"m"月"d"日"'],
  [32, 'h"时"mm"分"'],
  [33, 'h"时"mm"分"ss"秒"'],
  [34, '上午/下午h"时"mm"分"'],
  [35, '上午/下午h"时"mm"分"ss"秒"'],
  [36, 'yyyy"年"m"月"'],
  [37, '#,##0;-#,##0'],
  [38, '#,##0;-#,##0'],
  [39, '#,##0.00;-#,##0.00'],
  [40, '#,##0.00;-#,##0.00'],
  [41, '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ '],
  [42, '_ "¥"* #,##0_ ;_ "¥"* -#,##0_ ;_ "¥"* "-"_ ;_ @_ '],
  [43, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '],
  [44, '_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ '],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mm:ss.0'],
  [48, '##0.0E+0'],
  [49, '@'],
  [50, 'yyyy"年"m"月"'],
  [51, 'm"月"d"日"'],
  [52, 'yyyy"年"m"月"'],
  [53, 'm"月"d"日"'],
  [54, 'm"月"d"日"'],
  [55, '上午/下午h"时"mm"分"'],
  [56, '上午/下午h"时"mm"分"ss"秒"'],
  [57, 'yyyy"年"m"月"'],
  [58, 'm"月"d"日"'],
])

/** The format behind a number that the file does not define; General when nobody does. */
export function builtInFormat(id: number): string {
  return builtIn.get(id) ?? 'General'
}

const read = new Map<string, FormatSection[]>()

/** The parts of a number format, at least one. */
export function sectionsOf(format: string): FormatSection[] {
  const known = read.get(format)
  if (known) return known
  const sections = parseFormat(format)
  if (read.size > 500) read.clear()
  read.set(format, sections)
  return sections
}

const general = /^(?:General|G\/通用格式)/iu
const dateLetters = /^(?:上午\/下午|am\/pm|a\/p|a{3,4}|y+|m+|d+|h+|s+|e+|b+|g+)/iu

function parseFormat(format: string): FormatSection[] {
  const sections: FormatSection[] = [{ tokens: [], condition: null }]
  let rest = format
  const take = (length: number): string => {
    const taken = rest.slice(0, length)
    rest = rest.slice(length)
    return taken
  }
  while (rest !== '') {
    const section = sections.at(-1)!
    const { tokens } = section
    const character = rest[0]!
    const quoted = /^"([^"]*)"?/u.exec(rest)
    const bracket = /^\[([^\]]*)\]/u.exec(rest)
    const exponent = /^e([-+])(?=[0#?])/iu.exec(rest)
    const word = general.exec(rest)
    const letters = dateLetters.exec(rest)
    if (character === ';') {
      take(1)
      sections.push({ tokens: [], condition: null })
    } else if (quoted) {
      take(quoted[0].length)
      tokens.push({ kind: 'literal', text: quoted[1]! })
    } else if (character === '\\' || character === '!') {
      tokens.push({ kind: 'literal', text: take(2).slice(1) })
    } else if (character === '_' || character === '*') {
      take(2)
    } else if (bracket) {
      take(bracket[0].length)
      readBracket(bracket[1]!, section)
    } else if (word) {
      take(word[0].length)
      tokens.push({ kind: 'general' })
    } else if (exponent) {
      take(2)
      tokens.push({ kind: 'exponent', sign: exponent[1] as '+' | '-' })
    } else if (letters) {
      tokens.push({ kind: 'date', letters: take(letters[0].length).toLowerCase() })
    } else {
      take(1)
      tokens.push(single(character))
    }
  }
  return sections
}

function single(character: string): FormatToken {
  switch (character) {
    case '0':
    case '#':
    case '?':
      return { kind: 'digit', place: character }
    case '.':
      return { kind: 'point' }
    case ',':
      return { kind: 'comma' }
    case '/':
      return { kind: 'slash' }
    case '@':
      return { kind: 'text' }
    default:
      return { kind: 'literal', text: character }
  }
}

/** Colours and languages say nothing; a currency stands before its language, a condition or a span of time alone. */
function readBracket(words: string, section: FormatSection): void {
  const condition = /^(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)$/u.exec(words)
  const currency = /^\$([^-]*)(?:-(.*))?$/u.exec(words)
  if (condition) {
    const limit = Number(condition[2])
    section.condition = (value) => comparisons[condition[1]!]!(value, limit)
  } else if (currency) {
    if (/^f800$/iu.test(currency[2] ?? '')) section.tokens.push({ kind: 'date', letters: 'long' })
    else if (currency[1] !== '') section.tokens.push({ kind: 'literal', text: currency[1]! })
  } else if (/^(?:h+|m+|s+)$/iu.test(words)) {
    section.tokens.push({ kind: 'date', letters: `[${words.toLowerCase()}]` })
  }
}

const comparisons: Record<string, (value: number, limit: number) => boolean> = {
  '<': (value, limit) => value < limit,
  '>': (value, limit) => value > limit,
  '<=': (value, limit) => value <= limit,
  '>=': (value, limit) => value >= limit,
  '=': (value, limit) => value === limit,
  '<>': (value, limit) => value !== limit,
}
