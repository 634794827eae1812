import type { Extraction } from '../model/extraction'
import type { Stage } from '../model/vocabulary'
import { regionOfUnit, unitNamed, unknownUnitId, type Unit } from '../reference/units'
import type { Registry } from '../reference/registry'

/** A disclosure with the names that the snapshot gives it. */
export interface Disclosure {
  /** `<unit_id>-<year>-<stage>`, earlier publications of the same with `-r<n>`. */
  id: string
  unit: Unit
  /** Six digits, or null when neither document nor registry knows the place. */
  regionCode: string | null
  extraction: Extraction
}

/** Two different extractions claim to be the same revision of one disclosure. */
export class RevisionClash extends Error {
  override readonly name = 'RevisionClash'
}

/** What names a disclosure, without the disclosure. */
export interface Named {
  unit: Unit
  regionCode: string | null
  fiscalYear: number
  stage: Stage
  revision: number
  title: string
}

/**
 * Names each disclosure and puts them in order of id. The same disclosure given twice, word for word, counts once.
 * @throws RevisionClash when two different extractions claim to be the same revision of one disclosure
 */
export async function identify(
  extractions: readonly Extraction[],
  registry: Registry,
): Promise<Disclosure[]> {
  const distinct = [...new Map(extractions.map((e) => [JSON.stringify(e), e])).values()]
  const named = await Promise.all(
    distinct.map(async (extraction) => ({ ...(await nameOf(extraction, registry)), extraction })),
  )
  return withIds(named).map(({ id, unit, regionCode, extraction }) => ({ id, unit, regionCode, extraction }))
}

/** Names a disclosure by its unit, year and stage. A unit that prints no name goes by the title of its disclosure. */
export async function nameOf({ document }: Extraction, registry: Registry): Promise<Named> {
  const { regionCode, unitName, unitKind, fiscalYear, stage, revision, title } = document
  const known = unitNamed(registry.units, unitName, regionCode, unitKind)
  const name = unitName || title
  const unit = known ?? {
    id: await unknownUnitId(name, regionCode, unitKind),
    name,
    aliases: [],
    kind: unitKind,
    parent: null,
  }
  const region = regionCode || (known ? regionOfUnit(known) : '')
  return { unit, regionCode: region || null, fiscalYear, stage, revision, title }
}

/**
 * Gives different disclosures their ids, and puts them in order of these. The latest revision of a unit, year and stage has
 * the plain id.
 * @throws RevisionClash when two claim to be the same revision of one disclosure
 */
export function withIds<T extends Named>(named: readonly T[]): (T & { id: string })[] {
  const groups = new Map<string, T[]>()
  for (const one of named) {
    const id = `${one.unit.id}-${one.fiscalYear}-${one.stage}`
    groups.set(id, [...(groups.get(id) ?? []), one])
  }
  return [...groups].flatMap(([id, same]) => nameRevisions(id, same)).sort((a, b) => (a.id < b.id ? -1 : 1))
}

function nameRevisions<T extends Named>(id: string, same: readonly T[]): (T & { id: string })[] {
  const byRevision = [...same].sort((a, b) => a.revision - b.revision)
  return byRevision.map((one, index) => {
    const next = byRevision[index + 1]
    if (!next) return { ...one, id }
    if (next.revision === one.revision) {
      throw new RevisionClash(
        `${id}: one extraction of revision ${one.revision}: two, ${one.title} and ${next.title}`,
      )
    }
    return { ...one, id: `${id}-r${one.revision}` }
  })
}
