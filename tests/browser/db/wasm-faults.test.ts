import wasmAddress from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { commands } from 'vitest/browser'
import { EngineError } from '../../../src/db/engine-error'
import { SnapshotError } from '../../../src/db/snapshot-error'
import { openWasm, type WasmOptions } from '../../../src/db/wasm'
import { rowOf } from '../../support/rows'
import { base, ServedSnapshot, utf8 } from '../../support/served-snapshot'

/** Every worker that was started, and whether it was ended. */
class WatchedWorker extends Worker {
  static started: WatchedWorker[] = []
  ended = false

  constructor(address: string | URL) {
    super(address)
    WatchedWorker.started.push(this)
  }

  override terminate(): void {
    this.ended = true
    super.terminate()
  }
}

beforeEach(() => {
  WatchedWorker.started = []
  vi.stubGlobal('Worker', WatchedWorker)
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  for (const worker of WatchedWorker.started) worker.terminate()
})

const snapshot = () => ServedSnapshot.of({ cells: [rowOf('cells', { name: '合计', amount_fen: 1n })] })

async function fault(
  served: ServedSnapshot,
  options: Partial<WasmOptions> = {},
): Promise<Error & { fault?: string }> {
  const failed: unknown = await openWasm({ base, fetch: served.fetch, ...options }).then(
    (database) => database.close().then(() => null),
    (cause: unknown) => cause,
  )
  expect(failed).toBeInstanceOf(Error)
  return failed as Error
}

const allEnded = () => WatchedWorker.started.every((worker) => worker.ended)

describe('a snapshot that is not whole', () => {
  const cases: [string, (served: ServedSnapshot) => void, string, string][] = [
    [
      'a missing table',
      (s) => s.files.delete('cells.parquet'),
      'missing',
      'cells.parquet: expected a file, found HTTP 404',
    ],
    [
      'a table cut short',
      (s) => s.files.set('cells.parquet', s.files.get('cells.parquet')!.slice(0, 100)),
      'truncated',
      'bytes, found 100',
    ],
    [
      'a web page for a table',
      (s) => s.files.set('cells.parquet', utf8('<!DOCTYPE html><title>502')),
      'html',
      'cells.parquet: expected a file of the snapshot, found a web page',
    ],
    [
      'a changed table',
      (s) => {
        s.files.get('cells.parquet')![20]! ^= 1
      },
      'altered',
      'cells.parquet: expected SHA-256',
    ],
    [
      'a table the catalog lacks',
      (s) => {
        s.writeCatalog({ ...s.catalog, files: s.catalog.files.filter((f) => f.path !== 'facts.parquet') })
      },
      'missing',
      'facts.parquet: expected an entry in catalog.json',
    ],
    [
      'a newer snapshot',
      (s) => {
        s.writeCatalog({ ...s.catalog, schema: 'mingzhang-snapshot/2' })
      },
      'newer',
      'which is newer',
    ],
    ['no catalog', (s) => s.files.delete('catalog.json'), 'missing', 'catalog.json: expected a file'],
  ]

  it.each(cases)('with %s is refused by name, and no worker is left', async (_, spoil, kind, message) => {
    const served = await snapshot()
    spoil(served)
    const failed = await fault(served)
    expect(failed).toBeInstanceOf(SnapshotError)
    expect(failed.fault).toBe(kind)
    expect(failed.message).toContain(message)
    await expect.poll(allEnded).toBe(true)
  })

  it('with a table that is no Parquet, though the catalog vouches for it, is refused', async () => {
    const served = await snapshot()
    await served.put('cells.parquet', utf8('not parquet at all'), 0)
    served.writeCatalog()
    expect((await fault(served)).message).toContain('cells.parquet: expected Parquet, which begins with PAR1')
  })
})

it('a snapshot that a new release has replaced is not mixed with the old one', async () => {
  const served = await snapshot()
  const before = structuredClone(served.catalog)
  await served.put('cells.parquet', utf8('cells of the new release'), 0)
  served.writeCatalog({ ...served.catalog, release: 'r2' })
  const failed = await fault(served, { catalog: () => Promise.resolve(before) })
  expect(failed.fault).toBe('release')
  expect(failed.message).toBe('cells.parquet: expected release r1, found r2')
  await expect.poll(allEnded).toBe(true)
})

