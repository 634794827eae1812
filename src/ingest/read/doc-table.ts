import type { Locator } from '../../model/extraction'
import type { RowDefinition } from './doc-paragraph'
import type { Flow, FlowTable } from './flow'
import type { WordCell, WordRow } from './word-grid'
import { gridFromEdges } from './word-grid'

/** Distance of edges where a row does not give them. */
const usual = 1000

/** One table of a binary Word document while it is read. */
export class DocTable {
  private readonly rows: WordRow[] = []
  private rowNumber = 1
  private cells: { content: Flow; place: Locator }[] = []
  private content: Flow = []

  /** @param number counts the tables of the document from 1, in the order in which they begin */
  constructor(private readonly number: number) {}

  /** Place of the cell that is being read. */
  get place(): Locator {
    return { table: this.number, row: this.rowNumber, cell: this.cells.length + 1 }
  }

  /** What the cell that is being read holds so far. */
  get flow(): Flow {
    return this.content
  }

  endCell(): void {
    this.cells.push({ content: this.content, place: this.place })
    this.content = []
  }

  endRow(definition: RowDefinition): void {
    if (this.content.length > 0) this.endCell()
    const edge = (index: number): number =>
      definition.edges[index] ?? (definition.edges.at(-1) ?? 0) + index * usual
    const cells: WordCell[] = []
    for (const [index, { content, place }] of this.cells.entries()) {
      const { joinsLeft = false, continues = false } = definition.cells[index] ?? {}
      const left = cells.at(-1)
      if (joinsLeft && left) left.end = edge(index + 1)
      else cells.push({ start: edge(index), end: edge(index + 1), continues, content, place })
    }
    if (cells.length > 0) this.rows.push({ cells, header: definition.header })
    this.cells = []
    this.rowNumber += 1
  }

  finish(): FlowTable {
    if (this.cells.length > 0 || this.content.length > 0) this.endRow({ edges: [], cells: [], header: false })
    return gridFromEdges(this.rows)
  }
}
