/** Least time between two tellings, so that there are at most ten a second. */
const pause = 100

/**
 * Tells of changes at most ten times a second; the last one is always told.
 * @param now milliseconds on a clock that does not go back
 */
export class Calm {
  readonly #tell: () => void
  readonly #now: () => number
  #told = -Infinity
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(tell: () => void, now: () => number = () => performance.now()) {
    this.#tell = tell
    this.#now = now
  }

  /** Something has changed. */
  changed(): void {
    if (this.#timer !== null) return
    const wait = this.#told + pause - this.#now()
    if (wait <= 0) this.#say()
    else this.#timer = setTimeout(() => this.#say(), Math.ceil(wait))
  }

  /** Something has changed that is told at once; the next change waits its time from here. */
  changedAtOnce(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#say()
  }

  #say(): void {
    this.#timer = null
    this.#told = this.#now()
    this.#tell()
  }
}
