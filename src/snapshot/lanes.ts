/** Works on several things at a time, and begins another only when one of them is done. */
export class Lanes {
  readonly #running = new Set<Promise<void>>()
  readonly #count: number

  constructor(count: number) {
    this.#count = count
  }

  /** Resolves when the work has begun, which may be long before it is done. Rejects with what made an earlier one fail. */
  async begin(work: () => Promise<void>): Promise<void> {
    while (this.#running.size >= this.#count) await Promise.race(this.#running)
    const running = work()
    this.#running.add(running)
    // One that has failed stays, so that the next to begin, or the end, learns of it.
    running.then(
      () => this.#running.delete(running),
      () => undefined,
    )
  }

  /** Resolves when all is done, or rejects, once nothing is at work any more, with what made one fail. */
  async end(): Promise<void> {
    const ended = await Promise.allSettled(this.#running)
    const failed = ended.find((one) => one.status === 'rejected')
    if (failed) throw failed.reason
  }
}
