import { describe, expect, it } from 'vitest'
import { snapshotSchema, type Catalog } from '../../../src/db/catalog'
import { CatalogStore } from '../../../src/stores/catalog.svelte'

const release = (name: string): Catalog => ({
  schema: snapshotSchema,
  release: name,
  documents: [],
  files: [],
})

/** A store whose fetches end as the list says, one after the other. */
function made(...ends: (Catalog | Error)[]) {
  let fetched = 0
  const store = new CatalogStore(() => {
    const end = ends[fetched++]
    return end instanceof Error ? Promise.reject(end) : Promise.resolve(end!)
  })
  return { store, fetched: () => fetched }
}

describe('the list of disclosures', () => {
  it('is loading, then here, with its disclosures', async () => {
    const { store } = made(release('r1'))
    expect(store.state).toEqual({ status: 'loading' })
    expect(store.documents).toEqual([])
    await store.load()
    expect(store.state).toEqual({ status: 'ready', catalog: release('r1') })
  })

  it('that could not be had says why, and is fetched again', async () => {
    const { store } = made(new Error('HTTP 503'), release('r1'))
    await store.load()
    expect(store.state).toEqual({ status: 'failed', reason: 'HTTP 503' })
    await store.load()
    expect(store.state).toMatchObject({ status: 'ready' })
  })

  it('is one for everything on the page: two releases never meet, though one comes out in between', async () => {
    const { store, fetched } = made(new Error('HTTP 503'), release('r1'), release('r2'))
    await store.load()
    const answers = await store.whole()
    const engine = await store.whole()
    await Promise.all([store.load(), store.load()])
    expect([answers.release, engine.release]).toEqual(['r1', 'r1'])
    expect(store.state).toMatchObject({ status: 'ready', catalog: { release: 'r1' } })
    expect(fetched()).toBe(2)
  })

  it('rejects for who waits for it when it could not be had', async () => {
    const { store } = made(new Error('HTTP 503'))
    await expect(store.whole()).rejects.toThrow('HTTP 503')
  })

  it('has those of the reader’s own files behind the shipped ones, each time all of them', async () => {
    const document = (id: string) => ({ id }) as Catalog['documents'][number]
    const { store } = made({ ...release('r1'), documents: [document('a')] })
    store.hold([document('import-a')])
    expect(store.documents.map(({ id, imported }) => [id, imported])).toEqual([['import-a', true]])
    await store.load()
    store.hold([document('import-b')])
    expect(store.documents.map(({ id, imported }) => [id, imported])).toEqual([
      ['a', false],
      ['import-b', true],
    ])
    expect(store.shipped).toBe(store.shipped)
    store.hold([])
    expect(store.documents.map(({ id }) => id)).toEqual(['a'])
  })
})
