import type { CellState } from '../model/vocabulary'

/**
 * What can stand where a figure is asked for: a cell's state, or what no cell can say: 未公开 (a document that is here does
 * not have it), 没有收 (the document is not here), 不适用.
 */
export type ShownState = CellState | 'not_disclosed' | 'not_held' | 'not_applicable'

/** Where a figure comes from (contract, section 5): printed in a table, printed in prose, worked out. */
export type Basis = 'published' | 'text' | 'derived'

/** One cell of a table that repeats what a picture shows. */
export interface DataCell {
  /** As shown, in the unit of the head; not read when `state` names an absence. */
  text: string
  /** Exact 元 without grouping, where the cell is an amount (yuanAttribute). */
  yuan?: string
  /** What the amount is of, where a reader's script asks for it: a code, or the id of a row that has none. */
  code?: string
  item?: string
  /** Year and stage of the amount, where rows are of several. */
  year?: number
  stage?: string
  basis?: Basis
  /** Bounds of a derived amount, exact 元. */
  low?: string
  high?: string
  state?: ShownState
}

export interface DataRow {
  /** Unique in its table. */
  key: string
  code?: string
  name: string
  /** Language of the name where it is not that of the page: names as published, in Chinese. */
  lang?: string
  /** 1 em each: 0 类, 1 款, 2 项. */
  indent?: 0 | 1 | 2
  cells: DataCell[]
  /** The row of the sum (合计), over the double rule. */
  sum?: boolean
}

/** A table as content: caption, heads, rows. The first head stands over the names. */
export interface TableContent {
  caption: string
  /** Form number and unit of money, small and grey: 公开03表 · 万元 */
  note?: string
  heads: string[]
  /** Places among the heads of columns that hold words: they stand at the left and may break. */
  wordColumns?: number[]
  rows: DataRow[]
}
