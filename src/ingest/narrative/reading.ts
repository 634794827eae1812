import type { ExtractionFact, ExtractionStatement, Problem } from '../../model/extraction'
import type { MoneyUnit } from '../../model/money'
import { isMoneyUnit } from '../../model/printed-cell'
import type { AmountStage, Measure, Scheme, Stage } from '../../model/vocabulary'
import { hasParts } from '../../reference/subjects'
import type { Paragraph } from '../raw'
import type { CodeNames } from './code-names'
import type { Above } from './resolve-names'
import { nothingAbove } from './resolve-names'
import type { Comparison } from './comparison'
import { quoteOf } from './passage'
import type { Family } from './section'
import { familyOfSubject } from './section'
import type { Noted } from './statements/noted'
import { noted } from './statements/noted'
import type { StatementContext } from './statements/statements'

/** What the reader of prose must know about the document. */
export interface NarrativeContext extends StatementContext {
  fiscalYear: number
  stage: Stage
  /** The unit of money that the document's tables print, null where none does. */
  printedUnit: MoneyUnit | null
  names: CodeNames
}

/** What a figure is about. */
export interface Bound {
  /** An id of `reference/subjects`, or of a thing counted in several units (evaluation.project). */
  subject: string
  label: string
  measure?: Measure
  scheme?: Scheme
  code?: string
}

/** A figure ready to be kept: everything of a fact but its number, place and source. */
export type Stated = Pick<ExtractionFact, 'key' | 'value' | 'unit' | 'printed'> & {
  bound: Bound
  subject?: string
  base?: Comparison['base'] | undefined
  year?: number | undefined
  stage?: AmountStage | undefined
}

/** Where the reader stands: what was named last, whose parts are told, what is compared with what. */
export class Reading {
  /** Facts with the index in their paragraph's text where they end, those of finished paragraphs in reading order. */
  private readonly found: { fact: ExtractionFact; paragraph: number; end: number }[] = []
  private paragraphs = 0
  /** What the paragraph that ended with a colon told of, whose parts the numbered paragraphs behind it list. */
  private listedUnder: string | null = null
  readonly noted: Noted[] = []
  readonly problems: Problem[] = []
  paragraph!: Paragraph
  /** Whose parts (基本支出) are told here. */
  family: Family = 'exp_grand'
  /** The 类 and the 款 that others are listed under. */
  above: Above = nothingAbove
  /** What a figure without a name is about. */
  last: Bound | null = null
  /** What the heading right above names. */
  titled: Bound | null = null
  /** What the sentence is about: its first subject. */
  head: Bound | null = null
  /** Are names without a meaning of their own projects listed under `last`? */
  listing = false
  /** Do the words say what money is for, so that names in them are not what the next figure is about? */
  using = false
  /** The reason being told, from one index of the paragraph's text to another; null outside of reasons. */
  reason: { from: number; to: number; about: Bound | null; enumerating: boolean } | null = null
  /** Was the last figure a count, so that an amount right behind it is about the same thing? */
  counted = false
  /** Has something been named whose figure is still to come? */
  awaiting = false
  /** What a list is of whose items are still to come: 主要包括：. */
  listed: string | null = null
  /** Has the sentence stated a change, so that 主要是 gives its reason? */
  changed = false
  /** Direction of the change that the sentence stated last. */
  direction: 1 | -1 | null = null
  /** Are these words inside brackets? */
  inAside = false
  comparison: (Comparison & { at: number }) | null = null
  /** What changes are compared with where their own sentence does not say: what the paragraph, or the list's opener, said. */
  private compared: Comparison | null = null
  /** Unit of the last amount of money. */
  private moneyUnit: MoneyUnit | null = null
  /** Year that the sentence put before everything else. */
  year: number | null = null
  /** What a bare 预算 of 三公 stands for, as a note under the table says. */
  threePublicBudget: 'initial' | null = null

  constructor(readonly context: NarrativeContext) {}

  /** @param goesOn whether the paragraph may go on with a name that the one before ended with */
  openParagraph(paragraph: Paragraph, goesOn: boolean): void {
    const named = this.head ?? this.last
    if (goesOn) this.listedUnder = null
    const isOpener = this.paragraph && /[：:]\s*$/u.test(this.paragraph.text)
    if (isOpener) this.listedUnder = named?.subject ?? null
    if (!isOpener) this.compared = null
    const isAlone = !this.found.some((one) => one.paragraph === this.paragraphs)
    this.paragraph = paragraph
    this.paragraphs += 1
    this.head = null
    this.last = (goesOn && isAlone ? named : null) ?? this.titled
    this.titled = null
    this.reason = null
    this.listed = null
    this.openSentence(false)
  }

  /** @param goesOn whether the sentence goes on with the one before (其中) and so is compared with the same */
  openSentence(goesOn: boolean): void {
    this.last = this.head ?? this.last
    this.head = goesOn ? this.last : null
    this.listing = false
    this.using = false
    this.counted = false
    this.awaiting = false
    this.changed = false
    this.direction = null
    this.year = null
    if (!goesOn) this.comparison = null
  }

