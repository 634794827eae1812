import type { SnapshotRow } from '../db/schema'
import { tableNumber, type Extraction, type ExtractionTable } from '../model/extraction'

/** How much of a published table was read. */
export interface TableCount {
  table: ExtractionTable
  rows: number
  /** Different codes (科目编码). */
  codes: number
  /** Cells that hold an amount or a quantity. */
  amounts: number
}

/** What was read of each table of a disclosure. @param cells the disclosure's own */
export function countTables({ tables }: Extraction, cells: readonly SnapshotRow<'cells'>[]): TableCount[] {
  return tables.map((table) => {
    const own = cells.filter((cell) => cell.table_no === tableNumber(table.id))
    const amounts = own.filter((cell) => cell.amount_fen !== null || cell.quantity !== null)
    const codes = new Set(own.flatMap((cell) => cell.code ?? []))
    return { table, rows: table.rows.length, codes: codes.size, amounts: amounts.length }
  })
}
