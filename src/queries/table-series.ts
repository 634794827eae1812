import { defineQuery, integer, money, orNull, text, type RowOf } from '../db/query'

/**
 * What each table of a document can tell along a code scheme: one row per table, scheme, measure, fund and stage of its
 * own year that holds at least one amount, with the number of its amounts by code or source, and the amount of the row
 * that sums the table up (合计, 本年合计, else 总计); 元.
 */
export const tableSeries = defineQuery({
  name: 'table-series',
  keys: ['document'],
  sql: (of) => `
    SELECT ${of.first('d.document_id')}c.table_no AS "tableNo", c.form, c.scheme, c.measure, c.fund, c.amount_stage AS stage,
           CAST(count(CASE WHEN c.code IS NOT NULL OR (c.scheme = 'income' AND c.item IS NOT NULL) THEN c.amount_fen END) AS INTEGER) AS parts,
           coalesce(
             max(CASE WHEN c.code IS NULL AND c.item IN ('total', 'exp_current', 'income_current') THEN c.amount_fen END),
             max(CASE WHEN c.code IS NULL AND c.item IN ('exp_grand', 'income_grand') THEN c.amount_fen END)
           ) AS total,
           coalesce(
             max(CASE WHEN c.code IS NULL AND c.item IN ('total', 'exp_current', 'income_current') THEN c.step_fen END),
             max(CASE WHEN c.code IS NULL AND c.item IN ('exp_grand', 'income_grand') THEN c.step_fen END)
           ) AS step
    FROM documents d JOIN cells c ON c.document_id = d.document_id
    WHERE ${of.is('d.document_id')} AND c.scheme IS NOT NULL AND c.measure IS NOT NULL AND c.fund IS NOT NULL
      AND c.amount_year = d.fiscal_year
    GROUP BY ${of.first('d.document_id')}c.table_no, c.form, c.scheme, c.measure, c.fund, c.amount_stage
    HAVING count(c.amount_fen) > 0
    ORDER BY ${of.first('d.document_id')}c.table_no, c.scheme, c.measure, c.fund, c.amount_stage`,
  bind: (p: { document: string }) => [p.document],
  row: {
    tableNo: integer,
    form: text,
    scheme: text,
    measure: text,
    fund: text,
    stage: text,
    /** Amounts of codes or sources; 0 where the table prints nothing but sums. */
    parts: integer,
    /** 合计, 本年合计 or 总计 of the series; null where the table prints none. */
    total: orNull(money),
    /** One unit of the total's last printed digit, 元. */
    step: orNull(money),
  },
  precomputed: ({ document }) => [{ document }],
})

export type TableSeries = RowOf<typeof tableSeries>
