import type { GridCell } from './grid'

/** What is compared of a table: its column edges and the words of its cells. */
export interface Ruled {
  /** Edges of its columns, in points. */
  xs: readonly number[]
  rowCount: number
  cells: readonly (GridCell & { text: string })[]
}

/** Edges of columns no further apart than this are the same, in points. */
const sameEdge = 2

/** How the next part of a table is put on: where its columns go, how many of its rows only repeat the header. */
export interface Seam {
  /** Edges of the whole table's columns, from its left edge, in points. */
  edges: number[]
  /** Column edges of the table so far and of the part, as indices of `edges`. */
  tableEdges: number[]
  partEdges: number[]
  repeatedRows: number
}

/**
 * Does a table at the top of a page go on from the one at the bottom of the page before? With nothing printed between
 * them: when the columns are the same, or those of one are among those of the other; or when they are as many and the
 * header stands there again. With a title printed again: when header and columns are the same. In doubt it does not.
 * @param titleAgain whether what stands above the part is what stood above the table
 */
export function seamOf(table: Ruled, part: Ruled, titleAgain: boolean): Seam | null {
  const own = fromLeft(table.xs)
  const next = fromLeft(part.xs)
  const seam = alignedSeam(own, next)
  if (seam) {
    const repeatedRows = repeated(table, part, seam)
    const isSame = own.length === next.length && repeatedRows > 0 && isHeader(part, repeatedRows)
    const isNew = repeatedRows === 0 && (opensWithTitle(part) || opensAlike(table, part))
    return (titleAgain ? isSame : !isNew) ? { ...seam, repeatedRows } : null
  }
  if (titleAgain || own.length !== next.length) return null
  const indices = own.map((_, index) => index)
  const byCount = { edges: own, tableEdges: indices, partEdges: indices }
  const repeatedRows = repeated(table, part, byCount)
  return repeatedRows > 0 && isHeader(part, repeatedRows) ? { ...byCount, repeatedRows } : null
}

function fromLeft(xs: readonly number[]): number[] {
  return xs.map((x) => x - xs[0]!)
}

/** Columns are the same, or those of one are made by merging columns of the other. */
function alignedSeam(own: readonly number[], next: readonly number[]): Omit<Seam, 'repeatedRows'> | null {
  const [fine, coarse] = own.length >= next.length ? [own, next] : [next, own]
  const found = coarse.map((edge) => fine.findIndex((other) => Math.abs(other - edge) <= sameEdge))
  if (found.includes(-1) || found.at(-1) !== fine.length - 1) return null
  const all = fine.map((_, index) => index)
  return fine === own
    ? { edges: [...fine], tableEdges: all, partEdges: found }
    : { edges: [...fine], tableEdges: found, partEdges: all }
}

/** How many leading rows of the part say what those of the table say, in the same columns. */
function repeated(table: Ruled, part: Ruled, seam: Omit<Seam, 'repeatedRows'>): number {
  let rows = 0
  while (rows < part.rowCount && rows < table.rowCount) {
    const there = rowWords(part, rows, seam.partEdges)
    if (there === '' || there !== rowWords(table, rows, seam.tableEdges)) break
    rows += 1
  }
  // A row is only taken whole, with the cells that reach down into it.
  while (rows > 0 && part.cells.some((cell) => cell.row < rows && cell.row + cell.rowSpan > rows)) rows -= 1
  return rows
}

/** The words of the cells that begin in a row, with their columns and spans; '' when there are none. */
function rowWords(table: Ruled, row: number, edges: readonly number[]): string {
  const cells = table.cells.filter((cell) => cell.row === row)
  if (!cells.some((cell) => words(cell) !== '')) return ''
  return cells
    .map((cell) => `${edges[cell.col]} ${edges[cell.col + cell.colSpan]} ${cell.rowSpan} ${words(cell)}`)
    .join('\n')
}

function words(cell: { text: string }): string {
  return cell.text.replace(/[\s\u3000]/gu, '')
}

/** Rows that name every column are a header; a form's first rows, a project's name beside its label, are none. */
function isHeader(part: Ruled, rows: number): boolean {
  const cols = part.xs.length - 1
  const named = new Set<number>()
  for (const cell of part.cells) {
    if (cell.row >= rows || words(cell) === '' || cell.colSpan === cols) continue
    for (let col = cell.col; col < cell.col + cell.colSpan; col += 1) named.add(col)
  }
  return named.size === cols
}

/** A first row that is one cell over all columns is the title of a table of its own. */
function opensWithTitle(part: Ruled): boolean {
  const cols = part.xs.length - 1
  return cols > 1 && part.cells.some((cell) => cell.row === 0 && cell.colSpan === cols && words(cell) !== '')
}

/** The same first label beside other words is a form filled in once more (项目名称 …), not the rest of the one before. */
function opensAlike(table: Ruled, part: Ruled): boolean {
  const [own, next] = [table, part].map((each) =>
    words(each.cells.find((cell) => cell.row === 0) ?? { text: '' }),
  )
  return own !== '' && own === next
}
