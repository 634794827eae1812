import { decimal, defineQuery, integer, money, oneOf, orNull, text, type RowOf } from '../db/query'
import { shiftedTables, threePublicFundRows } from './parts'

/** Which rows of budget against actual: sums (合计, 基本, 项目), 类, 项, or 三公 items. */
export const budgetVsActualRows = ['total', 'class', 'item', 'three-public'] as const
export type BudgetVsActualRows = (typeof budgetVsActualRows)[number]

/**
 * What was budgeted at the start of the year and what was spent, of one final account; 元.
 * A budget is published (公开07 prints it) or derived (final ÷ completion rate, with low, high, formula and inputs).
 * A missing budget is null and its state says why. Rates are percentages as printed.
 *
 * Functions come from the table of 一般公共预算 spending, whose completion rates documents print, or from the table of all
 * spending where there is none; a shifted table is passed over. What the text says of wider or narrower money (财政拨款 for
 * 一般公共预算, say) counts only where its own amounts agree with the table's. 三公 items come from 公开07. A final cell without an amount
 * keeps its state; where the text states the amount, it is given with the basis text.
 */
export const budgetVsActual = defineQuery({
  name: 'budget-vs-actual',
  keys: ['document', 'rows'],
  sql: (of) => `
    WITH doc AS (SELECT document_id, fiscal_year FROM documents WHERE ${of.is('document_id')} AND stage = 'final'),
    subjects(kind, form, subject, choice, own) AS (VALUES
      ('total', 'final.general_expenditure', 'general_expenditure', 1, true),
      ('total', 'final.general_expenditure', 'fiscal_expenditure', 2, false),
      ('total', 'final.general_expenditure', 'exp_grand', 3, false),
      ('total', 'final.expenditure', 'exp_grand', 1, true),
      ('total', 'final.expenditure', 'fiscal_expenditure', 2, false),
      ('total', 'final.expenditure', 'general_expenditure', 3, false),
      ('class', 'final.general_expenditure', 'function', 1, true),
      ('class', 'final.expenditure', 'function', 1, false),
      ('item', 'final.general_expenditure', 'function', 1, true),
      ('item', 'final.expenditure', 'function', 1, false)
    ),
    sums(measure, place, name) AS (VALUES ('total', 1, NULL), ('basic', 2, '基本支出'), ('project', 3, '项目支出')),
    funds(form, fund, breadth) AS (VALUES
      ('final.general_expenditure', 'general', 1), ('final.expenditure', 'all', 2),
      ${threePublicFundRows((fund, rank) => `('final.three_public', ${fund}, ${rank})`)}
    ),
    ${shiftedTables},
    sound AS (
      SELECT c.*, f.breadth FROM doc
      JOIN cells c ON c.document_id = doc.document_id AND c.amount_year = doc.fiscal_year
      JOIN funds f ON f.form = c.form AND f.fund = c.fund
      WHERE NOT EXISTS (SELECT 1 FROM shifted x WHERE x.document_id = c.document_id AND x.table_no = c.table_no)
    ),
    spending AS (
      SELECT document_id, table_no, row_number() OVER (PARTITION BY document_id ORDER BY breadth, table_no) AS choice
      FROM sound WHERE form <> 'final.three_public' AND amount_stage = 'final' AND amount_fen IS NOT NULL
    ),
    spent AS (
      SELECT c.* FROM spending s JOIN sound c ON c.document_id = s.document_id AND c.table_no = s.table_no
      WHERE s.choice = 1 AND c.amount_stage = 'final'
    ),
    three_public AS (
      SELECT sound.*, row_number() OVER (
               PARTITION BY document_id, item
               ORDER BY breadth, CASE WHEN amount_fen IS NULL THEN 1 ELSE 0 END, table_no, row_no, col_no
             ) AS choice
      FROM sound WHERE form = 'final.three_public' AND amount_stage = 'final' AND measure = 'total' AND scheme = 'three_public'
    ),
    lines AS (
      SELECT c.document_id, 'total' AS kind, c.form, NULL AS code, NULL AS parent_code, c.measure AS item, c.measure AS said_measure,
             coalesce(s.name, c.name) AS name, c.item AS row_item, c.measure, c.fund, c.amount_fen, c.step_fen, c.state,
             c.table_no, c.row_no, c.col_no, s.place
      FROM spent c JOIN sums s ON s.measure = c.measure
      WHERE c.item = 'total' AND c.code IS NULL
      UNION ALL
      SELECT document_id, CASE level WHEN 1 THEN 'class' ELSE 'item' END, form, code, parent_code, NULL, 'total',
             name, item, measure, fund, amount_fen, step_fen, state, table_no, row_no, col_no, 0
      FROM spent
      WHERE scheme = 'function' AND measure = 'total' AND level IN (1, 3) AND code IS NOT NULL
      UNION ALL
      SELECT document_id, 'three-public', form, NULL, NULL, item, 'total',
             name, item, measure, fund, amount_fen, step_fen, state, table_no, row_no, col_no, 0
      FROM three_public WHERE choice = 1 AND item IN ('total', 'abroad', 'vehicle', 'vehicle_purchase', 'vehicle_running', 'reception')
    ),
    wanted AS (SELECT * FROM lines WHERE ${of.is('kind')}),
    told AS (
      SELECT l.kind, l.table_no, l.row_no, l.col_no, coalesce(s.choice, 1) AS choice, coalesce(s.own, true) AS own,
             l.amount_fen AS line_fen, l.step_fen AS line_step, f.*
      FROM doc JOIN wanted l ON l.document_id = doc.document_id
      LEFT JOIN subjects s ON s.kind = l.kind AND s.form = l.form
      JOIN facts f ON f.document_id = doc.document_id AND f.fiscal_year = doc.fiscal_year
        AND f.subject = CASE WHEN l.kind <> 'three-public' THEN s.subject WHEN l.item = 'total' THEN 'three_public' ELSE 'three_public.' || l.item END
        AND coalesce(f.measure, 'total') = l.said_measure AND f.code IS NOT DISTINCT FROM l.code
    ),
    agreeing AS (
      SELECT document_id, kind, subject, code FROM told
      WHERE key = 'amount' AND basis = 'text' AND stage = 'final' AND amount_fen IS NOT NULL AND line_fen IS NOT NULL
      GROUP BY document_id, kind, subject, code
      HAVING max(CASE WHEN abs(amount_fen - line_fen) <= greatest(coalesce(step_fen, 1), coalesce(line_step, 1)) THEN 0 ELSE 1 END) = 0
    ),
    scoped AS (
      SELECT told.* FROM told
      LEFT JOIN agreeing a ON a.document_id = told.document_id AND a.kind = told.kind AND a.subject = told.subject
        AND a.code IS NOT DISTINCT FROM told.code
      WHERE told.own OR a.subject IS NOT NULL
    ),
    budgets AS (
      SELECT l.document_id, l.table_no, l.row_no, l.col_no, 1 AS rank, 0 AS choice, b.col_no AS place,
             b.amount_fen, NULL AS low_fen, NULL AS high_fen, 'published' AS basis, b.state, NULL AS formula, NULL AS inputs
      FROM wanted l JOIN sound b ON b.document_id = l.document_id AND b.table_no = l.table_no AND b.row_no = l.row_no
        AND b.measure = l.measure AND b.fund = l.fund AND b.item IS NOT DISTINCT FROM l.row_item AND b.amount_stage = 'budget'
      UNION ALL
      SELECT document_id, table_no, row_no, col_no, CASE basis WHEN 'text' THEN 2 ELSE 3 END, choice, fact_no,
             amount_fen, low_fen, high_fen, basis, CASE WHEN amount_fen = 0 THEN 'zero' ELSE 'value' END, formula, inputs
      FROM scoped WHERE key = 'amount' AND stage = 'budget' AND amount_fen IS NOT NULL
    ),
    budget AS (
      SELECT budgets.*, row_number() OVER (
               PARTITION BY document_id, table_no, row_no, col_no ORDER BY rank, choice, place
             ) AS turn
      FROM budgets
    ),
    rate AS (
      SELECT document_id, table_no, row_no, col_no, number, quote, row_number() OVER (
               PARTITION BY document_id, table_no, row_no, col_no
               ORDER BY CASE WHEN base = 'initial' THEN 1 ELSE 2 END, choice, fact_no
             ) AS turn
      FROM scoped
      WHERE key = 'completion_rate' AND stage = 'final' AND basis = 'text' AND (base IS NULL OR base = 'initial')
    ),
    final AS (
      SELECT document_id, table_no, row_no, col_no, amount_fen, row_number() OVER (
               PARTITION BY document_id, table_no, row_no, col_no ORDER BY choice, fact_no
             ) AS turn
      FROM scoped
      WHERE line_fen IS NULL AND key = 'amount' AND stage = 'final' AND basis = 'text' AND amount_fen IS NOT NULL
    )
    SELECT ${of.first('l.document_id', 'l.kind')}l.code, l.parent_code AS "parentCode", l.item, l.name,
           b.amount_fen AS budget, b.low_fen AS "budgetLow", b.high_fen AS "budgetHigh",
           CASE WHEN b.amount_fen IS NOT NULL THEN b.basis END AS "budgetBasis", coalesce(b.state, 'not_disclosed') AS "budgetState",
           b.formula, b.inputs, coalesce(l.amount_fen, t.amount_fen) AS "final",
           CASE WHEN l.amount_fen IS NOT NULL THEN 'published' WHEN t.amount_fen IS NOT NULL THEN 'text' END AS "finalBasis",
           l.state AS "finalState",
           r.number AS rate, nullif(r.quote, '') AS quote, l.table_no AS "tableNo", l.row_no AS "rowNo", l.col_no AS "colNo"
    FROM wanted l
    LEFT JOIN budget b ON b.document_id = l.document_id AND b.table_no = l.table_no AND b.row_no = l.row_no
      AND b.col_no = l.col_no AND b.turn = 1
    LEFT JOIN rate r ON r.document_id = l.document_id AND r.table_no = l.table_no AND r.row_no = l.row_no
      AND r.col_no = l.col_no AND r.turn = 1
    LEFT JOIN final t ON t.document_id = l.document_id AND t.table_no = l.table_no AND t.row_no = l.row_no
      AND t.col_no = l.col_no AND t.turn = 1
    ORDER BY ${of.first('l.document_id', 'l.kind')}l.place, l.table_no, l.row_no, l.col_no`,
  bind: (p: { document: string; rows: BudgetVsActualRows }) => [p.document, p.rows],
  row: {
    /** Function code, or null for sums and 三公 items. */
    code: orNull(text),
    parentCode: orNull(text),
    /** total, basic, project, or a 三公 item. */
    item: orNull(text),
    name: text,
    budget: orNull(money),
    budgetLow: orNull(money),
    budgetHigh: orNull(money),
    budgetBasis: orNull(oneOf('published', 'text', 'derived')),
    /** blank: the table has the column and the cell is empty; not_disclosed: no such column and no rate. */
    budgetState: oneOf('value', 'zero', 'blank', 'declared_empty', 'unreadable', 'not_disclosed'),
    formula: orNull(text),
    inputs: orNull(text),
    final: orNull(money),
    /** published: printed in the table; text: the cell holds no amount, as its state says, and the text states one. */
    finalBasis: orNull(oneOf('published', 'text')),
    finalState: oneOf('value', 'zero', 'blank', 'declared_empty', 'unreadable', 'not_disclosed'),
    /** Completion rate of the initial budget in percent, as printed, or null. */
    rate: orNull(decimal),
    /** The phrase that prints the rate, or null. */
    quote: orNull(text),
    tableNo: orNull(integer),
    rowNo: orNull(integer),
    colNo: orNull(integer),
  },
  precomputed: ({ document, stage }) =>
    stage === 'final' ? budgetVsActualRows.map((rows) => ({ document, rows })) : [],
})

export type BudgetVsActualRow = RowOf<typeof budgetVsActual>
