import { compoundFile } from './compound-file'
import { packed, u16 } from './xls-file'

/** A paragraph as a binary Word file keeps it: its words, the mark that ends it, and the properties of its end. */
export interface DocParagraph {
  /** Words, or words with properties of their own. */
  runs: (string | { text: string; properties: Uint8Array })[]
  mark?: number
  properties?: Uint8Array[]
}

export interface DocContent {
  paragraphs: DocParagraph[]
  footnotes?: DocParagraph[]
  headers?: DocParagraph[]
  textBoxes?: DocParagraph[]
  /** One byte a character (Windows-1252) for the text instead of two. */
  narrow?: boolean
  /** Flags and version of the head, to make it encrypted or old. */
  flags?: number
  version?: number
  data?: Uint8Array
}

/** One property (sprm) with its operand. */
export function property(number: number, operand: Uint8Array | number): Uint8Array {
  return packed(u16(number), typeof operand === 'number' ? Uint8Array.of(operand) : operand)
}

const inTable = property(0x2416, 1)
const depthOf = (depth: number): Uint8Array => property(0x6649, packed(['u32', depth]))

/** The paragraph that ends a cell. */
export function cell(text: string, depth = 1): DocParagraph {
  const inner = depth > 1 ? [property(0x244b, 1)] : []
  return { runs: [text], mark: depth > 1 ? 0x0d : 0x07, properties: [inTable, depthOf(depth), ...inner] }
}

/** The paragraph that ends a row: its cells' edges in twips; flags of cells by index; is it repeated as header? */
export function rowEnd(
  edges: number[],
  flags: Record<number, number> = {},
  depth = 1,
  header = false,
): DocParagraph {
  const count = edges.length - 1
  const cells = Array.from({ length: count }, (_, index) =>
    packed(u16(flags[index] ?? 0), new Uint8Array(18)),
  )
  const table = packed(['u8', count], u16(...edges.map((edge) => edge & 0xffff)), ...cells)
  const definition = property(0xd608, packed(u16(table.length + 1), table))
  const end = depth > 1 ? property(0x244c, 1) : property(0x2417, 1)
  const repeated = header ? [property(0x3404, 1)] : []
  return {
    runs: [],
    mark: depth > 1 ? 0x0d : 0x07,
    properties: [inTable, depthOf(depth), end, ...repeated, definition],
  }
}

/** Flags of a cell that begins a vertical merge, goes on with the one above, or with the one to the left. */
export const merged = { first: 3 << 5, more: 1 << 5, left: 1 }

const textAt = 1024

/** A document of Word 97: one page of properties for each paragraph and each run that has some. */
export function docFile(content: DocContent): Uint8Array {
  return compoundFile(docStreams(content))
}

/** The streams of such a document. */
export function docStreams(content: DocContent): Record<string, Uint8Array> {
  const { paragraphs, footnotes = [], headers = [], textBoxes = [], narrow = false } = content
  const size = narrow ? 1 : 2
  let text = ''
  const counts: number[] = []
  const paragraphPages: Page[] = []
  const characterPages: Page[] = []
  for (const story of [paragraphs, footnotes, headers, textBoxes]) {
    const before = text.length
    for (const { runs, mark = 0x0d, properties = [] } of story) {
      const start = text.length
      for (const run of runs) {
        const words = typeof run === 'string' ? run : run.text
        if (typeof run !== 'string')
          characterPages.push({
            start: text.length,
            end: text.length + words.length,
            properties: run.properties,
          })
        text += words
      }
      text += String.fromCharCode(mark)
      paragraphPages.push({ start, end: text.length, properties: packed(u16(0), ...properties) })
    }
    counts.push(text.length - before)
  }
  const place = (character: number): number => textAt + character * size
  const characters = [...text].map((character) => character.charCodeAt(0))
  const body = narrow ? Uint8Array.from(characters) : u16(...characters)
  const firstPage = Math.ceil((textAt + body.length) / 512)
  const pages = [
    ...paragraphPages.map((page) => paragraphPage(page, place)),
    ...characterPages.map((page) => characterPage(page, place)),
  ]
  const main = new Uint8Array((firstPage + pages.length) * 512)
  main.set(body, textAt)
  for (const [index, page] of pages.entries()) main.set(page, (firstPage + index) * 512)

  const lists = [
    pageList(paragraphPages, firstPage, place),
    pageList(characterPages, firstPage + paragraphPages.length, place),
    packed(
      ['u8', 2],
      ['u32', 16],
      ['u32', 0],
      ['u32', text.length],
      u16(0),
      ['u32', narrow ? (textAt * 2) | 0x4000_0000 : textAt],
      u16(0),
    ),
  ]
  main.set(head(content, counts, lists), 0)
  return { WordDocument: main, '1Table': packed(...lists), ...(content.data ? { Data: content.data } : {}) }
}

interface Page {
  start: number
  end: number
  properties: Uint8Array
}

function paragraphPage({ start, end, properties }: Page, place: (character: number) => number): Uint8Array {
  const padded = properties.length % 2 === 0 ? properties : packed(properties, Uint8Array.of(0))
  const page = new Uint8Array(512)
  page.set(packed(['u32', place(start)], ['u32', place(end)], ['u8', 16]))
  page.set(packed(Uint8Array.of(0, padded.length / 2), padded), 32)
  page[511] = 1
  return page
}

function characterPage({ start, end, properties }: Page, place: (character: number) => number): Uint8Array {
  const page = new Uint8Array(512)
  page.set(packed(['u32', place(start)], ['u32', place(end)], ['u8', 16]))
  page.set(packed(['u8', properties.length], properties), 32)
  page[511] = 1
  return page
}

function pageList(pages: Page[], first: number, place: (character: number) => number): Uint8Array {
  const edges = [...pages.map((page) => page.start), pages.at(-1)?.end ?? 0].map(place)
  return packed(
    ...edges.map((edge): ['u32', number] => ['u32', edge]),
    ...pages.map((_, index): ['u32', number] => ['u32', first + index]),
  )
}

function head(
  { flags = 0x0200, version = 0xc1 }: DocContent,
  counts: number[],
  lists: Uint8Array[],
): Uint8Array {
  const [text = 0, footnotes = 0, headers = 0, boxes = 0] = counts
  const numbers = [0, 0, 0, text, footnotes, headers, 0, 0, 0, boxes, 0]
  const pairs = Array.from({ length: 93 * 2 }, () => 0)
  let at = 0
  for (const [index, list] of [13, 12, 33].entries()) {
    pairs[list * 2] = at
    pairs[list * 2 + 1] = lists[index]!.length
    at += lists[index]!.length
  }
  const long = (values: number[]): Uint8Array =>
    packed(...values.map((value): ['u32', number] => ['u32', value]))
  return packed(
    u16(0xa5ec, version, 0, 0, 0, flags),
    new Uint8Array(20),
    u16(0),
    u16(numbers.length),
    long(numbers),
    u16(93),
    long(pairs),
  )
}
