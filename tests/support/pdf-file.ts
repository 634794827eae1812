import { createHash } from 'node:crypto'
import { zlibSync } from 'fflate'

/** How a table's rules are drawn: as strokes, as thin filled rectangles, or as a box around each cell. */
export type Drawn = 'strokes' | 'rectangles' | 'boxes'

export interface DrawnTable {
  left: number
  /** From the top of the page. */
  top: number
  widths: readonly number[]
  /** Height of each row, or of all. */
  heights?: number | readonly number[]
  /** Words by row and column; a line break begins a new line. */
  rows: readonly (readonly string[])[]
  /** Merged cells; their words stand in the first of their cells. */
  merged?: readonly { row: number; col: number; rowSpan?: number; colSpan?: number }[]
  drawn?: Drawn
  size?: number
  align?: 'left' | 'right' | 'centre'
}

interface TextStyle {
  size?: number
  /** Quarter turns clockwise. */
  turn?: 0 | 1 | 2 | 3
  /** Text rendering mode; 3 paints nothing. */
  mode?: number
  font?: 'F1' | 'F2'
}

/** A page to draw on, in points from its top left corner. */
export class PdfPage {
  #content = ''
  readonly pictures: string[] = []

  constructor(
    readonly width = 595,
    readonly height = 842,
    readonly rotate = 0,
  ) {}

  get content(): string {
    return this.#content
  }

  /** Adds operators as they are, y upwards. */
  raw(operators: string): this {
    this.#content += `${operators}\n`
    return this
  }

  /** Writes words with their baseline's beginning at (x, y). */
  text(
    x: number,
    y: number,
    words: string,
    { size = 10, turn = 0, mode = 0, font = 'F1' }: TextStyle = {},
  ): this {
    const [a, b] = [
      [1, 0],
      [0, -1],
      [-1, 0],
      [0, 1],
    ][turn]!
    const matrix = `${a} ${b} ${-b!} ${a} ${number(x)} ${number(this.height - y)}`
    return this.raw(`BT /${font} ${size} Tf ${mode} Tr ${matrix} Tm <${hex(words)}> Tj ET`)
  }

  stroke(x0: number, y0: number, x1: number, y1: number): this {
    return this.raw(
      `0.5 w ${number(x0)} ${number(this.height - y0)} m ${number(x1)} ${number(this.height - y1)} l S`,
    )
  }

  /** A filled rectangle. */
  fill(x: number, y: number, width: number, height: number, grey = 0): this {
    return this.raw(
      `${grey} g ${number(x)} ${number(this.height - y - height)} ${number(width)} ${number(height)} re f 0 g`,
    )
  }

  box(x: number, y: number, width: number, height: number): this {
    return this.raw(
      `0.5 w ${number(x)} ${number(this.height - y - height)} ${number(width)} ${number(height)} re S`,
    )
  }

  /** A picture of many pixels. */
  picture(x: number, y: number, width: number, height: number): this {
    return this.raw(
      `q ${number(width)} 0 0 ${number(height)} ${number(x)} ${number(this.height - y - height)} cm /P1 Do Q`,
    )
  }

  table(table: DrawnTable): this {
    const { left, top, widths, rows, merged = [], drawn = 'strokes', size = 10, align = 'left' } = table
    const heights = rows.map((_, row) =>
      typeof table.heights === 'object' ? table.heights[row]! : (table.heights ?? 20),
    )
    const xs = running(left, widths)
    const ys = running(top, heights)
    const owner = (row: number, col: number): string => {
      const found = merged.find(
        (cell) =>
          row >= cell.row &&
          row < cell.row + (cell.rowSpan ?? 1) &&
          col >= cell.col &&
          col < cell.col + (cell.colSpan ?? 1),
      )
      return found ? `${found.row} ${found.col}` : `${row} ${col}`
    }
    const cells = new Map<string, { row: number; col: number; toRow: number; toCol: number }>()
    for (let row = 0; row < rows.length; row += 1) {
      for (let col = 0; col < widths.length; col += 1) {
        const key = owner(row, col)
        const cell = cells.get(key) ?? { row, col, toRow: row, toCol: col }
        cells.set(key, { ...cell, toRow: row, toCol: Math.max(col, cell.toCol) })
      }
    }
    for (const { row, col, toRow, toCol } of cells.values()) {
      const [x0, x1, y0, y1] = [xs[col]!, xs[toCol + 1]!, ys[row]!, ys[toRow + 1]!]
      this.#frame(x0, y0, x1, y1, drawn)
      const lines = (rows[row]![col] ?? '').split('\n')
      const first = (y0 + y1) / 2 + size * (0.38 - 0.6 * (lines.length - 1))
      for (const [index, line] of lines.entries()) {
        if (line === '') continue
        const width = widthOf(line, size)
        const x = align === 'left' ? x0 + 3 : align === 'right' ? x1 - 3 - width : (x0 + x1 - width) / 2
        this.text(x, first + index * size * 1.2, line, { size })
      }
    }
    return this
  }

