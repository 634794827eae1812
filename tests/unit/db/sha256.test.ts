import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { countedSha256, sha256 } from '../../../src/db/sha256'

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
})
