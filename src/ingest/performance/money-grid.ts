import type { MoneyUnit } from '../../model/money'
import { isBlank } from '../../model/money'
import type { ProjectFigure } from '../../model/performance'
import { figure, isLabelRow } from './form-figures'
import type { Heading } from './grid-headings'
import { headingsOf, takesTwoRows } from './grid-headings'
import type { FormCell, FormRow } from './printed-row'
import { filled, isFigure } from './printed-row'
import { meaningOf } from './project-labels'

/** Labels over rows of values: 预算执行情况, 资金支出计划, 年度主要任务, lists of projects with their scores. */
export interface MoneyGrid {
  figures: Heading[]
  /** Set where each row is a project or task of its own. */
  names: Heading | null
  codes: Heading | null
  body: GridRow[]
  /** Rows whose figures stand under no label. */
  undecided: FormRow[]
  /** How many printed rows it takes, labels included. */
  rows: number
}

export interface GridRow {
  row: FormRow
  /** The name, or the words left of the figures (年度资金总额); null where nothing is printed. */
  label: FormCell | null
}

/** The grid of values that begins at a row, or null. */
export function moneyGridAt(rows: readonly FormRow[], at: number): MoneyGrid | null {
  const header = rows[at]!
  if (!isLabelRow(header)) return null
  const lower = takesTwoRows(header, rows[at + 1]) ? rows[at + 1]! : null
  const begin = at + (lower ? 2 : 1)
  const headings = headingsOf(header, lower, rows[begin])
  const figures = headings.filter(({ meaning }) => meaning.kind === 'figure')
  const names = headings.find(({ meaning }) => meaning.kind === 'name') ?? null
  if (figures.length < (names ? 1 : 2)) return null
  const isPlan = figures.every(({ meaning }) => meaning.kind === 'figure' && meaning.item === 'plan')
  const labels = [...filled(header), ...(lower ? filled(lower) : [])]
  const grid: MoneyGrid = {
    figures,
    names,
    codes: headings.find(({ meaning }) => meaning.kind === 'code') ?? null,
    body: [],
    undecided: [],
    rows: 0,
  }
  let next = begin
  for (; next < rows.length && !(isPlan && grid.body.length === 1); next += 1) {
    const held = gridRow(rows[next]!, grid, labels)
    if (held === null) break
    if (held === 'undecided') grid.undecided.push(rows[next]!)
    else grid.body.push(held)
  }
  grid.rows = next - at
  return grid.body.length > 0 ? grid : null
}

/** Rows that name their money or their project belong to the grid with whatever stands in them; others by their figures. */
function gridRow(
  row: FormRow,
  { figures, names }: MoneyGrid,
  labels: FormCell[],
): GridRow | 'undecided' | null {
  const cells = filled(row)
  const held = cells.filter((cell) => figures.some((heading) => overlaps(heading.cell, cell)))
  const label = names
    ? (cells.find((cell) => overlaps(names.cell, cell)) ?? null)
    : labelBefore(cells, figures)
  const meaning = label ? meaningOf(label.text)?.kind : undefined
  const isOfMoney = names === null && (meaning === 'whole' || meaning === 'source')
  if (names && (label === null || isFigure(label.text) || !held.some((cell) => isFigure(cell.text))))
    return null
  const isPlain = held.length > 0 && held.every((cell) => isFigure(cell.text) || isBlank(cell.text))
  if (!isOfMoney && !names && !isPlain) return null
  const isLabelled = cells.every((cell) => !isFigure(cell.text) || labels.some((one) => overlaps(one, cell)))
  return isLabelled ? { row, label } : 'undecided'
}

function labelBefore(cells: FormCell[], figures: Heading[]): FormCell | null {
  const first = Math.min(...figures.map(({ cell }) => cell.from))
  return cells.filter((cell) => cell.to <= first && !isFigure(cell.text)).at(-1) ?? null
}

function overlaps(a: FormCell, b: FormCell): boolean {
  return a.from < b.to && b.from < a.to
}

/** The printed cell of a row under a heading, or null. */
export function cellUnder({ row }: GridRow, heading: Heading): FormCell | null {
  return filled(row).find((cell) => overlaps(heading.cell, cell)) ?? null
}

/** The figures of a row of the grid, one for each heading. */
export function gridFigures(gridRow: GridRow, grid: MoneyGrid, unit: MoneyUnit | null): ProjectFigure[] {
  const label = grid.names ? null : gridRow.label
  const part = label ? meaningOf(label.text) : null
  const ofRow = part?.kind === 'source' ? { source: part.source } : {}
  return grid.figures.flatMap((heading): ProjectFigure[] => {
    if (heading.meaning.kind !== 'figure') return []
    const path = [label?.text ?? heading.side, heading.label].filter((text) => text !== '').join('/')
    const value = cellUnder(gridRow, heading)
    const printed = grid.names ? heading.label : path
    return [
      figure(heading.meaning.item, printed, value, heading.cell, unit, { ...heading.meaning, ...ofRow }),
    ]
  })
}
