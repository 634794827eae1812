import type { Database } from '../db/database'
import { paramsKey, type Decoder, type Params, type Query, type RowOf } from '../db/query'

/** An answer on its way, here with where it came from, or not to be had. */
export type Answer<Row> =
  | { status: 'loading' }
  | { status: 'ready'; rows: Row[]; source: 'precomputed' | 'engine' }
  | { status: 'failed'; reason: string }

class Asked {
  answer = $state.raw<Answer<unknown>>({ status: 'loading' })
  ask: (door: Database) => Promise<unknown[]>

  constructor(ask: (door: Database) => Promise<unknown[]>) {
    this.ask = ask
  }

  async from(door: Database, source: 'precomputed' | 'engine'): Promise<void> {
    try {
      const rows = await this.ask(door)
      this.answer = { status: 'ready', rows, source }
    } catch (error) {
      if (this.answer.status !== 'ready') {
        this.answer = { status: 'failed', reason: error instanceof Error ? error.message : String(error) }
      }
    }
  }
}

/** Asks the stored answers first and, once it is up, the engine; the same question is asked once. */
export class AnswerStore {
  readonly #stored: Database
  #engine: Database | null = null
  readonly #asked = new Map<string, Asked>()

  constructor(stored: Database) {
    this.#stored = stored
  }

  /** The answer to a question, as it stands now; it changes by itself when a better door opens. */
  ask<P extends Params, D extends Record<string, Decoder<unknown>>>(
    query: Query<P, D>,
    params: P,
  ): Answer<RowOf<Query<P, D>>> {
    const key = `${query.name}\n${paramsKey(params)}`
    let asked = this.#asked.get(key)
    if (!asked) {
      asked = new Asked((door) => door.ask(query, params))
      this.#asked.set(key, asked)
      void this.#answer(asked)
    }
    return asked.answer as Answer<RowOf<Query<P, D>>>
  }

  /** Forgets what failed, so that it is asked again. */
  retry(): void {
    for (const asked of this.#asked.values()) {
      if (asked.answer.status === 'failed') {
        asked.answer = { status: 'loading' }
        void this.#answer(asked)
      }
    }
  }

  /** Asks everything again of the engine, now that it answers. */
  async useEngine(engine: Database): Promise<void> {
    this.#engine = engine
    await Promise.all([...this.#asked.values()].map((asked) => asked.from(engine, 'engine')))
  }

  async #answer(asked: Asked): Promise<void> {
    await asked.from(this.#stored, 'precomputed')
    if (this.#engine) await asked.from(this.#engine, 'engine')
  }
}
