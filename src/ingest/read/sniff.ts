import type { UnreadableReason } from '../raw'
import { UnreadableFile } from '../raw'
import { isCompoundFile, openCompoundFile } from './compound-file'
import { openZip } from './zip'

/** The formats that have a reader. */
export type FileKind = 'text' | 'docx' | 'doc' | 'pdf' | 'xlsx' | 'xls' | 'html'

const readable = 'a disclosure as docx, doc, pdf, xlsx, xls, html or text'

/**
 * Which reader a file needs, by its bytes: names of published files often lie.
 * @param fileName only used to say what an unknown file seems to be
 * @throws UnreadableFile with a reason for what no reader takes
 */
export function sniff(bytes: Uint8Array, fileName = ''): FileKind {
  if (bytes.length === 0) throw refused('empty', 'a file of 0 bytes')
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06]))
    return kindOfZip(bytes)
  if (isCompoundFile(bytes)) return kindOfCompoundFile(bytes)
  if (latin(bytes, 1024).includes('%PDF-')) return 'pdf'
  for (const { reason, what, is } of signatures) if (is(bytes)) throw refused(reason, what)
  return kindOfText(bytes, fileName)
}

function refused(reason: UnreadableReason, found: string): UnreadableFile {
  return new UnreadableFile(readable, found, reason)
}

function startsWith(bytes: Uint8Array, start: number[], at = 0): boolean {
  return start.every((byte, index) => bytes[at + index] === byte)
}

/** The first bytes as characters below 256: enough to find names in any encoding of ASCII. */
function latin(bytes: Uint8Array, length: number): string {
  return String.fromCharCode(...bytes.subarray(0, length))
}

function kindOfZip(bytes: Uint8Array): FileKind {
  const zip = openZip(bytes)
  const holds = (folder: RegExp): boolean => zip.names.some((name) => folder.test(name))
  if (zip.has('OFD.xml')) throw refused('ofd', 'an OFD file (.ofd)')
  if (zip.has('xl/workbook.bin'))
    throw refused('other-office-format', 'a binary workbook (.xlsb); save it as xlsx')
  if (holds(/^word\//iu)) return 'docx'
  if (holds(/^xl\//iu)) return 'xlsx'
  if (holds(/^ppt\//iu)) throw refused('presentation', 'a presentation (.pptx)')
  if (zip.has('mimetype') && zip.has('content.xml')) {
    throw refused('other-office-format', 'an OpenDocument file (.odt, .ods); save it as docx or xlsx')
  }
  throw refused('archive', `a zip archive of ${zip.names.length} files; unpack it and give the files`)
}

function kindOfCompoundFile(bytes: Uint8Array): FileKind {
  const file = openCompoundFile(bytes)
  if (file.has('EncryptedPackage')) throw refused('encrypted', 'an Office file with a password')
  if (file.has('WordDocument')) return 'doc'
  if (file.has('Workbook') || file.has('Book')) return 'xls'
  if (file.has('PowerPoint Document')) throw refused('presentation', 'a presentation (.ppt)')
  throw refused('wps', 'a compound file that is neither doc nor xls (.wps, .et …); save it as docx or xlsx')
}

interface Signature {
  reason: UnreadableReason
  what: string
  is: (bytes: Uint8Array) => boolean
}

function signature(reason: UnreadableReason, what: string, start: number[] | string, at = 0): Signature {
  const wanted = typeof start === 'string' ? [...start].map((character) => character.charCodeAt(0)) : start
  return { reason, what, is: (bytes) => startsWith(bytes, wanted, at) }
}

const signatures: Signature[] = [
  signature('image', 'a picture (PNG)', '\x89PNG'),
  signature('image', 'a picture (JPEG)', [0xff, 0xd8, 0xff]),
  signature('image', 'a picture (GIF)', 'GIF8'),
  signature('image', 'a picture (TIFF)', 'II*\0'),
  signature('image', 'a picture (TIFF)', 'MM\0*'),
  signature('image', 'a picture (WebP)', 'WEBP', 8),
  signature('image', 'a picture (HEIF)', 'ftyp', 4),
  {
    reason: 'image',
    what: 'a picture (BMP)',
    is: (bytes) =>
      startsWith(bytes, [0x42, 0x4d]) &&
      bytes.length >= 26 &&
      new DataView(bytes.buffer, bytes.byteOffset).getUint32(2, true) === bytes.length,
  },
  signature('archive', 'a RAR archive; unpack it and give the files', 'Rar!\x1a\x07'),
  signature('archive', 'a 7z archive; unpack it and give the files', '7z\xbc\xaf\x27\x1c'),
  signature('archive', 'a gzip archive; unpack it and give the files', [0x1f, 0x8b]),
  signature('archive', 'a part of a divided zip archive', 'PK\x07\x08'),
  signature('other-office-format', 'rich text (.rtf); save it as docx', '{\\rtf'),
]

function kindOfText(bytes: Uint8Array, fileName: string): FileKind {
  const wide = startsWith(bytes, [0xff, 0xfe])
    ? 'utf-16le'
    : startsWith(bytes, [0xfe, 0xff])
      ? 'utf-16be'
      : null
  const head = wide ? new TextDecoder(wide).decode(bytes.subarray(0, 4096)) : latin(bytes, 4096)
  const start = head.replace(/^(?:\ufeff|\u00ef\u00bb\u00bf)/u, '').trimStart()

  if (/^MIME-Version:|^Content-Type:\s*multipart/imu.test(start.slice(0, 1024))) {
    throw refused('other-office-format', 'a web archive (.mht); save it as html or docx')
  }
  if (start.startsWith('<?xml') && !/<html|<!doctype\s+html/iu.test(start)) {
    throw refused('other-office-format', 'an XML file; save it as docx, xlsx or html')
  }
  if (/^<(?:!doctype|!--|\?xml|[a-z][a-z0-9]*[\s/>])/iu.test(start)) return 'html'
  if (/<!doctype\s+html|<html[\s>]/iu.test(start.slice(0, 1024))) return 'html'
  if (/[\0-\x08\x0e-\x1a]/u.test(start)) {
    const extension = /\.(wps|et|ofd|ceb)$/iu.exec(fileName)?.[1]?.toLowerCase()
    if (extension === 'ofd') throw refused('ofd', 'a file named .ofd')
    if (extension)
      throw refused('wps', `a file named .${extension} in a form of its own; save it as docx or xlsx`)
    throw refused('unknown', 'bytes that are no known format')
  }
  return 'text'
}
