import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { RawBlock, RawCell, RawTable } from '../../src/ingest/raw'

interface ExpectedTable {
  id: string
  layout: 'grid' | 'form'
  columns: { role: string; path: string[]; lane?: string }[]
  rows?: { cells: string[] }[]
}

/** How much of the published truth stands in a reader's raw grids, cell by cell. */
export interface Agreement {
  cells: [right: number, all: number]
  amounts: [right: number, all: number]
  header: [right: number, all: number]
  wrong: string[]
}

/** The grid tables that `../shared/fixtures/expected/<id>.json` lists, in reading order. */
export function expectedTables(id: string): ExpectedTable[] {
  const file = new URL(`../../../shared/fixtures/expected/${id}.json`, import.meta.url)
  const document = JSON.parse(readFileSync(fileURLToPath(file), 'utf8')) as { tables: ExpectedTable[] }
  return document.tables.filter((table) => table.layout === 'grid')
}

/** Compares every body cell and every position of the merged header with what a reader found, in reading order. */
export function agreementWith(expected: readonly ExpectedTable[], blocks: readonly RawBlock[]): Agreement {
  const result: Agreement = { cells: [0, 0], amounts: [0, 0], header: [0, 0], wrong: [] }
  const tables = blocks.filter((block): block is RawTable => block.kind === 'table')
  let next = 0
  for (const table of expected) {
    const at = tables.findIndex((raw, index) => index >= next && looksLike(raw, table))
    if (at >= 0) next = at + 1
    compare(table, at < 0 ? null : positions(tables[at]!), result)
  }
  return result
}

type Positions = (RawCell | undefined)[][]

function positions(table: RawTable): Positions {
  const rows: Positions = Array.from({ length: table.rowCount }, () => [])
  for (const cell of table.cells) {
    for (let row = 0; row < cell.rowSpan; row += 1) {
      for (let col = 0; col < cell.colSpan; col += 1) {
        if (rows[cell.row + row]![cell.col + col])
          throw new Error(`two cells at row ${cell.row + row}, column ${cell.col + col}`)
        rows[cell.row + row]![cell.col + col] = cell
      }
    }
  }
  return rows
}

function looksLike(raw: RawTable, table: ExpectedTable): boolean {
  const rows = positions(raw)
  const first = rows.length - table.rows!.length - 1
  if (raw.colCount !== table.columns.length || first < 0) return false
  const labels = rows.slice(0, first + 1).flatMap((row) => row.map(words))
  return table.columns.every((column) => labels.includes(column.path.at(-1)!))
}

function words(cell: RawCell | undefined): string {
  return (cell?.text ?? '').replace(/[\s\u3000]+/gu, '')
}

function compare(table: ExpectedTable, rows: Positions | null, result: Agreement): void {
  const body = table.rows!
  const headerRows = rows ? rows.length - body.length : 0
  for (const [index, { cells }] of body.entries()) {
    for (const [col, printed] of cells.entries()) {
      const found = rows?.[headerRows + index]?.[col]
      const right = rows !== null && isPrinted(found, printed, cells, col)
      tally(result.cells, right)
      const role = table.columns[col]!.role
      if (printed !== '' && (role === 'amount' || role === 'quantity')) tally(result.amounts, right)
      if (!right)
        result.wrong.push(
          `${table.id} row ${index + 1} column ${col}: ${printed} / ${found?.text ?? 'no cell'}`,
        )
    }
  }
  const labelled = Math.max(...table.columns.map((column) => column.path.length))
  for (let row = 0; row < headerRows; row += 1) {
    for (const [col, { path, lane }] of table.columns.entries()) {
      const found = words(rows![row]![col])
      const wanted = row < labelled ? [path[Math.min(row, path.length - 1)]!] : [lane ?? '栏次', '栏次', '']
      const right = row >= labelled && lane && lane !== '栏次' ? found === lane : wanted.includes(found)
      tally(result.header, right)
      if (!right) result.wrong.push(`${table.id} header ${row} column ${col}: ${wanted[0]} / ${found}`)
    }
  }
}

/** A label merged over several columns stands in one of them in the truth, and the others are empty. */
function isPrinted(
  found: RawCell | undefined,
  printed: string,
  row: readonly string[],
  col: number,
): boolean {
  if (!found) return false
  if (found.text.trim() === printed) return true
  const covered = row.slice(found.col, found.col + found.colSpan)
  const labels = covered.filter((cell) => cell !== '')
  return (
    printed === '' &&
    col < found.col + found.colSpan &&
    labels.length === 1 &&
    labels[0] === found.text.trim()
  )
}

function tally(count: [number, number], right: boolean): void {
  count[1] += 1
  if (right) count[0] += 1
}
