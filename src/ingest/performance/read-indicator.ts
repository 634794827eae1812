import type { Locator } from '../../model/locator'
import type { IndicatorField } from '../../model/performance'
import type { IndicatorHeader } from './indicator-header'
import type { IndicatorRole } from './indicator-labels'

/** Columns of an indicator that are kept as printed, '' for an empty cell, null where the table has no such column. */
export const textRoles = [
  'level1',
  'level2',
  'level3',
  'description',
  'basis',
  'operator',
  'target',
  'unit',
  'actual',
  'completion',
  'weight',
  'score',
  'reason',
  'measure',
] as const satisfies IndicatorRole[]

/** An indicator as printed, before its target and levels are understood. */
export interface ReadIndicator {
  texts: Record<IndicatorRole, string | null>
  /** Labels left of the name whose columns are not sure. */
  labels: string[]
  locator: Locator
  places: Partial<Record<IndicatorField, Locator>>
  /** Does every cell stand in the header's own column? */
  isPlaced: boolean
  repair?: string
}

/** '' for every column that the header has, null for all others. */
export function emptyTexts(header: IndicatorHeader): ReadIndicator['texts'] {
  const has = (role: IndicatorRole): boolean => header.sequence.includes(role)
  return Object.fromEntries(textRoles.map((role) => [role, has(role) ? '' : null])) as ReadIndicator['texts']
}

const fields: readonly string[] = ['target', 'actual', 'completion', 'weight', 'score', 'reason', 'measure']

/** Has the role a place of its own? */
export function isField(role: IndicatorRole): role is IndicatorField {
  return fields.includes(role)
}
