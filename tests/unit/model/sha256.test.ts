import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { readPublishedFile } from '../../../src/ingest/file-reading'
import { countedSha256, sha256 } from '../../../src/model/sha256'
import { unknownUnitId } from '../../../src/reference/units'

const oracle = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

afterEach(() => vi.unstubAllGlobals())

describe('sha256', () => {
  it('counted by hand is what Node counts, at every length around the block’s edges', () => {
    for (let length = 0; length < 200; length += 1) {
      const bytes = Uint8Array.from({ length }, (_, i) => i * 7)
      expect(countedSha256(bytes)).toBe(oracle(bytes))
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), (bytes) => {
        expect(countedSha256(bytes)).toBe(oracle(bytes))
      }),
    )
  })

  it('is the same with and without the browser’s crypto', async () => {
    const bytes = new TextEncoder().encode('明账')
    const own = await sha256(bytes.slice())
    vi.stubGlobal('crypto', {})
    expect(await sha256(bytes.slice())).toBe(own)
    expect(own).toBe(oracle(bytes))
  })

  it('is the same of a part of a buffer and of bytes shared between threads', async () => {
    const whole = new Uint8Array(new SharedArrayBuffer(9))
    whole.set(new TextEncoder().encode('..明账..').subarray(0, 9))
    const part = new TextEncoder().encode('..明账..').subarray(2, 8)
    expect(await sha256(whole)).toBe(oracle(whole))
    expect(await sha256(part)).toBe(oracle(new TextEncoder().encode('明账')))
  })
})

describe('without the browser’s crypto, as over plain http', () => {
  it('a unit that no registry knows still has its id', async () => {
    const id = await unknownUnitId('某局', '990100', 'department')
    vi.stubGlobal('crypto', {})
    expect(await unknownUnitId('某局', '990100', 'department')).toBe(id)
    expect(id).toBe(`990100-u${oracle(new TextEncoder().encode('某局')).slice(0, 8)}`)
  })

  it('a published file is still read', async () => {
    vi.stubGlobal('crypto', {})
    const bytes = new TextEncoder().encode('某局2023年部门预算')
    const { source } = await readPublishedFile({ name: 'a.txt', bytes }, {})
    expect(source.sha256).toBe(oracle(bytes))
  })
})
