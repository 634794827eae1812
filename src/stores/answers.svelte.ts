import type { Database } from '../db/database'
import { paramsKey, type Decoder, type Params, type Query, type RowOf } from '../db/query'

/** An answer on its way, here with where it came from, or not to be had. */
export type Answer<Row> =
  | { status: 'loading' }
  | { status: 'ready'; rows: Row[]; source: 'precomputed' | 'engine' }
  | { status: 'failed'; reason: string }

/** A question that was asked, and how its answer stands. */
interface Asked {
  answer: Answer<unknown>
  ask: (door: Database) => Promise<unknown[]>
}

/** Asks the stored answers first and, once it is up, the engine; the same question is asked once. */
export class AnswerStore {
  readonly #stored: Database
  #engine: Database | null = null
  readonly #asked = new Map<string, Asked>()
  /** Counts the changes of all answers; reading it ties a reader to them. */
  #changes = $state(0)

  constructor(stored: Database) {
    this.#stored = stored
  }

  /** The answer to a question, as it stands now; it changes by itself when a better door opens. */
  ask<P extends Params, D extends Record<string, Decoder<unknown>>>(
    query: Query<P, D>,
    params: P,
  ): Answer<RowOf<Query<P, D>>> {
    void this.#changes
    const key = `${query.name}\n${paramsKey(params)}`
    let asked = this.#asked.get(key)
    if (!asked) {
      asked = { answer: { status: 'loading' }, ask: (door) => door.ask(query, params) }
      this.#asked.set(key, asked)
      void this.#answer(asked)
    }
    return asked.answer as Answer<RowOf<Query<P, D>>>
  }

  /** Forgets what failed, so that it is asked again. */
  retry(): void {
    for (const asked of this.#asked.values()) {
      if (asked.answer.status === 'failed') {
        this.#set(asked, { status: 'loading' })
        void this.#answer(asked)
      }
    }
  }

  /** Asks everything again of the engine, now that it answers. */
  async useEngine(engine: Database): Promise<void> {
    this.#engine = engine
    await Promise.all([...this.#asked.values()].map((asked) => this.#answerFrom(asked, engine, 'engine')))
  }

  async #answer(asked: Asked): Promise<void> {
    await this.#answerFrom(asked, this.#stored, 'precomputed')
    if (this.#engine) await this.#answerFrom(asked, this.#engine, 'engine')
  }

  /** Asks one door. What another door has answered already stays when this one fails. */
  async #answerFrom(asked: Asked, door: Database, source: 'precomputed' | 'engine'): Promise<void> {
    try {
      this.#set(asked, { status: 'ready', rows: await asked.ask(door), source })
    } catch (error) {
      if (asked.answer.status === 'ready') return
      this.#set(asked, { status: 'failed', reason: error instanceof Error ? error.message : String(error) })
    }
  }

  #set(asked: Asked, answer: Answer<unknown>): void {
    asked.answer = answer
    this.#changes += 1
  }
}
