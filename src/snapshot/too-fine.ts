import { cellReference, type Extraction, type ExtractionTable, type Problem } from '../model/extraction'
import type { MoneyUnit } from '../model/money'
import { isMoneyUnit, readCell } from '../model/printed-cell'
import { fenOfCell } from './printed-fen'

/** Amounts of a disclosure, in tables and in prose, that are printed finer than the fen and so have no amount in the snapshot. */
export function tooFineAmounts({ tables, facts }: Extraction): Problem[] {
  const told = facts.flatMap(({ fact_no, basis, value, unit, printed }) =>
    basis === 'text' && isMoneyUnit(unit) ? tooFine(`F${fact_no}`, value, printed, unit) : [],
  )
  return [...tables.flatMap(inTable), ...told]
}

function inTable(table: ExtractionTable): Problem[] {
  const amounts = table.columns.filter(({ role }) => role === 'amount')
  return table.rows.flatMap(({ row, cells }) =>
    amounts.flatMap((column) => {
      const unit = column.unit ?? table.unit
      const printed = cells[column.index] ?? ''
      return isMoneyUnit(unit)
        ? tooFine(cellReference(table.id, row, column.index), printed, printed, unit)
        : []
    }),
  )
}

function tooFine(where: string, value: string, printed: string, unit: MoneyUnit): Problem[] {
  const cell = readCell(value, unit)
  if (cell.yuan === null || fenOfCell(cell) !== null) return []
  return [
    { rule: 'fen', severity: 'warn', where, expected: 'an amount of whole fen', found: `${printed} ${unit}` },
  ]
}
