import type { ReadOrder, Told } from './messages'

/** A worker that reads files. */
export interface Reader {
  send(order: ReadOrder): void
  /** Ends it at once, whatever it is doing, and frees its memory. */
  stop(): void
}

/** Starts the worker from the page's own origin. It tells of its own end, too: a worker that breaks down is `broken`. */
export function startReader(hear: (told: Told) => void): Reader {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  worker.addEventListener('message', (message: MessageEvent<Told>) => hear(message.data))
  worker.addEventListener('error', (event) => {
    hear({ kind: 'broken', fault: 'crashed', reason: event.message || 'the worker could not be started' })
  })
  return { send: (order) => worker.postMessage(order), stop: () => worker.terminate() }
}
