import { describe, expect, it } from 'vitest'
import { fetchCatalog, readCatalog } from '../../../src/db/catalog'
import { SnapshotError } from '../../../src/db/snapshot-error'
import { Disclosure } from '../../support/disclosure'
import { base, ServedSnapshot, utf8 } from '../../support/served-snapshot'

const served = () => ServedSnapshot.of(new Disclosure('final').rows)

async function refusal(work: Promise<unknown>): Promise<SnapshotError> {
  const fault: unknown = await work.then(
    () => null,
    (cause: unknown) => cause,
  )
  expect(fault).toBeInstanceOf(SnapshotError)
  return fault as SnapshotError
}

describe('the catalog', () => {
  it('tells the documents, the files and the release', async () => {
    const snapshot = await served()
    const catalog = await fetchCatalog(base, snapshot.fetch)
    expect(catalog).toEqual(snapshot.catalog)
    expect(catalog.documents[0]).toMatchObject({ id: 'x-unit-2023-final', stage: 'final', fiscal_year: 2023 })
    expect(snapshot.asked).toEqual([{ path: 'catalog.json', cache: 'no-cache' }])
  })

  it('refuses an older and a newer format, and says which is which', async () => {
    const snapshot = await served()
    for (const [schema, fault] of [
      ['mingzhang-snapshot/0', 'older'],
      ['mingzhang-snapshot/2', 'newer'],
    ] as const) {
      snapshot.writeCatalog({ ...snapshot.catalog, schema })
      const found = await refusal(fetchCatalog(base, snapshot.fetch))
      expect(found.fault).toBe(fault)
      expect(found.message).toBe(
        `catalog.json: expected schema mingzhang-snapshot/1, found ${schema}, which is ${fault}`,
      )
    }
  })

  it.each([
    ['missing', undefined, /catalog\.json: expected a file, found HTTP 404/],
    ['html', utf8('\n<!DOCTYPE html><title>404</title>'), /found a web page/],
    ['truncated', utf8('{"schema": "mingzhang-snap'), /expected whole JSON, found 26 bytes/],
    ['malformed', utf8('{}'), /schema mingzhang-snapshot\/1, found none/],
    ['malformed', utf8('[]'), /expected an object at the top/],
  ])('says that the file is %s', async (fault, bytes, message) => {
    const snapshot = await served()
    if (bytes) snapshot.files.set('catalog.json', bytes)
    else snapshot.files.delete('catalog.json')
    const found = await refusal(fetchCatalog(base, snapshot.fetch))
    expect(found).toMatchObject({ fault, file: 'catalog.json' })
    expect(found.message).toMatch(message)
  })

  it('says that the server does not answer', async () => {
    const offline: typeof fetch = () => Promise.reject(new TypeError('Failed to fetch'))
    expect(await refusal(fetchCatalog(base, offline))).toMatchObject({ fault: 'unreachable' })
    const broken: typeof fetch = () => Promise.resolve(new Response('', { status: 503 }))
    expect((await refusal(fetchCatalog(base, broken))).message).toContain('HTTP 503')
  })

  it('names the field that is wrong', async () => {
    const { catalog } = await served()
    const file = catalog.files[0]!
    const document = catalog.documents[0]!
    const broken: [unknown, string][] = [
      [{ ...catalog, release: '' }, 'text at release'],
      [{ ...catalog, documents: null }, 'a list at documents'],
      [{ ...catalog, documents: [{ ...document, stage: 'plan' }] }, 'budget or final at documents[0].stage'],
      [
        { ...catalog, documents: [{ ...document, fiscal_year: '2023' }] },
        'a whole number at documents[0].fiscal_year',
      ],
      [
        { ...catalog, documents: [{ ...document, findings: undefined }] },
        'an object at documents[0].findings',
      ],
      [{ ...catalog, files: [{ ...file, bytes: -1 }] }, 'a whole number at files[0].bytes'],
      [{ ...catalog, files: [{ ...file, sha256: 'abc' }] }, '64 hexadecimal digits at files[0].sha256'],
    ]
    for (const [value, expected] of broken)
      expect(() => readCatalog(value)).toThrow(`catalog.json: expected ${expected}`)
  })
})
