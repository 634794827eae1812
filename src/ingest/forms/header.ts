import type { Grid, GridRow } from './grid'
import { textAt, wordsOf } from './grid'
import { isPadded, keptPaths, lostPaths } from './header-paths'
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
  const mixed = laneAt < 0 && grid.spans === 'kept' ? splitSumRow(header) : null
  if (mixed) {
    header[header.length - 1] = mixed.labels
    body.unshift(mixed.row)
  }
  const levels = grid.spans === 'kept' && body[0] ? splitLevels(header, body[0]) : null
  if (levels) {
    header.push(levels.labels)
    body[0] = levels.row
  }
  const { paths, doubt } =
    grid.spans === 'kept' ? keptPaths(header, grid.width) : lostPaths(header, grid.width)
  return { paths, body: withoutRepeats(body, header), header, doubt }
}

/** The rows without what a new page prints again: the header, 栏次, 续表. */
export function withoutRepeats(body: GridRow[], header: GridRow[]): GridRow[] {
  return body.filter((row) => !isLane(row) && !isRepeatedHeader(row, header) && !isContinuationMark(row))
}

function isRepeatedHeader(printed: GridRow, header: GridRow[]): boolean {
  const words = wordsOf(printed).map(compact).join('|')
  return words !== '' && header.some((row) => wordsOf(row).map(compact).join('|') === words)
}

function isContinuationMark(printed: GridRow): boolean {
  const words = wordsOf(printed)
  return words.length === 1 && /^[(]?续表[)]?\d*$/u.test(plain(words[0]!))
}

/** A 栏次 row: its label and numbers, or at least three numbers that count up from 1. Never data. */
function isLane(row: GridRow): boolean {
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

/**
 * A last header row that begins with 合计 under a heading of its own, and has labels further right: two rows printed as
 * one. The labels are header, 合计 is the first row of the body.
 */
function splitSumRow(header: GridRow[]): { labels: GridRow; row: GridRow } | null {
  const last = header.at(-1)
  const above = header.at(-2)
  const first = last?.[0]
  if (!last || !above || !first || above[0] === first || !isSumLabel(first.text) || !above[0]) return null
  if (wordsOf(last).length < 2 || compact(textAt(above, 0)) === '') return null
  return {
    labels: last.map((cell, at) => (cell === first ? above[at]! : cell)),
    row: last.map((cell) => (cell === first || cell === null || compact(cell.text) === '' ? cell : null)),
  }
}

/**
 * 类, 款 and 项 that are printed in the first row of figures (类 款 项 合计 …), under one heading, head the columns of a
 * code's digits: they are header, the rest is the row.
 */
function splitLevels(header: GridRow[], row: GridRow): { labels: GridRow; row: GridRow } | null {
  const above = header.at(-1)
  const isLevel = (cell: GridRow[number]): boolean => cell !== null && /^[类款项]$/u.test(plain(cell.text))
  const levels = row.flatMap((cell, at) => (isLevel(cell) ? [at] : []))
  const words = levels.map((at) => plain(row[at]!.text)).join('')
  const underOne = levels.every((at) => above?.[at] !== null && above?.[at] === above?.[levels[0]!])
  if (!above || !/^类款项?$/u.test(words) || !underOne) return null
  return {
    labels: row.map((cell, at) => (isLevel(cell) ? cell : above[at]!)),
    row: row.map((cell) => (isLevel(cell) ? null : cell)),
  }
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
