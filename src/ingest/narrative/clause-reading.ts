import type { Clause } from './clause'
import { codePathsOf } from './code-path'
import { dashedPathsOf } from './dashed-path'
import { comparisonsOf } from './comparison'
import { figuresOf } from './figure'
import { bindAlone, bindPath } from './binding'
import { readFigure } from './figure-reading'
import { readFlat, readNone } from './flat'
import { listsProjects, openerIn } from './listing'
import { mentionsOf } from './mention'
import type { Reading } from './reading'
import { readEnumeration } from './statements/enumeration'
import { closeReason, enumeration, extendReason, nextReason, openReason, reasonIn } from './reason'

/** Words without any mark between them that are longer are no clause of a sentence: cells or a hostile text. */
const longestClause = 400

/** Reads a paragraph's clauses in order. */
export function readClauses(reading: Reading, clauses: Clause[]): void {
  for (const clause of clauses) {
    if (clause.words.text.length <= longestClause) readClause(reading, clause)
  }
  closeReason(reading)
}

function readClause(reading: Reading, clause: Clause): void {
  const { text } = clause.words
  if (clause.opensSentence) {
    closeReason(reading)
    reading.openSentence(text.startsWith('其中'))
  }
  if (clause.after === '；' && comparisonsOf(text)[0]?.start === 0)
    reading.last = reading.head ?? reading.last
  const continued = reading.reason !== null && !resumes(clause)
  if (!continued) closeReason(reading)
  const mark = reasonIn(text, reading.changed)
  if (!continued) readStated(reading, clause, mark?.start ?? text.length)
  else if (!mark) readEnumerated(reading, clause)
  if (!continued) readEnumeration(reading, clause, mark?.start ?? text.length)

  if (mark) openReason(reading, clause.words.at[mark.end] ?? clause.words.at.at(-1)! + 1)
  extendReason(reading, clause)
}

/** Does a clause leave the reason before it and state figures again? */
function resumes({ words: { text }, after }: Clause): boolean {
  if (/^(?:完成|占|其中)/u.test(text)) return true
  const compared = comparisonsOf(text)[0]
  if (compared?.start === 0 && compared.base === 'prior_year') {
    return /^(?:增加|减少|增长|下降|降低|上升|持平|压减)[^，]{0,4}(?:\d[\d.,]*(?:万?元|%)|$)/u.test(
      text.slice(compared.end),
    )
  }
  if (after !== '；') return false
  if (/^[^，]{2,40}（(?:\d{2,3})?(?:\d{4}|[类款项])）(?:支出)?\d/u.test(text)) return true
  const first = mentionsOf(text)[0]
  const figure = figuresOf(text)[0]
  return first?.start === 0 && figure !== undefined && figure.start - first.end <= 6
}

/** Reasons that are told as changes of parts: 一是基本支出减少10.17万元，减少比例1.60%. */
function readEnumerated(reading: Reading, clause: Clause): void {
  const { text } = clause.words
  const skipped = enumeration(text)
  if (skipped > 0) nextReason(reading)
  const part =
    skipped > 0 ? mentionsOf(text).find((m) => m.start === skipped && m.subject === null) : undefined
  const goesOn =
    reading.reason!.enumerating && /^(?:增加|减少|增长|下降|降低|上升)(?:了|比例|幅度)*\d/u.test(text)
  reading.reason!.enumerating = part !== undefined || goesOn
  if (!reading.reason!.enumerating) return
  const { last, head } = reading
  readFigures(reading, clause, skipped, text.length)
  reading.head = head
  if (!part) reading.last = last
}

/** Everything a clause states up to the reason it gives. */
function readStated(reading: Reading, clause: Clause, until: number): void {
  const { text, at } = clause.words
  const told = text.slice(0, until)
  const date =
    /^(?:截至|截止)?(?:到)?(20\d\d)年(?:度|末|底|初|(?:\d{1,2}月(?:\d{1,2}日|底|末)?))?(?:末|底|止)?$/u.exec(
      told,
    )
  if (date) reading.year = Number(date[1])
  for (const compared of comparisonsOf(told)) reading.compare({ ...compared, at: at[compared.start]! })
  readFigures(reading, clause, 0, until)
  readAsides(reading, clause)
}

function readFigures(reading: Reading, clause: Clause, from: number, until: number): void {
  const { at } = clause.words
  const text = clause.words.text.slice(0, until)
  const { names: known } = reading.context
  const paths = [...codePathsOf(text, known, reading.above), ...dashedPathsOf(text, known)].sort(
    (a, b) => a.start - b.start,
  )
  const mentions = mentionsOf(text).filter(
    (m) => !paths.some((path) => m.start < path.end && path.start < m.end),
  )
  const figures = figuresOf(text).filter(
    (figure) => ![...mentions, ...paths].some((name) => name.start < figure.start && figure.end <= name.end),
  )
  const names = { at, mentions, paths }
  let end = from
  for (const figure of figures) {
    for (const path of paths.filter((one) => one.start >= end && one.end <= figure.start))
      bindPath(reading, path)
    const between = text.slice(end, figure.start)
    const skipped = /^(?:[、和及]|以及|并)*/u.exec(between)![0].length
    if ('broken' in figure) reading.report('narrative.number', 'a number', `${between}${figure.printed}`)
    else {
      const lead = between.slice(skipped).replace(/\d{1,3} $/u, '')
      readFigure(reading, {
        figure,
        lead,
        offset: end + skipped,
        rest: text.slice(figure.end),
        names,
        aside: reading.inAside,
      })
    }
    end = figure.end
  }
  for (const path of paths.filter((one) => one.start >= end)) bindPath(reading, path)
  const rest = text.slice(end)
  const opener = openerIn(rest)
  if (opener) reading.openList(listsProjects(reading.last))
  else if (!readFlat(reading, rest, end, names) && !readNone(reading, text, names)) {
    if (figures.length === 0 && !reading.using) bindAlone(reading, rest, end, names)
  }
}

/** Brackets with figures: read as sentences of their own, and then forgotten. */
function readAsides(reading: Reading, clause: Clause): void {
  for (const aside of clause.asides) {
    const before = {
      last: reading.last,
      head: reading.head,
      listing: reading.listing,
      comparison: reading.comparison,
    }
    reading.inAside = true
    const outer = clause.words.text.slice(0, aside.before)
    const compared = comparisonsOf(outer).findLast(({ end }) => end === outer.length)
    for (const inner of aside.clauses)
      readInner(reading, inner, compared?.base === 'prior_year' ? outer.slice(compared.start) : '')
    reading.inAside = false
    Object.assign(reading, before)
  }
}

function readInner(reading: Reading, inner: Clause, comparedWith: string): void {
  const words = {
    text: comparedWith + inner.words.text,
    at: [...comparedWith].map(() => inner.words.at[0]!).concat(inner.words.at),
  }
  readStated(reading, { ...inner, words }, reasonIn(words.text, false)?.start ?? words.text.length)
}
