import type { Problem } from '../../model/extraction'
import type { MoneyUnit } from '../../model/money'
import { isBlank } from '../../model/money'
import type { ProjectFigure } from '../../model/performance'
import { feetFigures } from './feet'
import { figure, figureOf, labelledValues } from './form-figures'
import type { FormSection } from './form-sections'
import { namesProjects } from './form-sections'
import type { IndicatorHeader } from './indicator-header'
import type { TableIndicator } from './indicators'
import { readIndicators } from './indicators'
import type { GridRow, MoneyGrid } from './money-grid'
import { cellUnder, gridFigures } from './money-grid'
import type { FormCell, FormRow } from './printed-row'
import { cellAt, filled, isFigure } from './printed-row'
import type { ProjectDraft } from './project-draft'
import { codeAndName, emptyProject } from './project-draft'
import type { LabelMeaning } from './project-labels'
import { meaningOf } from './project-labels'
import { statedAmounts } from './stated-amounts'

/** What one performance form says. */
export interface ReadForm {
  projects: ProjectDraft[]
  /** Each with its project, null where the form names none. */
  indicators: { indicator: TableIndicator; project: ProjectDraft }[]
  /** The project that a following table without a title goes on with. */
  last: ProjectDraft | null
  problems: Problem[]
}

/** What is known of a form before its rows are read. */
export interface FormFrame {
  table: string
  kind: 'project' | 'whole'
  states: 'target' | 'evaluation'
  unit: MoneyUnit | null
  before: ProjectDraft | null
}

/** The reading of one form, section after section; keeps the project that the rows are about. */
export class FormReading {
  readonly #frame: FormFrame
  readonly #projects: ProjectDraft[] = []
  readonly #indicators: ReadForm['indicators'] = []
  readonly #problems: Problem[] = []
  #current: ProjectDraft | null

  constructor(frame: FormFrame) {
    this.#frame = frame
    this.#current = frame.before
  }

  done(): ReadForm {
    return {
      projects: this.#projects,
      indicators: this.#indicators,
      last: this.#current,
      problems: this.#problems,
    }
  }

  section(section: FormSection): void {
    if (section.kind === 'labels') this.labels(section.row)
    else if (section.kind === 'grid') this.#grid(section.grid)
    else this.#table(section.header, section.body, section.feet)
  }

  /** A row of labels and values; words that are neither may state amounts. */
  labels(row: FormRow): void {
    const read = new Set<FormCell>()
    for (const one of labelledValues(row)) {
      read.add(one.label)
      if (one.value) read.add(one.value)
      this.#labelled(one.meaning, one.label, one.value)
    }
    for (const cell of filled(row)) {
      if (cell.goesOn || [...read].some((one) => one.place === cell.place)) continue
      if (isFigure(cell.text)) this.#problem('unread', 'info', cell.text, 'a figure whose label is known')
      else if (cell.text.length > shortestProse) this.#stated(cell)
    }
  }

  #labelled(meaning: LabelMeaning, label: FormCell, value: FormCell | null): void {
    if (label.goesOn) return
    if (meaning.kind === 'name' || meaning.kind === 'code') {
      if (value) this.#name(meaning.kind, value)
    } else if (meaning.kind === 'unit_name') {
      if (this.#frame.kind === 'whole' && value) this.#name('name', value)
    } else {
      const found = figureOf({ label, meaning, value }, this.#frame.unit)
      if (found) this.#add(this.#project(label), [found])
    }
  }

  /** Opens a project where the one at hand has this name or code already, or its indicators have been read. */
  #name(kind: 'name' | 'code', value: FormCell): void {
    const { code, name } = kind === 'code' ? { code: value.text, name: '' } : codeAndName(value.text)
    const current = this.#current
    const isTaken =
      current === null ||
      current === this.#frame.before ||
      (name !== '' && current.name !== '') ||
      (code !== '' && current.code !== '') ||
      this.#indicators.some(({ project }) => project === current)
    const project = isTaken ? this.#open(this.#frame.kind, value) : current
    if (code !== '') project.code = code
    if (name !== '') project.name = name
  }

