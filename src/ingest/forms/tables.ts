import type {
  ExtractionColumn,
  ExtractionRow,
  ExtractionTable,
  Problem,
  RowKey,
} from '../../model/extraction'
import { cellReference } from '../../model/extraction'
import type { MoneyUnit } from '../../model/money'
import { isBlank, readNumber } from '../../model/money'
import { isMoneyUnit } from '../../model/printed-cell'
import { recogniseForm } from './all-forms'
import type { PlainColumn } from './columns'
import { plainColumns, statedBy, unitStatedBy } from './columns'
import type { FormContext, FormReader, TabledRows } from './form'
import { featuresOf } from './form'
import type { HeadedGrid } from './header'
import { headed } from './header'
import type { BodyRow } from './rows'
import { bodyRows } from './rows'
import type { PublishedTable } from './surroundings'
import { isWordsOnly } from './words-only'

/** What the reading of a table must know about its document. */
export interface TableContext extends FormContext {
  source_no: number
  declaredUnit: MoneyUnit | null
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
    pages: published.page === undefined ? [] : [published.page],
  }
  if (!recognised || isWordsOnly(recognised.form)) {
    const form = recognised?.form ?? 'unknown'
    const unit = published.unit ?? unitInLabels(features.texts)
    const table = { ...common, form, unit, empty: false, ...asWords(published, grid, form) }
    return { table, problems: recognised ? [] : [unknownForm(table)] }
  }

  const { form, reader } = recognised
  const read = columns.map((column, index) => readColumn(column, index, published, tabled, reader, context))
  const keys = reader.keys(tabled, context)
  const table: ExtractionTable = {
    ...common,
    form,
    unit: published.unit ?? columnUnit(read) ?? context.declaredUnit,
    empty: isEmpty(read, rows),
    columns: read,
    rows: rows.map((row, index) => readRow(row, index + 1, keys[index]!)),
  }
  return {
    table,
    problems: [...headerProblems(table, grid), ...columnProblems(table), ...rowProblems(table, rows)],
  }
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

/** Every printed cell of a table whose form is not reckoned with, header rows among them where no header is sure. */
function asWords(
  published: PublishedTable,
  grid: HeadedGrid,
  form: ExtractionTable['form'],
): Pick<ExtractionTable, 'columns' | 'rows'> {
  const hasHeader = form === 'unknown' || form === 'budget.organisation'
  const whole: HeadedGrid = hasHeader ? grid : { ...grid, header: [], body: published.grid.rows }
  const columns = Array.from({ length: published.grid.width }, (_, at): PlainColumn => {
    return { at, role: 'text', path: hasHeader ? (grid.paths[at] ?? []) : [], block: null }
  })
  const rows = bodyRows(whole, columns)
  const used = columns.filter(
    (column) => column.path.length > 0 || rows.some((row) => row.cells[column.at] !== ''),
  )
  return {
    columns: used.map(({ role, path }, index) => ({ index, role, path })),
    rows: bodyRows(whole, used).map((row, index) => readRow(withoutProse(row), index + 1, [{}])),
  }
}

/** Prose is not kept: extractions hold figures, labels and places. */
function withoutProse(row: BodyRow): BodyRow {
  const isLong = row.cells.some((text) => text.length > longestLabel)
  const cells = row.cells.map((text) => (text.length > longestLabel ? `${text.slice(0, 40)}…` : text))
  return { ...row, cells, repairs: isLong ? ['prose is cut to its first 40 characters'] : [] }
}

const longestLabel = 100

function columnUnit(columns: ExtractionColumn[]): MoneyUnit | null {
  const units = columns.flatMap((column) =>
    column.unit !== undefined && isMoneyUnit(column.unit) ? [column.unit] : [],
  )
  return units[0] ?? null
}

/** Unit of money in the labels of a table of words: 项目预算金额(万元). */
function unitInLabels(texts: readonly string[]): MoneyUnit | null {
  for (const text of texts) {
    const found = /\((亿元|万元|元)\)$/u.exec(text)
    if (found) return found[1] as MoneyUnit
  }
  return null
}

function isEmpty(columns: ExtractionColumn[], rows: BodyRow[]): boolean {
  return columns.every(
    (column) =>
      (column.role !== 'amount' && column.role !== 'quantity') ||
      rows.every((row) => isBlank(row.cells[column.index]!)),
  )
}

function unknownForm(table: ExtractionTable): Problem {
  const labels = table.columns.flatMap((column) => column.path.at(-1) ?? []).slice(0, 6)
  return {
    rule: 'form',
    severity: 'info',
    where: table.id,
    expected: 'a table of the catalogue',
    found: `${table.title || 'a table without a title'} (${labels.join(', ')})`,
  }
}

function headerProblems(table: ExtractionTable, grid: HeadedGrid): Problem[] {
  if (grid.doubt === null) return []
  return [
    {
      rule: 'Q04',
      severity: 'warn',
      where: table.id,
      expected: 'header labels that fit the columns',
      found: grid.doubt,
    },
  ]
}

function columnProblems(table: ExtractionTable): Problem[] {
  return table.columns.flatMap((column): Problem[] => {
    const filled = table.rows.find((row) => !isBlank(row.cells[column.index]!))
    if (column.path.length === 0 && filled) {
      const where = cellReference(table.id, filled.row, column.index)
      const found = filled.cells[column.index]!
      return [{ rule: 'Q04', severity: 'error', where, expected: 'a heading over every printed cell', found }]
    }
    if (column.role !== 'amount' || column.measure !== undefined) return []
    if (!filled) return []
    const where = `${table.id}.c${column.index}`
    return [
      {
        rule: 'column',
        severity: 'info',
        where,
        expected: 'a column that the form knows',
        found: column.path.join('/'),
      },
    ]
  })
}

function rowProblems(table: ExtractionTable, rows: BodyRow[]): Problem[] {
  return rows.flatMap((row, index): Problem[] => {
    const broken = table.columns.filter((column) => {
      const text = row.cells[column.index]!
      const counts = column.role === 'amount' || column.role === 'quantity'
      return counts && !isBlank(text) && readNumber(text) === null
    })
    const beyond = row.beyond.length > 0
    return [
      ...broken.map((column): Problem => ({
        rule: 'unreadable',
        severity: 'error',
        where: cellReference(table.id, index + 1, column.index),
        expected: 'an amount or nothing',
        found: row.cells[column.index]!,
      })),
      ...(beyond
        ? [
            {
              rule: 'Q04',
              severity: 'error' as const,
              where: `${table.id}.r${index + 1}`,
              expected: `cells that fit the ${table.columns.length} columns`,
              found: row.beyond.join(', '),
            },
          ]
        : []),
    ]
  })
}
