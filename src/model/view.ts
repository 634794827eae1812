import type { MoneyUnit } from './money'
import type { Measure, Stage } from './vocabulary'

export type Page = 'home' | 'unit' | 'import'
export type Breakdown = 'function' | 'economic' | 'income'
export type Tab = 'where' | 'budget-actual' | 'three-public' | 'facts'
export type BudgetRows = 'item' | 'class' | 'three-public'
export type SortOrder = 'amount' | 'deviation' | 'rate'

/** What the reader looks at: one immutable value, whose only saved form is the address (contract, section 4). */
export interface View {
  page: Page
  /** unit_id, or '' where a page needs none. */
  unit: string
  /** Fiscal year, or null for the latest disclosed. */
  year: number | null
  /** null for the stage that the year has (决算 before 预算). */
  stage: Stage | null
  /** import: the disclosure of that unit, year and stage that was read from the reader's own files (导入); null for the shipped one, where there is one. */
  from: 'import' | null
  tab: Tab
  by: Breakdown
  measure: Extract<Measure, 'total' | 'basic' | 'project'>
  /** The code zoomed to, or ''. */
  at: string
  rows: BudgetRows
  sort: SortOrder
  /** null for the unit that suits the figures. */
  money: MoneyUnit | null
  lang: 'zh' | 'en'
  theme: 'auto' | 'light' | 'dark' | 'contrast'
  mode: 'standard' | 'elder'
}

export const defaultView: View = {
  page: 'home',
  unit: '',
  year: null,
  stage: null,
  from: null,
  tab: 'where',
  by: 'function',
  measure: 'total',
  at: '',
  rows: 'item',
  sort: 'deviation',
  money: null,
  lang: 'zh',
  theme: 'auto',
  mode: 'standard',
}
