import type { Database } from '../db/database'
import type { ImportedRows } from '../db/schema'

/** A database that can break down while it is used. */
export interface Engine extends Database {
  /** Resolves with the reason when it answers no more. */
  readonly ended: Promise<Error>
  /** Holds the disclosures of the reader's own files beside those of the snapshot, in place of those held before. */
  hold(rows: ImportedRows): Promise<void>
}

/** The engine's life: not asked for, on its way (0…1 of its bytes), answering, or not to be had (any more). */
export type EngineState =
  | { status: 'idle' }
  | { status: 'starting'; progress: number }
  | { status: 'ready'; database: Engine }
  | { status: 'failed'; reason: string }

export type OpenEngine = (onProgress: (share: number) => void, signal: AbortSignal) => Promise<Engine>

/** Starts the database once, tells how far it is, can be stopped while it starts, and started again after it broke down. */
export class EngineStore {
  #state = $state.raw<EngineState>({ status: 'idle' })
  #starting: AbortController | null = null
  /** What the reader's own files say: every engine that starts gets it. */
  #held: ImportedRows | null = null
  readonly #open: OpenEngine

  constructor(open: OpenEngine) {
    this.#open = open
  }

  get state(): EngineState {
    return this.#state
  }

  /** Resolves with the database, or with null when it was stopped, could not be had or is on its way already. */
  async start(): Promise<Database | null> {
    if (this.#state.status === 'ready') return this.#state.database
    if (this.#starting) return null
    const starting = new AbortController()
    this.#starting = starting
    this.#state = { status: 'starting', progress: 0 }
    try {
      const engine = await this.#open((progress) => {
        if (this.#starting === starting) this.#state = { status: 'starting', progress }
      }, starting.signal)
      for (let given: ImportedRows | null = null; given !== this.#held && this.#starting === starting;) {
        given = this.#held
        if (given) await engine.hold(given)
      }
      if (this.#starting !== starting) {
        await engine.close()
        return null
      }
      this.#starting = null
      this.#watch(engine)
      return engine
    } catch (error) {
      if (this.#starting === starting) {
        this.#starting = null
        this.#state = { status: 'failed', reason: error instanceof Error ? error.message : String(error) }
      }
      return null
    }
  }

  /** Stops a start that is under way; what it may still bring is dropped. */
  cancel(): void {
    if (!this.#starting) return
    this.#starting.abort()
    this.#starting = null
    this.#state = { status: 'idle' }
  }

  /**
   * Holds the disclosures of the reader's own files in place of those before: in the engine that answers, and in every one
   * that starts later. Resolves when the engine that answers has them.
   */
  async hold(rows: ImportedRows): Promise<void> {
    this.#held = rows
    const { state } = this
    if (state.status !== 'ready') return
    try {
      await state.database.hold(rows)
    } catch (error) {
      await state.database.close()
      if (this.#state === state)
        this.#state = { status: 'failed', reason: error instanceof Error ? error.message : String(error) }
    }
  }

  /** Is ready until the engine ends. */
  #watch(database: Engine): void {
    const ready: EngineState = { status: 'ready', database }
    this.#state = ready
    void database.ended.then((reason) => {
      if (this.#state === ready) this.#state = { status: 'failed', reason: reason.message }
    })
  }
}
