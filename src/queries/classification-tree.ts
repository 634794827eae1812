import { defineQuery, integer, money, oneOf, orNull, text, type RowOf } from '../db/query'

/**
 * One table's amounts along a classification: 支出功能分类 (类 款 项), 经济分类 (类 款) or 收入来源.
 * One row per printed row, totals included (their code is null, their item says which sum); 元. The document's own year:
 * columns of the year before (上年预算数, 上年执行数) are left out.
 */
export const classificationTree = defineQuery({
  name: 'classification-tree',
  sql: `
    SELECT code, parent_code AS "parentCode", level, item, name, amount_fen AS amount, step_fen AS step, state,
           table_no AS "tableNo", row_no AS "rowNo", col_no AS "colNo", printed
    FROM cells
    WHERE document_id = ? AND form = ? AND scheme = ? AND measure = ? AND fund = ? AND amount_stage = ?
      AND amount_year = (SELECT d.fiscal_year FROM documents d WHERE d.document_id = cells.document_id)
    ORDER BY table_no, row_no, col_no`,
  bind: (p: {
    document: string
    form: string
    scheme: string
    measure: string
    fund: string
    stage: string
  }) => [p.document, p.form, p.scheme, p.measure, p.fund, p.stage],
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
  precomputed: ({ document, series }) => series.map((s) => ({ document, ...s })),
})

export type ClassificationRow = RowOf<typeof classificationTree>
