import { matchesNotAfter } from '../not-after'
import type { Clause } from './clause'
import type { Bound, Reading } from './reading'

/** Where the reason of a change begins in a clause. */
export interface ReasonMark {
  start: number
  end: number
}

const named =
  /(?:增加|减少|增长|上升|下降|降低|增减|变动|变化|存在|较大|差异)*的?(?:主要)?原因(?:分析)?(?:是因为|是由于|主要是|是|为|在于|有|系|如下)?/uy
const opened = /(?:主要|大幅)?(?:是?由于|是因为|系因|系)|^因(?!公)/u
const mainly = /主要(?:是|为|因|在于)/u

/** The beginning of a reason: 主要原因是, 由于; 主要是 after a change, where it does not list uses. */
export function reasonIn(text: string, afterChange: boolean): ReasonMark | null {
  const [reason] = matchesNotAfter(text, named, /等$/u)
  const found = [reason, ...(afterChange ? [mainly.exec(text), opened.exec(text)] : [])]
    .filter((match) => !!match)
    .sort((a, b) => a.index - b.index)[0]
  return found ? { start: found.index, end: found.index + found[0].length } : null
}

/** Opens a reason whose words begin in the paragraph's text at `from`; one already told ends here. */
export function openReason(reading: Reading, from: number): void {
  closeReason(reading)
  reading.reason = { from, to: from, about: reading.last, enumerating: false }
}

/** The reason goes on to the end of this clause. */
export function extendReason(reading: Reading, clause: Clause): void {
  const end = clause.words.at.at(-1)
  if (reading.reason && end !== undefined) reading.reason.to = Math.max(reading.reason.to, end + 1)
}

/** Ends the reason being told and keeps its words, if there are any. */
export function closeReason(reading: Reading): void {
  const { reason } = reading
  reading.reason = null
  if (!reason?.about) return
  const told = reading.paragraph.text.slice(reason.from, reason.to)
  const from = reason.from + (/^[\s：:，,是为]*/u.exec(told)?.[0].length ?? 0)
  if (reading.paragraph.text.slice(from, reason.to).trim().length < 2) return
  reading.note('reason', subjectOf(reason.about), from, reason.to)
}

/** What a statement is about: function.2010301 for a code, else the subject. */
export function subjectOf(about: Bound): string {
  return about.subject === 'function' && about.code ? `function.${about.code}` : about.subject
}

/** The next of several reasons: what was told of the one before ends, and no words are kept of the new one alone. */
export function nextReason(reading: Reading): void {
  const { reason } = reading
  if (!reason || reason.to === reason.from) return
  closeReason(reading)
  reading.reason = { ...reason, about: null }
}

/** One of several reasons: 一是基本支出减少10.17万元. Gives the length of its number. */
export function enumeration(text: string): number {
  return /^(?:其中)?[一二三四五六七八九]是/u.exec(text)?.[0].length ?? 0
}
