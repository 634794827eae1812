import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { checkSeal, fetchServed } from '../../../src/db/served-file'
import { SnapshotError } from '../../../src/db/snapshot-error'
import { Disclosure } from '../../support/disclosure'
import { base, ServedSnapshot, utf8 } from '../../support/served-snapshot'

afterEach(() => vi.unstubAllGlobals())

async function sealed() {
  const snapshot = await ServedSnapshot.of(new Disclosure('final').rows)
  const file = snapshot.catalog.files.find((f) => f.path === 'documents.parquet')!
  return { snapshot, file, bytes: snapshot.files.get(file.path)! }
}

describe('a file of the snapshot', () => {
  it.each([['with'], ['without']])(
    'is refused %s the browser’s crypto when any of its bytes is another',
    async (how) => {
      const { file, bytes } = await sealed()
      if (how === 'without') vi.stubGlobal('crypto', {})
      await checkSeal(file.path, bytes, file)
      await fc.assert(
        fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
          const changed = bytes.slice()
          changed[at] = (changed[at]! + by) & 255
          await expect(checkSeal(file.path, changed, file)).rejects.toMatchObject({ fault: 'altered' })
        }),
        { numRuns: 50 },
      )
    },
  )

  it('is refused when it is shorter or longer, with both lengths', async () => {
    const { file, bytes } = await sealed()
    const shorter = checkSeal(file.path, bytes.slice(0, 100), file)
    await expect(shorter).rejects.toMatchObject({ fault: 'truncated' })
    await expect(shorter).rejects.toThrow(`documents.parquet: expected ${file.bytes} bytes, found 100`)
    await expect(checkSeal(file.path, new Uint8Array([...bytes, 0]), file)).rejects.toMatchObject({
      fault: 'altered',
    })
  })

  it('is never asked for outside the snapshot’s own folder and host', async () => {
    const { snapshot } = await sealed()
    for (const path of [
      '//foreign.test/x',
      'https://foreign.test/x',
      '../secret',
      'a/../../b',
      '/etc',
      '',
      'a?b',
      'a\\b',
      'javascript:1',
    ]) {
      const read = fetchServed({ base, fetch: snapshot.fetch }, path, () => 0)
      await expect(read, path).rejects.toThrow('a path inside the snapshot')
    }
    expect(snapshot.asked).toEqual([])
  })

  it('that is refused is fetched once more past the cache, and not when it is missing', async () => {
    const { snapshot } = await sealed()
    snapshot.files.set('broken.json', utf8('<!doctype html>'))
    const read = (path: string) => fetchServed({ base, fetch: snapshot.fetch }, path, () => 0)
    await expect(read('broken.json')).rejects.toThrow(SnapshotError)
    await expect(read('absent.json')).rejects.toThrow('absent.json: expected a file, found HTTP 404')
    expect(snapshot.asked).toEqual([
      { path: 'broken.json', cache: 'default' },
      { path: 'broken.json', cache: 'reload' },
      { path: 'absent.json', cache: 'default' },
    ])
  })

  it('is read by no one when reading fails for a reason of its own', async () => {
    const { snapshot, file } = await sealed()
    const read = fetchServed({ base, fetch: snapshot.fetch }, file.path, () => {
      throw new TypeError('a fault of the program')
    })
    await expect(read).rejects.toThrow(TypeError)
    expect(snapshot.asked).toHaveLength(1)
  })
})
