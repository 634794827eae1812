import type { Stage, UnitKind } from '../model/vocabulary'
import { plainUnitName } from '../reference/names'
import { withoutPlaces } from '../reference/region-names'
import type { Registry } from '../reference/registry'
import type { StatedIdentity } from './document'

/** Which disclosure a file is of, as far as it says so; null where it is silent. */
export interface DisclosureKey {
  /** The unit's place and name, alike for a department and its 本级. */
  unit: string | null
  kind: UnitKind | null
  stage: Stage | null
  fiscalYear: number | null
}

/** A key whose year and stage are known. */
export type WholeKey = DisclosureKey & { stage: Stage; fiscalYear: number }

export function keyOf(stated: StatedIdentity, registry: Registry): DisclosureKey {
  const name = stated.unit?.name ?? stated.unitName
  const own = plainUnitName(withoutPlaces(registry.regions, name)).replace(/\(?(?:机关)?本级\)?/gu, '')
  return {
    unit: name === '' ? null : `${stated.regionCode} ${own}`,
    kind: stated.unit?.kind ?? stated.kind,
    stage: stated.stage,
    fiscalYear: stated.fiscalYear,
  }
}

/** May two files be of one disclosure: of no two units, kinds, years or stages? */
export function mayBeSame(one: DisclosureKey, other: DisclosureKey): boolean {
  const agree = <T>(a: T | null, b: T | null): boolean => a === null || b === null || a === b
  return (
    agree(one.unit, other.unit) &&
    agree(one.kind, other.kind) &&
    agree(one.stage, other.stage) &&
    agree(one.fiscalYear, other.fiscalYear)
  )
}

export function isWhole(key: DisclosureKey): key is WholeKey {
  return key.stage !== null && key.fiscalYear !== null
}

/**
 * Keys with what they leave open taken from the one other disclosure that they may be of; as they are where none or
 * several are possible.
 */
export function completeKeys(keys: readonly DisclosureKey[]): DisclosureKey[] {
  const known = keys.filter((key) => key.unit !== null && isWhole(key))
  const names = (key: DisclosureKey): string => JSON.stringify([key.unit, key.stage, key.fiscalYear])
  return keys.map((key) => {
    if (known.includes(key)) return key
    const possible = known.filter((other) => mayBeSame(key, other))
    return new Set(possible.map(names)).size === 1 ? { ...possible[0]!, kind: key.kind } : key
  })
}