describe('an engine that does not start', () => {
  it('because the server hangs is given up after the patience set, with what was found', async () => {
    await commands.holdBack('/hanging.wasm')
    const started = performance.now()
    const failed = await fault(await snapshot(), { patience: 600, engine: { wasm: '/hanging.wasm' } })
    expect(performance.now() - started).toBeLessThan(4_000)
    expect(failed).toBeInstanceOf(EngineError)
    expect(failed.fault).toBe('stalled')
    expect(failed.message).toMatch(/no progress for 0\.6 s \(no answer at \/hanging\.wasm\)/)
    expect(allEnded()).toBe(true)
  })

  it('because its file is not there says so', async () => {
    const failed = await fault(await snapshot(), {
      patience: 2_000,
      engine: { wasm: '/nowhere/duckdb.wasm' },
    })
    expect(failed).toBeInstanceOf(EngineError)
    expect(failed.message).toContain('/nowhere/duckdb.wasm')
    expect(failed.message).toContain('application/wasm')
    expect(allEnded()).toBe(true)
  })

  it('because its file has the wrong type says which', async () => {
    await commands.serveAs('/untyped.wasm', wasmAddress, 'application/octet-stream')
    const failed = await fault(await snapshot(), { patience: 2_000, engine: { wasm: '/untyped.wasm' } })
    expect(failed).toBeInstanceOf(EngineError)
    expect(failed.message).toContain('HTTP 200, application/octet-stream at /untyped.wasm')
    expect(allEnded()).toBe(true)
  })

  it('because its worker is not there says so', async () => {
    const failed = await fault(await snapshot(), { engine: { worker: '/nowhere/worker.js' } })
    expect(failed).toBeInstanceOf(EngineError)
    expect(failed.message).toContain('/nowhere/worker.js')
    expect(allEnded()).toBe(true)
  })

  it('because the page may not compile WebAssembly says what the policy lacks', async () => {
    vi.stubGlobal('WebAssembly', {
      validate: WebAssembly.validate,
      Module: function (): never {
        throw new Error('violates the following Content Security Policy directive')
      },
    })
    const failed = await fault(await snapshot())
    expect(failed.fault).toBe('blocked')
    expect(failed.message).toContain("'wasm-unsafe-eval' in script-src")
    expect(WatchedWorker.started).toEqual([])
  })

  it('because the browser is too old says which are not', async () => {
    vi.stubGlobal('WebAssembly', { validate: () => false })
    expect(await fault(await snapshot())).toMatchObject({ fault: 'unsupported' })
    vi.stubGlobal('WebAssembly', undefined)
    const failed = await fault(await snapshot())
    expect(failed.message).toContain('Chromium 95')
  })
})

describe('an engine that is stopped', () => {
  it('while it starts frees its worker at once', async () => {
    const stop = new AbortController()
    const served = await snapshot()
    const opening = openWasm({ base, fetch: served.fetch, signal: stop.signal })
    await expect.poll(() => WatchedWorker.started.length).toBe(1)
    const asked = performance.now()
    stop.abort()
    await expect(opening).rejects.toMatchObject({ fault: 'stopped' })
    expect(performance.now() - asked).toBeLessThan(1_000)
    expect(allEnded()).toBe(true)
  })

  it('before it starts, or while its catalog is awaited, starts no worker', async () => {
    const served = await snapshot()
    expect(await fault(served, { signal: AbortSignal.abort() })).toMatchObject({ fault: 'stopped' })
    const stop = new AbortController()
    const opening = fault(served, { signal: stop.signal, catalog: () => new Promise(() => undefined) })
    stop.abort()
    expect(await opening).toMatchObject({ fault: 'stopped' })
    expect(WatchedWorker.started).toEqual([])
  })

  it('by closing answers no more, and says so', async () => {
    const database = await openWasm({ base, fetch: (await snapshot()).fetch })
    const pending = database.run('SELECT count(*) FROM range(2000000000)')
    await database.close()
    await expect(pending).rejects.toMatchObject({ fault: 'stopped' })
    await expect(database.run('SELECT 1')).rejects.toMatchObject({ fault: 'stopped' })
    expect(await database.ended).toMatchObject({ fault: 'stopped' })
    expect(allEnded()).toBe(true)
  })
})

describe('a worker that breaks down', () => {
  it('while it answers ends every question with an error', async () => {
    const database = await openWasm({ base, fetch: (await snapshot()).fetch })
    const pending = database.run('SELECT count(*) FROM range(2000000000)')
    WatchedWorker.started[0]!.dispatchEvent(new ErrorEvent('error', { message: 'out of memory' }))
    await expect(pending).rejects.toMatchObject({ fault: 'crashed' })
    await expect(database.run('SELECT 1')).rejects.toThrow(/out of memory.*reload the page/)
    expect(allEnded()).toBe(true)
  })

  it('while nobody asks tells so by itself', async () => {
    const database = await openWasm({ base, fetch: (await snapshot()).fetch })
    const ended = vi.fn<(reason: Error) => void>()
    void database.ended.then(ended)
    await database.run('SELECT 1')
    expect(ended).not.toHaveBeenCalled()
    WatchedWorker.started[0]!.dispatchEvent(new ErrorEvent('error', { message: 'out of memory' }))
    const reason = await database.ended
    expect(reason).toBeInstanceOf(EngineError)
    expect(reason.message).toMatch(/out of memory/)
  })
})
