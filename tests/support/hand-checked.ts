import type { ExtractionFact } from '../../src/model/extraction'
import type { AmountStage } from '../../src/model/vocabulary'

/** Figures that a page of a published document states in prose, one line each, read by eye. */
export interface CheckedPage {
  page: number
  /** Words of the page that each subject was read from, at most 40 characters. */
  phrases: string[]
  figures: string[]
}

const stages: Record<string, AmountStage> = { b: 'budget', a: 'adjusted', f: 'final' }

/**
 * Reads a file of hand-checked figures. `[8]` opens a page; each line below is a subject (with `.code` and `/measure`, total
 * left out), words of the page, and what they say of it:
 * `9.5万元` an amount, count or score; `+3万元`, `-2%` a change against the year before; `=` no change, in words; `无` none;
 * `占5%` a share; `完9%` a completion rate. `2022f:` puts one in another year or stage (b, a, f); `~initial` names a base.
 */
export function checkedPages(text: string, fiscalYear: number, stage: AmountStage): CheckedPage[] {
  const pages: CheckedPage[] = []
  for (const line of text.split('\n')) {
    const page = /^\[(\d+)\]$/u.exec(line)?.[1]
    if (page) pages.push({ page: Number(page), phrases: [], figures: [] })
    else if (line !== '') {
      const [subject = '', phrase = '', ...told] = line.split(' ')
      const last = pages.at(-1)!
      last.phrases.push(phrase)
      last.figures.push(...told.map((one) => figure(subject, one, fiscalYear, stage)))
    }
  }
  return pages
}

function figure(subject: string, told: string, fiscalYear: number, stage: AmountStage): string {
  const [, year, of, sign, printed, base] =
    /^(?:(\d{4})([baf])?:)?([=无占完+-]?)([^~]*)(?:~(\w+))?$/u.exec(told) ?? []
  const [, number = '0', unit = ''] = /^([\d.,]+)(.*)$/u.exec(printed ?? '') ?? []
  const value = `${sign === '-' ? '-' : ''}${number}`
  const change = unit === '%' ? 'change_rate' : 'change'
  const keys: Record<string, string> = {
    '=': 'change',
    占: 'share',
    完: 'completion_rate',
    '+': change,
    '-': change,
  }
  const key = keys[sign ?? ''] ?? keyOf(subject, unit)
  return inOneLine({
    subject,
    key,
    value,
    unit,
    year: Number(year ?? fiscalYear),
    stage: of ? stages[of]! : stage,
    base: base ?? (key.startsWith('change') ? 'prior_year' : undefined),
  })
}

function keyOf(subject: string, unit: string): string {
  if (subject.endsWith('score')) return 'score'
  return unit === '' || unit.endsWith('元') ? 'amount' : 'count'
}

interface Told {
  subject: string
  key: string
  value: string
  unit: string
  year: number
  stage: AmountStage
  base: string | undefined
}

/** A figure that is nothing may be told without a unit, or in words: it is then compared without one. */
function inOneLine({ subject, key, value, unit, year, stage, base }: Told): string {
  const isNothing = !/[1-9]/u.test(value) && (unit === '' || unit.endsWith('元'))
  return `${subject} ${key} ${isNothing ? '0' : `${value}${unit}`} ${year} ${stage}${base ? ` ${base}` : ''}`
}

/** A fact in the words of the hand-checked figures. */
export function asChecked(fact: ExtractionFact): string {
  const { subject, code, measure, key, value, unit, year, stage, base } = fact
  const about = `${subject}${code ? `.${code}` : ''}${measure && measure !== 'total' ? `/${measure}` : ''}`
  return inOneLine({ subject: about, key, value, unit, year, stage, base })
}

/** How many of the first are among the second, each counted once. */
export function shared(some: readonly string[], others: readonly string[]): number {
  const left = [...others]
  return some.filter((one) => {
    const at = left.indexOf(one)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  }).length
}
