import type { Grid, GridRow } from './grid'
import { printedCells, textAt, wordsOf } from './grid'
import { codeOf, compact, isLaneLabel, isNumber, isNumbered, isSumLabel, laneNumber, plain } from './words'

/** A table split into the header's paths and its body. */
export interface HeadedGrid {
  /** Header labels of each column from the top down, white space removed; [] for a column without a label. */
  paths: string[][]
  body: GridRow[]
  /** The header rows as printed, to know them again where a page repeats them. */
  header: GridRow[]
  /** Where the labels could not be given to columns without doubt. */
  doubt: string | null
}

const deepestHeader = 6

/** Finds where the header ends, and gives every column its labels. */
export function headed(grid: Grid): HeadedGrid {
  const rows = grid.rows
  const laneAt = rows.slice(0, deepestHeader + 1).findIndex(isLane)
  const split = laneAt >= 0 ? splitLane(rows[laneAt]!) : null
  const end = laneAt >= 0 ? laneAt : firstDataRow(grid)
  const header = rows.slice(0, end)
  if (split?.labels) header.push(split.labels)
  const body = rows.slice(laneAt >= 0 ? laneAt + 1 : end)
  const { paths, doubt } =
    grid.spans === 'kept' ? keptPaths(header, grid.width) : lostPaths(header, grid.width)
  return { paths, body, header, doubt }
}

/** A 栏次 row: its label and numbers, or at least three numbers that count up from 1. Never data. */
export function isLane(row: GridRow): boolean {
  const words = wordsOf(row)
  const numbers = words.filter((word) => laneNumber(word) !== null).map((word) => laneNumber(word)!)
  const labels = words.filter(isLaneLabel).length
  if (labels > 0 && numbers.length > 0) return true
  return (
    numbers.length >= 3 &&
    numbers.length === words.length &&
    numbers.every((number, index) => number === index + 1)
  )
}

/**
 * A 栏次 that stands in the last header row, after its labels, pushes its numbers one cell to the right:
 * the labels before it are header, the rest is not.
 */
function splitLane(row: GridRow): { labels: GridRow | null } {
  const at = row.findIndex((cell) => cell !== null && isLaneLabel(cell.text))
  const before = at < 0 ? [] : row.slice(0, at)
  const hasLabels = before.some(
    (cell) => cell !== null && plain(cell.text) !== '' && laneNumber(cell.text) === null,
  )
  return { labels: hasLabels ? before : null }
}

/** Index of the first row that is data, where no 栏次 row tells. */
function firstDataRow(grid: Grid): number {
  const limit = Math.min(grid.rows.length, deepestHeader)
  for (let index = 1; index < limit; index += 1) {
    if (isData(grid.rows[index]!) || isComplete(grid.rows.slice(0, index), grid)) return index
  }
  return limit
}

function isData(row: GridRow): boolean {
  const words = wordsOf(row)
  if (words.length === 0) return true
  if (words.some((word) => codeOf(word) !== null || isNumber(word))) return true
  return isNumbered(words[0]!) || (words.length === 1 && isSumLabel(words[0]!))
}

/** Has every column its own label, so that no further header row can be wanted? */
function isComplete(header: GridRow[], grid: Grid): boolean {
  const last = header.at(-1)!
  if (grid.spans === 'kept') {
    const cells = last.filter((cell) => cell !== null)
    return cells.length === grid.width && new Set(cells).size === cells.length
  }
  if (last.length < grid.width) return false
  const { paths } = lostPaths(header, grid.width)
  return isPadded(header, grid.width)
    ? last.every((_, col) => header.some((row) => textAt(row, col) !== ''))
    : paths.every((path) => path.length > 0)
}

function keptPaths(header: GridRow[], width: number): { paths: string[][]; doubt: null } {
  const paths = Array.from({ length: width }, (_, col) => {
    const path: string[] = []
    for (const [index, row] of header.entries()) {
      const label = compact(textAt(row, col))
      if (label !== '' && (index === 0 || header[index - 1]![col] !== row[col])) path.push(label)
    }
    return path
  })
  return { paths, doubt: null }
}

function lostPaths(header: GridRow[], width: number): { paths: string[][]; doubt: string | null } {
  const read = isPadded(header, width) ? paddedPaths(header, width) : compactPaths(header, width)
  return { ...read, paths: partJoined(read.paths) }
}

/** 项目 merged over code and name, printed in one cell with the 科目名称 below it (项目科目名称), heads them both. */
function partJoined(paths: string[][]): string[][] {
  const at = paths.findIndex((path) => /^项目(?=.*名称$)(?!名称)/u.test(path.at(-1) ?? ''))
  const code = paths[at - 1]
  if (!code || !/(?:编码|代码)$/u.test(code.at(-1) ?? '') || code.length > 1) return paths
  return paths.map((path, index) => {
    if (index === at - 1) return ['项目', ...path]
    return index === at ? ['项目', path.at(-1)!.slice('项目'.length)] : path
  })
}

