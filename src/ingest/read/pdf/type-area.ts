import type { Line } from './lines'
import type { PageContent } from './page-content'

/** Left and right edge of prose, in points. */
export interface Edges {
  left: number
  right: number
}

/** Where a document's prose stands on its pages, and how large it is: learned from lines that stand together. */
export class TypeArea {
  /** Right edges of stretches of lines, by the width of their page in points. */
  readonly #rights = new Map<number, number[]>()
  readonly #sizes: { size: number; signs: number }[] = []

  learn(lines: readonly Line[], page: PageContent): void {
    for (const line of lines) this.#sizes.push({ size: line.size, signs: line.text.length })
    if (lines.length < 3) return
    const width = Math.round(page.width)
    this.#rights.set(width, [
      ...(this.#rights.get(width) ?? []),
      Math.max(...lines.map((line) => line.reach)),
    ])
  }

  /**
   * The edges for a line among others that stand with it. On the right what three lines of its size reach there; or
   * else what is usual on such pages, or a margin as wide as the left one: the longest line alone may be a title.
   */
  edges(line: Line, lines: readonly Line[], page: PageContent): Edges {
    const alike = lines.filter(
      (other) => other.turn === line.turn && Math.abs(other.size - line.size) < 0.1 * line.size,
    )
    const left = Math.min(...alike.map((other) => other.start))
    const ends = alike.map((other) => other.reach).sort((a, b) => b - a)
    const shared = ends.find((end, index) => end - (ends[index + 2] ?? -Infinity) < 1.2 * line.size)
    if (shared !== undefined && shared - left > 0.5 * page.width) return { left, right: ends[0]! }
    const rights = [...(this.#rights.get(Math.round(page.width)) ?? [])].sort((a, b) => a - b)
    const usual = rights[Math.floor(rights.length / 2)] ?? page.width - left
    return { left, right: Math.max(ends[0]!, usual) }
  }

  /** The size that half of the document's words do not exceed. */
  bodySize(): number {
    const sorted = [...this.#sizes].sort((a, b) => a.size - b.size)
    let half = sorted.reduce((sum, { signs }) => sum + signs, 0) / 2
    return sorted.find(({ signs }) => (half -= signs) <= 0)?.size ?? 0
  }
}
