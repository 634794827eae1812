import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { isCompoundFile, openCompoundFile } from '../../../../src/ingest/read/compound-file'
import { UnreadableFile } from '../../../../src/ingest/raw'
import { compoundFile } from '../../../support/compound-file'

describe('a compound file', () => {
  it('gives streams of every length as they were written', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 20_000, size: 'max' }),
        fc.uint8Array({ minLength: 1, maxLength: 300 }),
        (long, short) => {
          const file = openCompoundFile(compoundFile({ Workbook: long, Other: short }))
          expect(file.stream('workbook')).toEqual(long)
          expect(file.stream('Other')).toEqual(short)
        },
      ),
      { numRuns: 25 },
    )
  })

  it('knows the streams of its root, not those of embedded objects', () => {
    const file = openCompoundFile(
      compoundFile({ Workbook: Uint8Array.of(1), 'ObjectPool/WordDocument': Uint8Array.of(2) }),
    )
    expect(file.has('Workbook')).toBe(true)
    expect(file.has('WordDocument')).toBe(false)
    expect(() => file.stream('WordDocument')).toThrow(/the stream WordDocument: none of that name/u)
  })

  it('is refused when cut off, never read beyond its end', () => {
    const content = Uint8Array.from({ length: 9000 }, (_, index) => index % 251)
    const bytes = compoundFile({ Workbook: content })
    for (let length = 0; length < bytes.length; length += 97) {
      const read = (): Uint8Array => openCompoundFile(bytes.subarray(0, length)).stream('Workbook')
      let result: Uint8Array | null = null
      try {
        result = read()
      } catch (cause) {
        expect(cause).toBeInstanceOf(UnreadableFile)
      }
      if (result) expect(result).toEqual(content)
    }
  })

  it('ends in an error, never in a circle, whatever its bytes are changed to', () => {
    const bytes = compoundFile({ Workbook: new Uint8Array(9000), Small: Uint8Array.of(1, 2, 3) })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 }),
        (changes) => {
          const hostile = bytes.slice()
          for (const [at, value] of changes) hostile[at] = value
          try {
            const file = openCompoundFile(hostile)
            for (const name of file.names) if (file.has(name)) file.stream(name)
          } catch (cause) {
            expect(cause).toBeInstanceOf(UnreadableFile)
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  it('is refused when a chain of its sectors runs in a circle', () => {
    const bytes = compoundFile({ Workbook: new Uint8Array(9000) })
    const view = new DataView(bytes.buffer)
    const directory = view.getUint32(48, true)
    const table = view.getUint32(76, true)
    view.setUint32((table + 1) * 512 + directory * 4, directory, true)
    expect(() => openCompoundFile(bytes)).toThrow(/runs in a circle/u)
  })

  it('is known by its first bytes', () => {
    expect(isCompoundFile(compoundFile({ a: Uint8Array.of(1) }))).toBe(true)
    expect(isCompoundFile(Uint8Array.of(0xd0, 0xcf))).toBe(false)
  })
})