  #open(kind: ProjectDraft['kind'], at: FormCell): ProjectDraft {
    const project = emptyProject(this.#frame.table, kind, this.#frame.states, at.place)
    this.#projects.push(project)
    if (kind !== 'task') this.#current = project
    return project
  }

  #project(at: FormCell): ProjectDraft {
    return this.#current ?? this.#open(this.#frame.kind, at)
  }

  #stated(cell: FormCell): void {
    const stated = statedAmounts(cell.text, cell.place)
    if (stated.length > 0) this.#project(cell).stated.push(...stated)
  }

  #grid(grid: MoneyGrid): void {
    for (const row of grid.body) {
      this.#listed(row, grid, gridFigures(row, grid, this.#frame.unit).filter(saysSomething))
    }
    for (const row of grid.undecided) this.#undecided(row, 'figures that stand under a label')
  }

  #listed(row: GridRow, grid: MoneyGrid, figures: ProjectFigure[]): void {
    const { label } = row
    const isTotal = label !== null && meaningOf(label.text)?.kind === 'whole'
    if (!grid.names || !label || isTotal) {
      const isOfList = grid.names !== null && this.#frame.kind === 'project'
      if (row.row[0] && !isOfList) this.#add(this.#project(row.row[0]), figures)
      return
    }
    const project = this.#open(this.#frame.kind === 'whole' ? 'task' : 'project', label)
    const { code, name } = codeAndName(label.text)
    project.code = (grid.codes ? cellUnder(row, grid.codes)?.text : undefined) ?? code
    project.name = name
    this.#add(project, figures)
  }

  #table(header: IndicatorHeader, body: FormRow[], feet: FormRow[]): void {
    const { indicators, undecided } = readIndicators(body, header)
    body.forEach((row, at) => {
      if (namesProjects(header)) this.#nameInRow(row, header)
      const indicator = indicators[at]
      if (!indicator) return
      const project = this.#project(row[0]!)
      this.#indicators.push({ indicator, project })
    })
    for (const at of undecided) this.#undecided(body[at]!, 'an indicator whose cells fit the columns')
    for (const row of feet) if (row[0]) this.#add(this.#project(row[0]), feetFigures(row, header))
  }

  /** The project that a row of a list of indicators begins, with its figures; merged or blank cells go on with the one above. */
  #nameInRow(row: FormRow, header: IndicatorHeader): void {
    const cells = header.columns.flatMap(({ project }, column) => {
      const cell = project ? cellAt(row, column) : undefined
      return project && cell && cell.text !== '' && !cell.goesOn ? [{ meaning: project, cell, column }] : []
    })
    const named = cells.find(({ meaning }) => meaning.kind === 'name')
    if (!named) return
    const project = this.#open(this.#frame.kind, named.cell)
    const { code, name } = codeAndName(named.cell.text)
    project.code = cells.find(({ meaning }) => meaning.kind === 'code')?.cell.text ?? code
    project.name = name
    const seen = new Set<FormCell>()
    for (const { meaning, cell, column } of cells) {
      if (meaning.kind !== 'figure' || seen.has(cell)) continue
      seen.add(cell)
      const label = header.labels[column] ?? ''
      this.#add(project, [figure(meaning.item, label, cell, cell, this.#frame.unit, meaning)])
    }
  }

  /** Adds figures to a project; what should be one and is none keeps its text, and is told. */
  #add(project: ProjectDraft, figures: ProjectFigure[]): void {
    project.figures.push(...figures)
    for (const { label, printed, value } of figures) {
      if (value === null && !isBlank(printed)) {
        this.#problem('unreadable', 'error', printed, `a figure for ${label}`)
      }
    }
  }

  #undecided(row: FormRow, expected: string): void {
    const found = filled(row).map(({ text }) => text.slice(0, 20))
    this.#problem('Q04', 'warn', found.join(', '), expected)
  }

  #problem(rule: string, severity: Problem['severity'], found: string, expected: string): void {
    this.#problems.push({ rule, severity, where: this.#frame.table, expected, found })
  }
}

/** The rate and its score are those of the whole: beside a part of the money, an empty cell for them is no gap. */
function saysSomething({ item, source, value }: ProjectFigure): boolean {
  return source === undefined || value !== null || item === 'budget' || item === 'executed'
}

/** Shorter words are labels and state nothing. */
const shortestProse = 12
