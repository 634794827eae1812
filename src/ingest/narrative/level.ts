import type { AmountStage } from '../../model/vocabulary'
import { subjectOf } from '../../reference/subjects'
import { boundOfClass, inMoney, isBare, namedIn } from './binding'
import type { Named } from './binding'
import { comparisonsOf, timeIn } from './comparison'
import { subjectInUnit } from './counted'
import { countedBehind } from './counted-behind'
import type { Figure } from './figure'
import { isMoney, valueOf } from './figure'
import { withoutComparison } from './lead'
import { listedUnder, listsProjects, openerIn, projectName } from './listing'
import type { Bound, Reading } from './reading'
import type { Site } from './site'
import { endOf, startOf } from './site'

/** An amount, a count or a score, by what stands before it: a list's opener, a name, nothing but glue, or a name of its own. */
export function readLevel(reading: Reading, site: Site): void {
  const opener = openerIn(site.lead)
  if (opener && !isNamedAcross(site, opener)) {
    reading.openList(listsProjects(reading.last))
    readLevel(reading, { ...site, lead: site.lead.slice(opener.end), offset: site.offset + opener.end })
    return
  }
  const behind = countedBehind(site.figure.unit, site.rest)
  if (behind) {
    readBehind(reading, site, behind)
    return
  }
  const named = namedIn(reading, site.lead, site.offset, site.names)
  if (named && !(reading.listing && named.before !== '')) readNamed(reading, site, named)
  else if (!readUnnamed(reading, site)) readByName(reading, site)
}

/** Does the opener belong to a name (用于…的政府采购), so that nothing is listed? */
function isNamedAcross(site: Site, opener: { start: number; end: number }): boolean {
  return site.names.mentions.some(
    (m) => m.start < site.offset + opener.end && m.end > site.offset + opener.start,
  )
}

/** A count whose thing stands behind it. */
function readBehind(reading: Reading, site: Site, bound: Bound): void {
  const subject = inUnit(bound, site.figure)
  if (!subject) return
  reading.bind(bound)
  stateLevel(reading, site, bound, subject, {}, startOf(site))
}

function readNamed(reading: Reading, site: Site, { bound, start, before, after }: Named): void {
  const { figure } = site
  const counted = bound.scheme ? (isMoney(figure.unit) ? bound.subject : null) : inUnit(bound, figure)
  const subject = reading.head?.subject === 'vehicles.bought' ? counted && toBeBought(counted) : counted
  if (!subject) return
  const { fiscalYear } = reading.context
  const time = { ...timeIn(withoutComparison(before), fiscalYear), ...timeIn(after, fiscalYear) }
  reading.bind(bound)
  const from = /20\d\d年度?(?:末|底)?$/u.exec(before)
  if (from && reading.head === bound) reading.year ??= time.year ?? null
  stateLevel(
    reading,
    site,
    bound,
    subject,
    { year: time.year, stage: timeIn(after, fiscalYear).stage },
    site.names.at[start - (from?.[0].length ?? 0)]!,
  )
}

/** 安排购置车辆1辆，其中：其他用车1辆: kinds of the cars to be bought, not of those owned. */
function toBeBought(subject: string): string {
  return subject.replace(/^assets\.vehicles\./u, 'vehicles.bought.')
}

/** A figure behind nothing but glue: an earlier year's amount, another stage's, a further count, an amount in brackets. */
function readUnnamed(reading: Reading, site: Site): boolean {
  const { figure, lead } = site
  const told = guestsOf(reading.last, lead)
  const last = isMoney(figure.unit) ? inMoney(told) : told
  if (!last || !isBare(lead)) return false
  const compared = comparisonsOf(lead).at(-1)
  const time = timeIn(lead, reading.context.fiscalYear)
  const isCount =
    !isMoney(figure.unit) && /^(?:abroad|reception|three_public\.(?:abroad|reception))/u.test(last.subject)
  const stated =
    compared?.base === 'prior_year' ||
    time.stage !== undefined ||
    isCount ||
    reading.counted ||
    reading.awaiting ||
    site.aside
  const subject = last.scheme ? (isMoney(figure.unit) ? last.subject : null) : inUnit(last, figure)
  if (!stated || !subject) return false
  const year = compared?.base === 'prior_year' ? (compared.year ?? reading.context.fiscalYear - 1) : time.year
  stateLevel(reading, site, last, subject, { year, stage: time.stage }, startOf(site))
  return true
}

/** 国内来访团组 under 公务接待费: the guests that the words single out. */
function guestsOf(last: Bound | null, lead: string): Bound | null {
  if (last?.subject !== 'three_public.reception' || !/国内/u.test(lead)) return last
  return { ...last, subject: 'reception.domestic' }
}

/** A figure behind a name that is no subject: a project in a list, a 类 of either classification. */
function readByName(reading: Reading, site: Site): void {
  const { figure, lead } = site
  const found = projectName(lead)
  if (!found) return
  const start = site.names.at[site.offset + found.skipped]!
  if (reading.listing && reading.last) {
    const listed = listedUnder(reading.last, found.name, figure)
    if (listed) stateLevel(reading, site, listed, listed.subject, {}, start)
    return
  }
  if (!isMoney(figure.unit)) return
  const bound = boundOfClass(reading, found.name)
  if (!bound) return
  reading.bind(bound)
  reading.above = { class: bound.label, section: null }
  stateLevel(
    reading,
    site,
    bound,
    bound.subject,
    { stage: timeIn(lead, reading.context.fiscalYear).stage },
    start,
  )
}

function stateLevel(
  reading: Reading,
  site: Site,
  bound: Bound,
  subject: string,
  time: { year?: number | undefined; stage?: AmountStage | undefined },
  from: number,
): void {
  const { figure } = site
  const value = valueOf(figure)
  const unit = figure.unit === '' ? reading.unitOfNothing : figure.unit
  const named = subject !== bound.subject && subjectOf(bound.subject) ? subjectOf(subject) : undefined
  const about = named ? { ...bound, label: named.names[0] } : bound
  reading.state(
    { bound: about, subject, key: keyOf(subject, figure), value, unit, printed: figure.printed, ...time },
    from,
    endOf(site),
  )
  reading.counted = !isMoney(unit) && unit !== '%' && unit !== '分'
}

function keyOf(subject: string, figure: Figure): 'amount' | 'coverage' | 'score' | 'count' {
  if (subject === 'evaluation.coverage') return 'coverage'
  if (figure.unit === '分') return 'score'
  return figure.unit === '' || isMoney(figure.unit) ? 'amount' : 'count'
}

function inUnit(bound: Bound, figure: Figure): string | null {
  return subjectInUnit(bound.subject, figure.unit === '' ? '万元' : figure.unit)
}
