import type { IndicatorColumn, IndicatorRole } from './indicator-labels'
import { columnOf, isLevel, lowerColumnOf } from './indicator-labels'
import type { FormCell, FormRow } from './printed-row'
import { cellAt, filled, isFigure } from './printed-row'
import { isOperator } from './target'

/** The header of a table of indicators (绩效指标). */
export interface IndicatorHeader {
  /** How many printed rows it takes. */
  rows: number
  /** What each column of the grid holds. */
  columns: IndicatorColumn[]
  /** The label over each column, '' without. */
  labels: string[]
  /** The roles from left to right, as far as labels are printed: what follows what, also where columns are lost. */
  sequence: (IndicatorRole | null)[]
  spans: 'kept' | 'lost'
  /** Do the columns say the same as the sequence? With merged cells lost, labels may stand over the wrong columns. */
  isSound: boolean
}

/** A label with what it announces. */
interface Label extends IndicatorColumn {
  cell: FormCell
}

/** The header that begins at a row, or null: two levels of indicators, or a name and what is to be reached. */
export function indicatorHeaderAt(
  rows: readonly FormRow[],
  at: number,
  spans: 'kept' | 'lost',
): IndicatorHeader | null {
  const row = rows[at]!
  const roles = filled(row).map((cell) => columnOf(cell.text).role)
  if (!isHeader(roles) || filled(row).some((cell) => isFigure(cell.text) || isOperator(cell.text)))
    return null
  const lower = lowerRow(row, rows[at + 1])
  const width = Math.max(row.at(-1)?.to ?? 0, lower?.at(-1)?.to ?? 0)
  const over = Array.from({ length: width }, (_, column) => labelOver(row, lower, column))
  const columns = eachRoleOnce(over)
  const sequence = eachRoleOnce(labelsInOrder(row, lower)).map(({ role }) => role)
  return {
    rows: lower ? 2 : 1,
    columns,
    labels: columns.map((_, column) => cellAt(row, column)?.text ?? ''),
    sequence,
    spans,
    isSound: spans === 'kept' || rolesIn(columns.map(({ role }) => role)) === rolesIn(sequence),
  }
}

function isHeader(roles: (IndicatorRole | null)[]): boolean {
  const levels = new Set(roles.filter(isLevel))
  if (levels.size >= 2) return true
  return roles.includes('target') && (levels.has('level3') || (levels.size === 1 && roles.includes('weight')))
}

/** The next row, when it names parts of the labels above: 运算符号, 内容, 度量单位. */
function lowerRow(row: FormRow, next: FormRow | undefined): FormRow | null {
  if (!next) return null
  const own = filled(next).filter((cell) => !cell.goesOn)
  if (own.some((cell) => isFigure(cell.text) || isOperator(cell.text))) return null
  return own.filter((cell) => lowerColumnOf(cell.text, textAbove(row, cell)) !== null).length >= 2
    ? next
    : null
}

/** The label that a cell of the second row stands under: over its column, or left of it where merged cells are lost. */
function textAbove(row: FormRow, cell: FormCell): string {
  const over = cellAt(row, cell.from)
  if (over && over.text !== '') return over.text
  return filled(row).findLast((candidate) => candidate.from <= cell.from)?.text ?? ''
}

function labelOver(row: FormRow, lower: FormRow | null, column: number): Label | null {
  const below = lower ? cellAt(lower, column) : undefined
  return (below && lowerLabel(row, below)) ?? upperLabel(cellAt(row, column))
}

function upperLabel(cell: FormCell | undefined): Label | null {
  return cell && cell.text !== '' ? { cell, ...columnOf(cell.text) } : null
}

function lowerLabel(row: FormRow, cell: FormCell): Label | null {
  if (cell.text === '' || cell.goesOn) return null
  const role = lowerColumnOf(cell.text, textAbove(row, cell))
  return role === null ? null : { cell, role: role === 'unread' ? null : role, project: null }
}

/** The labels of both rows as they follow one another: those that part a target stand for the label above them. */
function labelsInOrder(row: FormRow, lower: FormRow | null): Label[] {
  const below = (lower ?? []).flatMap((cell) => lowerLabel(row, cell) ?? [])
  const parts = below.filter(({ role }) => role === 'operator' || role === 'target' || role === 'unit')
  return filled(row).flatMap((cell): Label[] => {
    const label = upperLabel(cell)!
    return label.role === 'target' && parts.length > 0 ? parts : [label]
  })
}

/**
 * A role belongs to the first label that announces it, reasons and measures to all; left of the levels stands what is said of
 * the project, whose 年度目标 is no target of an indicator.
 */
function eachRoleOnce(labels: readonly (Label | null)[]): IndicatorColumn[] {
  const first = labels.findIndex((label) => label !== null && isLevel(label.role))
  const owners = new Map<IndicatorRole, FormCell>()
  return labels.map((label, at) => {
    if (!label) return { role: null, project: null }
    const { role, project, cell } = label
    if (role === null || at < first) return { role: null, project }
    const owner = owners.get(role) ?? cell
    owners.set(role, owner)
    return { role: owner === cell || role === 'reason' || role === 'measure' ? role : null, project }
  })
}

/** The roles, each once, where it comes first. */
function rolesIn(roles: readonly (IndicatorRole | null)[]): string {
  return [...new Set(roles.flatMap((role) => role ?? []))].join()
}
