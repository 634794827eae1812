import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { Crc32 } from '../../../../src/ingest/read/crc32'
import { openZip, zipLimits } from '../../../../src/ingest/read/zip'
import { UnreadableFile } from '../../../../src/ingest/raw'
import { lyingZip, zip64, zipFile } from '../../../support/zip-file'
import { publishedFile, publishedFilesAreHere } from '../../../support/published'

function unpacked(bytes: Uint8Array, name: string): Uint8Array {
  const pieces: number[] = []
  openZip(bytes).unpack(name, (piece) => pieces.push(...piece))
  return Uint8Array.from(pieces)
}

describe('a zip archive', () => {
  it('gives each part as it was packed, whatever its bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), (content) => {
        expect(unpacked(zipFile({ 'a/b.xml': content, other: 'x' }), 'a/b.xml')).toEqual(content)
      }),
      { numRuns: 40 },
    )
  })

  it('finds a part whatever the capitals and the slashes of its name', () => {
    const zip = openZip(zipFile({ 'Word\\Document.xml': 'x' }))
    expect(zip.has('word/document.xml')).toBe(true)
    expect(zip.names).toEqual(['Word/Document.xml'])
  })

  it('may write its numbers in the fields of ZIP64', () => {
    const bytes = zip64(zipFile({ first: 'one', second: 'two' }))
    expect(new TextDecoder().decode(unpacked(bytes, 'first'))).toBe('one')
    expect(new TextDecoder().decode(unpacked(bytes, 'second'))).toBe('two')
  })

  it('is refused when cut off at any length', () => {
    const bytes = zipFile({ 'word/document.xml': '<a>'.repeat(100) })
    for (let length = 0; length < bytes.length; length += 1) {
      expect(() => unpacked(bytes.subarray(0, length), 'word/document.xml')).toThrow(UnreadableFile)
    }
  })

  it('is refused before anything is unpacked when it declares more than is allowed', () => {
    const bytes = zipFile({ a: new Uint8Array(3_000_000) })
    expect(() => openZip(bytes)).toThrow(/a part packed at most 200 to 1/u)
    expect(() => openZip(bytes, { ...zipLimits, part: 1000 })).toThrow(
      /a part that unpacks to at most 1000 bytes/u,
    )
    expect(() => openZip(bytes, { ...zipLimits, ratio: 10_000, archive: 1000 })).toThrow(
      /an archive that unpacks to/u,
    )
  })

  it('is refused when a part is larger than it declares, after few bytes', () => {
    const bytes = lyingZip(zipFile({ a: new Uint8Array(30_000_000) }), 0, 'size', 1000)
    let received = 0
    expect(() => openZip(bytes).unpack('a', (piece) => (received += piece.length))).toThrow(
      /a with 1000 bytes, as declared: more/u,
    )
    expect(received).toBe(0)
  })

  it('is refused when a part is smaller than declared or its checksum is another', () => {
    const bytes = zipFile({ first: 'one', second: 'two' })
    expect(() => unpacked(lyingZip(bytes, 1, 'size', 100), 'second')).toThrow(
      /second with 100 bytes, as declared: 3 bytes/u,
    )
    expect(() => unpacked(lyingZip(bytes, 1, 'crc', 1), 'second')).toThrow(/as its checksum says/u)
    expect(new TextDecoder().decode(unpacked(lyingZip(bytes, 1, 'crc', 1), 'first'))).toBe('one')
  })

  it('counts what all parts unpack to together', () => {
    const zip = openZip(zipFile({ a: 'x'.repeat(600), b: 'y'.repeat(600) }), { ...zipLimits, archive: 1200 })
    zip.unpack('a', () => undefined)
    zip.unpack('b', () => undefined)
    expect(() => zip.unpack('a', () => undefined)).toThrow(/at most 1200 bytes/u)
  })

  it('computes the checksum that everybody computes', () => {
    const crc = new Crc32()
    crc.add(new TextEncoder().encode('12345'))
    crc.add(new TextEncoder().encode('6789'))
    expect(crc.value).toBe(0xcbf43926)
  })
})

describe.runIf(publishedFilesAreHere)(
  'the published bombs (only where ../shared/fixtures is beside the repository)',
  () => {
    it.each(['adversarial/bomb.docx', 'adversarial/bomb-lying-size.docx'])(
      '%s is refused at once',
      (name) => {
        const bytes = publishedFile(name)
        const started = performance.now()
        expect(() => openZip(bytes).unpack('word/document.xml', () => undefined)).toThrow(UnreadableFile)
        expect(performance.now() - started).toBeLessThan(2000)
      },
    )
  },
)
