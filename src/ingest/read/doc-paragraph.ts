import type { DocFile } from './doc-file'
import type { PropertyRuns } from './doc-properties'
import { propertiesIn } from './doc-properties'

/** What the properties of a paragraph's end say about its place in tables. */
export interface ParagraphEnd {
  /** How many tables it stands in, one within the other. */
  depth: number
  /** Ends a cell of the innermost table; at depth 1 its mark says so. */
  endsInnerCell: boolean
  /** Ends a row of the innermost table: it has no words, but the row's definition. */
  endsRow: boolean
  row: RowDefinition
}

/** A row's cells as the end of the row defines them. */
export interface RowDefinition {
  /** Positions of the cells' edges in twips, one more than cells; empty where they are not given. */
  edges: number[]
  cells: CellDefinition[]
  header: boolean
}

export interface CellDefinition {
  /** Goes on with the cell to the left. */
  joinsLeft: boolean
  /** Goes on with the cell above. */
  continues: boolean
}

/** Properties by their names in [MS-DOC] 2.6.2 and 2.6.3. */
const sprm = {
  inTable: 0x2416,
  rowEnd: 0x2417,
  depth: 0x6649,
  depthMore: 0x664a,
  innerCell: 0x244b,
  innerRowEnd: 0x244c,
  inData: 0x6646,
  tableInData: 0x646b,
  tableDefinition: 0xd608,
  tableHeader: 0x3404,
  mergedVertically: 0xd62b,
  merged: 0x5624,
}

/** Reads the properties at the end of a paragraph. */
export function paragraphEnd(file: DocFile, runs: PropertyRuns, place: number): ParagraphEnd {
  const end = new EndReader(file.data)
  const list = runs.at(place)
  if (list) end.take(list, true)
  return end.result()
}

class EndReader {
  private inTable = false
  private depth: number | null = null
  private rowEnd = false
  private innerCell = false
  private row: RowDefinition = { edges: [], cells: [], header: false }

  constructor(private readonly data: DataView) {}

  result(): ParagraphEnd {
    const depth = this.depth ?? (this.inTable ? 1 : 0)
    return { depth, endsInnerCell: this.innerCell, endsRow: this.rowEnd && depth > 0, row: this.row }
  }

  take(list: DataView, follow: boolean): void {
    for (const { number, operand } of propertiesIn(list)) {
      switch (number) {
        case sprm.inTable:
          this.inTable = operand.getUint8(0) !== 0
          break
        case sprm.rowEnd:
        case sprm.innerRowEnd:
          this.rowEnd = operand.getUint8(0) !== 0
          break
        case sprm.innerCell:
          this.innerCell = operand.getUint8(0) !== 0
          break
        case sprm.depth:
          this.depth = Math.max(operand.getInt32(0, true), 0)
          break
        case sprm.depthMore:
          this.depth = Math.max((this.depth ?? 0) + operand.getInt32(0, true), 0)
          break
        case sprm.inData:
        case sprm.tableInData:
          if (follow) this.takeFromData(operand.getUint32(0, true))
          break
        case sprm.tableDefinition:
          this.define(operand)
          break
        case sprm.tableHeader:
          this.row.header = operand.getUint8(0) !== 0
          break
        case sprm.mergedVertically:
          this.mergeVertically(operand)
          break
        case sprm.merged:
          this.merge(operand.getUint8(0), operand.getUint8(1))
      }
    }
  }

  private takeFromData(at: number): void {
    if (at + 2 > this.data.byteLength) return
    const length = this.data.getUint16(at, true)
    if (at + 2 + length <= this.data.byteLength) {
      this.take(new DataView(this.data.buffer, this.data.byteOffset + at + 2, length), false)
    }
  }

  /** Number of cells, their edges, then twenty bytes for each cell, of which the first two hold what is merged. */
  private define(operand: DataView): void {
    const count = operand.byteLength > 0 ? operand.getUint8(0) : 0
    const edgesEnd = 1 + (count + 1) * 2
    if (edgesEnd > operand.byteLength) return
    this.row.edges = Array.from({ length: count + 1 }, (_, index) => operand.getInt16(1 + index * 2, true))
    this.row.cells = Array.from({ length: count }, (_, index) => {
      const at = edgesEnd + index * 20
      const flags = at + 2 <= operand.byteLength ? operand.getUint16(at, true) : 0
      return { joinsLeft: (flags & 3) === 1, continues: ((flags >> 5) & 3) === 1 }
    })
  }

  private mergeVertically(operand: DataView): void {
    if (operand.byteLength < 2) return
    const cell = this.row.cells[operand.getUint8(0)]
    if (cell) cell.continues = operand.getUint8(1) === 1
  }

  private merge(first: number, behind: number): void {
    for (const cell of this.row.cells.slice(first + 1, behind)) cell.joinsLeft = true
  }
}
