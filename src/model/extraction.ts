import type { AmountStage, Fund, Item, Measure, Scheme, Severity, Stage, UnitKind, Form } from './vocabulary'
import type { Locator } from './locator'
import type { MoneyUnit } from './money'
import type { ExtractionIndicator, ExtractionProject } from './performance'

export type { Locator } from './locator'

/** One published file. */
export interface ExtractionSource {
  source_no: number
  /** The file's name, without a path. */
  file: string
  sha256: string
  bytes: number
  mediaType: string
  /** The reader that read it: text, docx, doc, pdf, xlsx, xls, html. */
  reader: string
  url?: string
  publishedOn?: string
}

export interface ExtractionDocument {
  title: string
  stage: Stage
  fiscalYear: number
  /** Six digits of GB/T 2260, or '' when the document does not show it. */
  regionCode: string
  regionName: string
  /** The unit's full name as the document prints it. */
  unitName: string
  /** 单位编码 as printed, or ''. */
  unitCode: string
  unitKind: UnitKind
  declaredUnit: MoneyUnit
  /** 1 for the first publication, counted up by later ones of the same disclosure. */
  revision: number
}

export type ColumnRole = 'seq' | 'lineno' | 'code' | 'name' | 'amount' | 'quantity' | 'text'

/** One column of a published table; `path` is its header from the top down, white space removed. */
export interface ExtractionColumn {
  index: number
  role: ColumnRole
  path: string[]
  measure?: Measure
  fund?: Fund
  /** Set where the column, not the row, says which item it counts (one-row 三公 tables). */
  item?: Item
  amountYear?: number
  amountStage?: AmountStage
  /** Side-by-side panels count from 1; absent where a table has one. */
  block?: number
  /** The column's own unit of money or quantity, where it prints one. */
  unit?: string
}

/** What a row is about, within one block. */
export interface RowKey {
  code?: string
  /** printed: the code stands in the row; by_name: resolved by the name of a 类. */
  codeBasis?: 'printed' | 'by_name'
  scheme?: Scheme
  item?: Item
}

export interface ExtractionRow extends RowKey {
  /** Counts from 1 within the table's body. */
  row: number
  /** One string per column, exactly as printed, '' for an empty cell. */
  cells: string[]
  /** Keys by block (index block − 1), only in tables with side-by-side panels. */
  blocks?: RowKey[]
  /** Leading blanks of the printed name. */
  indent?: number
  locator: Locator
  /** Place of each cell, null where the cell is not in the file; absent where the row's locator is all there is. */
  places?: (Locator | null)[]
  /** What was mended, in words. */
  repair?: string
}

export interface ExtractionTable {
  /** T01, T02 … in reading order of the disclosure. */
  id: string
  source_no: number
  title: string
  /** 公开NN表 as printed, or ''. */
  formCode: string
  form: Form
  /** Unit of money of the table's amounts, or null when none is printed for it or for the document. */
  unit: MoneyUnit | null
  pages: number[]
  /** True when the table is published without any amount. */
  empty: boolean
  notes: string[]
  columns: ExtractionColumn[]
  rows: ExtractionRow[]
}

export type FactKey =
  'amount' | 'change' | 'change_rate' | 'completion_rate' | 'share' | 'count' | 'score' | 'coverage'

/** A figure stated in prose (basis text) or worked out from printed figures (basis derived). */
export interface ExtractionFact {
  fact_no: number
  source_no: number
  key: FactKey
  /** An id of `reference/subjects`; a decrease has a negative value. */
  subject: string
  /** The subject's Chinese name as printed, or its official name when derived. */
  label: string
  /** Decimal string in `unit`; derived amounts to the fen. */
  value: string
  unit: string
  /** The year and stage that the figure is about. */
  year: number
  stage: AmountStage
  base?: 'prior_year' | 'initial' | 'adjusted'
  scheme?: Scheme
  code?: string
  measure?: Measure
  basis: 'text' | 'derived'
  low?: string
  high?: string
  formula?: string
  /** References of the operands: `T03.r5.c2` a cell, `F12` a fact. */
  inputs?: string[]
  printed: string
  /** The phrase that holds the figure, at most 40 characters. */
  quote: string
  locator: Locator
}

export interface ExtractionStatement {
  kind: 'heading' | 'contents' | 'reason' | 'list' | 'name' | 'definition' | 'note' | 'placeholder'
  subject?: string
  year?: number
  /** At most 40 characters. */
  words: string
  items?: string[]
  source_no: number
  locator: Locator
}

/** A fault of the data: collected and shown, never thrown. */
export interface Problem {
  rule: string
  severity: Severity
  where: string
  expected: string
  found: string
}

/** What one disclosure says, figure by figure, each with its place (contract: mingzhang-extraction/1). */
export interface Extraction {
  schema: 'mingzhang-extraction/1'
  sources: ExtractionSource[]
  document: ExtractionDocument
  tables: ExtractionTable[]
  facts: ExtractionFact[]
  statements: ExtractionStatement[]
  projects: ExtractionProject[]
  indicators: ExtractionIndicator[]
  problems: Problem[]
}

/** Number of a table from its id: T03 → 3. */
export function tableNumber(id: string): number {
  return Number(id.slice(1))
}

/** Reference of a cell, as facts and findings name their operands: `T03.r5.c2`. */
export function cellReference(table: string, row: number, column: number): string {
  return `${table}.r${row}.c${column}`
}
