import type { ExtractionColumn, ExtractionRow, ExtractionTable } from './extraction'

/** The name that an amount stands beside: the row's name in the same panel (block), as printed. */
export function printedName(table: ExtractionTable, row: ExtractionRow, column: ExtractionColumn): string {
  const names = table.columns.filter((c) => c.role === 'name' && c.block === column.block)
  return names.map((c) => row.cells[c.index]?.trim() ?? '').find((name) => name !== '') ?? ''
}

const ordinal = /^(?:[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十]+、|\d+[、.．](?!\d))/u
const ofWhich = /^其中[:：]?/u

/** A printed name without white space, ordinals (一、 2. （3）) and 其中：: `其中：(1) 公务用车运行维护费` is 公务用车运行维护费. */
export function cleanName(printed: string): string {
  let name = printed.replace(/\s+/gu, '')
  for (;;) {
    const shorter = name.replace(ofWhich, '').replace(ordinal, '')
    if (shorter === name || shorter === '') return name
    name = shorter
  }
}
