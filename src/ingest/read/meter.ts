import type { ReadLimits } from '../raw'
import { readLimits, UnreadableFile } from '../raw'

/** What every reader may be told. */
export interface ReadOptions {
  signal?: AbortSignal | undefined
  limits?: ReadLimits | undefined
}

/** Counts what a reader delivers and ends the reading at its limits, or when it is called off. */
export class Meter {
  readonly limits: ReadLimits
  private readonly signal: AbortSignal | undefined
  private readonly deadline: number
  private cells = 0
  private steps = 0

  /** @throws UnreadableFile when the file is larger than any is read */
  constructor(bytes: Uint8Array, options: ReadOptions) {
    this.limits = options.limits ?? readLimits
    this.signal = options.signal
    this.deadline = performance.now() + (this.limits.milliseconds ?? 60_000)
    if (bytes.length > this.limits.bytes) {
      throw new UnreadableFile(
        `a file of at most ${this.limits.bytes} bytes`,
        `${bytes.length} bytes`,
        'too-large',
      )
    }
    this.look()
  }

  /**
   * Counts the cells of a table's grid, empty ones too.
   * @throws UnreadableFile when they are too many
   */
  addCells(count: number): void {
    this.expectRoomFor(count)
    this.cells += count
    this.step()
  }

  /**
   * Asks before the work is done whether so many cells may still come; counts none.
   * @throws UnreadableFile when they are too many
   */
  expectRoomFor(count: number): void {
    if (this.cells + count > this.limits.cells) {
      throw new UnreadableFile(
        `at most ${this.limits.cells} cells`,
        `${this.cells + count} or more`,
        'too-large',
      )
    }
  }

  /**
   * One small piece of work is done; looks at the clock and the signal now and then.
   * @throws UnreadableFile when the time is over; what the signal says when it is raised
   */
  step(): void {
    this.steps += 1
    if ((this.steps & 1023) === 0) this.look()
  }

  /**
   * Waits for a piece of work, no longer than there is time.
   * @throws UnreadableFile when the time is over; what the signal says when it is raised
   */
  async within<T>(work: Promise<T>): Promise<T> {
    // Work that is given up may still fail later; nobody waits for that.
    work.catch(() => undefined)
    this.look()
    let end = (): void => undefined
    const over = new Promise<never>((_, reject) => {
      const stop = (): void => reject(this.signal?.aborted ? this.signal.reason : this.tooSlow())
      const timer = setTimeout(stop, Math.max(this.deadline - performance.now(), 0))
      this.signal?.addEventListener('abort', stop, { once: true })
      end = () => {
        clearTimeout(timer)
        this.signal?.removeEventListener('abort', stop)
      }
    })
    try {
      return await Promise.race([work, over])
    } finally {
      end()
    }
  }

  private look(): void {
    this.signal?.throwIfAborted()
    if (performance.now() > this.deadline) throw this.tooSlow()
  }

  private tooSlow(): UnreadableFile {
    return new UnreadableFile(
      `a file that is read within ${this.limits.milliseconds ?? 60_000} ms`,
      'more time',
      'too-large',
    )
  }
}
