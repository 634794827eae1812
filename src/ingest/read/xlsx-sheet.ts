import { UnreadableFile } from '../raw'
import type { Meter } from './meter'
import { shownNumber, shownText } from './number-format'
import type { Area, Sheet } from './sheet'
import { parseA1, SheetRows } from './sheet'
import type { CellStyle } from './xlsx-parts'
import { plainStyle, RichText } from './xlsx-parts'
import type { XmlHandler } from './xml'
import { readXmlPart } from './xml'
import type { Zip } from './zip'

type Attribute = (name: string) => string | undefined

/** What a sheet needs from its workbook. */
export interface SheetContext {
  name: string
  hidden: boolean
  styles: readonly CellStyle[]
  strings: readonly string[]
  date1904: boolean
}

/** @throws UnreadableFile when it names cells or texts that do not exist */
export function readSheet(zip: Zip, part: string, context: SheetContext, meter: Meter): Sheet {
  const sheet = new SheetPart(context, new SheetRows(meter))
  readXmlPart(zip, part, sheet, meter)
  return sheet.finish()
}

interface OpenCell {
  row: number
  col: number
  type: string
  style: CellStyle
  value: string
  hasValue: boolean
  hasFormula: boolean
}

class SheetPart implements XmlHandler {
  private readonly merges: Area[] = []
  private readonly hiddenCols: { first: number; last: number }[] = []
  private readonly inline = new RichText()
  private showsZeros = true
  private row = -1
  private col = -1
  private cell: OpenCell | null = null
  private inValue = false

  constructor(
    private readonly context: SheetContext,
    private readonly rows: SheetRows,
  ) {}

  open(name: string, attribute: Attribute): void {
    switch (name) {
      case 'x:sheetView':
        if (/^(?:0|false|off)$/u.test(attribute('showZeros') ?? '')) this.showsZeros = false
        return
      case 'x:col':
        return this.column(attribute)
      case 'x:row':
        return this.openRow(attribute)
      case 'x:c':
        return this.openCell(attribute)
      case 'x:f':
        if (this.cell) this.cell.hasFormula = true
        return
      case 'x:v':
        this.inValue = this.cell !== null
        return
      case 'x:is':
        return this.inline.begin()
      case 'x:mergeCell':
        return this.merge(attribute('ref') ?? '')
      default:
        this.inline.open(name)
    }
  }

  close(name: string): void {
    if (name === 'x:v') {
      this.inValue = false
      if (this.cell) this.cell.hasValue = true
    } else if (name === 'x:is') {
      if (this.cell) this.cell.value = this.inline.finish()
    } else if (name === 'x:c') {
      this.closeCell()
    } else {
      this.inline.close(name)
    }
  }

  text(text: string): void {
    if (this.inValue && this.cell) this.cell.value += text
    else this.inline.text(text)
  }

  finish(): Sheet {
    const { name, hidden } = this.context
    const isHiddenCol = (col: number): boolean =>
      this.hiddenCols.some(({ first, last }) => first <= col && col <= last)
    return { name, hidden, rows: this.rows.finish(), merges: this.merges, isHiddenCol }
  }

  private column(attribute: Attribute): void {
    if (!isOn(attribute('hidden'))) return
    this.hiddenCols.push({ first: Number(attribute('min')) - 1, last: Number(attribute('max')) - 1 })
  }

  private openRow(attribute: Attribute): void {
    const number = attribute('r')
    this.row = number === undefined ? this.row + 1 : parseA1(`A${number}`).row
    this.col = -1
    if (isOn(attribute('hidden'))) this.rows.hide(this.row)
  }

  private openCell(attribute: Attribute): void {
    const reference = attribute('r')
    if (reference === undefined) this.col += 1
    else ({ row: this.row, col: this.col } = parseA1(reference))
    const style = this.context.styles[Number(attribute('s') ?? 0)] ?? plainStyle
    const { row, col } = this
    this.cell = {
      row,
      col,
      type: attribute('t') ?? 'n',
      style,
      value: '',
      hasValue: false,
      hasFormula: false,
    }
  }

  private closeCell(): void {
    const cell = this.cell
    this.cell = null
    if (!cell) return
    const unreadable = cell.hasFormula && !cell.hasValue && cell.type !== 'str'
    this.rows.add(cell.row, { col: cell.col, text: this.shown(cell), unreadable, ruled: cell.style.ruled })
  }

  private shown({ type, value, style }: OpenCell): string {
    switch (type) {
      case 's':
        return shownText(this.sharedString(value), style.format)
      case 'str':
      case 'inlineStr':
        return shownText(value.replace(/\r\n?/gu, '\n'), style.format)
      case 'b':
        return value === '1' ? 'TRUE' : value === '' ? '' : 'FALSE'
      case 'n':
        if (value.trim() === '' || (!this.showsZeros && Number(value) === 0)) return ''
        return shownNumber(value, style.format, this.context.date1904)
      default:
        return value
    }
  }

  private sharedString(number: string): string {
    if (number.trim() === '') return ''
    const text = this.context.strings[Number(number)]
    if (text === undefined) {
      throw new UnreadableFile(
        `one of ${this.context.strings.length} shared texts`,
        `number ${number.slice(0, 20)}`,
      )
    }
    return text
  }

  private merge(reference: string): void {
    const [from = '', to = from] = reference.split(':')
    const first = parseA1(from)
    const last = parseA1(to)
    this.merges.push({
      top: Math.min(first.row, last.row),
      left: Math.min(first.col, last.col),
      bottom: Math.max(first.row, last.row),
      right: Math.max(first.col, last.col),
    })
  }
}

function isOn(value: string | undefined): boolean {
  return value !== undefined && /^(?:1|true|on)$/u.test(value)
}
