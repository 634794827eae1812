import type { Region } from './regions'
import { contains, regionsAbove } from './regions'

/** Peoples that the names of autonomous places hold (恩施土家族苗族自治州); longer names first. */
const peoples =
  '塔吉克族|哈萨克族|柯尔克孜族|维吾尔族|乌孜别克族|塔塔尔族|俄罗斯族|鄂温克族|鄂伦春族|达斡尔族|蒙古族|土家族|布依族|朝鲜族|哈尼族|傈僳族|拉祜族|纳西族|景颇族|撒拉族|毛南族|仡佬族|锡伯族|阿昌族|普米族|德昂族|保安族|裕固族|独龙族|高山族|赫哲族|门巴族|珞巴族|基诺族|布朗族|仫佬族|东乡族|各族|回族|藏族|苗族|彝族|壮族|满族|侗族|瑶族|白族|傣族|黎族|佤族|畲族|水族|土族|羌族|怒族|京族|哈萨克|柯尔克孜|维吾尔|达斡尔|塔吉克|蒙古|锡伯'
const autonomous = new RegExp(`^(.{2,}?)(?:${peoples})+自治([区州县旗])$`, 'u')

/** Names that say the sort of place only, and count where the place above is named right before them. */
const sorts = /^(?:城|郊|矿|东|西|南|北|新|市中)区$/u

/** How a place is printed: its names, and what is left of an autonomous one's without its peoples (恩施州). */
export function printedNames(region: Region): string[] {
  return [region.name, ...region.formerNames].flatMap((name) => {
    const short = autonomous.exec(name) ?? /^(.{2,})族自治([县旗])$/u.exec(name)
    if (!short) return [name.endsWith('自治旗') ? [name, name.replace('自治', '')] : [name]].flat()
    return [name, short[1]! + (short[2] === '区' ? '自治区' : short[2]!)]
  })
}

/** A name of places in a text; several places may share it. */
interface Mention {
  at: number
  end: number
  places: Region[]
}

/**
 * The narrowest place named in a text, every place above it allowed to be named too (辽宁省抚顺市委 → 抚顺市). Of places
 * that share a name (普陀区) the one whose province or prefecture is named is meant: in the text, else around it.
 * @param around further words of the same document
 * @returns null when no place is named, several are possible, two unrelated ones are named, or a narrower place that is
 * not known follows (河北省某某市)
 */
export function regionNamedIn(regions: readonly Region[], text: string, around = ''): Region | null {
  const mentions = mentionsIn(regions, text)
  const named = mentions.map((mention) => oneOf(regions, mention, mentions, text, around))
  if (named.some((region) => region === null)) return null
  const places = [...new Set(named.filter((region) => region !== null))]
  const narrowest = places.filter((region) => !places.some((other) => contains(regions, region, other)))
  const [only] = narrowest
  return narrowest.length === 1 && only && !isFollowedByPlace(text, mentions) ? only : null
}

/** A unit's name without the places in it: 上海市普陀区司法局 and 普陀区司法局 name one unit of 普陀区. */
export function withoutPlaces(regions: readonly Region[], name: string): string {
  let rest = ''
  let from = 0
  for (const { at, end } of mentionsIn(regions, name)) {
    rest += name.slice(from, at)
    from = end
  }
  return rest + name.slice(from)
}

const indexes = new WeakMap<readonly Region[], { places: Map<string, Region[]>; longest: number }>()

function indexOf(regions: readonly Region[]): { places: Map<string, Region[]>; longest: number } {
  const known = indexes.get(regions)
  if (known) return known
  const places = new Map<string, Region[]>()
  for (const region of regions) {
    for (const name of printedNames(region)) places.set(name, [...(places.get(name) ?? []), region])
  }
  const index = { places, longest: Math.max(0, ...[...places.keys()].map((name) => name.length)) }
  indexes.set(regions, index)
  return index
}

/** Names of places from left to right, the longest at each position, none within another (临澧县 holds no 澧县). */
function mentionsIn(regions: readonly Region[], text: string): Mention[] {
  const { places, longest } = indexOf(regions)
  const mentions: Mention[] = []
  for (let at = 0; at < text.length; at += 1) {
    for (let length = Math.min(longest, text.length - at); length > 1; length -= 1) {
      const found = places.get(text.slice(at, at + length))
      if (!found || !standsAlone(text, at, length, mentions.at(-1))) continue
      mentions.push({ at, end: at + length, places: found })
      at += length - 1
      break
    }
  }
  return mentions
}

/** Two characters and names of a mere sort may be parts of other words: they count after the place above, or at the start. */
function standsAlone(text: string, at: number, length: number, before: Mention | undefined): boolean {
  const name = text.slice(at, at + length)
  const followsPlace = before?.end === at
  if (sorts.test(name)) return followsPlace
  return (
    length > 2 || followsPlace || /(?:^|[^\p{Script=Han}]|中共|中国共产党|政协)$/u.test(text.slice(0, at))
  )
}

/** The one place that a mention means, or null. */
function oneOf(
  regions: readonly Region[],
  mention: Mention,
  mentions: readonly Mention[],
  text: string,
  around: string,
): Region | null {
  const { places } = mention
  if (places.length === 1) return places[0]!
  const others = mentions.filter((other) => other !== mention).flatMap((other) => other.places)
  const below = places.filter((place) => others.some((other) => contains(regions, other, place)))
  const stems = places.filter((place) => above(regions, place).some((outer) => text.includes(stemOf(outer))))
  const outside = places.filter((place) => above(regions, place).some((outer) => around.includes(outer.name)))
  for (const candidates of [below, stems, places, outside]) {
    const inForce = withoutFormer(candidates)
    if (inForce.length === 1) return inForce[0]!
  }
  return null
}

function above(regions: readonly Region[], place: Region): Region[] {
  return regionsAbove(regions, place.code).filter((outer) => outer !== place)
}

/** Name of a province or prefecture without its sort: 浙江, 舟山. */
function stemOf(region: Region): string {
  const short = printedNames(region).at(-1)!
  return short.length > 2 ? short.replace(/(?:特别行政区|自治区|地区|[省市州盟])$/u, '') : short
}

/** Without the code that a place had before, where its present one stands in the same province. */
function withoutFormer(places: readonly Region[]): Region[] {
  return places.filter(
    (place) =>
      !place.former ||
      !places.some((other) => !other.former && other.code.slice(0, 2) === place.code.slice(0, 2)),
  )
}

/** Does the name of a narrower place stand behind the last one? Zones, communities and the like are no such places. */
function isFollowedByPlace(text: string, mentions: readonly Mention[]): boolean {
  const rest = text.slice(mentions.at(-1)?.end ?? 0)
  const found = /^(?:\p{Script=Han}{2,5}?(?:[市区盟旗]|自治州|地区)|\p{Script=Han}{1,6}?县)/u.exec(rest)
  return (
    found !== null &&
    !/(?:开发|新|园|示范|保税|管理|保护|风景|度假|试验|社|校|院|灌|林|库|工业|景)区$/u.test(found[0])
  )
}
