import { describe, expect, it } from 'vitest'
import { sniff } from '../../../../src/ingest/read/sniff'
import { UnreadableFile } from '../../../../src/ingest/raw'
import { compoundFile } from '../../../support/compound-file'
import { publishedFile, publishedFilesAreHere } from '../../../support/published'
import { zipFile } from '../../../support/zip-file'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const some = Uint8Array.of(1, 2, 3)

function reasonOf(bytes: Uint8Array, name?: string): string {
  try {
    return `read as ${sniff(bytes, name)}`
  } catch (cause) {
    expect(cause).toBeInstanceOf(UnreadableFile)
    return (cause as UnreadableFile).reason
  }
}

describe('sniffing', () => {
  it('knows a format by its bytes, whatever the file is called', () => {
    expect(sniff(zipFile({ '[Content_Types].xml': '', 'word/document.xml': '' }), 'a.xlsx')).toBe('docx')
    expect(sniff(zipFile({ 'xl/workbook.xml': '' }), 'a.docx')).toBe('xlsx')
    expect(sniff(compoundFile({ WordDocument: some }), 'a.xls')).toBe('doc')
    expect(sniff(compoundFile({ Workbook: some }), 'a.doc')).toBe('xls')
    expect(sniff(compoundFile({ Book: some }))).toBe('xls')
    expect(sniff(utf8('%PDF-1.7\n'))).toBe('pdf')
    expect(sniff(utf8('\r\n\r\n%PDF-1.4'))).toBe('pdf')
    expect(sniff(utf8('<!DOCTYPE html><p>'), 'a.xls')).toBe('html')
    expect(sniff(utf8('\ufeff  <table><tr>'))).toBe('html')
    expect(sniff(utf8('<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html>'))).toBe('html')
    expect(sniff(utf8('信访局2023年单位预算\t1\n'))).toBe('text')
    expect(sniff(utf8('<2023年度>部门决算'))).toBe('text')
  })

  it('knows html and text in UTF-16 by their mark', () => {
    const wide = (text: string): Uint8Array =>
      Uint8Array.from([
        0xff,
        0xfe,
        ...[...text].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]),
      ])
    expect(sniff(wide('<html><body>'))).toBe('html')
    expect(sniff(wide('部门预算'))).toBe('text')
  })

  it('says what a file is that no reader takes', () => {
    expect(reasonOf(new Uint8Array())).toBe('empty')
    expect(reasonOf(zipFile({ 'OFD.xml': '', 'Doc_0/Document.xml': '' }))).toBe('ofd')
    expect(reasonOf(compoundFile({ CONTENTS: some, MatOST: some }), '公开.wps')).toBe('wps')
    expect(reasonOf(Uint8Array.of(7, 0, 1, 2, 3, 0), '公开.wps')).toBe('wps')
    expect(reasonOf(Uint8Array.of(7, 0, 1, 2, 3, 0), '公开.ofd')).toBe('ofd')
    expect(reasonOf(compoundFile({ EncryptionInfo: some, EncryptedPackage: some }))).toBe('encrypted')
    expect(reasonOf(zipFile({ 'ppt/presentation.xml': '' }))).toBe('presentation')
    expect(reasonOf(compoundFile({ 'PowerPoint Document': some }))).toBe('presentation')
    expect(reasonOf(zipFile({ 'a.docx': '', 'b.xlsx': '' }))).toBe('archive')
    expect(reasonOf(zipFile({ mimetype: 'x', 'content.xml': '' }))).toBe('other-office-format')
    expect(reasonOf(zipFile({ 'xl/workbook.bin': '' }))).toBe('other-office-format')
    expect(reasonOf(utf8('Rar!\x1a\x07\x01\0'))).toBe('archive')
    expect(reasonOf(Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4))).toBe('archive')
    expect(reasonOf(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a))).toBe('image')
    expect(reasonOf(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))).toBe('image')
    expect(reasonOf(utf8('{\\rtf1\\ansi'))).toBe('other-office-format')
    expect(reasonOf(utf8('MIME-Version: 1.0\nContent-Type: multipart/related'))).toBe('other-office-format')
    expect(reasonOf(utf8('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'))).toBe(
      'other-office-format',
    )
    expect(reasonOf(Uint8Array.of(0, 1, 2, 3, 0, 9))).toBe('unknown')
  })

  it('says of a cut-off container that it is broken', () => {
    const zip = zipFile({ 'word/document.xml': '<w:document/>' })
    expect(reasonOf(zip.subarray(0, zip.length - 30))).toBe('broken')
    expect(reasonOf(compoundFile({ WordDocument: new Uint8Array(9000) }).subarray(0, 512))).toBe('broken')
  })

  it('leaves nothing behind on the prototype of objects', () => {
    sniff(zipFile({ __proto__: '', constructor: '', 'word/document.xml': '' }))
    expect(Object.keys(Object.prototype)).toEqual([])
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})

describe.runIf(publishedFilesAreHere)(
  'published files (only where ../shared/fixtures is beside the repository)',
  () => {
    it.each([
      ['fuping-2023-budget.txt', 'text'],
      ['fuping-2023-budget.docx', 'docx'],
      ['fuping-2023-budget.doc', 'doc'],
      ['fuping-2023-budget.pdf', 'pdf'],
      ['fushun-2023-final.xlsx', 'xlsx'],
      ['fushun-2023-final.xls', 'xls'],
      ['fushun-2023-final.html', 'html'],
      ['adversarial/gb18030.txt', 'text'],
      ['adversarial/hostile-cells-gb2312.html', 'html'],
      ['adversarial/html-named.xls', 'html'],
      ['adversarial/truncated.docx', 'broken'],
      ['adversarial/bomb.docx', 'too-large'],
    ])('%s is %s', (name, expected) => {
      const found = reasonOf(publishedFile(name), name)
      expect(found.replace('read as ', '')).toBe(expected)
    })
  },
)
