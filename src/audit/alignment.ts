import { meets } from '../model/interval'
import { isTelling, type Figure } from './figures'

/** The name by which a row of one table is found in another: its code, or the sum it stands for. */
export function rowName(figure: Figure): string | null {
  return figure.key.code ?? (figure.key.item === 'total' ? 'total' : null)
}

/** Figures of another table by row name. Names that stand twice are unknown, since either could be meant. */
export class Reference {
  readonly #figures = new Map<string, Figure | null>()
  readonly #levels = new Set<number>()

  constructor(figures: Figure[]) {
    for (const figure of figures) {
      const name = rowName(figure)
      if (name === null) continue
      this.#figures.set(name, this.#figures.has(name) ? null : figure)
      if (figure.key.code !== undefined) this.#levels.add(name.length)
    }
  }

  /** The figure of a row; 'nothing' where the table reaches that level and has no such row; 'unknown' where it cannot say. */
  of(name: string): Figure | 'nothing' | 'unknown' {
    const found = this.#figures.get(name)
    if (found) return found
    return found === null || name === 'total' || !this.#levels.has(name.length) ? 'unknown' : 'nothing'
  }
}

/** How a figure stands to what another table says: alike, unlike, or nothing to compare (blanks and zeros, unreadable, unknown). */
export type Likeness = 'alike' | 'unlike' | 'silent'

/** Compares a figure with another table's by their intervals; two empty places say nothing. */
export function likeness(figure: Figure, other: Figure | 'nothing' | 'unknown'): Likeness {
  if (other === 'unknown' || figure.interval === null) return 'silent'
  if (other === 'nothing') return isTelling(figure) ? 'unlike' : 'silent'
  if (other.interval === null || (!isTelling(figure) && !isTelling(other))) return 'silent'
  return isTelling(figure) === isTelling(other) && meets(figure.interval, other.interval) ? 'alike' : 'unlike'
}
