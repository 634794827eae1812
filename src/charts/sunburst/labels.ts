import type { Sector } from './layout'

/** Words on an arc: along it at one radius, or upright in its middle (two digits of a code). */
export type Label =
  | { kind: 'along'; text: string; size: number; d: string }
  | { kind: 'upright'; text: string; size: number; x: number; y: number }

/** Smallest type in px, and fewest glyphs worth reading. */
export const smallestType = 12
export const fewestGlyphs = 4

const clear = 4
const widestReading = 2.6
const aboveBaseline = 0.38

/**
 * The first wording that fits along an arc, else the last one cut with …, else nothing. A glyph counts as wide as the
 * type is high; the text stays upright in the lower half and never leaves its arc.
 * @param wordings from the fullest to the shortest; the shortest is the one that may be cut
 * @param size px
 */
export function labelAlong(sector: Sector, wordings: string[], size: number): Label | null {
  const room = glyphsAlong(sector, size)
  if (size < smallestType || room < fewestGlyphs) return null
  const fitting = wordings.find((text) => length(text) <= room && length(text) >= fewestGlyphs)
  if (fitting !== undefined) return along(sector, fitting, size)
  const shortest = wordings[wordings.length - 1] ?? ''
  if (length(shortest) <= room || room < fewestGlyphs + 1) return null
  return along(sector, [...shortest].slice(0, room - 1).join('') + '…', size)
}

/** A few upright characters in the middle of an arc, or null when a corner of their box would leave it. */
export function labelUpright(sector: Sector, text: string, size: number): Label | null {
  const angle = (sector.start + sector.end) / 2
  const radius = (sector.inner + sector.outer) / 2
  const x = radius * Math.sin(angle)
  const y = -radius * Math.cos(angle)
  const [w, h] = [(length(text) * size) / 2, size / 2]
  const inside = [
    [x - w, y - h],
    [x + w, y - h],
    [x - w, y + h],
    [x + w, y + h],
  ].every(([cx, cy]) => contains(sector, cx!, cy!))
  return size >= smallestType && inside
    ? { kind: 'upright', text, size, x: round(x), y: round(y + size * aboveBaseline) }
    : null
}

/** Wordings of an arc, fullest first: name and figure, the name, the name without its last word (支出, 事务). */
export function wordingsOf(name: string, figure: string | null): string[] {
  const short = name.replace(/^(.{2,})(?:支出|事务)$/u, '$1')
  const names = [...new Set([name, short])]
  return figure === null ? names : [...names.map((n) => `${n}\u2002${figure}`), ...names]
}

/** How many glyphs fit along an arc; 0 where the ring is too thin for one line. */
function glyphsAlong(sector: Sector, size: number): number {
  const middle = (sector.inner + sector.outer) / 2
  const low = middle - size / 2
  const high = Math.hypot(middle + size / 2, size / 2)
  if (low < sector.inner + 1 || high > sector.outer - 1) return 0
  const angle = Math.min(sector.end - sector.start - (2 * clear) / sector.inner, widestReading)
  const ends = 2 * Math.atan(size / 2 / low)
  return angle < ends ? 0 : 1 + Math.floor(((angle - ends) * baseline(sector, size)) / size)
}

function along(sector: Sector, text: string, size: number): Label {
  const middle = (sector.start + sector.end) / 2
  const reach = Math.min((sector.end - sector.start) / 2, widestReading / 2 + 0.1)
  const radius = baseline(sector, size)
  const [from, to] = isLower(sector) ? [middle + reach, middle - reach] : [middle - reach, middle + reach]
  const large = 2 * reach > Math.PI ? 1 : 0
  const sweep = isLower(sector) ? 0 : 1
  const d = `M${point(radius, from)}A${round(radius)} ${round(radius)} 0 ${large} ${sweep} ${point(radius, to)}`
  return { kind: 'along', text, size, d }
}

/** Radius of the line that glyphs stand on: they stand outwards above, inwards below. */
function baseline(sector: Sector, size: number): number {
  return (sector.inner + sector.outer) / 2 + (isLower(sector) ? 1 : -1) * aboveBaseline * size
}

function isLower(sector: Sector): boolean {
  return Math.cos((sector.start + sector.end) / 2) < 0
}

function contains(sector: Sector, x: number, y: number): boolean {
  const radius = Math.hypot(x, y)
  const angle = (Math.atan2(x, -y) + 2 * Math.PI) % (2 * Math.PI)
  const margin = 2 / radius
  return (
    radius >= sector.inner + 1 &&
    radius <= sector.outer - 1 &&
    angle >= sector.start + margin &&
    angle <= sector.end - margin
  )
}

function length(text: string): number {
  return [...text].length
}

function point(radius: number, angle: number): string {
  return `${round(radius * Math.sin(angle))} ${round(-radius * Math.cos(angle))}`
}

function round(n: number): number {
  return Math.round(n * 100) / 100
}
