import { UnreadableFile } from '../raw'
import type { Meter } from './meter'

/** A sheet of a workbook as xlsx and xls alike hold it. Rows and columns count from 0. */
export interface Sheet {
  name: string
  /** Hidden from the reader of the workbook. */
  hidden: boolean
  /** What is printed or ruled, in ascending rows. */
  rows: SheetRow[]
  merges: Area[]
  isHiddenCol: (col: number) => boolean
}

export interface SheetRow {
  row: number
  hidden: boolean
  /** In ascending columns. */
  cells: SheetCell[]
}

export interface SheetCell {
  col: number
  /** As the spreadsheet shows it. */
  text: string
  /** A formula without its result. */
  unreadable: boolean
  ruled: Ruling
}

/** Lines drawn around a cell. */
export interface Ruling {
  left: boolean
  right: boolean
  top: boolean
  bottom: boolean
}

export const unruled: Ruling = { left: false, right: false, top: false, bottom: false }

/** Merged cells, first and last included. */
export interface Area {
  top: number
  left: number
  bottom: number
  right: number
}

const lastRow = 1_048_575
const lastCol = 16_383

/** Row and column of `B5`. */
export function parseA1(a1: string): { row: number; col: number } {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/iu.exec(a1)
  let col = 0
  for (const letter of found?.[1]?.toUpperCase() ?? '') col = col * 26 + letter.charCodeAt(0) - 64
  const row = Number(found?.[2] ?? 0)
  if (col < 1 || row < 1 || col > lastCol + 1 || row > lastRow + 1) {
    throw new UnreadableFile('cells from A1 to XFD1048576', a1.slice(0, 20))
  }
  return { row: row - 1, col: col - 1 }
}

export function formatA1(row: number, col: number): string {
  let letters = ''
  for (let rest = col + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return `${letters}${row + 1}`
}

/** Rows that are ruled without a word go on and on where whole columns were formatted; a table ends before the hundredth. */
const blankRowsKept = 100

/** Takes up the cells of a sheet and keeps what is printed or ruled. */
export class SheetRows {
  private readonly rows = new Map<number, SheetRow>()
  private readonly hiddenRows = new Set<number>()
  private lastWords = -1
  private kept = 0

  constructor(private readonly meter: Meter) {}

  hide(row: number): void {
    this.hiddenRows.add(row)
  }

  /** @throws UnreadableFile when there are too many */
  add(row: number, cell: SheetCell): void {
    const printed = cell.text !== '' || cell.unreadable
    const ruled = cell.ruled.left || cell.ruled.right || cell.ruled.top || cell.ruled.bottom
    if (printed) this.lastWords = Math.max(this.lastWords, row)
    else if (!ruled || row > this.lastWords + blankRowsKept) return
    this.meter.expectRoomFor((this.kept += 1))
    const before = this.rows.get(row)
    if (before) before.cells.push(cell)
    else this.rows.set(row, { row, hidden: false, cells: [cell] })
  }

  finish(): SheetRow[] {
    const rows = [...this.rows.values()].sort((a, b) => a.row - b.row)
    for (const row of rows) {
      row.hidden = this.hiddenRows.has(row.row)
      row.cells.sort((a, b) => a.col - b.col)
    }
    return rows
  }
}
