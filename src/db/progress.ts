/** Least time between two reports, so that there are at most ten a second. */
const pause = 100

/**
 * Tells how much of a known number of bytes has come, as a share of 1: never more than 1, never less than before, at most ten
 * times a second. Each part counts its own bytes from zero.
 * @param total bytes of all parts together, known beforehand
 * @param now milliseconds on any clock that does not go back
 */
export class Progress {
  readonly #total: number
  readonly #report: (share: number) => void
  readonly #now: () => number
  readonly #parts = new Map<string, number>()
  #last = { share: 0, at: -Infinity }

  constructor(total: number, report: (share: number) => void, now: () => number = () => performance.now()) {
    this.#total = total
    this.#report = report
    this.#now = now
  }

  /** A part has come as far as `bytes`. True when that is further than before. */
  reach(part: string, bytes: number): boolean {
    const before = this.#parts.get(part) ?? 0
    if (!(bytes > before)) return false
    this.#parts.set(part, bytes)
    const sum = [...this.#parts.values()].reduce((a, b) => a + b, 0)
    const share = this.#total > 0 ? Math.min(1, sum / this.#total) : 1
    const at = this.#now()
    if (share > this.#last.share && at - this.#last.at >= pause) {
      this.#last = { share, at }
      this.#report(share)
    }
    return true
  }
}
