import type { SaxesTagNS } from 'saxes'
import { SaxesParser } from 'saxes'
import { UnreadableFile } from '../raw'
import type { Meter } from './meter'
import type { Zip } from './zip'

/** What a part of an Office file is read with: elements and attributes under the prefixes of `namespaces`. */
export interface XmlHandler {
  open(name: string, attribute: (name: string) => string | undefined): void
  close(name: string): void
  text(text: string): void
}

/** Namespaces of Office Open XML (ISO/IEC 29500), transitional and strict, under one prefix each; whatever else is `?`. */
const namespaces = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'x'],
  ['http://purl.oclc.org/ooxml/spreadsheetml/main', 'x'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/drawingml/2006/picture', 'pic'],
  ['http://purl.oclc.org/ooxml/drawingml/picture', 'pic'],
  ['http://schemas.openxmlformats.org/drawingml/2006/chart', 'c'],
  ['http://purl.oclc.org/ooxml/drawingml/chart', 'c'],
  ['http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing', 'xdr'],
  ['http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing', 'xdr'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['', ''],
])

function prefixed(uri: string, local: string): string {
  const prefix = namespaces.get(uri) ?? '?'
  return prefix === '' ? local : `${prefix}:${local}`
}

/**
 * Reads one XML part of an archive while it is unpacked; nothing is kept but what the handler keeps.
 * @throws UnreadableFile when the part is missing, no well-formed XML, or declares a document type
 */
export function readXmlPart(zip: Zip, part: string, handler: XmlHandler, meter: Meter): void {
  const parser = new SaxesParser<{ xmlns: true; position: false }>({ xmlns: true, position: false })
  parser.on('doctype', () => {
    throw new UnreadableFile(`${part} without a document type`, 'a DOCTYPE')
  })
  parser.on('opentag', (tag) => {
    meter.step()
    handler.open(prefixed(tag.uri, tag.local), (name) => attributeOf(tag, name))
  })
  parser.on('closetag', (tag) => handler.close(prefixed(tag.uri, tag.local)))
  parser.on('text', (text) => handler.text(text))
  parser.on('cdata', (text) => handler.text(text))
  parser.on('error', (cause) => {
    throw new UnreadableFile(`${part} as well-formed XML`, cause.message)
  })
  let decoder: TextDecoder | null = null
  const decode = (piece?: Uint8Array): string => {
    try {
      decoder ??= new TextDecoder(encodingOf(piece ?? new Uint8Array()), { fatal: true })
      return piece ? decoder.decode(piece, { stream: true }) : decoder.decode()
    } catch (cause) {
      if (!(cause instanceof TypeError)) throw cause
      throw new UnreadableFile(`${part} in UTF-8 or UTF-16`, 'other bytes')
    }
  }
  zip.unpack(part, (piece) => {
    if (piece.length > 0) parser.write(decode(piece))
  })
  parser.write(decode())
  parser.close()
}

function encodingOf(start: Uint8Array): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}

function attributeOf(tag: SaxesTagNS, name: string): string | undefined {
  for (const attribute of Object.values(tag.attributes)) {
    if (prefixed(attribute.uri, attribute.local) === name) return attribute.value
  }
  return undefined
}

/** A part that another one names: its id there, the last word of its kind, and its name in the archive. */
export interface Relationship {
  id: string
  kind: string
  part: string
}

/** The parts that `part` names ('' for the archive itself); links to the outside are left out. */
export function relationshipsOf(zip: Zip, part: string, meter: Meter): Relationship[] {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const list = `${folder}_rels/${part.slice(folder.length)}.rels`
  const found: Relationship[] = []
  if (!zip.has(list)) return found
  const open = (name: string, attribute: (name: string) => string | undefined): void => {
    if (name !== 'rel:Relationship' || attribute('TargetMode') === 'External') return
    const kind = attribute('Type')?.split('/').at(-1) ?? ''
    found.push({ id: attribute('Id') ?? '', kind, part: resolve(folder, attribute('Target') ?? '') })
  }
  readXmlPart(zip, list, { open, close: () => undefined, text: () => undefined }, meter)
  return found
}

/** A part's name from one that may be relative to the folder of the part that names it. */
function resolve(folder: string, target: string): string {
  const steps: string[] = []
  for (const step of `${target.startsWith('/') ? '' : folder}${target}`.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}
