import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ImportedRows } from '../../../src/db/schema'
import type { ReadDisclosure, ReadOrder, Reading, Told } from '../../../src/reader/messages'
import { shareOf } from '../../../src/stores/imported-file'
import { withoutDocuments } from '../../../src/stores/imported-rows'
import { ImportStore } from '../../../src/stores/imports.svelte'
import { rowOf } from '../../support/rows'

/** A worker that the test speaks for. */
interface Worker {
  orders: ReadOrder[]
  stopped: boolean
  tell: (told: Told) => void
}

function made(twins: Record<string, string> = {}) {
  const workers: Worker[] = []
  const held: { documents: string[]; rows: ImportedRows }[] = []
  const store = new ImportStore({
    start: (hear) => {
      const worker: Worker = { orders: [], stopped: false, tell: hear }
      workers.push(worker)
      return { send: (order) => worker.orders.push(order), stop: () => (worker.stopped = true) }
    },
    twinOf: ({ document }) => Promise.resolve(twins[document.id] ?? null),
    hold: (documents, rows) => {
      held.push({ documents: documents.map(({ id }) => id), rows })
      return Promise.resolve()
    },
  })
  const states = () => store.files.map(({ state }) => state.status)
  return { store, workers, held, states }
}

const files = (...names: string[]): File[] => names.map((name) => new File(['x'], name))

/** A disclosure read from some files, with one row. */
function disclosure(id: string, from: number[]): ReadDisclosure {
  return { document: { id }, files: from, counts: [], problems: [] } as unknown as ReadDisclosure
}

function reading(...disclosures: ReadDisclosure[]): Reading {
  const documents = disclosures.map(({ document }) => rowOf('documents', { document_id: document.id }))
  return { disclosures, unplaced: [], rows: { ...withoutDocuments(), documents } }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const settle = () => vi.advanceTimersByTimeAsync(200)

describe('dropped files', () => {
  it('wait, are read one after the other, and are done when what they say is here', async () => {
    const { store, workers, states } = made()
    store.add(files('a.pdf', 'b.docx'))
    expect(states()).toEqual(['waiting', 'waiting'])
    const [worker] = workers
    expect(worker!.orders.map(({ files: of }) => of.map(({ no }) => no))).toEqual([[1, 2]])
    worker!.tell({ kind: 'started', no: 1 })
    worker!.tell({ kind: 'page', no: 1, page: 1, pages: 4 })
    await settle()
    expect(store.files[0]!.state).toEqual({ status: 'reading', share: 0.25, pages: 4 })
    worker!.tell({ kind: 'read', no: 1 })
    worker!.tell({ kind: 'refused', no: 2, refusal: { reason: 'scan', expected: 'text', found: 'none' } })
    await settle()
    expect(states()).toEqual(['joining', 'refused'])
    expect(store.isReading).toBe(true)
    worker!.tell({ kind: 'result', round: 1, result: reading(disclosure('import-a', [1])) })
    await settle()
    expect(states()).toEqual(['read', 'refused'])
    expect(store.isReading).toBe(false)
    expect(store.disclosures.map(({ document }) => document.id)).toEqual(['import-a'])
  })

  it('go to the same worker when more come, and what an earlier order said is not waited for', async () => {
    const { store, workers } = made()
    store.add(files('a.docx'))
    store.add(files('b.docx'))
    expect(workers).toHaveLength(1)
    expect(workers[0]!.orders.map(({ round }) => round)).toEqual([1, 2])
    workers[0]!.tell({ kind: 'result', round: 1, result: reading(disclosure('import-a', [1])) })
    await settle()
    expect(store.disclosures).toEqual([])
    workers[0]!.tell({ kind: 'result', round: 2, result: reading(disclosure('import-ab', [1, 2])) })
    await settle()
    expect(store.disclosures.map(({ document }) => document.id)).toEqual(['import-ab'])
  })

  it('that are no disclosure say so once all have been read, and may become part of one later', async () => {
    const { store, workers, states } = made()
    store.add(files('tables.xlsx'))
    workers[0]!.tell({ kind: 'read', no: 1 })
    const refusal = { reason: 'no-disclosure', expected: '', found: '' } as const
    workers[0]!.tell({ kind: 'result', round: 1, result: { ...reading(), unplaced: [{ no: 1, refusal }] } })
    await settle()
    expect(states()).toEqual(['refused'])
    store.add(files('text.docx'))
    workers[0]!.tell({ kind: 'result', round: 2, result: reading(disclosure('import-a', [1, 2])) })
    await settle()
    expect(states()).toEqual(['read', 'read'])
  })
})

describe('progress', () => {
  const steps = fc.array(
    fc.record({
      page: fc.integer({ min: -3, max: 60 }),
      pages: fc.integer({ min: 0, max: 40 }),
      wait: fc.nat(90),
    }),
    { maxLength: 60 },
  )

  it('never falls, never exceeds the whole, and is told at most ten times a second, whatever the worker says', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (told) => {
        const { store, workers } = made()
        store.add(files('a.pdf'))
        workers[0]!.tell({ kind: 'started', no: 1 })
        await settle()
        const seen: { at: number; share: number }[] = []
        let last = store.files
        const look = () => {
          if (store.files === last) return
          last = store.files
          seen.push({ at: performance.now(), share: shareOf(store.files[0]!) })
        }
        for (const { page, pages, wait } of told) {
          workers[0]!.tell({ kind: 'page', no: 1, page, pages })
          look()
          for (let ms = 0; ms < wait; ms += 1) {
            await vi.advanceTimersByTimeAsync(1)
            look()
          }
        }
        await settle()
        look()
        const best = Math.max(
          0,
          ...told.map(({ page, pages }) => (pages > 0 ? Math.min(1, page / pages) : 1)),
        )
        expect(shareOf(store.files[0]!)).toBe(best)
        for (const [index, { at, share }] of seen.entries()) {
          expect(share).toBeGreaterThanOrEqual(seen[index - 1]?.share ?? 0)
          expect(share).toBeLessThanOrEqual(1)
          if (index >= 10) expect(at - seen[index - 10]!.at).toBeGreaterThanOrEqual(1000)
        }
      }),
      { numRuns: 30 },
    )
  }, 60_000)

  it('of a file that a new worker reads again after another was taken away does not begin anew', async () => {
    const { store, workers, states } = made()
    store.add(files('a.docx', 'b.pdf'))
    workers[0]!.tell({ kind: 'read', no: 1 })
    workers[0]!.tell({ kind: 'started', no: 2 })
    await settle()
    store.remove(2)
    expect(workers[0]!.stopped).toBe(true)
    expect(workers[1]!.orders[0]!.files.map(({ no }) => no)).toEqual([1])
    workers[1]!.tell({ kind: 'started', no: 1 })
    await settle()
    expect(states()).toEqual(['joining'])
  })
})