/** Do blank cells stand where a merged cell went on? Then rows are as wide as the table; else merged cells are left out. */
function isPadded(header: GridRow[], width: number): boolean {
  const top = header[0] ?? []
  return (
    header.length < 2 ||
    top.length >= width ||
    top.slice(1).some((cell) => cell !== null && compact(cell.text) === '')
  )
}

/**
 * A blank right of a label, under the same upper label and with a label below it, is that label going on;
 * a blank with nothing below it belongs to the label above.
 */
function paddedPaths(header: GridRow[], width: number): { paths: string[][]; doubt: null } {
  const paths: string[][] = Array.from({ length: width }, () => [])
  // The column where the label that covers a column begins, in the row above.
  let starts = Array.from({ length: width }, () => 0)
  for (const [index, row] of header.entries()) {
    const below = header.slice(index + 1)
    const next: number[] = []
    for (let col = 0; col < width; col += 1) {
      const goesOn =
        compact(textAt(row, col)) === '' &&
        col > 0 &&
        starts[col] === starts[col - 1] &&
        below.some((lower) => compact(textAt(lower, col)) !== '')
      next[col] = goesOn ? next[col - 1]! : col
      const label = compact(textAt(row, next[col]!))
      if (label !== '') paths[col]!.push(label)
    }
    starts = next
  }
  return { paths, doubt: null }
}

/** Merged cells are left out: each upper row's labels are dealt out over the row below. */
function compactPaths(header: GridRow[], width: number): { paths: string[][]; doubt: string | null } {
  const rows = header.map((row) => printedCells(row).map((cell) => compact(cell.text)))
  const bottom = rows.at(-1) ?? []
  while (bottom.length < width) bottom.push('')
  let columnsOf: number[][] = bottom.map((_, col) => [col])
  const paths: string[][] = bottom.map((label) => (label === '' ? [] : [label]))
  for (let index = rows.length - 2; index >= 0; index -= 1) {
    const labels = rows[index]!
    const counts = dealt(labels, rows[index + 1]!)
    if (!counts) return { paths, doubt: `${labels.length} labels over ${rows[index + 1]!.length}` }
    let from = 0
    columnsOf = labels.map((label, at) => {
      const columns = columnsOf.slice(from, from + counts[at]!).flat()
      from += counts[at]!
      if (label !== '') for (const col of columns) paths[col]!.unshift(label)
      return columns
    })
  }
  return { paths, doubt: null }
}

/**
 * How many cells of the row below each label covers: an empty cell takes one label (merged downwards), a run of filled
 * cells takes one; with labels left, runs are split where a label comes again (项目 … 项目) or after 科目编码 + 科目名称.
 * Of the panels of 基本支出, the first is headed 人员经费 and all others 公用经费.
 * @returns null when no reading gives every label its cells
 */
export function dealt(labels: string[], below: string[]): number[] | null {
  const runs: string[][] = []
  for (const [index, label] of below.entries()) {
    const joins = label !== '' && index > 0 && below[index - 1] !== ''
    if (joins) runs.at(-1)!.push(label)
    else runs.push([label])
  }
  const panels = runs.flatMap(splitAtRepeat)
  const afterName = runs.flatMap(splitAfterName)
  const readings = [runs, panels, afterName, afterName.flatMap(splitAtRepeat)]
  const reading = readings.find((groups) => groups.length === labels.length)
  if (reading) return reading.map((run) => run.length)
  const [first, ...others] = panels
  const isBasic = labels.length === 2 && /人员/u.test(labels[0]!) && /公用/u.test(labels[1]!)
  return isBasic && others.length > 1 ? [first!.length, others.flat().length] : null
}

/** Only where code and name come once: in panels they come again. */
function splitAfterName(run: string[]): string[][] {
  if (run.filter((label) => label === run[0]).length > 1) return [run]
  const at = run.findIndex(
    (label, index) => index > 0 && /名称$/u.test(label) && /编码$|代码$|^项$/u.test(run[index - 1]!),
  )
  return at < 0 || at === run.length - 1 ? [run] : [run.slice(0, at + 1), run.slice(at + 1)]
}

function splitAtRepeat(run: string[]): string[][] {
  const groups: string[][] = []
  for (const label of run) {
    if (groups.length === 0 || label === run[0]) groups.push([])
    groups.at(-1)!.push(label)
  }
  return groups
}