  #frame(x0: number, y0: number, x1: number, y1: number, drawn: Drawn): void {
    if (drawn === 'boxes') this.box(x0, y0, x1 - x0, y1 - y0)
    else if (drawn === 'strokes') {
      this.stroke(x0, y0, x1, y0).stroke(x0, y1, x1, y1).stroke(x0, y0, x0, y1).stroke(x1, y0, x1, y1)
    } else {
      const thin = 0.5
      this.fill(x0, y0 - thin / 2, x1 - x0, thin).fill(x0, y1 - thin / 2, x1 - x0, thin)
      this.fill(x0 - thin / 2, y0, thin, y1 - y0).fill(x1 - thin / 2, y0, thin, y1 - y0)
    }
  }
}

/** Width of words in the made fonts: ideographs as wide as high, ASCII half of that. */
export function widthOf(words: string, size: number): number {
  return [...words].reduce((sum, sign) => sum + (sign.charCodeAt(0) < 0x80 ? 0.5 : 1) * size, 0)
}

export interface PdfFileOptions {
  /** Asked for on opening, or only for changes. */
  password?: { user?: string; owner: string }
  /** What code of F1 means: said by the file, or not at all (the code as it is). */
  meaning?: 'said' | 'unsaid'
  /** A font that is not in the file, with the name of its encoding; without it F2 is like F1. */
  encoding?: string
}

/** A pdf of pages. Its fonts have no shapes: nothing is to be painted. */
export function pdfFile(pages: readonly PdfPage[], options: PdfFileOptions = {}): Uint8Array {
  const objects: Uint8Array[] = []
  const id = new Uint8Array(16).fill(7)
  const lock = options.password ? lockOf(options.password.user ?? '', options.password.owner, id) : null
  const add = (body: string | Uint8Array): number =>
    objects.push(typeof body === 'string' ? latin(body) : body)
  const addStream = (dictionary: string, bytes: Uint8Array): number => {
    const number = objects.length + 1
    const packed = lock ? rc4(lock.keyOf(number), bytes) : bytes
    return add(
      joined(latin(`<<${dictionary}/Length ${packed.length}>>stream\n`), packed, latin('\nendstream')),
    )
  }

  add('<</Type/Catalog/Pages 2 0 R>>')
  add(
    `<</Type/Pages/Kids[${pages.map((_, index) => `${index * 2 + 20} 0 R`).join(' ')}]/Count ${pages.length}>>`,
  )
  const descriptor =
    '/FontDescriptor<</Type/FontDescriptor/FontName/Made/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 800/StemV 80>>'
  const cidFont = (ordering: string): string =>
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/Made/CIDSystemInfo<</Registry(Adobe)/Ordering(${ordering})/Supplement 0>>/DW 1000/W[${ordering === 'Identity' ? '0 127' : '1 95'} 500]${descriptor}>>`
  const meaning = addStream('/Filter/FlateDecode', zlibSync(latin(toUnicode)))
  const said = options.meaning === 'unsaid' ? '' : `/ToUnicode ${meaning} 0 R`
  add(
    `<</Type/Font/Subtype/Type0/BaseFont/Made/Encoding/Identity-H/DescendantFonts[${cidFont('Identity')}]${said}>>`,
  )
  add(
    options.encoding
      ? `<</Type/Font/Subtype/Type0/BaseFont/Made/Encoding/${options.encoding}/DescendantFonts[${cidFont('GB1')}]>>`
      : `<</Type/Font/Subtype/Type0/BaseFont/Made/Encoding/Identity-H/DescendantFonts[${cidFont('Identity')}]${said}>>`,
  )
  addStream(
    '/Type/XObject/Subtype/Image/Width 300/Height 300/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode',
    zlibSync(new Uint8Array(300 * 300)),
  )
  while (objects.length < 19) add('null')
  const resources = '<</Font<</F1 4 0 R/F2 5 0 R>>/XObject<</P1 6 0 R>>>>'
  for (const page of pages) {
    add(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${page.width} ${page.height}]/Rotate ${page.rotate}/Resources${resources}/Contents ${objects.length + 2} 0 R>>`,
    )
    addStream('/Filter/FlateDecode', zlibSync(latin(page.content)))
  }
  const encrypt = lock ? `/Encrypt ${lock.dictionary}/ID[<${hexOf(id)}><${hexOf(id)}>]` : ''
  return assembled(objects, encrypt)
}

