import type { Database } from '../db/database'
import { paramsKey, type Decoder, type Params, type Query, type RowOf } from '../db/query'

type Source = 'precomputed' | 'engine'

/** An answer on its way, here with where it came from, or not to be had. */
export type Answer<Row> =
  | { status: 'loading' }
  | { status: 'ready'; rows: Row[]; source: Source }
  | { status: 'failed'; reason: string }

/** Something that answers, and what its answers are called. */
interface Door {
  database: Database
  source: Source
}

/** A question that was asked, and how its answer stands. */
interface Asked {
  params: Params
  answer: Answer<unknown>
  ask: (database: Database) => Promise<unknown[]>
  /** How many ways to an answer are still open: it has failed when the last of them has. */
  open: number
  /** What the doors said that could not answer. */
  faults: Partial<Record<Source, string>>
}

/**
 * Asks the stored answers and, once it is up, the engine; then the engine first, the stored answers where it fails. The same
 * question is asked once. An answer of the engine is never replaced by a stored one, and no answer by a failure.
 */
export class AnswerStore {
  readonly #stored: Door
  #engine = $state.raw<Door | null>(null)
  readonly #asked = new Map<string, Asked>()
  /** Counts the changes of all answers; reading it ties a reader to them. */
  #changes = $state(0)

  constructor(stored: Database) {
    this.#stored = { database: stored, source: 'precomputed' }
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
      const ask = (database: Database) => database.ask(query, params)
      asked = { params, answer: { status: 'loading' }, ask, open: 0, faults: {} }
      this.#asked.set(key, asked)
      void this.#answer(asked)
    }
    return asked.answer as Answer<RowOf<Query<P, D>>>
  }

  /** Asks the stored answers alone, and keeps nothing. Rejects where none is stored. */
  askStored<P extends Params, D extends Record<string, Decoder<unknown>>>(
    query: Query<P, D>,
    params: P,
  ): Promise<RowOf<Query<P, D>>[]> {
    return this.#stored.database.ask(query, params)
  }

  /** Has an engine come up to be asked? */
  get hasEngine(): boolean {
    return this.#engine !== null
  }

  /** Forgets what was answered of documents that are not what they were, so that it is asked again. */
  forget(documents: readonly string[]): void {
    for (const [key, { params }] of this.#asked)
      if (documents.includes(String(params['document']))) this.#asked.delete(key)
    this.#changes += 1
  }

  /** Forgets what failed, so that it is asked again. */
  retry(): void {
    for (const asked of this.#asked.values()) {
      if (asked.answer.status === 'failed') {
        asked.faults = {}
        this.#set(asked, { status: 'loading' })
        void this.#answer(asked)
      }
    }
  }

  /** Asks everything again of the engine, now that it answers; of a new one after another has broken down. */
  async useEngine(database: Database): Promise<void> {
    const engine: Door = { database, source: 'engine' }
    this.#engine = engine
    await Promise.all([...this.#asked.values()].map((asked) => this.#askInTurn(asked, [engine])))
  }

  #answer(asked: Asked): Promise<void> {
    return this.#askInTurn(asked, this.#engine ? [this.#engine, this.#stored] : [this.#stored])
  }

  /** Asks one door after the other until one answers. */
  async #askInTurn(asked: Asked, doors: Door[]): Promise<void> {
    asked.open += 1
    for (const { database, source } of doors) {
      try {
        this.#take(asked, await asked.ask(database), source)
        break
      } catch (error) {
        asked.faults[source] = error instanceof Error ? error.message : String(error)
      }
    }
    asked.open -= 1
    if (asked.open > 0 || asked.answer.status === 'ready') return
    this.#set(asked, { status: 'failed', reason: asked.faults.engine ?? asked.faults.precomputed ?? '' })
  }

  #take(asked: Asked, rows: unknown[], source: Source): void {
    const { answer } = asked
    if (source === 'precomputed' && answer.status === 'ready' && answer.source === 'engine') return
    this.#set(asked, { status: 'ready', rows, source })
  }

  #set(asked: Asked, answer: Answer<unknown>): void {
    asked.answer = answer
    this.#changes += 1
  }
}
