import type { Locator } from '../../model/extraction'
import type { Flow, FlowCell, FlowTable } from './flow'

/** A row as Word keeps it: each cell from one position to another, in twentieths of a point (twips). */
export interface WordRow {
  cells: WordCell[]
  /** Repeated as header on every page. */
  header: boolean
}

export interface WordCell {
  start: number
  end: number
  /** Does it go on with the cell above (vertical merge)? */
  continues: boolean
  content: Flow
  place: Locator
}

/** A column thinner than 6 pt holds no character: two edges that were drawn by hand and nearly meet are one. */
const thin = 120

/** The grid of a table from the positions of its cells' edges, with merged cells as one. */
export function gridFromEdges(rows: readonly WordRow[]): FlowTable {
  const column = columnsByEdge(rows)
  const cells: FlowCell[] = []
  let open = new Map<number, FlowCell>()
  for (const [row, { cells: printed }] of rows.entries()) {
    const stillOpen = new Map<number, FlowCell>()
    let free = 0
    for (const cell of printed) {
      const col = Math.max(column(cell.start), free)
      const colSpan = Math.max(column(cell.end) - col, 1)
      free = col + colSpan
      const above = open.get(col)
      if (cell.continues && above?.colSpan === colSpan) {
        above.rowSpan += 1
        stillOpen.set(col, above)
        continue
      }
      const fresh: FlowCell = { row, col, rowSpan: 1, colSpan, content: cell.content, place: cell.place }
      cells.push(fresh)
      stillOpen.set(col, fresh)
    }
    open = stillOpen
  }
  const headerRows = rows.findIndex((row) => !row.header)
  return {
    kind: 'table',
    cells,
    rowCount: rows.length,
    colCount: Math.max(0, ...cells.map((cell) => cell.col + cell.colSpan)),
    headerRows: Math.max(headerRows, 0),
  }
}

/** From a position to the number of the column that begins there. */
function columnsByEdge(rows: readonly WordRow[]): (edge: number) => number {
  const edges = new Set<number>()
  const spans = new Set<string>()
  for (const { cells } of rows) {
    for (const { start, end } of cells) {
      edges.add(start)
      edges.add(end)
      spans.add(`${start} ${end}`)
    }
  }
  const columns = new Map<number, number>()
  let group: number[] = []
  let column = -1
  for (const edge of [...edges].sort((a, b) => a - b)) {
    const near =
      group.length > 0 && edge - group[0]! < thin && !group.some((other) => spans.has(`${other} ${edge}`))
    if (near) {
      group.push(edge)
    } else {
      group = [edge]
      column += 1
    }
    columns.set(edge, column)
  }
  return (edge) => columns.get(edge)!
}
