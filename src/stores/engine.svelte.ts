import type { Database } from '../db/database'

/** The engine's life: not asked for, on its way (0…1 of its bytes), answering, or not to be had. */
export type EngineState =
  | { status: 'idle' }
  | { status: 'starting'; progress: number }
  | { status: 'ready'; database: Database }
  | { status: 'failed'; reason: string }

export type OpenEngine = (onProgress: (share: number) => void, signal: AbortSignal) => Promise<Database>

/** Starts the database once, tells how far it is, and can be stopped while it starts. */
export class EngineStore {
  #state = $state.raw<EngineState>({ status: 'idle' })
  #starting: AbortController | null = null
  readonly #open: OpenEngine

  constructor(open: OpenEngine) {
    this.#open = open
  }

  get state(): EngineState {
    return this.#state
  }

  /** Resolves with the database, or with null when it was stopped or could not be had. */
  async start(): Promise<Database | null> {
    if (this.#state.status === 'ready') return this.#state.database
    if (this.#starting) return null
    const starting = new AbortController()
    this.#starting = starting
    this.#state = { status: 'starting', progress: 0 }
    try {
      const database = await this.#open((progress) => {
        if (this.#starting === starting) this.#state = { status: 'starting', progress }
      }, starting.signal)
      this.#state = { status: 'ready', database }
      return database
    } catch (error) {
      this.#state = starting.signal.aborted
        ? { status: 'idle' }
        : { status: 'failed', reason: error instanceof Error ? error.message : String(error) }
      return null
    } finally {
      this.#starting = null
    }
  }

  /** Stops a start that is under way. */
  cancel(): void {
    this.#starting?.abort()
  }
}
