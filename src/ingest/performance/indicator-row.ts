import { readFromGrade, readFromOperator } from './anchored-row'
import type { IndicatorHeader } from './indicator-header'
import { covers, hasMoved, holds, readByColumn } from './placed-row'
import type { FormRow } from './printed-row'
import { filled } from './printed-row'
import type { ReadIndicator } from './read-indicator'

/**
 * Reads a row by the header's columns, or, where cells have moved, by its anchor: the operator, or the grade of a goal in
 * words. What follows the anchor follows the header's order.
 * @returns null when the row holds no indicator, 'undecided' when its cells cannot be given to columns for certain
 */
export function readIndicatorRow(row: FormRow, header: IndicatorHeader): ReadIndicator | 'undecided' | null {
  const cells = filled(row)
  if (cells.length < 2) return null
  if (cells.some((cell) => covers(cell, header, 'level3') && covers(cell, header, 'target'))) return null
  const byColumn = readByColumn(row, header)
  if (header.isSound && !hasMoved(cells, header) && (header.spans === 'kept' || holds(byColumn))) {
    return saysNothing(byColumn) ? null : byColumn
  }
  return (
    readFromOperator(row, header) ??
    readFromGrade(row, header) ??
    (saysNothing(byColumn) ? null : 'undecided')
  )
}

/** A name alone, or figures that belong to no name and no target (sums of a group). */
function saysNothing({ texts }: ReadIndicator): boolean {
  const { level3, level2, target, operator, actual, weight, score } = texts
  if (level3 || level2) return ![target, operator, actual, weight, score].some(Boolean)
  return !target || !(operator || actual || weight)
}
