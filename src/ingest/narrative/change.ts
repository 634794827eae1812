import { subjectOf } from '../../reference/subjects'
import { boundOfClass, inMoney, isBare, namedIn } from './binding'
import type { Named } from './binding'
import type { Comparison } from './comparison'
import { timeIn } from './comparison'
import { subjectInUnit } from './counted'
import { isMoney, valueOf } from './figure'
import { withoutComparison } from './lead'
import { projectName } from './listing'
import type { Bound, Reading } from './reading'
import type { Site } from './site'
import { endOf, quoted, startOf } from './site'

/** 增加 … 万元, 降低 … %: a signed change against what the sentence compares with. */
export function readChange(reading: Reading, site: Site, before: string, printedSign: 1 | -1 | null): void {
  const { figure } = site
  if (!isMoney(figure.unit) && figure.unit !== '%') return
  const subject = subjectBefore(reading, site, before) ?? classBefore(reading, site, before)
  if (!subject) return
  const sign = printedSign ?? chosenSign(reading, site)
  if (sign === null) {
    reading.report('narrative.sign', 'an increase or a decrease', quoted(site))
    return
  }
  if (figure.negative && sign === -1) {
    reading.report('narrative.sign', 'a decrease without a minus sign', quoted(site))
    return
  }
  const { year } = timeIn(withoutComparison(before), reading.context.fiscalYear)
  reading.state(
    {
      bound: subject.bound,
      key: figure.unit === '%' ? 'change_rate' : 'change',
      value: valueOf(figure, sign),
      unit: figure.unit,
      printed: figure.printed,
      base: reading.comparedWith(year),
      year,
    },
    subject.named ? site.names.at[subject.named.start]! : changeStart(reading, site),
    endOf(site),
  )
  if (subject.named) reading.bind(subject.bound)
}

/** 增加（减少）: nothing has changed, or it is the direction that the sentence has told right before; else nobody can tell. */
function chosenSign(reading: Reading, { figure }: Site): 1 | -1 | null {
  return /[1-9]/u.test(figure.printed) ? reading.direction : 1
}

/** 住房保障支出增加…万元: a 类 of either classification, named without （类）. */
function classBefore(reading: Reading, site: Site, before: string): ReturnType<typeof subjectBefore> {
  const name = projectName(before)
  if (!name || reading.listing) return null
  const bound = boundOfClass(reading, name.name)
  return bound && { bound, named: { bound, start: site.offset + name.skipped, before: '', after: '' } }
}

/** A change without a name is quoted with what it is compared with, when that stands near. */
function changeStart(reading: Reading, site: Site): number {
  const at = reading.comparison?.at ?? -1
  return at >= 0 && endOf(site) - at <= 40 ? at : startOf(site)
}

/** 完成年初预算的 … %, 占 … 的 … %. */
export function readRate(
  reading: Reading,
  site: Site,
  lead: {
    kind: 'completion' | 'share'
    before: string
    base?: Comparison['base']
  },
): void {
  const subject = subjectBefore(reading, site, lead.before)
  if (!subject) return
  const { year } = timeIn(withoutComparison(lead.before), reading.context.fiscalYear)
  reading.state(
    {
      bound: subject.bound,
      key: lead.kind === 'share' ? 'share' : 'completion_rate',
      value: valueOf(site.figure),
      unit: '%',
      printed: site.figure.printed,
      base: lead.base,
      year,
    },
    subject.named ? site.names.at[subject.named.start]! : startOf(site),
    endOf(site),
  )
  if (subject.named) reading.bind(subject.bound)
}

/** What a change or a rate is about: the name before it, or with no name at all what was named last. */
function subjectBefore(
  reading: Reading,
  site: Site,
  before: string,
): { bound: Bound; named: Named | null } | null {
  const named = namedIn(reading, before, site.offset, site.names)
  const bound = named?.bound ?? (isBare(before) ? inMoney(reading.last) : null)
  if (!bound || !subjectOf(bound.subject)) return null
  return isMoney(site.figure.unit) && !hasAmount(bound) ? null : { bound, named }
}

/** Has the thing named an amount, so that an amount may be its change? */
export function hasAmount({ subject, scheme }: Bound): boolean {
  return scheme !== undefined || subjectInUnit(subject, '万元') !== null
}
