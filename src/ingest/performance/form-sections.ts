import { columnOf } from './indicator-labels'
import type { IndicatorHeader } from './indicator-header'
import { indicatorHeaderAt } from './indicator-header'
import type { MoneyGrid } from './money-grid'
import { moneyGridAt } from './money-grid'
import type { FormRow } from './printed-row'
import { filled } from './printed-row'
import { meaningOf } from './project-labels'

/** A stretch of a form: one row of labels and values, a grid of values, or a table of indicators. */
export type FormSection =
  | { kind: 'labels'; row: FormRow }
  | { kind: 'grid'; grid: MoneyGrid; rows: FormRow[] }
  | { kind: 'indicators'; header: IndicatorHeader; body: FormRow[]; feet: FormRow[] }

/** The sections of a form from the top down. */
export function formSections(rows: readonly FormRow[], spans: 'kept' | 'lost'): FormSection[] {
  const sections: FormSection[] = []
  for (let at = 0; at < rows.length;) {
    const header = indicatorHeaderAt(rows, at, spans)
    const grid = header ? null : moneyGridAt(rows, at)
    if (header) {
      const end = endOfIndicators(rows, at + header.rows, header, spans)
      const below = rows.slice(at + header.rows, end)
      const feet = below.filter(isFoot)
      sections.push({ kind: 'indicators', header, body: below.filter((row) => !isFoot(row)), feet })
      at = end
    } else if (grid) {
      sections.push({ kind: 'grid', grid, rows: rows.slice(at, at + grid.rows) })
      at += grid.rows
    } else {
      sections.push({ kind: 'labels', row: rows[at]! })
      at += 1
    }
  }
  return sections
}

/** Does each row of the table of indicators name its project (lists of many projects)? */
export function namesProjects(header: IndicatorHeader): boolean {
  return header.columns.some(({ project }) => project?.kind === 'name')
}

/** Up to the next project's name, or the next header; the same header printed again (on a new page) opens a new stretch too. */
function endOfIndicators(
  rows: readonly FormRow[],
  from: number,
  header: IndicatorHeader,
  spans: 'kept' | 'lost',
): number {
  for (let at = from; at < rows.length; at += 1) {
    const first = filled(rows[at]!)[0]
    const kind = first ? meaningOf(first.text)?.kind : undefined
    if (!namesProjects(header) && (kind === 'name' || kind === 'code')) return at
    if (indicatorHeaderAt(rows, at, spans)) return at
  }
  return rows.length
}

/** 总分, 指标自评得分小计, 合计: sums below the indicators. */
function isFoot(row: FormRow): boolean {
  const first = filled(row)[0]
  if (!first || columnOf(first.text).role === 'level1') return false
  const meaning = meaningOf(first.text)
  if (meaning?.kind === 'whole') return meaning.bare
  return (
    meaning?.kind === 'figure' &&
    ['score', 'indicator_score', 'rate_score', 'deduction'].includes(meaning.item)
  )
}
