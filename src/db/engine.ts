import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm'
import workerAddress from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url'
import wasmAddress from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url'
import { EngineError } from './engine-error'

/** Bytes of `duckdb-eh.wasm` 1.32.0: what progress counts against, since the library's own total is of compressed bytes. */
export const engineBytes = 34_242_586

/** Where the engine's two files are; the page's own when not given. */
export interface EngineAddresses {
  wasm: string
  worker: string
}

/** How the engine is started. */
export interface EngineStart {
  addresses?: Partial<EngineAddresses>
  /** Milliseconds without any progress after which the start is given up: a missing permission or a wrong MIME type hangs for ever. */
  patience?: number
  /** Bytes of the engine that have come, uncompressed. */
  onBytes?: (bytes: number) => void
  /** Ends the engine, while it starts or later. */
  signal?: AbortSignal
}

/** A started engine. */
export interface Engine {
  duckdb: AsyncDuckDB
  /** Rejects when the worker breaks down or is stopped, never resolves. */
  ended: Promise<never>
  /** Ends the worker at once; whatever still waits for it is rejected. */
  stop(): void
}

/**
 * Starts DuckDB-WASM in a worker from the page's own origin.
 * @throws EngineError
 */
export async function startEngine(options: EngineStart = {}): Promise<Engine> {
  checkBrowser()
  if (options.signal?.aborted) throw stopped()
  const addresses = absolute({ wasm: wasmAddress, worker: workerAddress, ...options.addresses })
  const worker = startWorker(addresses.worker)
  let end: (reason: EngineError) => void = () => undefined
  const ended = new Promise<never>((_, reject) => {
    end = (reason) => {
      worker.terminate()
      reject(reason)
    }
  })
  ended.catch(() => undefined)
  const stop = () => end(stopped())
  const watchdog = new Watchdog(options.patience ?? 15_000, () => {
    void found(addresses.wasm).then((what) => end(stalled(options.patience ?? 15_000, what)))
  })
  worker.addEventListener('error', (event) => {
    watchdog.rest()
    void found(addresses.worker).then((what) => end(crashed(event, what)))
  })
  options.signal?.addEventListener('abort', stop)

  const duckdb = new AsyncDuckDB(new VoidLogger(), worker)
  try {
    const instantiated = duckdb.instantiate(addresses.wasm, null, ({ bytesLoaded }) => {
      watchdog.touch()
      options.onBytes?.(bytesLoaded)
    })
    await Promise.race([instantiated, ended])
    watchdog.touch()
    const opened = duckdb.open({
      filesystem: { reliableHeadRequests: true, allowFullHTTPReads: true, forceFullHTTPReads: false },
    })
    await Promise.race([opened, ended])
  } catch (cause) {
    worker.terminate()
    throw cause instanceof EngineError ? cause : refused(cause as Error, await found(addresses.wasm))
  } finally {
    watchdog.rest()
  }
  return { duckdb, ended, stop }
}

/** Calls out once when it has not been touched for so many milliseconds. */
class Watchdog {
  readonly #patience: number
  readonly #bark: () => void
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(patience: number, bark: () => void) {
    this.#patience = patience
    this.#bark = bark
    this.touch()
  }

  touch(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(this.#bark, this.#patience)
  }

  rest(): void {
    clearTimeout(this.#timer)
  }
}

/** `try … catch_all` in the older form of WebAssembly exceptions, which the engine is compiled with. */
const exceptions = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 8, 1, 6, 0, 6, 64, 25, 11, 11,
]
const emptyModule = [0, 97, 115, 109, 1, 0, 0, 0]

function checkBrowser(): void {
  if (typeof WebAssembly !== 'object' || !WebAssembly.validate(new Uint8Array(exceptions)))
    throw new EngineError(
      'unsupported',
      'a browser with WebAssembly exceptions',
      'one without',
      'use Chromium 95, Firefox 100, Safari 15.2 or newer',
    )
  try {
    new WebAssembly.Module(new Uint8Array(emptyModule))
  } catch (cause) {
    throw new EngineError(
      'blocked',
      'leave to compile WebAssembly',
      `a refusal (${(cause as Error).message})`,
      "the page's Content-Security-Policy must name 'wasm-unsafe-eval' in script-src",
      cause,
    )
  }
}

function absolute(addresses: EngineAddresses): EngineAddresses {
  const against = globalThis.document?.baseURI ?? globalThis.location.href
  return { wasm: new URL(addresses.wasm, against).href, worker: new URL(addresses.worker, against).href }
}

function startWorker(address: string): Worker {
  try {
    return new Worker(address)
  } catch (cause) {
    throw new EngineError(
      'blocked',
      'leave to start a worker',
      `a refusal (${(cause as Error).message})`,
      "the page must come from a web server and its policy must name 'self' in worker-src",
      cause,
    )
  }
}

/** What the server says of an address, in a few words: for messages only. */
async function found(address: string): Promise<string> {
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(), 1_000)
  try {
    const response = await fetch(address, { method: 'HEAD', signal: patience.signal })
    const type = response.headers.get('content-type') ?? 'no content type'
    return `HTTP ${response.status}, ${type} at ${new URL(address).pathname}`
  } catch {
    return `no answer at ${new URL(address).pathname}`
  } finally {
    clearTimeout(timer)
  }
}

const serveRight = 'check that the server has the file and sends .wasm as application/wasm, then reload'

function stalled(patience: number, what: string): EngineError {
  return new EngineError(
    'stalled',
    'the engine to start',
    `no progress for ${patience / 1000} s (${what})`,
    serveRight,
  )
}

function refused(cause: Error, what: string): EngineError {
  const fault = what.startsWith('HTTP 200') ? 'crashed' : 'missing'
  return new EngineError(fault, 'the engine to start', `${cause.message} (${what})`, serveRight, cause)
}

function crashed(event: ErrorEvent, what: string): EngineError {
  const fault = what.startsWith('HTTP 200') ? 'crashed' : 'missing'
  const found = `${event.message || 'a failing worker'} (${what})`
  return new EngineError(fault, 'the engine to run', found, 'reload the page to start it again')
}

/** What waits for an engine that is stopped gets this. */
export function stopped(): EngineError {
  return new EngineError('stopped', 'the engine to run', 'that it was stopped', 'start it again')
}
