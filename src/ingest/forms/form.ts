import type { ExtractionColumn, RowKey } from '../../model/extraction'
import type { Form, Stage } from '../../model/vocabulary'
import type { CodeTable } from '../../reference/codes'
import type { PlainColumn } from './columns'
import type { BodyRow } from './rows'
import { codeOf, plain, unnumbered } from './words'

/** A table with roles and rows, before its form is known. */
export interface TabledRows {
  title: string
  context: readonly string[]
  columns: readonly PlainColumn[]
  rows: readonly BodyRow[]
}

/** What a table shows that tells its form. */
export interface Features {
  /** The title for comparison. */
  title: string
  /** Title and all header labels, for words that may stand in either. */
  words: string
  /** The header labels of each value column, joined with `/`, for comparison. */
  values: string[]
  /** All header labels for comparison. */
  labels: string[]
  /** Names of the rows for comparison, without ordinals, of all panels. */
  names: string[]
  /** Every printed text, for comparison. */
  texts: string[]
  /** Scheme of most codes, or of the header's words where no codes are printed. */
  family: 'function' | 'economic_department' | 'economic_government' | null
  /** Are codes printed? */
  coded: boolean
  /** Number of side-by-side panels, 1 without. */
  blocks: number
  /** Have rows codes of two schemes (功能科目编码 and 经济科目编码)? */
  crossed: boolean
}

export interface FormContext {
  fiscalYear: number
  stage: Stage
  codes: CodeTable
}

/** What a value column counts. */
export type ColumnMeaning = Pick<ExtractionColumn, 'measure' | 'fund' | 'item' | 'amountYear'>

/** One disclosure form (公开表), or one and its counterpart of the other stage. */
export interface FormReader {
  /** Its id in each stage, null where the stage has no such form. */
  ids: Record<Stage, Form | null>
  /** How surely the table is of this form: 0 not at all, above ½ yes, 1 without doubt. Labels and codes decide, the title only parts equals. */
  recognise(features: Features, stage: Stage): number
  /** What a value column counts; {} when the label is not understood. */
  meaning(column: PlainColumn, table: TabledRows, context: FormContext): ColumnMeaning
  /** Keys of every row: one for each panel, a single one where the table has no panels. */
  keys(table: TabledRows, context: FormContext): RowKey[][]
}

export function featuresOf(table: TabledRows): Features {
  const title = plain(table.title)
  const labels = [...new Set(table.columns.flatMap((column) => column.path.map(plain)))]
  const nameAt = table.columns.flatMap((column, index) => (column.role === 'name' ? [index] : []))
  return {
    title,
    words: [title, ...labels].join('|'),
    values: table.columns
      .filter((column) => column.role === 'amount' || column.role === 'quantity')
      .map((column) => column.path.map(plain).join('/')),
    labels,
    names: table.rows.flatMap((row) =>
      nameAt.map((at) => unnumbered(row.cells[at]!)).filter((name) => name !== ''),
    ),
    texts: table.rows.flatMap((row) => row.cells.filter((text) => text !== '').map(plain)),
    ...familyOf(table, labels),
    blocks: Math.max(1, ...table.columns.map((column) => column.block ?? 1)),
    crossed: [/功能/u, /经济/u].every((scheme) =>
      table.columns.some(({ role, path }) => role === 'code' && scheme.test(path.join('/'))),
    ),
  }
}

function familyOf(table: TabledRows, labels: string[]): Pick<Features, 'family' | 'coded'> {
  const at = table.columns.flatMap((column, index) => (column.role === 'code' ? [index] : []))
  const codes = table.rows.flatMap((row) => at.flatMap((index) => codeOf(row.cells[index]!) ?? []))
  const beginning = (digit: string): number => codes.filter((code) => code.startsWith(digit)).length
  if (codes.length > 0) {
    const most = Math.max(beginning('2'), beginning('3'), beginning('5'))
    const family =
      most === beginning('2')
        ? 'function'
        : most === beginning('3')
          ? 'economic_department'
          : 'economic_government'
    return { family, coded: true }
  }
  const words = labels.join('|')
  if (/功能/u.test(words)) return { family: 'function', coded: false }
  if (/政府.{0,6}经济分类/u.test(words)) return { family: 'economic_government', coded: false }
  return { family: /经济/u.test(words) ? 'economic_department' : null, coded: false }
}

/** How many of the patterns does at least one text match? */
export function countMatching(texts: readonly string[], patterns: readonly RegExp[]): number {
  return patterns.filter((pattern) => texts.some((text) => pattern.test(text))).length
}
