import type { Meter } from './meter'
import type { Area, Ruling, Sheet, SheetCell } from './sheet'
import { unruled } from './sheet'

/** A row of a sheet that prints or rules something, with what decides whether it belongs to a table. */
export interface PlacedRow {
  row: number
  hidden: boolean
  /** Its cells without those that a merged cell hides. */
  cells: SheetCell[]
  /** The cells with words. */
  printed: SheetCell[]
  /** How many of them are numbers. */
  figures: number
  /** Are two of its positions or more boxed in by lines? */
  ruled: boolean
  /** The merged cell that lies over a column of it. */
  mergeAt: Map<number, Area>
  /** First and last column that is printed, boxed in or merged. */
  left: number
  right: number
}

/** The rows of a sheet that hold words, lines or a part of a merged cell, top to bottom. */
export function placedRows(sheet: Sheet, meter: Meter): PlacedRow[] {
  const cells = new Map(
    sheet.rows.map((row) => [row.row, new Map(row.cells.map((cell) => [cell.col, cell]))]),
  )
  const merges = mergesByRow(sheet, cells, meter)
  const hidden = new Set(sheet.rows.filter((row) => row.hidden).map((row) => row.row))
  const numbers = [...new Set([...cells.keys(), ...merges.keys()])].sort((a, b) => a - b)
  const rows: PlacedRow[] = []
  for (const row of numbers) {
    const mergeAt = merges.get(row) ?? new Map<number, Area>()
    const columns = boxedColumns(row, cells)
    const shown = [...(cells.get(row)?.values() ?? [])].filter(
      ({ col }) => !hides(mergeAt.get(col), row, col),
    )
    const printed = shown.filter((cell) => cell.text.trim() !== '' || cell.unreadable)
    const above = rows.at(-1)
    const goesOn = above?.ruled === true && [...mergeAt.values()].some((area) => area.top < row)
    const reach = [...columns, ...printed.map((cell) => cell.col), ...mergeAt.keys()]
    rows.push({
      row,
      hidden: hidden.has(row),
      cells: shown,
      printed,
      figures: printed.filter((cell) => isFigure(cell.text)).length,
      ruled: columns.length > 1 || goesOn,
      mergeAt,
      left: reach.reduce((least, col) => Math.min(least, col), Infinity),
      right: reach.reduce((most, col) => Math.max(most, col), -Infinity),
    })
  }
  return rows.filter((row) => row.right >= 0)
}

type CellsByPlace = Map<number, Map<number, SheetCell>>

/**
 * For each row, the merged cell over each of its columns, as far as the sheet is used. A merged cell whose first cell is
 * neither printed nor ruled, or that runs into an earlier one, is none.
 */
function mergesByRow(sheet: Sheet, cells: CellsByPlace, meter: Meter): Map<number, Map<number, Area>> {
  const kept = new Map<number, Map<number, Area>>()
  let covered = 0
  const lastRow = sheet.rows.at(-1)?.row ?? -1
  const lastCol = sheet.rows.reduce((most, row) => Math.max(most, row.cells.at(-1)!.col), -1)
  for (const area of sheet.merges) {
    if (!cells.get(area.top)?.has(area.left)) continue
    const { top, left } = area
    const bottom = Math.min(area.bottom, lastRow)
    const right = Math.min(area.right, lastCol)
    if (top === bottom && left === right) continue
    covered += (bottom - top + 1) * (right - left + 1)
    meter.expectRoomFor(covered)
    meter.step()
    const clipped = { top, left, bottom, right }
    if (!isFree(clipped, kept)) continue
    for (let row = top; row <= bottom; row += 1) {
      const mergeAt = kept.get(row) ?? new Map<number, Area>()
      kept.set(row, mergeAt)
      for (let col = left; col <= right; col += 1) mergeAt.set(col, clipped)
    }
  }
  return kept
}

function isFree(area: Area, kept: ReadonlyMap<number, ReadonlyMap<number, Area>>): boolean {
  for (let row = area.top; row <= area.bottom; row += 1) {
    for (let col = area.left; col <= area.right; col += 1) if (kept.get(row)?.has(col)) return false
  }
  return true
}

/** Does a merged cell hide what a position of its own holds? */
function hides(area: Area | undefined, row: number, col: number): boolean {
  return area !== undefined && !(area.top === row && area.left === col)
}

/** Columns whose cell in a row has lines on two opposite sides; a line may be drawn by the neighbour. */
function boxedColumns(row: number, cells: CellsByPlace): number[] {
  const ruling = (at: number, col: number): Ruling => cells.get(at)?.get(col)?.ruled ?? unruled
  return [...(cells.get(row)?.values() ?? [])]
    .filter(({ col, ruled }) => {
      const above = ruled.top || ruling(row - 1, col).bottom
      const below = ruled.bottom || ruling(row + 1, col).top
      const before = ruled.left || ruling(row, col - 1).right
      const behind = ruled.right || ruling(row, col + 1).left
      return (above && below) || (before && behind)
    })
    .map((cell) => cell.col)
}

function isFigure(text: string): boolean {
  return /^[-(（]?[\d,，]+(?:\.\d+)?%?[)）]?$/u.test(text.trim())
}
