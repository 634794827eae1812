import type { ExtractionTable } from '../../model/extraction'
import type { MoneyUnit } from '../../model/money'
import type { PlainColumn } from './columns'
import type { HeadedGrid } from './header'
import type { BodyRow } from './rows'
import { bodyRows } from './rows'
import type { PublishedTable } from './surroundings'

/** Every printed cell of a table whose form is not reckoned with, header rows among them where no header is sure. */
export function wordsTable(
  published: PublishedTable,
  grid: HeadedGrid,
  form: ExtractionTable['form'],
): { columns: ExtractionTable['columns']; rows: BodyRow[] } {
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
    rows: bodyRows(whole, used).map(withoutProse),
  }
}

/** Prose is not kept: extractions hold figures, labels and places. */
function withoutProse(row: BodyRow): BodyRow {
  const isLong = row.cells.some((text) => text.length > longestLabel)
  const cells = row.cells.map((text) => (text.length > longestLabel ? `${text.slice(0, 40)}…` : text))
  return { ...row, cells, repairs: isLong ? ['prose is cut to its first 40 characters'] : [] }
}

const longestLabel = 100

/** Unit of money in the labels of a table of words: 项目预算金额(万元). */
export function unitInLabels(texts: readonly string[]): MoneyUnit | null {
  for (const text of texts) {
    const found = /\((亿元|万元|元)\)$/u.exec(text)
    if (found) return found[1] as MoneyUnit
  }
  return null
}
