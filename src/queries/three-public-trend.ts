import { defineQuery, integer, money, oneOf, orNull, text, type RowOf } from '../db/query'
import { threePublicFundRows } from './parts'

/**
 * 三公经费 by item, year and stage, as one document tells them: from its table, from its text where the table is blank,
 * and the earlier years it implies (derived, with bounds). One row per item, year and stage; 元.
 * Where a table gives an item by fund, 财政拨款 counts, else 一般公共预算. A blank cell that the text does not fill stays
 * blank, and an amount from the text keeps the state of the cell it fills; a derived figure never takes a cell's place. Place and fact are those of the amount that is given.
 */
export const threePublicTrend = defineQuery({
  name: 'three-public-trend',
  keys: ['document'],
  sql: (of) => `
    WITH doc AS (SELECT document_id FROM documents WHERE ${of.is('document_id')}),
    items(item, place, subject) AS (VALUES
      ('total', 1, 'three_public'), ('abroad', 2, 'three_public.abroad'), ('vehicle', 3, 'three_public.vehicle'),
      ('vehicle_purchase', 4, 'three_public.vehicle_purchase'), ('vehicle_running', 5, 'three_public.vehicle_running'),
      ('reception', 6, 'three_public.reception')
    ),
    funds(fund, breadth) AS (VALUES ${threePublicFundRows((fund, rank) => `(${fund}, ${rank})`)}),
    printed AS (
      SELECT doc.document_id, i.place, c.item, c.amount_year AS "year", c.amount_stage AS stage, c.amount_fen AS amount, c.state,
             c.table_no, c.row_no, c.col_no,
             row_number() OVER (
               PARTITION BY doc.document_id, c.item, c.amount_year, c.amount_stage
               ORDER BY f.breadth, CASE WHEN c.amount_fen IS NULL THEN 1 ELSE 0 END, c.table_no, c.row_no, c.col_no
             ) AS choice
      FROM doc JOIN cells c ON c.document_id = doc.document_id
      JOIN items i ON i.item = c.item JOIN funds f ON f.fund = c.fund
      WHERE c.scheme = 'three_public' AND c.measure = 'total'
    ),
    stated AS (
      SELECT doc.document_id, i.place, i.item, f.fiscal_year AS "year", f.stage, f.amount_fen AS amount, f.low_fen, f.high_fen, f.basis,
             f.formula, f.quote, f.fact_no,
             row_number() OVER (
               PARTITION BY doc.document_id, i.item, f.fiscal_year, f.stage, f.basis ORDER BY f.fact_no
             ) AS mention
      FROM doc JOIN facts f ON f.document_id = doc.document_id JOIN items i ON i.subject = f.subject
      WHERE f.key = 'amount' AND f.amount_fen IS NOT NULL AND coalesce(f.measure, 'total') = 'total'
    ),
    points AS (
      SELECT document_id, place, item, "year", stage, amount, NULL AS low, NULL AS high, 'published' AS basis, state,
             NULL AS formula, NULL AS quote, table_no, row_no, col_no, NULL AS fact_no,
             CASE WHEN amount IS NULL THEN 3 ELSE 1 END AS rank
      FROM printed WHERE choice = 1
      UNION ALL
      SELECT document_id, place, item, "year", stage, amount, low_fen, high_fen, basis, CASE WHEN amount = 0 THEN 'zero' ELSE 'value' END,
             formula, nullif(quote, ''), NULL, NULL, NULL, fact_no,
             CASE basis WHEN 'text' THEN 2 ELSE 4 END
      FROM stated WHERE mention = 1
    ),
    ranked AS (
      SELECT points.*, row_number() OVER (PARTITION BY document_id, item, "year", stage ORDER BY rank) AS choice,
             min(CASE WHEN rank = 3 THEN state END) OVER (PARTITION BY document_id, item, "year", stage) AS cell_state
      FROM points
    )
    SELECT ${of.first('document_id')}item, "year", stage, amount, low, high, basis,
           CASE basis WHEN 'text' THEN coalesce(cell_state, state) ELSE state END AS state, formula, quote,
           table_no AS "tableNo", row_no AS "rowNo", col_no AS "colNo", fact_no AS "factNo"
    FROM ranked WHERE choice = 1
    ORDER BY ${of.first('document_id')}place, "year", CASE stage WHEN 'budget' THEN 1 WHEN 'adjusted' THEN 2 ELSE 3 END`,
  bind: (p: { document: string }) => [p.document],
  row: {
    item: oneOf('total', 'abroad', 'vehicle', 'vehicle_purchase', 'vehicle_running', 'reception'),
    year: integer,
    stage: oneOf('budget', 'adjusted', 'final'),
    amount: orNull(money),
    low: orNull(money),
    high: orNull(money),
    basis: oneOf('published', 'text', 'derived'),
    state: oneOf('value', 'zero', 'blank', 'declared_empty', 'unreadable'),
    formula: orNull(text),
    quote: orNull(text),
    tableNo: orNull(integer),
    rowNo: orNull(integer),
    colNo: orNull(integer),
    factNo: orNull(integer),
  },
  precomputed: ({ document }) => [{ document }],
})

export type ThreePublicPoint = RowOf<typeof threePublicTrend>
