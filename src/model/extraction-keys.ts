import type { ExtractionColumn, ExtractionRow, ExtractionTable, RowKey } from './extraction'

/**
 * What a cell of a value column is about: its code or item, and the name printed beside it. In side-by-side panels
 * the key and the name are those of the cell's own block; a foot label (公用经费合计) whose amount is printed in another
 * block of the same heading names that amount. Where no name is printed, other words under a heading that ends in 名称 are
 * one (采购物品名称).
 */
export function keyOfCell(
  table: ExtractionTable,
  row: ExtractionRow,
  column: ExtractionColumn,
): RowKey & { name: string } {
  return { ...rowKeyOf(row, column), name: nameOfCell(table, row, column) }
}

/** The same in two parts; keys are shared by the cells of a row, and never changed. */
export function keyAndName(
  table: ExtractionTable,
  row: ExtractionRow,
  column: ExtractionColumn,
): { key: RowKey; name: string } {
  return { key: rowKeyOf(row, column), name: nameOfCell(table, row, column) }
}

function rowKeyOf(row: ExtractionRow, column: ExtractionColumn): RowKey {
  const key = row.blocks && column.block ? (row.blocks[column.block - 1] ?? {}) : rowKey(row)
  return column.item === undefined ? key : { ...key, item: column.item }
}

const rowKeys = new WeakMap<ExtractionRow, RowKey>()

function rowKey(row: ExtractionRow): RowKey {
  let key = rowKeys.get(row)
  if (!key) {
    const { code, codeBasis, scheme, item } = row
    key = {
      ...(code === undefined ? {} : { code }),
      ...(codeBasis === undefined ? {} : { codeBasis }),
      ...(scheme === undefined ? {} : { scheme }),
      ...(item === undefined ? {} : { item }),
    }
    rowKeys.set(row, key)
  }
  return key
}

function nameOfCell(table: ExtractionTable, row: ExtractionRow, column: ExtractionColumn): string {
  let names = namesBeside.get(column)
  if (!names) namesBeside.set(column, (names = columnsOfNames(table, column)))
  for (const index of names) {
    const name = row.cells[index]?.trim() ?? ''
    if (name !== '') return name
  }
  return headingOf(column)
}

/** For each column, the columns that may name its cells, the best first. */
const namesBeside = new WeakMap<ExtractionColumn, number[]>()

function columnsOfNames(table: ExtractionTable, column: ExtractionColumn): number[] {
  const before = table.columns.filter((c) => c.index < column.index).reverse()
  const left = before.filter((c) => c.role === 'name')
  const headedName = before.filter((c) => c.role === 'text' && (c.path.at(-1) ?? '').endsWith('名称'))
  return [
    ...left.filter((c) => c.block === column.block),
    ...left.filter((c) => c.path[0] === column.path[0]),
    ...headedName.filter((c) => c.block === column.block),
  ].map(({ index }) => index)
}

const genericLabel = /^(?:合计|小计|金额|预算数|决算数|年初预算数?|全年预算数?)$/u

/** In tables whose columns are the items (one-row 三公 tables) the heading is the name. */
function headingOf(column: ExtractionColumn): string {
  if (column.item === undefined) return ''
  return column.path.findLast((label) => !genericLabel.test(label)) ?? column.path.at(-1) ?? ''
}
