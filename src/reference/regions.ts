import { parseCsv } from './csv'

/** A place with an administrative division code (行政区划代码, GB/T 2260). */
export interface Region {
  /** Six digits. */
  code: string
  name: string
  level: 'province' | 'prefecture' | 'county'
  /** Code of the place that contains it, null for a province. */
  parent: string | null
}

/** @param text data/registry/regions.csv */
export function parseRegions(text: string): Region[] {
  return parseCsv(text, ['region_code', 'name', 'level', 'parent']).map((record) => ({
    code: record.region_code,
    name: record.name,
    level: record.level as Region['level'],
    parent: record.parent || null,
  }))
}

/** The place and all that contain it, the province first. */
export function regionsAbove(regions: readonly Region[], code: string): Region[] {
  const region = regions.find((candidate) => candidate.code === code)
  if (!region) return []
  return [...(region.parent ? regionsAbove(regions, region.parent) : []), region]
}

/**
 * The narrowest place named in a text, every place above it allowed to be named too (辽宁省抚顺市委 → 抚顺市);
 * null when none is named, two unrelated ones are, or a narrower place that is not known follows (河北省某某市).
 */
export function regionNamedIn(regions: readonly Region[], text: string): Region | null {
  const named = regions.filter((region) => text.includes(region.name))
  const narrowest = named.filter((region) => !named.some((other) => isWithin(regions, other, region)))
  const [only] = narrowest
  return narrowest.length === 1 && only && !isFollowedByPlace(text, only.name) ? only : null
}

function isFollowedByPlace(text: string, name: string): boolean {
  const rest = text.slice(text.lastIndexOf(name) + name.length)
  return /^(?:\p{Script=Han}{2,5}?(?:[市区盟旗]|自治州|地区)|\p{Script=Han}{1,6}?县)/u.test(rest)
}

function isWithin(regions: readonly Region[], inner: Region, outer: Region): boolean {
  return inner !== outer && regionsAbove(regions, inner.code).includes(outer)
}