  /** Opens a list of what the last amount is for. */
  openList(ofProjects: boolean): void {
    this.listing = ofProjects
    this.using = true
  }

  /** Names something: later figures without a name are about it. */
  bind(bound: Bound): void {
    this.last = bound
    this.head ??= bound
    this.family = familyOfSubject(bound.subject) ?? this.family
  }

  /** Keeps a figure that stands in the paragraph's text from one index to another. */
  state(stated: Stated, from: number, to: number): void {
    const { context } = this
    const subject = this.inList(stated.subject ?? stated.bound.subject)
    const { scheme, code } = stated.bound
    const measure = stated.bound.measure ?? (hasParts(subject) ? 'total' : undefined)
    const base = this.baseOf(stated.base, subject)
    const year = stated.year ?? this.year ?? context.fiscalYear
    this.changed = /^change/u.test(stated.key)
    if (this.changed && /[1-9]/u.test(stated.value)) this.direction = stated.value.startsWith('-') ? -1 : 1
    if (/\d/u.test(stated.printed) && isMoneyUnit(stated.unit)) this.moneyUnit = stated.unit
    this.counted = false
    this.awaiting = false
    const fact: ExtractionFact = {
      fact_no: 0,
      source_no: context.source_no,
      key: stated.key,
      subject,
      label: stated.bound.label,
      value: stated.value,
      unit: stated.unit,
      year,
      stage: stated.stage ?? (year > context.fiscalYear ? 'budget' : context.stage),
      ...(base && { base }),
      ...(scheme && { scheme }),
      ...(code && { code }),
      ...(measure && { measure }),
      basis: 'text',
      printed: stated.printed,
      ...quoteOf(this.paragraph, from, to),
    }
    this.found.push({ fact, paragraph: this.paragraphs, end: to })
  }

  /** An economic 款 under 机关运行经费 is a part of it, not of 基本支出. */
  private inList(subject: string): string {
    return subject === 'economic' && this.listedUnder === 'operating_cost'
      ? 'operating_cost.economic'
      : subject
  }

  /** The facts in reading order. */
  facts(): ExtractionFact[] {
    const inOrder = [...this.found].sort((a, b) => a.paragraph - b.paragraph || a.end - b.end)
    return inOrder.map(({ fact }) => fact)
  }

  /** A bare 预算 is the one budget that its paragraph names, or that a note under the table of 三公 does; else it has no base. */
  baseOf(base: Comparison['base'] | undefined, subject: string): ExtractionFact['base'] {
    if (base !== 'budget') return base
    const noted = subject.startsWith('three_public') ? this.threePublicBudget : null
    return noted ?? this.namedBudget() ?? undefined
  }

  private namedBudget(): 'initial' | 'adjusted' | null {
    const words = this.paragraph.text.replace(/\s/gu, '')
    const isInitial = words.includes('年初预算')
    const isAdjusted = /(?:全年|调整后?的?)预算/u.test(words)
    if (isInitial === isAdjusted) return null
    return isInitial ? 'initial' : 'adjusted'
  }

  /** Unit of an amount of nothing that is told in words, or printed without one. */
  get unitOfNothing(): MoneyUnit {
    return this.context.printedUnit ?? this.moneyUnit ?? '元'
  }

  /** Changes are compared with this from here on. */
  compare(comparison: Comparison & { at: number }): void {
    this.comparison = comparison
    if (comparison.base === 'prior_year') this.compared = comparison
  }

  /**
   * What a change is measured against; undefined when nothing is said, or a year other than the one before. The year
   * itself in place of the one before is a slip of the publisher's.
   */
  comparedWith(year: number | undefined): Comparison['base'] | undefined {
    const comparison = this.comparison ?? this.compared
    const told = year ?? this.year ?? this.context.fiscalYear
    if (comparison?.year === undefined || comparison.year === told - 1) return comparison?.base
    const isSame = comparison.year === told
    if (isSame && comparison.budget && this.context.stage === 'final') return comparison.budget
    this.report('narrative.year', `a comparison with ${told - 1}`, String(comparison.year))
    return isSame ? 'prior_year' : undefined
  }

  /** Keeps words of the paragraph, from one index of its text to another. */
  note(kind: ExtractionStatement['kind'], subject: string, from: number, to: number, items?: string[]): void {
    const { fiscalYear: year } = this.context
    this.noted.push(noted(this.paragraph, kind, from, to, { subject, year, ...(items && { items }) }))
  }

  report(rule: string, expected: string, found: string): void {
    const where =
      this.paragraph.text.length > 40 ? `${this.paragraph.text.slice(0, 40)}…` : this.paragraph.text
    const problem: Problem = { rule, severity: 'warn', where, expected, found }
    const isKnown = this.problems.some((p) => p.rule === rule && p.where === where && p.found === found)
    if (!isKnown) this.problems.push(problem)
  }
}
