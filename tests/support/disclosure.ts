import Decimal from 'decimal.js'
import type { SnapshotRow, Snapshot } from '../../src/db/schema'
import { openNative } from '../../src/db/node'
import type { Decoder, Params, Query, RowOf } from '../../src/db/query'
import { rowOf } from './rows'

/** 万元 as printed → fen. */
export function wan(printed: string): bigint {
  return BigInt(new Decimal(printed).times(1_000_000).toFixed(0))
}

/** One unit of the last digit of 万元 as printed, fen. */
function stepOf(printed: string): bigint {
  return 10n ** BigInt(6 - (printed.split('.')[1] ?? '').length)
}

/** Hand-written rows of one disclosure: what a test names, and the usual for the rest. */
export class Disclosure {
  readonly rows: Snapshot
  readonly #stage: 'budget' | 'final'
  readonly #year: number
  readonly id: string
  #table = { number: 0, form: '' }
  #row = 0

  constructor(stage: 'budget' | 'final', year = 2023, id = 'x-unit') {
    this.id = `${id}-${year}-${stage}`
    this.#stage = stage
    this.#year = year
    this.rows = {
      documents: [
        rowOf('documents', {
          document_id: this.id,
          fiscal_year: year,
          stage,
          unit_id: id,
          declared_unit: '万元',
          unit_kind: 'unit',
        }),
      ],
      sources: [rowOf('sources', { document_id: this.id, source_no: 1 })],
      tables: [],
      cells: [],
      facts: [],
      statements: [],
      projects: [],
      indicators: [],
      findings: [],
      operands: [],
      codes: [],
      regions: [],
      units: [],
    }
  }

  /** Begins a table; its number counts from 1. */
  table(form: string, values: Partial<SnapshotRow<'tables'>> = {}): number {
    this.#table = { number: this.rows.tables.length + 1, form }
    this.#row = 0
    this.rows.tables.push(
      rowOf('tables', { document_id: this.id, table_no: this.#table.number, form, title: form, ...values }),
    )
    return this.#table.number
  }

  /** Adds a row of cells to the table begun last: an amount in 万元, '' for a blank, null for no cell in that column. */
  row(
    key: Partial<SnapshotRow<'cells'>>,
    ...columns: { printed: string | null; set?: Partial<SnapshotRow<'cells'>> }[]
  ): this {
    this.#row += 1
    columns.forEach(({ printed, set }, i) => {
      if (printed === null) return
      const amount = printed === '' ? null : wan(printed)
      this.rows.cells.push(
        rowOf('cells', {
          document_id: this.id,
          table_no: this.#table.number,
          row_no: this.#row,
          col_no: i + 1,
          form: this.#table.form,
          fund: 'all',
          measure: 'total',
          amount_year: this.#year,
          amount_stage: this.#stage,
          amount_fen: amount,
          step_fen: amount === null ? null : 10_000n,
          printed,
          unit: '万元',
          state: amount === null ? 'blank' : amount === 0n ? 'zero' : 'value',
          ...key,
          ...set,
        }),
      )
    })
    return this
  }

  /** Adds a fact; `printed` in 万元 sets an amount, for other keys the number. */
  fact(subject: string, printed: string, values: Partial<SnapshotRow<'facts'>> = {}): this {
    const key = values.key ?? 'amount'
    const isAmount = key === 'amount' || key === 'change'
    this.rows.facts.push(
      rowOf('facts', {
        document_id: this.id,
        fact_no: this.rows.facts.length + 1,
        source_no: 1,
        fiscal_year: this.#year,
        stage: this.#stage,
        basis: 'text',
        key,
        subject,
        label: subject,
        amount_fen: isAmount ? wan(printed) : null,
        step_fen: isAmount && values.basis !== 'derived' ? stepOf(printed) : null,
        number: isAmount ? null : printed,
        unit: isAmount ? '万元' : '%',
        printed: printed.replace('-', ''),
        quote: `${subject} ${printed}`,
        base: key === 'change' || key === 'change_rate' ? 'prior_year' : null,
        ...values,
      }),
    )
    return this
  }

  /** Adds a finding with operands on the left side in the tables given, and on the right side in `right`. */
  finding(values: Partial<SnapshotRow<'findings'>>, left: number[], right: number[] = []): this {
    const finding_no = this.rows.findings.length + 1
    this.rows.findings.push(
      rowOf('findings', {
        document_id: this.id,
        finding_no,
        rule_id: `R${finding_no}`,
        severity: 'error',
        message: `finding ${finding_no}`,
        ...values,
      }),
    )
    const operands = [...left.map((t) => ['left', t] as const), ...right.map((t) => ['right', t] as const)]
    operands.forEach(([side, table_no], i) => {
      this.rows.operands.push(
        rowOf('operands', {
          document_id: this.id,
          finding_no,
          operand_no: i + 1,
          side,
          sign: 1,
          source_document_id: this.id,
          table_no,
          row_no: 1,
          col_no: 1,
        }),
      )
    })
    return this
  }

  /** Asks native DuckDB; amounts come back as 万元 text, so that expectations read like the document. */
  async ask<P extends Params, D extends Record<string, Decoder<unknown>>>(query: Query<P, D>, params: P) {
    const database = await openNative({ rows: this.rows })
    try {
      return (await database.ask(query, params)).map(plain) as { [K in keyof RowOf<Query<P, D>>]: unknown }[]
    } finally {
      await database.close()
    }
  }
}

const amounts = [
  'amount',
  'low',
  'high',
  'prior',
  'priorLow',
  'priorHigh',
  'change',
  'budget',
  'budgetLow',
  'budgetHigh',
  'final',
]

function plain(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => {
      if (!Decimal.isDecimal(value)) return [key, value]
      return [key, amounts.includes(key) ? value.div(10_000).toFixed() : value.toFixed()]
    }),
  )
}

/** The named columns of rows, as lists. */
export function pick(rows: Record<string, unknown>[], ...columns: string[]): unknown[][] {
  return rows.map((row) => columns.map((column) => row[column]))
}

/** A cell for `row`. */
export function cell(printed: string | null, set: Partial<SnapshotRow<'cells'>> = {}) {
  return { printed, set }
}
