import { describe, expect, it } from 'vitest'
import { defineQuery, text, type Params } from '../../../src/db/query'
import type { Database } from '../../../src/db/database'
import { AnswerStore } from '../../../src/stores/answers.svelte'

const words = defineQuery({
  name: 'words',
  sql: 'SELECT word FROM words WHERE document = ? ORDER BY word',
  bind: (p: { document: string }) => [p.document],
  row: { word: text },
})

/** A database whose answers come when the test lets them. */
class Door implements Database {
  readonly asked: string[] = []
  readonly #waiting: { resolve: (rows: never[]) => void; reject: (fault: Error) => void }[] = []

  ask(_: unknown, params: Params): Promise<never[]> {
    this.asked.push(String(params['document']))
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }))
  }

  async answers(word: string): Promise<void> {
    this.#waiting.shift()!.resolve([{ word }] as never[])
    await settled()
  }

  async fails(reason: string): Promise<void> {
    this.#waiting.shift()!.reject(new Error(reason))
    await settled()
  }

  close(): Promise<void> {
    return Promise.resolve()
  }
}

const settled = () => new Promise((resolve) => setTimeout(resolve))

function made() {
  const stored = new Door()
  const engine = new Door()
  const store = new AnswerStore(stored)
  const seen = () => store.ask(words, { document: 'd' })
  return { stored, engine, store, seen }
}

const loading = { status: 'loading' }
const ready = (word: string, source: string) => ({ status: 'ready', rows: [{ word }], source })
const failed = (reason: string) => ({ status: 'failed', reason })

describe('a question before the engine is up', () => {
  it('is asked of the stored answers once, however often it is looked at', async () => {
    const { stored, store, seen } = made()
    expect([seen(), seen()]).toEqual([loading, loading])
    await stored.answers('a')
    expect(seen()).toEqual(ready('a', 'precomputed'))
    expect(stored.asked).toEqual(['d'])
    store.ask(words, { document: 'e' })
    expect(stored.asked).toEqual(['d', 'e'])
  })

  it('that no answer is stored for fails with the reason, and is asked again when told to', async () => {
    const { stored, store, seen } = made()
    seen()
    await stored.fails('HTTP 503')
    expect(seen()).toEqual(failed('HTTP 503'))
    store.retry()
    expect(seen()).toEqual(loading)
    await stored.answers('a')
    expect(seen()).toEqual(ready('a', 'precomputed'))
    store.retry()
    expect(stored.asked).toEqual(['d', 'd'])
  })
})

describe('when the engine comes up', () => {
  it('it is asked everything again, once, and its answers take the place of the stored ones', async () => {
    const { stored, engine, store, seen } = made()
    seen()
    await stored.answers('a')
    const asked = store.useEngine(engine)
    expect(seen()).toEqual(ready('a', 'precomputed'))
    await engine.answers('b')
    await asked
    expect(seen()).toEqual(ready('b', 'engine'))
    expect([stored.asked, engine.asked]).toEqual([['d'], ['d']])
  })

  it('a stored answer that comes after its own is dropped, and nothing is asked a third time', async () => {
    const { stored, engine, store, seen } = made()
    seen()
    void store.useEngine(engine)
    await engine.answers('b')
    expect(seen()).toEqual(ready('b', 'engine'))
    await stored.answers('a')
    expect(seen()).toEqual(ready('b', 'engine'))
    expect([stored.asked, engine.asked]).toEqual([['d'], ['d']])
  })

  it('a question waits for both, and fails only when both have, with what the engine said', async () => {
    const { stored, engine, store, seen } = made()
    seen()
    void store.useEngine(engine)
    await stored.fails('expected a stored answer')
    expect(seen()).toEqual(loading)
    await engine.fails('no such table')
    expect(seen()).toEqual(failed('no such table'))
  })

  it('a stored answer stays where it fails', async () => {
    const { stored, engine, store, seen } = made()
    seen()
    await stored.answers('a')
    void store.useEngine(engine)
    await engine.fails('out of memory')
    expect(seen()).toEqual(ready('a', 'precomputed'))
  })
})

describe('while the engine is up', () => {
  it('a new question goes to it, and to the stored answers only where it fails', async () => {
    const { stored, engine, store, seen } = made()
    await store.useEngine(engine)
    seen()
    expect([stored.asked, engine.asked]).toEqual([[], ['d']])
    await engine.fails('out of memory')
    expect(seen()).toEqual(loading)
    await stored.answers('a')
    expect(seen()).toEqual(ready('a', 'precomputed'))
  })

  it('what failed is loading until it answers, not failed again in between', async () => {
    const { stored, engine, store, seen } = made()
    seen()
    await stored.fails('expected a stored answer')
    void store.useEngine(engine)
    await engine.fails('interrupted')
    store.retry()
    expect(seen()).toEqual(loading)
    await settled()
    expect(seen()).toEqual(loading)
    await engine.answers('b')
    expect(seen()).toEqual(ready('b', 'engine'))
    expect(stored.asked).toEqual(['d'])
  })

  it('and breaks down, its answers stay until another engine answers', async () => {
    const { engine, store, seen } = made()
    await store.useEngine(engine)
    seen()
    await engine.answers('b')
    const again = new Door()
    void store.useEngine(again)
    expect(seen()).toEqual(ready('b', 'engine'))
    await again.answers('c')
    expect(seen()).toEqual(ready('c', 'engine'))
  })
})

describe('answers about a document that is not what it was', () => {
  it('are forgotten and asked again, those about others stay', async () => {
    const { stored, store, seen } = made()
    seen()
    await stored.answers('a')
    store.ask(words, { document: 'e' })
    await stored.answers('e')
    store.forget(['d'])
    expect(seen()).toEqual(loading)
    await stored.answers('b')
    expect(seen()).toEqual(ready('b', 'precomputed'))
    expect(store.ask(words, { document: 'e' })).toEqual(ready('e', 'precomputed'))
    expect(stored.asked).toEqual(['d', 'e', 'd'])
  })

  it('can be had of the stored ones alone, nothing kept', async () => {
    const { stored, store } = made()
    const rows = store.askStored(words, { document: 'd' })
    await stored.answers('a')
    expect(await rows).toEqual([{ word: 'a' }])
    expect(store.hasEngine).toBe(false)
    await store.useEngine(new Door())
    expect(store.hasEngine).toBe(true)
  })
})
