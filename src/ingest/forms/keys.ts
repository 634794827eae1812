import type { RowKey } from '../../model/extraction'
import type { Item, Scheme } from '../../model/vocabulary'
import type { PlainColumn } from './columns'
import type { TabledRows } from './form'
import type { BodyRow } from './rows'
import { codeOf, isSumLabel, plain, trimmed, unnumbered } from './words'

/** A vocabulary of row names, first match wins; null for names that are known to be none of the items. */
export type ItemNames = readonly (readonly [RegExp, Item | null])[]

/** The panels of a table: 1, 2, 3 … or [null] where it has one. */
export function panelsOf(table: TabledRows): (number | null)[] {
  const blocks = table.columns.flatMap((column) => column.block ?? [])
  return blocks.length === 0 ? [null] : [...new Set(blocks)].sort((a, b) => a - b)
}

/** The printed name of a row in a panel, '' without. */
export function nameIn(table: TabledRows, row: BodyRow, panel: number | null): string {
  return textIn(table, row, panel, 'name')
}

function textIn(table: TabledRows, row: BodyRow, panel: number | null, role: PlainColumn['role']): string {
  const at = table.columns.findIndex(
    (column, index) => column.role === role && column.block === panel && row.cells[index] !== '',
  )
  return at < 0 ? '' : row.cells[at]!
}

/**
 * Rows that state the whole where rows are units: those of 合计, else the only row with an amount. None where several
 * units stand without a sum.
 */
export function wholeRows(table: TabledRows): BodyRow[] {
  const isLabel = (at: number): boolean => ['code', 'name', 'text'].includes(table.columns[at]!.role)
  const sums = table.rows.filter((row) =>
    row.cells.some((text, at) => isLabel(at) && /^(?:合计|总计)$/u.test(plain(text))),
  )
  if (sums.length > 0) return sums
  const telling = table.rows.filter((row) =>
    row.cells.some((text, at) => table.columns[at]!.role === 'amount' && text !== ''),
  )
  if (telling.length > 0) return telling.length === 1 ? telling : []
  return table.rows.length === 1 ? [...table.rows] : []
}

/** The item a name says, or null. */
export function itemNamed(name: string, names: ItemNames): Item | null {
  const words = unnumbered(name)
  return names.find(([pattern]) => pattern.test(words))?.[1] ?? null
}

/**
 * Codes of every row of a panel, null where a row has none. Codes printed split over several columns (类 款 项) are
 * put together; a level left blank is that of the row above.
 */
export function codesIn(table: TabledRows, panel: number | null): (string | null)[] {
  const at = table.columns.flatMap((column, index) =>
    column.role === 'code' && column.block === panel ? [index] : [],
  )
  if (at.length <= 1) return table.rows.map((row) => (at[0] === undefined ? null : codeOf(row.cells[at[0]]!)))
  let above: string[] = []
  return table.rows.map((row) => {
    // 款 and 项 are two digits each; some publishers print 1 for 01.
    const parts = at.map((index, level) => {
      const digits = plain(trimmed(row.cells[index]!))
      return level > 0 && /^\d$/u.test(digits) ? `0${digits}` : digits
    })
    const last = parts.findLastIndex((part) => part !== '')
    if (last < 0) return null
    const whole = parts.slice(0, last + 1).map((part, level) => part || (above[level] ?? ''))
    above = whole
    return codeOf(whole.join(''))
  })
}

/** Keys of a table of codes: the code, or 合计 as total, or an item by its name; by panel. */
export function codeKeys(
  table: TabledRows,
  scheme: Scheme,
  options: { names?: ItemNames; classByName?: (name: string) => string | null } = {},
): RowKey[][] {
  const panels = panelsOf(table)
  const codes = panels.map((panel) => codesIn(table, panel))
  return table.rows.map((row, index) =>
    panels.map((panel, at): RowKey => {
      const code = codes[at]![index]
      if (code) return { code, codeBasis: 'printed', scheme }
      const name = nameIn(table, row, panel)
      if (isSumLabel(unnumbered(name))) return { scheme, item: 'total' }
      const item = itemNamed(name, options.names ?? [])
      if (item) return { scheme, item }
      const byName = name === '' ? null : options.classByName?.(unnumbered(name))
      return byName ? { code: byName, codeBasis: 'by_name', scheme } : {}
    }),
  )
}
