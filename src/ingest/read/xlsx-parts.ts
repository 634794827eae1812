import type { Meter } from './meter'
import { builtInFormat } from './number-format-code'
import type { Ruling } from './sheet'
import { unruled } from './sheet'
import type { Relationship, XmlHandler } from './xml'
import { readXmlPart } from './xml'
import type { Zip } from './zip'

type Attribute = (name: string) => string | undefined

/** What a cell's style says that the reading needs. */
export interface CellStyle {
  format: string
  ruled: Ruling
}

export const plainStyle: CellStyle = { format: 'General', ruled: unruled }

export interface Workbook {
  sheets: { name: string; hidden: boolean; id: string }[]
  /** Days count from 1904 instead of 1900. */
  date1904: boolean
}

export function readWorkbook(zip: Zip, part: string, meter: Meter): Workbook {
  const workbook: Workbook = { sheets: [], date1904: false }
  const open = (name: string, attribute: Attribute): void => {
    if (name === 'x:workbookPr') workbook.date1904 = /^(?:1|true|on)$/u.test(attribute('date1904') ?? '')
    if (name !== 'x:sheet') return
    const hidden = /^(?:hidden|veryHidden)$/u.test(attribute('state') ?? '')
    workbook.sheets.push({ name: attribute('name') ?? '', hidden, id: attribute('r:id') ?? '' })
  }
  readXmlPart(zip, part, { open, close: () => undefined, text: () => undefined }, meter)
  return workbook
}

/** Styles by the number that cells name them with. */
export function readStyles(zip: Zip, parts: readonly Relationship[], meter: Meter): CellStyle[] {
  const part = parts.find((candidate) => candidate.kind === 'styles')?.part
  if (part === undefined || !zip.has(part)) return []
  const styles = new StylesPart()
  readXmlPart(zip, part, styles, meter)
  return styles.list()
}

class StylesPart implements XmlHandler {
  private readonly path: string[] = []
  private readonly formats = new Map<number, string>()
  private readonly borders: Ruling[] = []
  private readonly cells: { format: number; border: number }[] = []

  open(name: string, attribute: Attribute): void {
    const parent = this.path.at(-1)
    this.path.push(name)
    if (name === 'x:numFmt' && parent === 'x:numFmts') {
      this.formats.set(Number(attribute('numFmtId')), attribute('formatCode') ?? 'General')
    } else if (name === 'x:border' && parent === 'x:borders') {
      this.borders.push({ ...unruled })
    } else if (parent === 'x:border' && this.path.at(-3) === 'x:borders') {
      const border = this.borders.at(-1)
      const side = sides.get(name)
      if (border && side && (attribute('style') ?? 'none') !== 'none') border[side] = true
    } else if (name === 'x:xf' && parent === 'x:cellXfs') {
      this.cells.push({
        format: Number(attribute('numFmtId') ?? 0),
        border: Number(attribute('borderId') ?? 0),
      })
    }
  }

  close(): void {
    this.path.pop()
  }

  text(): void {
    // styles hold no words
  }

  list(): CellStyle[] {
    return this.cells.map(({ format, border }) => ({
      format: this.formats.get(format) ?? builtInFormat(format),
      ruled: this.borders[border] ?? unruled,
    }))
  }
}

const sides = new Map<string, keyof Ruling>([
  ['x:left', 'left'],
  ['x:start', 'left'],
  ['x:right', 'right'],
  ['x:end', 'right'],
  ['x:top', 'top'],
  ['x:bottom', 'bottom'],
])

/** Texts by the number that cells name them with. */
export function readSharedStrings(zip: Zip, parts: readonly Relationship[], meter: Meter): string[] {
  const part = parts.find((candidate) => candidate.kind === 'sharedStrings')?.part
  if (part === undefined || !zip.has(part)) return []
  const strings: string[] = []
  const words = new RichText()
  const open = (name: string): void => {
    if (name === 'x:si') words.begin()
    words.open(name)
  }
  const close = (name: string): void => {
    words.close(name)
    if (name === 'x:si') strings.push(words.finish())
  }
  readXmlPart(zip, part, { open, close, text: (text) => words.text(text) }, meter)
  return strings
}

/** Words in runs, shared or inline, without the readings above them (rPh). */
export class RichText {
  private words = ''
  private inText = false
  private inReading = false

  begin(): void {
    this.words = ''
  }

  open(name: string): void {
    if (name === 'x:t') this.inText = true
    else if (name === 'x:rPh') this.inReading = true
  }

  close(name: string): void {
    if (name === 'x:t') this.inText = false
    else if (name === 'x:rPh') this.inReading = false
  }

  text(text: string): void {
    if (this.inText && !this.inReading) this.words += text
  }

  /** Characters that XML cannot hold are written as `_x000D_`; line ends become one kind. */
  finish(): string {
    return this.words
      .replace(/_x([0-9a-f]{4})_/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
      .replace(/\r\n?/gu, '\n')
  }
}
