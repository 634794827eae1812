import type { Names } from './binding'
import type { Figure } from './figure'

/** A figure in its clause, with the words since the figure before. */
export interface Site {
  figure: Figure
  lead: string
  /** Index of the lead in the clause. */
  offset: number
  names: Names
  /** The words of the clause behind the figure. */
  rest: string
  /** Inside brackets behind a name: a figure alone is about that name. */
  aside: boolean
}

/** Where the words of the figure begin in the paragraph's text. */
export function startOf(site: Site): number {
  const blank = site.lead.length - site.lead.trimStart().length
  return site.names.at[site.offset + blank] ?? site.names.at[site.figure.start]!
}

/** Where the figure ends in the paragraph's text, its unit included. */
export function endOf(site: Site): number {
  return site.names.at[site.figure.end - 1]! + 1
}

/** The figure with its words, as a problem quotes it. */
export function quoted(site: Site): string {
  return `${site.lead}${site.figure.negative ? '-' : ''}${site.figure.printed}${site.figure.unit}`
}
