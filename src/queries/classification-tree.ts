import { defineQuery, integer, money, oneOf, orNull, text, type RowOf } from '../db/query'

/**
 * One table's amounts along a classification: 支出功能分类 (类 款 项), 经济分类 (类 款) or 收入来源.
 * One row per printed row, totals included (their code is null, their item says which sum); 元. The document's own year:
 * columns of the year before (上年预算数, 上年执行数) are left out.
 */
export const classificationTree = defineQuery({
  name: 'classification-tree',
  keys: ['document', 'table', 'scheme', 'measure', 'fund', 'stage'],
  sql: (of) => `
    SELECT ${of.first('c.document_id', 'c.table_no', 'c.scheme', 'c.measure', 'c.fund', 'c.amount_stage')}
           c.code, c.parent_code AS "parentCode", c.level, c.item, c.name, c.amount_fen AS amount, c.step_fen AS step,
           c.state, c.table_no AS "tableNo", c.row_no AS "rowNo", c.col_no AS "colNo", c.printed
    FROM documents d JOIN cells c ON c.document_id = d.document_id AND c.amount_year = d.fiscal_year
    WHERE ${of.is('c.document_id')} AND ${of.is('c.table_no')} AND ${of.is('c.scheme')} AND ${of.is('c.measure')}
      AND ${of.is('c.fund')} AND ${of.is('c.amount_stage')}
    ORDER BY ${of.first('c.document_id', 'c.table_no', 'c.scheme', 'c.measure', 'c.fund', 'c.amount_stage')}
             c.table_no, c.row_no, c.col_no`,
  bind: (p: {
    document: string
    /** Number of the table in its document. */
    table: number
    scheme: string
    measure: string
    fund: string
    stage: string
  }) => [p.document, p.table, p.scheme, p.measure, p.fund, p.stage],
  row: {
    code: orNull(text),
    parentCode: orNull(text),
    level: orNull(integer),
    item: orNull(text),
    name: text,
    amount: orNull(money),
    /** One unit of the last printed digit, 元: how exact the amount is. */
    step: orNull(money),
    state: oneOf('value', 'zero', 'blank', 'declared_empty', 'unreadable'),
    tableNo: integer,
    rowNo: integer,
    colNo: integer,
    printed: text,
  },
  precomputed: ({ document, series }) => series.map((one) => ({ document, ...one })),
})

export type ClassificationRow = RowOf<typeof classificationTree>