describe('a stop', () => {
  it('ends the worker at once; nothing that it still says is heard, and what was read before stays', async () => {
    const { store, workers, states, held } = made()
    store.add(files('a.docx'))
    workers[0]!.tell({ kind: 'result', round: 1, result: reading(disclosure('import-a', [1])) })
    await settle()
    store.add(files('b.pdf', 'c.pdf'))
    workers[0]!.tell({ kind: 'started', no: 2 })
    store.stop()
    expect(workers[0]!.stopped).toBe(true)
    expect(states()).toEqual(['read', 'stopped', 'stopped'])
    workers[0]!.tell({ kind: 'page', no: 2, page: 1, pages: 2 })
    workers[0]!.tell({ kind: 'result', round: 2, result: reading() })
    await settle()
    expect(states()).toEqual(['read', 'stopped', 'stopped'])
    expect(store.disclosures).toHaveLength(1)
    expect(held).toHaveLength(1)
  })

  it('is not for ever: what was stopped can be read again, by a worker of its own', async () => {
    const { store, workers, states } = made()
    store.add(files('a.pdf', 'b.pdf'))
    store.stop()
    store.again(2)
    expect(states()).toEqual(['stopped', 'waiting'])
    expect(workers).toHaveLength(2)
    expect(workers[1]!.orders[0]!.files.map(({ no }) => no)).toEqual([2])
    store.again()
    expect(states()).toEqual(['waiting', 'waiting'])
  })

  it('comes by itself when the worker breaks down, with the reason, until it is tried again', async () => {
    const { store, workers, states } = made()
    store.add(files('a.pdf'))
    workers[0]!.tell({ kind: 'broken', fault: 'registry', reason: 'HTTP 503' })
    expect(store.fault).toEqual({ fault: 'registry', reason: 'HTTP 503' })
    expect(states()).toEqual(['stopped'])
    store.again()
    expect(store.fault).toBeNull()
    expect(workers[1]!.orders).toHaveLength(1)
  })
})

describe('what was read', () => {
  it('is handed over, but not what the site has from the same bytes', async () => {
    const { store, workers, held } = made({ 'import-a': 'a' })
    store.add(files('a.docx', 'b.docx'))
    const result = reading(disclosure('import-a', [1]), disclosure('import-b', [2]))
    workers[0]!.tell({ kind: 'result', round: 1, result })
    await settle()
    expect(store.disclosures.map(({ shippedTwin }) => shippedTwin)).toEqual(['a', null])
    expect(held.at(-1)!.documents).toEqual(['import-b'])
    expect(held.at(-1)!.rows.documents.map((row) => row.document_id)).toEqual(['import-b'])
  })

  it('goes when its last file is taken away, and so does the worker', async () => {
    const { store, workers, held } = made()
    store.add(files('a.docx'))
    workers[0]!.tell({ kind: 'result', round: 1, result: reading(disclosure('import-a', [1])) })
    await settle()
    store.remove(1)
    await settle()
    expect([store.files, store.disclosures]).toEqual([[], []])
    expect(held.at(-1)!.documents).toEqual([])
    expect(workers[0]!.stopped).toBe(true)
  })
})
