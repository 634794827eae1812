import { describe, expect, it } from 'vitest'
import { Meter } from '../../../../src/ingest/read/meter'
import { readXmlPart, relationshipsOf } from '../../../../src/ingest/read/xml'
import { openZip } from '../../../../src/ingest/read/zip'
import { zipFile } from '../../../support/zip-file'

const meter = (): Meter => new Meter(new Uint8Array(), {})

/** What a handler is told of a part. */
function told(part: string | Uint8Array): string[] {
  const events: string[] = []
  readXmlPart(
    openZip(zipFile({ a: part })),
    'a',
    {
      open: (name, attribute) =>
        events.push(`<${name} ${attribute('w:val') ?? attribute('val') ?? ''}`.trim()),
      close: (name) => events.push(`/${name}`),
      text: (text) => events.push(text),
    },
    meter(),
  )
  return events
}

const transitional = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main'

describe('a part in XML', () => {
  it('is told under one set of names, whatever prefixes and edition of the standard it uses', () => {
    const expected = ['<w:p', '<w:b 0', '/w:b', '字', '/w:p']
    expect(told(`<w:p xmlns:w="${transitional}"><w:b w:val="0"/>字</w:p>`)).toEqual(expected)
    expect(told(`<p xmlns="${strict}" xmlns:q="${strict}"><b q:val="0"/><![CDATA[字]]></p>`)).toEqual(
      expected,
    )
    expect(told('<p xmlns="urn:else"><b val="0"/></p>')).toEqual(['<?:p', '<?:b 0', '/?:b', '/?:p'])
  })

  it('may be in UTF-16, and knows only the entities of XML', () => {
    const wide = [...'\ufeff<a>字</a>'].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8])
    expect(told(Uint8Array.from(wide))).toEqual(['<a', '字', '/a'])
    expect(told('<a>&lt;&amp;&#x5b57;</a>').join('')).toContain('<&字')
    expect(() => told('<a>&nbsp;</a>')).toThrow(/a as well-formed XML/u)
    expect(() => told('<!DOCTYPE a><a/>')).toThrow(/without a document type/u)
    expect(() => told(Uint8Array.of(0x3c, 0x61, 0x3e, 0xff))).toThrow(/in UTF-8 or UTF-16/u)
    expect(() => told('<a>')).toThrow(/a as well-formed XML/u)
  })

  it('names other parts from its own folder or from the root, never outside the archive', () => {
    const kind = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles'
    const link = (id: string, target: string, mode = ''): string =>
      `<Relationship Id="${id}" Type="${kind}" Target="${target}"${mode}/>`
    const list = [
      link('1', 'styles.xml'),
      link('2', '../a/b.xml'),
      link('3', '/x/./y.xml'),
      link('4', 'http://else', ' TargetMode="External"'),
      link('5', '../../../etc'),
    ]
    const namespace = 'http://schemas.openxmlformats.org/package/2006/relationships'
    const zip = openZip(
      zipFile({
        'xl/_rels/book.xml.rels': `<Relationships xmlns="${namespace}">${list.join('')}</Relationships>`,
      }),
    )
    expect(
      relationshipsOf(zip, 'xl/book.xml', meter()).map(({ id, kind: word, part }) => `${id} ${word} ${part}`),
    ).toEqual(['1 styles xl/styles.xml', '2 styles a/b.xml', '3 styles x/y.xml', '5 styles etc'])
    expect(relationshipsOf(zip, 'xl/other.xml', meter())).toEqual([])
  })
})
