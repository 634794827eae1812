import { describe, expect, it } from 'vitest'
import type { ImportedRows } from '../../../src/db/schema'
import { EngineStore, type Engine } from '../../../src/stores/engine.svelte'

const settled = () => new Promise((resolve) => setTimeout(resolve))

/** An engine that the test starts and ends. */
class Opening {
  readonly engine: Engine
  closed = false
  readonly held: ImportedRows[] = []
  end: (reason: Error) => void = () => undefined
  resolve: (engine: Engine) => void = () => undefined
  reject: (fault: Error) => void = () => undefined
  progress: (share: number) => void
  signal: AbortSignal
  readonly promise: Promise<Engine>

  constructor(progress: (share: number) => void, signal: AbortSignal) {
    this.progress = progress
    this.signal = signal
    this.engine = {
      ask: () => Promise.resolve([]),
      hold: (rows) => {
        this.held.push(rows)
        return Promise.resolve()
      },
      close: () => {
        this.closed = true
        return Promise.resolve()
      },
      ended: new Promise((resolve) => (this.end = resolve)),
    }
    this.promise = new Promise((resolve, reject) => {
      this.resolve = resolve
      this.reject = reject
    })
  }
}

function made() {
  const openings: Opening[] = []
  const store = new EngineStore((progress, signal) => {
    const opening = new Opening(progress, signal)
    openings.push(opening)
    return opening.promise
  })
  return { store, openings }
}

describe('the engine', () => {
  it('starts once, tells how far it is, and is ready', async () => {
    const { store, openings } = made()
    expect(store.state).toEqual({ status: 'idle' })
    const starting = store.start()
    expect(await store.start()).toBeNull()
    openings[0]!.progress(0.5)
    expect(store.state).toEqual({ status: 'starting', progress: 0.5 })
    openings[0]!.resolve(openings[0]!.engine)
    expect(await starting).toBe(openings[0]!.engine)
    expect(store.state).toMatchObject({ status: 'ready' })
    openings[0]!.progress(1)
    expect(store.state.status).toBe('ready')
    expect(await store.start()).toBe(openings[0]!.engine)
    expect(openings).toHaveLength(1)
  })

  it('that does not start says why, and can be started again', async () => {
    const { store, openings } = made()
    const starting = store.start()
    openings[0]!.reject(new Error('blocked'))
    expect(await starting).toBeNull()
    expect(store.state).toEqual({ status: 'failed', reason: 'blocked' })
    void store.start()
    expect(openings).toHaveLength(2)
  })

  it('that breaks down after it was ready says why, and can be started again', async () => {
    const { store, openings } = made()
    const starting = store.start()
    openings[0]!.resolve(openings[0]!.engine)
    await starting
    openings[0]!.end(new Error('out of memory'))
    await settled()
    expect(store.state).toEqual({ status: 'failed', reason: 'out of memory' })
    const again = store.start()
    openings[1]!.resolve(openings[1]!.engine)
    expect(await again).toBe(openings[1]!.engine)
    expect(store.state).toMatchObject({ status: 'ready' })
  })

  it('that is stopped while it starts is idle at once, and what it still brings is closed', async () => {
    const { store, openings } = made()
    const starting = store.start()
    store.cancel()
    expect(openings[0]!.signal.aborted).toBe(true)
    expect(store.state).toEqual({ status: 'idle' })
    const again = store.start()
    openings[0]!.progress(0.9)
    expect(store.state).toEqual({ status: 'starting', progress: 0 })
    openings[0]!.resolve(openings[0]!.engine)
    expect(await starting).toBeNull()
    expect(openings[0]!.closed).toBe(true)
    openings[1]!.resolve(openings[1]!.engine)
    expect(await again).toBe(openings[1]!.engine)
  })

  it('that was stopped and then fails does not spoil the next start', async () => {
    const { store, openings } = made()
    const starting = store.start()
    store.cancel()
    void store.start()
    openings[0]!.reject(new Error('stopped'))
    expect(await starting).toBeNull()
    expect(store.state).toEqual({ status: 'starting', progress: 0 })
    expect(openings).toHaveLength(2)
  })

  it('cannot be stopped when it is ready', async () => {
    const { store, openings } = made()
    const starting = store.start()
    openings[0]!.resolve(openings[0]!.engine)
    await starting
    store.cancel()
    expect(store.state.status).toBe('ready')
  })
})

describe('what the reader’s own files say', () => {
  const rows = (id: string) => ({ documents: [{ document_id: id }] }) as ImportedRows

  it('is held by the engine that answers, and by every one that starts later', async () => {
    const { store, openings } = made()
    await store.hold(rows('a'))
    const starting = store.start()
    openings[0]!.resolve(openings[0]!.engine)
    await starting
    expect(openings[0]!.held).toEqual([rows('a')])
    await store.hold(rows('b'))
    expect(openings[0]!.held).toEqual([rows('a'), rows('b')])
    openings[0]!.end(new Error('out of memory'))
    await settled()
    const again = store.start()
    openings[1]!.resolve(openings[1]!.engine)
    await again
    expect(openings[1]!.held).toEqual([rows('b')])
  })

  it('that comes while the engine starts is in it before it is ready', async () => {
    const { store, openings } = made()
    const starting = store.start()
    await store.hold(rows('a'))
    openings[0]!.engine.hold = async (held) => {
      openings[0]!.held.push(held)
      expect(store.state.status).toBe('starting')
      if (openings[0]!.held.length === 1) await store.hold(rows('b'))
    }
    openings[0]!.resolve(openings[0]!.engine)
    await starting
    expect(openings[0]!.held).toEqual([rows('a'), rows('b')])
    expect(store.state.status).toBe('ready')
  })

  it('and cannot be held ends the engine with the reason: nothing half held is asked', async () => {
    const { store, openings } = made()
    const starting = store.start()
    openings[0]!.resolve(openings[0]!.engine)
    await starting
    openings[0]!.engine.hold = () => Promise.reject(new Error('no room'))
    await store.hold(rows('a'))
    expect(openings[0]!.closed).toBe(true)
    expect(store.state).toEqual({ status: 'failed', reason: 'no room' })
  })
})
