import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ExtractionTable } from '../../src/model/extraction'
import { keyOfCell } from '../../src/model/extraction-keys'
import type { Form, Stage } from '../../src/model/vocabulary'

const folder = fileURLToPath(new URL('../../../shared/fixtures/expected/', import.meta.url))

export const truthIsHere = existsSync(folder)

/** Why a test of the truth is not run: said in the name of its suite. */
export const withoutTruth = 'run only where ../shared/fixtures is beside the repository'

/** What a hand-checked file of `../shared/fixtures/expected` says of a document, in its own words. */
export interface ExpectedDocument {
  document: {
    title: string
    docType: Stage
    fiscalYear: number
    regionCode: string
    unitName: string
    unitCode: string
    amountUnit: string
  }
  source: { file: string; sha256: string }
  tables: ExpectedTable[]
}

export interface ExpectedTable {
  id: string
  title: string
  kind: string
  formCode?: string
  unit: string | null
  layout: 'grid' | 'form'
  empty?: boolean
  notes?: string[]
  columns: { role: string; path: string[] }[]
  rows: { row: number; line: number; cells: string[]; indent?: number; repair?: string }[]
  amounts: { row: number; col: number; code?: string; name: string; column: string; value: string }[]
  /** Of tables laid out as forms: labels with their values, tasks of the whole unit, indicators. */
  facts?: { label: string; value: string; role?: string }[]
  tasks?: Record<'name' | 'allocated' | 'executed' | 'rate' | 'weight' | 'score', string>[]
  indicators?: ExpectedIndicator[]
}

export type ExpectedIndicator = { labels?: string[]; remarks?: string[] } & Partial<
  Record<
    | 'level1'
    | 'level2'
    | 'level3'
    | 'description'
    | 'basis'
    | 'operator'
    | 'target'
    | 'unit'
    | 'actual'
    | 'completion'
    | 'weight'
    | 'score',
    string
  >
>

export function expectedDocument(id: string): ExpectedDocument {
  return JSON.parse(readFileSync(`${folder}${id}.json`, 'utf8')) as ExpectedDocument
}

/** The form that the truth's `kind` stands for (README of the truth). */
export function formOfKind(kind: string, stage: Stage): Form {
  const ofStage: Record<string, string | Record<Stage, string>> = {
    income_expenditure_summary: 'balance',
    income: { budget: 'income_total', final: 'income' },
    expenditure: { budget: 'expenditure_total', final: 'expenditure' },
    fiscal_appropriation_summary: 'fiscal_balance',
    general_public_expenditure: 'general_expenditure',
    general_public_basic_expenditure: 'general_basic',
    government_fund_expenditure: 'gov_fund',
    government_fund_income_expenditure: 'gov_fund',
    state_capital_expenditure: 'state_capital',
    state_capital_income_expenditure: 'state_capital',
    three_public: 'three_public',
    procurement: 'procurement',
    fixed_assets: 'assets',
    project_performance_target: 'project_target',
    overall_self_evaluation: 'overall_evaluation',
    project_self_evaluation: 'project_evaluation',
    org_setup: 'organisation',
  }
  const id = ofStage[kind]
  if (id === undefined) throw new Error(`kind of table: expected one of the README's, found ${kind}`)
  return `${stage}.${typeof id === 'string' ? id : id[stage]}` as Form
}

/** Filled cells of the value columns, as `row.column path code name value`, in order of their text. */
export function amountsOf(table: ExtractionTable): string[] {
  const amounts = table.rows.flatMap((row) =>
    table.columns.flatMap((column) => {
      const value = row.cells[column.index]!
      if ((column.role !== 'amount' && column.role !== 'quantity') || value === '') return []
      const { code, codeBasis, name } = keyOfCell(table, row, column)
      const printed = codeBasis === 'printed' ? code! : ''
      return [`${row.row}.${column.index} ${column.path.join('/')} ${printed} ${name} ${value}`]
    }),
  )
  return amounts.sort()
}

/** The same of the truth. */
export function expectedAmounts(table: ExpectedTable): string[] {
  return table.amounts
    .map(
      ({ row, col, column, code, name, value }) => `${row}.${col} ${column} ${code ?? ''} ${name} ${value}`,
    )
    .sort()
}
