import type { UnitKind } from '../model/vocabulary'
import { parseCsv } from './csv'
import { plainName } from './names'

/** A budget unit (预算单位) under a stable id, with the names it has published under. */
export interface Unit {
  /** Region code, hyphen, short name: `130624-petition`. */
  id: string
  name: string
  aliases: string[]
  kind: UnitKind
  /** Id of the department it belongs to, or null. */
  parent: string | null
}

/** @param text data/registry/units.csv, aliases parted by `|` */
export function parseUnits(text: string): Unit[] {
  return parseCsv(text, ['unit_id', 'name', 'aliases', 'kind', 'parent']).map((record) => ({
    id: record.unit_id,
    name: record.name,
    aliases: record.aliases === '' ? [] : record.aliases.split('|'),
    kind: record.kind as UnitKind,
    parent: record.parent || null,
  }))
}

/** Region code that a unit's id begins with. */
export function regionOfUnit(unit: Unit): string {
  return unit.id.slice(0, 6)
}

/** The unit of a place (or of any place when that is unknown) that has published under this name, or null. */
export function unitNamed(units: readonly Unit[], name: string, regionCode: string): Unit | null {
  const wanted = plainName(name)
  const named = units.filter(
    (unit) =>
      (regionCode === '' || regionOfUnit(unit) === regionCode) &&
      [unit.name, ...unit.aliases].some((candidate) => plainName(candidate) === wanted),
  )
  return named.length === 1 ? named[0]! : null
}

/** Id of a unit that no registry knows: `<region>-u<8 hex of the SHA-256 of the normalised name>`, region 000000 when unknown. */
export async function unknownUnitId(name: string, regionCode: string): Promise<string> {
  const digest = await globalThis.crypto.subtle.digest('SHA-256', new TextEncoder().encode(plainName(name)))
  const hex = [...new Uint8Array(digest).slice(0, 4)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
  return `${regionCode || '000000'}-u${hex}`
}
