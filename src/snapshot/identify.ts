import type { Extraction } from '../model/extraction'
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

/**
 * Names each disclosure and puts them in order of id. A unit that prints no name goes by the title of its disclosure. The latest revision of a unit, year and stage has the plain id. The same
 * disclosure given twice, word for word, counts once.
 * @throws RevisionClash when two different extractions claim to be the same revision of one disclosure
 */
export async function identify(
  extractions: readonly Extraction[],
  registry: Registry,
): Promise<Disclosure[]> {
  const distinct = [...new Map(extractions.map((e) => [JSON.stringify(e), e])).values()]
  const named = await Promise.all(distinct.map((extraction) => nameDisclosure(extraction, registry)))
  const groups = new Map<string, Disclosure[]>()
  for (const disclosure of named)
    groups.set(disclosure.id, [...(groups.get(disclosure.id) ?? []), disclosure])
  return [...groups.values()].flatMap(nameRevisions).sort((a, b) => (a.id < b.id ? -1 : 1))
}

async function nameDisclosure(extraction: Extraction, registry: Registry): Promise<Disclosure> {
  const { regionCode, unitName, unitKind, fiscalYear, stage, title } = extraction.document
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
  return { id: `${unit.id}-${fiscalYear}-${stage}`, unit, regionCode: region || null, extraction }
}

function nameRevisions(same: Disclosure[]): Disclosure[] {
  const byRevision = [...same].sort((a, b) => a.extraction.document.revision - b.extraction.document.revision)
  return byRevision.map((disclosure, index) => {
    const { revision, title } = disclosure.extraction.document
    const next = byRevision[index + 1]
    if (!next) return disclosure
    if (next.extraction.document.revision === revision) {
      throw new RevisionClash(
        `${disclosure.id}: one extraction of revision ${revision}: two, ${title} and ${next.extraction.document.title}`,
      )
    }
    return { ...disclosure, id: `${disclosure.id}-r${revision}` }
  })
}