function assembled(objects: readonly Uint8Array[], trailer: string): Uint8Array {
  const parts = [latin('%PDF-1.7\n')]
  const places: number[] = []
  let size = parts[0]!.length
  for (const [index, body] of objects.entries()) {
    places.push(size)
    const part = joined(latin(`${index + 1} 0 obj\n`), body, latin('\nendobj\n'))
    parts.push(part)
    size += part.length
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  parts.push(
    latin(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${size}\n%%EOF\n`,
    ),
  )
  return joined(...parts)
}

/** Every code of two bytes means the character of that number (UTF-16). */
const toUnicode = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Made def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
${Array.from({ length: 256 }, (_, high) => high.toString(16).padStart(2, '0'))
  .map((high) => `1 beginbfrange <${high}00> <${high}FF> <${high}00> endbfrange`)
  .join('\n')}
endcmap end end`

function hex(words: string): string {
  return Array.from({ length: words.length }, (_, index) =>
    words.charCodeAt(index).toString(16).padStart(4, '0'),
  ).join('')
}

function number(value: number): string {
  return String(Math.round(value * 1000) / 1000)
}

function running(from: number, steps: readonly number[]): number[] {
  const places = [from]
  for (const step of steps) places.push(places.at(-1)! + step)
  return places
}

function latin(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** The oldest lock of pdf files (ISO 32000-1, 7.6.3: revision 2, 40 bits): enough to be locked. */
function lockOf(
  user: string,
  owner: string,
  id: Uint8Array,
): { dictionary: string; keyOf: (object: number) => Uint8Array } {
  const padding = Uint8Array.from(
    '28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A'.match(/../gu)!,
    (byte) => parseInt(byte, 16),
  )
  const padded = (password: string): Uint8Array => joined(latin(password), padding).slice(0, 32)
  const ownerEntry = rc4(md5(padded(owner)).slice(0, 5), padded(user))
  const permissions = Uint8Array.from([0xc0, 0xff, 0xff, 0xff])
  const key = md5(joined(padded(user), ownerEntry, permissions, id)).slice(0, 5)
  return {
    dictionary: `<</Filter/Standard/V 1/R 2/O<${hexOf(ownerEntry)}>/U<${hexOf(rc4(key, padding))}>/P -64>>`,
    keyOf: (object) => md5(joined(key, Uint8Array.from([object & 255, object >> 8, 0, 0, 0]))).slice(0, 10),
  }
}

function md5(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(createHash('md5').update(bytes).digest())
}

function rc4(key: Uint8Array, bytes: Uint8Array): Uint8Array {
  const box = Uint8Array.from({ length: 256 }, (_, index) => index)
  const swap = (i: number, j: number): void => {
    const held = box[i]!
    box[i] = box[j]!
    box[j] = held
  }
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + box[i]! + key[i % key.length]!) & 255
    swap(i, j)
  }
  let i = 0
  let j = 0
  return bytes.map((byte) => {
    i = (i + 1) & 255
    j = (j + box[i]!) & 255
    swap(i, j)
    return byte ^ box[(box[i]! + box[j]!) & 255]!
  })
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
