import type { GridRow } from './grid'
import { printedCells, textAt } from './grid'
import { compact } from './words'

/** Header labels of each column from the top down, and why they could not be given to columns, if so. */
export interface HeaderPaths {
  paths: string[][]
  doubt: string | null
}

/** Labels of a header whose merged cells are kept. */
export function keptPaths(header: GridRow[], width: number): HeaderPaths {
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

/** Labels of a header whose merged cells are lost: blanks stand for them, or nothing does. */
export function lostPaths(header: GridRow[], width: number): HeaderPaths {
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
export function isPadded(header: GridRow[], width: number): boolean {
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
function paddedPaths(header: GridRow[], width: number): HeaderPaths {
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
function compactPaths(header: GridRow[], width: number): HeaderPaths {
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
