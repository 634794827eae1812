import type { RowKey } from '../../model/extraction'
import type { TabledRows } from './form'
import { plain } from './words'

/**
 * A foot label whose amount is printed in another panel of the same heading names that panel's amount (Q08):
 * its key goes where the amount is.
 */
export function withoutStrandedLabels(table: TabledRows, keys: RowKey[][]): RowKey[][] {
  return table.rows.map((row, index) => {
    const own = [...keys[index]!]
    for (const [panel, key] of own.entries()) {
      if (key.item === undefined || amountIn(table, row.cells, panel + 1)) continue
      const heading = headingOf(table, panel + 1)
      const target = own.findIndex(
        (other, at) =>
          at > panel &&
          Object.keys(other).length === 0 &&
          headingOf(table, at + 1) === heading &&
          amountIn(table, row.cells, at + 1),
      )
      if (target < 0) continue
      own[target] = key
      own[panel] = {}
    }
    return own
  })
}

function amountIn(table: TabledRows, cells: readonly string[], block: number): boolean {
  return table.columns.some(
    (column, at) => column.block === block && column.role === 'amount' && cells[at] !== '',
  )
}

function headingOf(table: TabledRows, block: number): string | undefined {
  const column = table.columns.find((candidate) => candidate.block === block)
  return column?.path[0] === undefined ? undefined : plain(column.path[0])
}
