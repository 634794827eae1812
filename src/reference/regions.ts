import { parseCsv } from './csv'
import { oneOf, ofPattern, refuse } from './field'

/** A place with an administrative division code (行政区划代码, GB/T 2260). */
export interface Region {
  /** Six digits. */
  code: string
  name: string
  level: 'province' | 'prefecture' | 'county'
  /** Code of the place that contains it, null for a province. */
  parent: string | null
  /** Is the code no longer in force (沙县 became 沙县区 under another code)? */
  former: boolean
  /** Names that the same code had before. */
  formerNames: string[]
}

/** From the outermost to the innermost. */
const levels = ['province', 'prefecture', 'county'] as const

/**
 * @param text data/registry/regions.csv, former names parted by `|`; status and former names may be missing
 * @throws Error for a field that is not what its column holds, or a place inside one that is no larger
 */
export function parseRegions(text: string): Region[] {
  const columns = ['region_code', 'name', 'level', 'parent'] as const
  const regions = parseCsv(text, columns, ['status', 'former_names']).map((record) => {
    const code = ofPattern('region_code', record.region_code, /^\d{6}$/u, 'six digits')
    return {
      code,
      name: ofPattern(`name of ${code}`, record.name, /\S/u, 'a name'),
      level: oneOf(`level of ${code}`, record.level, levels),
      parent: ofPattern(`parent of ${code}`, record.parent, /^(?:\d{6})?$/u, 'six digits or nothing') || null,
      former: oneOf(`status of ${code}`, record.status, ['former', 'current', '']) === 'former',
      formerNames: record.former_names === '' ? [] : record.former_names.split('|'),
    }
  })
  for (const { code, level, parent } of regions) {
    const outer = parent === null ? undefined : regionOf(regions, parent)
    if (outer && levels.indexOf(outer.level) >= levels.indexOf(level))
      refuse(`parent of ${code}`, `a place above a ${level}`, outer.code)
  }
  return regions
}

const byCode = new WeakMap<readonly Region[], Map<string, Region>>()

/** The place of a code, or undefined. */
export function regionOf(regions: readonly Region[], code: string): Region | undefined {
  let map = byCode.get(regions)
  if (!map) byCode.set(regions, (map = new Map(regions.map((region) => [region.code, region]))))
  return map.get(code)
}

/** The place and all that contain it, the province first. */
export function regionsAbove(regions: readonly Region[], code: string): Region[] {
  const region = regionOf(regions, code)
  if (!region) return []
  return [...(region.parent ? regionsAbove(regions, region.parent) : []), region]
}

/** Does a place contain another one? A place does not contain itself. */
export function contains(regions: readonly Region[], outer: Region, inner: Region): boolean {
  return inner !== outer && regionsAbove(regions, inner.code).includes(outer)
}
