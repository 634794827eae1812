import type { SnapshotRow } from '../db/schema'
import { tableNumber, type ExtractionTable } from '../model/extraction'
import type { Fund } from '../model/vocabulary'
import { declaredEmpty } from './empty-table'

/** A table as published. */
export function tableRow(documentId: string, table: ExtractionTable): SnapshotRow<'tables'> {
  return {
    document_id: documentId,
    table_no: tableNumber(table.id),
    source_no: table.source_no,
    form: table.form,
    title: table.title,
    form_code: table.formCode || null,
    unit: table.unit,
    empty: table.empty,
    empty_note: declaredEmpty(table),
    fund_scope: fundScope(table),
    budget_basis: budgetBasis(table),
    page: table.pages[0] ?? null,
    row_count: table.rows.length,
    col_count: table.columns.length,
  }
}

const funds: Fund[] = ['general', 'gov_fund', 'state_capital']

/** Whose money the table counts: the widest of its columns; a title that names one fund narrows 三公 tables (一般公共预算“三公”经费). */
function fundScope(table: ExtractionTable): Fund | 'unknown' {
  const named = new Set(table.columns.flatMap((c) => c.fund ?? []))
  if (table.form.endsWith('.three_public') && named.has('fiscal') && named.size === 1)
    return /一般公共预算/u.test(table.title) ? 'general' : 'fiscal'
  if (named.has('all')) return 'all'
  if (named.has('fiscal')) return 'fiscal'
  if (named.size === 1) return [...named][0]!
  if (named.size === 0) return 'unknown'
  return [...named].every((fund) => funds.includes(fund)) ? 'fiscal' : 'all'
}

/** What the table's 预算数 is: 年初预算数 (initial), 全年 or 调整预算数 (adjusted), as its notes or else its header say; else unknown. */
function budgetBasis(table: ExtractionTable): 'initial' | 'adjusted' | 'unknown' {
  const notes = table.notes.join('').replace(/\s+/gu, '')
  const header = table.columns.flatMap((c) => c.path).join('|')
  const told =
    /预算数(?:是指|指|为|是)(?:本年度?|当年)?(年初|全年|调整)/u.exec(notes)?.[1] ?? ownHeader(header)
  if (told === undefined) return 'unknown'
  return told === '年初' ? 'initial' : 'adjusted'
}

function ownHeader(header: string): string | undefined {
  const bases = new Set([...header.matchAll(/(年初|全年|调整后?)(?:的)?预算/gu)].map((m) => m[1]!))
  return bases.size === 1 ? [...bases][0] : undefined
}
