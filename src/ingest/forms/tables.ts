import type {
  ExtractionColumn,
  ExtractionRow,
  ExtractionTable,
  Problem,
  RowKey,
} from '../../model/extraction'
import type { MoneyUnit } from '../../model/money'
import { isBlank } from '../../model/money'
import { isMoneyUnit } from '../../model/printed-cell'
import { recogniseForm } from './all-forms'
import type { PlainColumn } from './columns'
import { isChange, plainColumns, statedBy, unitStatedBy } from './columns'
import type { FormContext, FormReader, TabledRows } from './form'
import { featuresOf } from './form'
import { headed } from './header'
import type { BodyRow } from './rows'
import { bodyRows } from './rows'
import type { PublishedTable } from './surroundings'
import { saysNothing } from './note-words'
import { hiddenProblems, tableProblems, unknownForm } from './table-problems'
import { isWordsOnly } from './words-only'
import { unitInLabels, wordsTable } from './words-table'

/** What the reading of a table must know about its document. */
export interface TableContext extends FormContext {
  source_no: number
  /** The unit of money of most tables of the document, null where none prints one. */
  printedUnit: MoneyUnit | null
}

/** A table as read, with what was not understood in it. */
export interface ReadTable {
  table: ExtractionTable
  problems: Problem[]
}

/** Reads one published table under its id (T01, T02 …): form, columns, rows, notes. */
export function readTable(published: PublishedTable, id: string, context: TableContext): ReadTable {
  const grid = headed(published.grid)
  const columns = plainColumns(grid.paths, grid.body)
  const rows = bodyRows(grid, columns)
  const tabled: TabledRows = { title: published.title, context: published.context, columns, rows }
  const features = featuresOf(tabled)
  const recognised = recogniseForm(features, context.stage)
  const common = {
    id,
    source_no: context.source_no,
    title: published.title,
    formCode: published.formCode,
    notes: published.notes,
    pages: published.pages,
  }
  if (!recognised || isWordsOnly(recognised.form)) {
    const form = recognised?.form ?? 'unknown'
    const unit = published.unit ?? unitInLabels(features.texts)
    const words = wordsTable(published, grid, form)
    const wordRows = words.rows.map((row, index) => readRow(row, index + 1, [{}]))
    const table = { ...common, form, unit, empty: false, columns: words.columns, rows: wordRows }
    return {
      table,
      problems: [...hiddenProblems(id, published), ...(recognised ? [] : [unknownForm(table)])],
    }
  }

  const { form, reader } = recognised
  const read = columns.map((column, index) => readColumn(column, index, published, tabled, reader, context))
  const keys = reader.keys(tabled, context)
  const empty = isEmpty(read, rows)
  const table: ExtractionTable = {
    ...common,
    form,
    unit: published.unit ?? columnUnit(read) ?? context.printedUnit,
    empty,
    notes: [...(empty ? wordsOfNothing(rows) : []), ...published.notes],
    columns: read,
    rows: rows.map((row, index) => readRow(row, index + 1, keys[index]!)),
  }
  return { table, problems: [...hiddenProblems(id, published), ...tableProblems(table, grid, rows)] }
}

function readColumn(
  column: PlainColumn,
  index: number,
  published: PublishedTable,
  tabled: TabledRows,
  reader: FormReader,
  context: TableContext,
): ExtractionColumn {
  const { role, path, block } = column
  const plainPart = { index, role, path, ...(block === null ? {} : { block }) }
  if (role !== 'amount' && role !== 'quantity') return plainPart
  const unit = unitStatedBy(path)
  if (isChange(path)) return unit === null ? plainPart : { ...plainPart, unit }
  return {
    ...plainPart,
    ...statedBy(path, context, published.notes),
    ...reader.meaning(column, tabled, context),
    ...(unit === null ? {} : { unit }),
  }
}

function readRow(row: BodyRow, number: number, keys: RowKey[]): ExtractionRow {
  const key = keys.length === 1 ? keys[0]! : { blocks: keys }
  return {
    row: number,
    cells: row.cells,
    ...key,
    ...(row.indent > 0 ? { indent: row.indent } : {}),
    locator: row.locator,
    places: row.places,
    ...(row.repairs.length > 0 ? { repair: row.repairs.join('; ') } : {}),
  }
}

/** Words that stand alone in a row of an empty table and say so (此表为空). */
function wordsOfNothing(rows: BodyRow[]): string[] {
  const alone = rows
    .map(({ cells }) => cells.filter((text) => text !== ''))
    .filter(({ length }) => length === 1)
  return alone.flat().filter(saysNothing)
}

function columnUnit(columns: ExtractionColumn[]): MoneyUnit | null {
  const units = columns.flatMap((column) =>
    column.unit !== undefined && isMoneyUnit(column.unit) ? [column.unit] : [],
  )
  return units[0] ?? null
}

function isEmpty(columns: ExtractionColumn[], rows: BodyRow[]): boolean {
  return columns.every(
    (column) =>
      (column.role !== 'amount' && column.role !== 'quantity') ||
      rows.every((row) => isBlank(row.cells[column.index]!)),
  )
}
