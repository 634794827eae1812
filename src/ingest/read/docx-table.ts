import type { Locator } from '../../model/extraction'
import type { Flow, FlowTable } from './flow'
import type { WordRow } from './word-grid'
import { gridFromEdges } from './word-grid'

interface Row {
  cells: Cell[]
  before: number
  header: boolean
  deleted: boolean
}

interface Cell {
  span: number
  /** Vertical merge: none, the first cell of one, or going on with the one above. */
  vertical: 'none' | 'first' | 'more'
  /** Horizontal merge of older files: goes on with the cell to the left. */
  joinsLeft: boolean
  deleted: boolean
  content: Flow
  place: Locator
}

/** One table of a Word document while it is read (ISO/IEC 29500-1, 17.4). */
export class DocxTable {
  private readonly widths: number[] = []
  private readonly rows: Row[] = []
  private row: Row = emptyRow()
  private rowNumber = 1

  /** @param number counts the tables of the document from 1, in the order in which they begin */
  constructor(private readonly number: number) {}

  /** Place of the cell that is being read. */
  get place(): Locator {
    return { table: this.number, row: this.rowNumber, cell: Math.max(this.row.cells.length, 1) }
  }

  /** Begins a cell and gives what its content goes into. */
  openCell(): Flow {
    const content: Flow = []
    const place = { table: this.number, row: this.rowNumber, cell: this.row.cells.length + 1 }
    this.row.cells.push({ span: 1, vertical: 'none', joinsLeft: false, deleted: false, content, place })
    return content
  }

  closeRow(): void {
    if (!this.row.deleted) this.rows.push(this.row)
    this.row = emptyRow()
    this.rowNumber += 1
  }

  /** Takes up a property of the table's grid, of the row or of the cell. */
  property(name: string, parent: string, attribute: (name: string) => string | undefined): void {
    const value = attribute('w:val')
    if (name === 'w:gridCol' && parent === 'w:tblGrid') this.widths.push(Number(attribute('w:w') ?? 0))
    else if (parent === 'w:trPr') this.rowProperty(name, value)
    else if (parent === 'w:tcPr') this.cellProperty(name, value)
  }

  private rowProperty(name: string, value: string | undefined): void {
    if (name === 'w:gridBefore') this.row.before = count(value, 0)
    else if (name === 'w:tblHeader') this.row.header = isOn(value)
    else if (name === 'w:del') this.row.deleted = true
  }

  private cellProperty(name: string, value: string | undefined): void {
    const cell = this.row.cells.at(-1)
    if (!cell) return
    if (name === 'w:gridSpan') cell.span = Math.max(count(value, 1), 1)
    else if (name === 'w:vMerge') cell.vertical = value === 'restart' ? 'first' : 'more'
    else if (name === 'w:hMerge') cell.joinsLeft = value !== 'restart'
    else if (name === 'w:cellDel') cell.deleted = true
  }

  finish(): FlowTable {
    const edge = edgesOf(this.widths)
    const rows = this.rows.map((row): WordRow => {
      const cells: WordRow['cells'] = []
      let column = row.before
      for (const cell of row.cells) {
        const start = edge(column)
        column += cell.span
        const left = cells.at(-1)
        if (cell.joinsLeft && left) left.end = edge(column)
        else if (!cell.deleted) {
          cells.push({
            start,
            end: edge(column),
            continues: cell.vertical === 'more',
            content: cell.content,
            place: cell.place,
          })
        }
      }
      return { cells, header: row.header }
    })
    return gridFromEdges(rows.filter((row) => row.cells.length > 0))
  }
}

function emptyRow(): Row {
  return { cells: [], before: 0, header: false, deleted: false }
}

/** A number of grid columns; Word knows at most 63 columns, more than a thousand is no table. */
function count(value: string | undefined, otherwise: number): number {
  const number = Number(value ?? otherwise)
  return Number.isInteger(number) && number >= 0 && number <= 1000 ? number : otherwise
}

/** Positions of the grid's lines; where the file gives no widths, all columns are equally wide. */
function edgesOf(widths: readonly number[]): (column: number) => number {
  const usual = 1000
  const known = widths.every((width) => Number.isFinite(width) && width > 0) ? widths : []
  const edges = [0]
  for (const width of known) edges.push(edges.at(-1)! + width)
  return (column) => edges[column] ?? edges.at(-1)! + (column - edges.length + 1) * usual
}

/** A property that is on by standing there, unless it says otherwise. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || value === '1' || value === 'true' || value === 'on'
}
