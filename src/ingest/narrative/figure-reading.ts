import { boundOfPath, isBare, namedIn } from './binding'
import type { Named, Names } from './binding'
import { subjectOf } from '../../reference/subjects'
import type { CodePath } from './code-path'
import { codePathsOf } from './code-path'
import { comparisonsOf, timeIn } from './comparison'
import type { Figure } from './figure'
import { isMoney, valueOf } from './figure'
import { isGlue, leadOf, withoutComparison } from './lead'
import { listsProjects, openerIn, projectName } from './listing'
import { subjectInUnit } from './mention'
import type { Bound, Reading } from './reading'

/** A figure in its clause, with the words since the figure before. */
export interface Site {
  figure: Figure
  lead: string
  /** Index of the lead in the clause. */
  offset: number
  names: Names
  /** Inside brackets behind a name: a figure alone is about that name. */
  aside: boolean
}

/** Reads one figure: what it is about and what it says, or nothing when the words leave that open. */
export function readFigure(reading: Reading, site: Site): void {
  const { figure } = site
  if (/百分点$/u.test(figure.unit)) return
  const lead = leadOf(site.lead, figure.unit)
  if (lead.kind === 'level') readLevel(reading, site)
  else if (lead.kind === 'change') readChange(reading, site, lead.before, lead.sign)
  else readRate(reading, site, lead)
}

function readChange(reading: Reading, site: Site, before: string, sign: 1 | -1): void {
  const { figure } = site
  if (!isMoney(figure.unit) && figure.unit !== '%') return
  const subject = subjectBefore(reading, site, before)
  if (!subject) return
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

function readRate(
  reading: Reading,
  site: Site,
  lead: {
    kind: 'completion' | 'share'
    before: string
    base?: 'prior_year' | 'initial' | 'adjusted' | 'budget'
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

/** A change without a name is quoted with what it is compared with, when that stands near. */
function changeStart(reading: Reading, site: Site): number {
  const at = reading.comparison?.at ?? -1
  return at >= 0 && endOf(site) - at <= 40 ? at : startOf(site)
}

/** What a change or a rate is about: the name before it, or with no name at all what was named last. */
function subjectBefore(
  reading: Reading,
  site: Site,
  before: string,
): { bound: Bound; named: Named | null } | null {
  const named = namedIn(reading, before, site.offset, site.names)
  if (named) return { bound: named.bound, named }
  return isBare(before) && reading.last ? { bound: reading.last, named: null } : null
}

function readLevel(reading: Reading, site: Site): void {
  const opener = openerIn(site.lead)
  if (opener && !isNamedAcross(site, opener)) {
    reading.openList(listsProjects(reading.last))
    readLevel(reading, { ...site, lead: site.lead.slice(opener.end), offset: site.offset + opener.end })
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

function readNamed(reading: Reading, site: Site, { bound, start, before, after }: Named): void {
  const { figure } = site
  const subject = bound.scheme ? (isMoney(figure.unit) ? bound.subject : null) : inUnit(bound, figure)
  if (!subject) return
  if (reading.head?.subject === 'vehicles.bought' && subject.startsWith('assets.vehicles')) return
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

/** A figure behind nothing but glue: an earlier year's amount, another stage's, a further count, an amount in brackets. */
function readUnnamed(reading: Reading, site: Site): boolean {
  const { figure, lead } = site
  const last = guestsOf(reading.last, lead)
  if (!last || !isBare(lead)) return false
  const compared = comparisonsOf(lead).at(-1)
  const time = timeIn(lead, reading.context.fiscalYear)
  const isCount =
    !isMoney(figure.unit) && /^(?:abroad|reception|three_public\.(?:abroad|reception))/u.test(last.subject)
  const stated =
    compared?.base === 'prior_year' || time.stage !== undefined || isCount || reading.counted || site.aside
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
  const { names } = reading.context
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
  const name = found.name.replace(/(?:预算|决算)+$/u, '')
  const path = codePathsOf(`${name}（类）`, names, null)[0]
  const bound = path && boundOfPath(path)
  if (!bound) return
  reading.bind(bound)
  reading.className = name
  stateLevel(reading, site, bound, bound.subject, {}, start)
}

function listedUnder(whole: Bound, name: string, figure: Figure): Bound | null {
  if (whole.subject === 'evaluation.project') {
    return figure.unit === '分' ? { subject: 'evaluation.project.score', label: name } : null
  }
  if (!isMoney(figure.unit)) return null
  const { scheme, code } = whole
  return {
    subject: 'named_project',
    label: name,
    measure: 'project',
    ...(scheme && { scheme }),
    ...(code && { code }),
  }
}

function stateLevel(
  reading: Reading,
  site: Site,
  bound: Bound,
  subject: string,
  time: { year?: number | undefined; stage?: 'budget' | 'adjusted' | 'final' | undefined },
  from: number,
): void {
  const { figure } = site
  const value = valueOf(figure)
  const unit = figure.unit === '' ? reading.context.declaredUnit : figure.unit
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

function startOf(site: Site): number {
  const blank = site.lead.length - site.lead.trimStart().length
  return site.names.at[site.offset + blank] ?? site.names.at[site.figure.start]!
}

function endOf(site: Site): number {
  return site.names.at[site.figure.end - 1]! + 1
}

function quoted(site: Site): string {
  return `${site.lead}${site.figure.negative ? '-' : ''}${site.figure.printed}${site.figure.unit}`
}

/** Binds what a path names, figure or not; a path that is not in the code tables leaves nothing bound. */
export function bindPath(reading: Reading, path: CodePath): void {
  if (path.className) reading.className = path.className
  const bound = boundOfPath(path)
  if (bound) reading.bind(bound)
  else {
    reading.last = null
    reading.head = null
    reading.report('narrative.code', 'names of a code of 支出功能分类 or 支出经济分类', path.name)
  }
}

/** Is the clause nothing but a name and glue? Then what follows is about it. */
export function bindAlone(reading: Reading, text: string, offset: number, names: Names): void {
  const named = namedIn(reading, text, offset, names)
  if (named && isGlue(named.before.replace(/^.*(?:年度?|部门|单位|局|办公室|委员会)/u, ''))) {
    reading.bind(named.bound)
  }
}
