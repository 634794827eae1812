import type { ExtractionTable, Problem } from '../../model/extraction'
import { cellReference } from '../../model/extraction'
import { isBlank, readNumber } from '../../model/money'
import { isChange } from './columns'
import type { HeadedGrid } from './header'
import type { BodyRow } from './rows'
import type { PublishedTable } from './surroundings'
import { saysEmptyTable } from './note-words'

/** A table that no form of the catalogue fits. */
export function unknownForm(table: ExtractionTable): Problem {
  const labels = table.columns.flatMap((column) => column.path.at(-1) ?? []).slice(0, 6)
  return {
    rule: 'form',
    severity: 'info',
    where: table.id,
    expected: 'a table of the catalogue',
    found: `${table.title || 'a table without a title'} (${labels.join(', ')})`,
  }
}

/** What of a table is hidden from who opens the file: it is read all the same, and told. */
export function hiddenProblems(where: string, { hidden }: PublishedTable): Problem[] {
  if (hidden === undefined) return []
  return [
    {
      rule: 'hidden',
      severity: 'warn',
      where,
      expected: 'a table that is shown whole',
      found: `hidden: ${hidden}`,
    },
  ]
}

/** What was not understood in a table: header labels, columns, cells. */
export function tableProblems(table: ExtractionTable, grid: HeadedGrid, rows: BodyRow[]): Problem[] {
  return [
    ...headerProblems(table, grid),
    ...unitProblems(table),
    ...emptinessProblems(table),
    ...columnProblems(table),
    ...rowProblems(table, rows),
  ]
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

/** Amounts without a unit of money anywhere cannot be read as money. */
function unitProblems(table: ExtractionTable): Problem[] {
  if (table.unit !== null || table.empty) return []
  return [
    {
      rule: 'S18',
      severity: 'error',
      where: table.id,
      expected: 'a unit of money (单位：)',
      found: 'none in the document',
    },
  ]
}

/** A note that calls the table empty, beside figures: both are kept as published. */
function emptinessProblems(table: ExtractionTable): Problem[] {
  const note = table.empty ? undefined : table.notes.find(saysEmptyTable)
  const figures = table.columns
    .filter(({ role }) => role === 'amount' || role === 'quantity')
    .flatMap(({ index }) => table.rows.map(({ cells }) => cells[index]!))
  const figure = figures.find((text) => readNumber(text)?.value.isZero() === false)
  if (note === undefined || figure === undefined) return []
  return [
    {
      rule: 'S02',
      severity: 'warn',
      where: table.id,
      expected: `no figures, as its note says: ${note}`,
      found: figure,
    },
  ]
}

function columnProblems(table: ExtractionTable): Problem[] {
  return table.columns.flatMap((column): Problem[] => {
    const filled = table.rows.find((row) => !isBlank(row.cells[column.index]!))
    if (column.path.length === 0 && column.role !== 'name' && filled) {
      const where = cellReference(table.id, filled.row, column.index)
      const found = filled.cells[column.index]!
      return [{ rule: 'Q04', severity: 'error', where, expected: 'a heading over every printed cell', found }]
    }
    if (column.role !== 'amount' || column.measure !== undefined || isChange(column.path)) return []
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
