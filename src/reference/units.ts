import { sha256 } from '../model/sha256'
import type { UnitKind } from '../model/vocabulary'
import { parseCsv } from './csv'
import { oneOf, ofPattern, refuse } from './field'
import { plainUnitName } from './names'

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

const idPattern = /^\d{6}-[a-z0-9-]+$/u
const idWords = 'six digits, a hyphen and a short name of small letters, digits and hyphens'

/**
 * @param text data/registry/units.csv, aliases parted by `|`
 * @throws Error for a field that is not what its column holds, or an id that stands twice
 */
export function parseUnits(text: string): Unit[] {
  const ids = new Set<string>()
  return parseCsv(text, ['unit_id', 'name', 'aliases', 'kind', 'parent']).map((record) => {
    const id = ofPattern('unit_id', record.unit_id, idPattern, idWords)
    if (ids.has(id)) refuse('unit_id', 'each once', id)
    ids.add(id)
    return {
      id,
      name: ofPattern(`name of ${id}`, record.name, /\S/u, 'a name'),
      aliases: record.aliases === '' ? [] : record.aliases.split('|'),
      kind: oneOf<UnitKind>(`kind of ${id}`, record.kind, ['department', 'unit']),
      parent: record.parent === '' ? null : ofPattern(`parent of ${id}`, record.parent, idPattern, idWords),
    }
  })
}

/** Region code that a unit's id begins with. */
export function regionOfUnit(unit: Unit): string {
  return unit.id.slice(0, 6)
}

/**
 * The unit of a place (or of any place when that is unknown) that has published under this name, or null. A department
 * and its own unit (本级) often print one name: the kind of the disclosure tells which is meant, and one of a unit is never
 * taken for its department's.
 */
export function unitNamed(
  units: readonly Unit[],
  name: string,
  regionCode: string,
  kind?: UnitKind,
): Unit | null {
  const wanted = plainUnitName(name)
  const named = units.filter(
    (unit) =>
      (regionCode === '' || regionOfUnit(unit) === regionCode) &&
      [unit.name, ...unit.aliases].some((candidate) => plainUnitName(candidate) === wanted),
  )
  const ofKind =
    named.length > 1
      ? named.filter((unit) => unit.kind === kind)
      : named.filter((unit) => unit.kind === 'unit' || kind !== 'unit')
  return ofKind.length === 1 ? ofKind[0]! : null
}

/**
 * Id of a unit that no registry knows: `<region>-u<8 hex of the SHA-256 of the normalised name>`, region 000000 when
 * unknown. A unit's own disclosure under its department's name is that of its 本级.
 */
export async function unknownUnitId(name: string, regionCode: string, kind: UnitKind): Promise<string> {
  const plain = plainUnitName(name)
  const own = kind === 'unit' && !/本级\)?$/u.test(plain) ? `${plain}(本级)` : plain
  const hash = await sha256(new TextEncoder().encode(own))
  return `${regionCode || '000000'}-u${hash.slice(0, 8)}`
}
