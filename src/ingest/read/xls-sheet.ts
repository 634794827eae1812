import { UnreadableFile } from '../raw'
import { biff, BiffReader, recordsFrom } from './biff'
import type { Meter } from './meter'
import { shownNumber, shownText } from './number-format'
import type { Area, Sheet } from './sheet'
import { SheetRows, unruled } from './sheet'
import type { XlsWorkbook } from './xls-workbook'

/** @throws UnreadableFile when it names texts that do not exist, or is cut off */
export function readXlsSheet(
  stream: Uint8Array,
  workbook: XlsWorkbook,
  { name, hidden, start }: XlsWorkbook['sheets'][number],
  meter: Meter,
): Sheet {
  const cells = new XlsCells(workbook, showsZeros(stream, start), new SheetRows(meter))
  for (const { type, pieces } of recordsFrom(stream, start)) {
    meter.step()
    cells.take(type, new BiffReader(pieces))
  }
  const isHiddenCol = (col: number): boolean =>
    cells.hiddenCols.some(([first, last]) => first <= col && col <= last)
  return { name, hidden, rows: cells.finish(), merges: cells.merges, isHiddenCol }
}

/** Whether zeros are shown is written behind the cells. */
function showsZeros(stream: Uint8Array, start: number): boolean {
  for (const { type, pieces } of recordsFrom(stream, start)) {
    if (type === biff.window2) return (new BiffReader(pieces).u16() & 0x10) !== 0
  }
  return true
}

/** A number, or what stands in its place: words, a truth value, an error. */
type Value = { number: number } | { words: string } | null

const errors = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
])

interface Place {
  row: number
  col: number
  style: number
}

class XlsCells {
  readonly merges: Area[] = []
  readonly hiddenCols: [first: number, last: number][] = []
  /** The formula whose words stand in the STRING record that follows. */
  private awaited: Place | null = null

  constructor(
    private readonly workbook: XlsWorkbook,
    private readonly showsZeros: boolean,
    private readonly rows: SheetRows,
  ) {}

  take(type: number, reader: BiffReader): void {
    switch (type) {
      case biff.labelSst:
        return this.add(placeOf(reader), { words: this.sharedText(reader.u32()) })
      case biff.label:
      case biff.rString:
        return this.add(placeOf(reader), { words: reader.text(reader.u16()) })
      case biff.number:
        return this.add(placeOf(reader), { number: reader.f64() })
      case biff.rk:
        return this.add(placeOf(reader), { number: rkNumber(reader.u32()) })
      case biff.mulRk:
        return this.several(reader, 6, () => ({ number: rkNumber(reader.u32()) }))
      case biff.mulBlank:
        return this.several(reader, 2, () => null)
      case biff.blank:
        return this.add(placeOf(reader), null)
      case biff.boolErr:
        return this.add(placeOf(reader), truthOrError(reader.u8(), reader.u8() !== 0))
      case biff.formula:
        return this.formula(reader)
      case biff.string:
        if (this.awaited) this.add(this.awaited, { words: reader.text(reader.u16()) })
        this.awaited = null
        return
      case biff.row:
        return this.rowProperties(reader)
      case biff.colInfo:
        return this.columnProperties(reader)
      case biff.mergeCells:
        return this.mergedCells(reader)
    }
  }

  finish(): Sheet['rows'] {
    return this.rows.finish()
  }

  private add(place: Place, value: Value): void {
    const style = this.workbook.styles[place.style]
    const text = this.shown(value, style?.format ?? 'General')
    this.rows.add(place.row, { col: place.col, text, unreadable: false, ruled: style?.ruled ?? unruled })
  }

  private several(reader: BiffReader, size: number, value: () => Value): void {
    const row = reader.u16()
    let col = reader.u16()
    while (reader.remaining >= size + 2) {
      this.add({ row, col, style: reader.u16() }, value())
      col += 1
    }
  }

  private formula(reader: BiffReader): void {
    const place = placeOf(reader)
    const result = reader.bytes(8)
    if (result[6] !== 0xff || result[7] !== 0xff) {
      return this.add(place, { number: new DataView(result.buffer).getFloat64(0, true) })
    }
    if (result[0] === 0) this.awaited = place
    else this.add(place, result[0] === 3 ? null : truthOrError(result[2]!, result[0] === 2))
  }

  private rowProperties(reader: BiffReader): void {
    const row = reader.u16()
    reader.skip(10)
    if (reader.u16() & 0x20) this.rows.hide(row)
  }

  private columnProperties(reader: BiffReader): void {
    const first = reader.u16()
    const last = reader.u16()
    reader.skip(4)
    if (reader.u16() & 1) this.hiddenCols.push([first, last])
  }

  private mergedCells(reader: BiffReader): void {
    const count = reader.u16()
    for (let index = 0; index < count; index += 1) {
      const [top, bottom, left, right] = [reader.u16(), reader.u16(), reader.u16(), reader.u16()]
      this.merges.push({ top, left, bottom, right })
    }
  }

  private sharedText(number: number): string {
    const text = this.workbook.strings[number]
    if (text === undefined) {
      throw new UnreadableFile(`one of ${this.workbook.strings.length} shared texts`, `number ${number}`)
    }
    return text
  }

  private shown(value: Value, format: string): string {
    if (value === null) return ''
    if ('words' in value) return shownText(value.words, format)
    if (value.number === 0 && !this.showsZeros) return ''
    return shownNumber(String(value.number), format, this.workbook.date1904)
  }
}

function placeOf(reader: BiffReader): Place {
  return { row: reader.u16(), col: reader.u16(), style: reader.u16() }
}

function truthOrError(value: number, isError: boolean): Value {
  return { words: isError ? (errors.get(value) ?? '#N/A') : value === 0 ? 'FALSE' : 'TRUE' }
}

/**
 * A number packed into 30 bits ([MS-XLS] 2.5.217): a whole number or the upper half of a binary one, and for two
 * decimals a hundred times as much as is meant.
 */
function rkNumber(packed: number): number {
  const view = new DataView(new ArrayBuffer(8))
  view.setUint32(4, packed & 0xfffffffc, true)
  const number = packed & 2 ? view.getInt32(4, true) >> 2 : view.getFloat64(0, true)
  return packed & 1 ? number / 100 : number
}
