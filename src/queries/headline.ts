import { decimal, defineQuery, integer, money, oneOf, orNull, text, type RowOf } from '../db/query'
import { shiftedTables, threePublicFundRows } from './parts'

/**
 * The band at the head of a unit's page: 收入, 支出, 基本支出, 项目支出, 三公经费, 机关运行经费 with the change on last year; 元.
 * Six rows, in this order. A figure comes from the soundest table that has it (a table with a shift is passed over),
 * else from the text, else from a derivation; a row without any is not_disclosed.
 *
 * 收入 and 支出 are those of the year (本年收入合计, 本年支出合计), and 总计 only where a table prints nothing else.
 * Tables of 一般公共预算 stand in for 基本支出 and 项目支出 only where that fund is all the money of the document, or where
 * the text says the same amount. Last year's figure and the change are left out where
 * the text speaks of another amount, as it does of 总计 beside 本年收入 and 本年支出.
 * 机关运行经费 is never taken from 公用经费: only 行政单位 and 参公事业单位 have it.
 */
export const headline = defineQuery({
  name: 'headline',
  keys: ['document'],
  sql: (of) => `
    WITH doc AS (SELECT document_id, fiscal_year, stage FROM documents WHERE ${of.is('document_id')}),
    items(item, place) AS (VALUES
      ('income', 1), ('expenditure', 2), ('basic', 3), ('project', 4), ('three_public', 5), ('operating_cost', 6)
    ),
    sources(item, choice, form, row_item, measure, fund, one_fund) AS (VALUES
      ('income', 1, 'balance', 'income_current', 'total', 'all', false),
      ('income', 2, 'income', 'total', 'total', 'all', false),
      ('income', 2, 'income_total', 'total', 'total', 'all', false),
      ('income', 3, 'balance', 'income_grand', 'total', 'all', false),
      ('expenditure', 1, 'balance', 'exp_current', 'total', 'all', false),
      ('expenditure', 2, 'expenditure', 'total', 'total', 'all', false),
      ('expenditure', 2, 'expenditure_total', 'total', 'total', 'all', false),
      ('expenditure', 3, 'balance', 'exp_grand', 'total', 'all', false),
      ('basic', 1, 'expenditure', 'total', 'basic', 'all', false),
      ('basic', 1, 'expenditure_total', 'total', 'basic', 'all', false),
      ('basic', 2, 'general_expenditure', 'total', 'basic', 'general', true),
      ('basic', 3, 'general_basic', 'total', 'total', 'general', true),
      ('project', 1, 'expenditure', 'total', 'project', 'all', false),
      ('project', 1, 'expenditure_total', 'total', 'project', 'all', false),
      ('project', 2, 'general_expenditure', 'total', 'project', 'general', true),
      ${threePublicFundRows((fund, rank) => `('three_public', ${rank}, 'three_public', 'total', 'total', ${fund}, false)`)},
      ('operating_cost', 1, 'operating_cost', 'total', 'total', 'general', false),
      ('operating_cost', 2, 'operating_cost', 'total', 'total', 'fiscal', false),
      ('operating_cost', 3, 'operating_cost', 'total', 'total', 'all', false)
    ),
    subjects(item, choice, subject, measure) AS (VALUES
      ('income', 1, 'income_grand', 'total'), ('income', 2, 'balance_grand', 'total'),
      ('expenditure', 1, 'exp_grand', 'total'), ('expenditure', 2, 'balance_grand', 'total'),
      ('basic', 1, 'exp_grand', 'basic'), ('basic', 2, 'balance_grand', 'basic'),
      ('project', 1, 'exp_grand', 'project'), ('project', 2, 'balance_grand', 'project'),
      ('three_public', 1, 'three_public', 'total'), ('operating_cost', 1, 'operating_cost', 'total')
    ),
    ${shiftedTables},
    sound AS (
      SELECT c.*, doc.fiscal_year, substr(c.form, length(doc.stage) + 2) AS kind
      FROM doc JOIN cells c ON c.document_id = doc.document_id AND c.amount_stage = doc.stage
      WHERE c.form LIKE doc.stage || '.%' AND NOT EXISTS (
        SELECT 1 FROM shifted x WHERE x.document_id = c.document_id AND x.table_no = c.table_no
      )
    ),
    said AS (
      SELECT s.item, s.choice, f.*, f.fiscal_year - doc.fiscal_year AS years
      FROM doc JOIN facts f ON f.document_id = doc.document_id AND f.stage = doc.stage
      JOIN subjects s ON s.subject = f.subject AND s.measure = coalesce(f.measure, 'total')
    ),
    one_fund AS (
      SELECT DISTINCT w.document_id
      FROM sound w JOIN sound g ON g.document_id = w.document_id AND g.item = w.item AND g.amount_fen = w.amount_fen
      WHERE w.kind = 'balance' AND w.fund = 'all' AND g.kind = 'fiscal_balance' AND g.fund = 'general'
        AND w.item IN ('exp_current', 'exp_grand') AND w.measure = 'total' AND g.measure = 'total'
        AND w.amount_year = w.fiscal_year AND g.amount_year = g.fiscal_year AND w.amount_fen <> 0
    ),
    printed AS (
      SELECT c.document_id, s.item, s.choice, c.amount_fen, c.step_fen, c.state, c.table_no, c.row_no, c.col_no, c.measure, c.fund,
             c.item AS row_item
      FROM sources s JOIN sound c ON c.kind = s.form AND c.item = s.row_item AND c.measure = s.measure AND c.fund = s.fund
      WHERE c.amount_year = c.fiscal_year
        AND (
          NOT s.one_fund OR EXISTS (SELECT 1 FROM one_fund o WHERE o.document_id = c.document_id)
          OR EXISTS (
            SELECT 1 FROM said t
            WHERE t.document_id = c.document_id AND t.item = s.item AND t.key = 'amount' AND t.basis = 'text' AND t.years = 0
              AND abs(t.amount_fen - c.amount_fen) <= greatest(coalesce(t.step_fen, 1), coalesce(c.step_fen, 1))
          )
        )
    ),
    amounts AS (
      SELECT document_id, item, CASE WHEN amount_fen IS NULL THEN 4 ELSE 1 END AS rank, choice,
             table_no AS place, row_no AS place2, col_no AS place3,
             amount_fen, step_fen, 'published' AS basis, state, table_no, row_no, col_no, measure, fund, row_item, NULL AS quote
      FROM printed
      UNION ALL
      SELECT document_id, item, CASE basis WHEN 'text' THEN 2 ELSE 3 END, choice, fact_no, 0, 0,
             amount_fen, step_fen, basis, CASE WHEN amount_fen = 0 THEN 'zero' ELSE 'value' END, NULL, NULL, NULL, NULL, NULL, NULL,
             nullif(quote, '')
      FROM said WHERE key = 'amount' AND years = 0 AND amount_fen IS NOT NULL
    ),
    chosen AS (
      SELECT amounts.*, row_number() OVER (
               PARTITION BY document_id, item ORDER BY rank, choice, place, place2, place3
             ) AS turn
      FROM amounts
    ),
    heads AS (SELECT * FROM chosen WHERE turn = 1),
    contradicted AS (
      SELECT h.document_id, h.item, t.subject FROM heads h JOIN said t ON t.document_id = h.document_id AND t.item = h.item
      WHERE t.key = 'amount' AND t.basis = 'text' AND t.years = 0 AND h.amount_fen IS NOT NULL
      GROUP BY GROUPING SETS ((h.document_id, h.item), (h.document_id, h.item, t.subject))
      HAVING max(CASE WHEN abs(t.amount_fen - h.amount_fen) <= greatest(coalesce(t.step_fen, 1), coalesce(h.step_fen, 1)) THEN 1 ELSE 0 END) = 0
    ),
    undisputed AS (
      SELECT t.* FROM said t
      WHERE NOT EXISTS (
        SELECT 1 FROM contradicted x
        WHERE x.document_id = t.document_id AND x.item = t.item AND coalesce(x.subject, t.subject) = t.subject
      )
    ),
    priors AS (
      SELECT h.document_id, h.item, 1 AS rank, 0 AS choice, c.col_no AS place, c.amount_fen, NULL AS low_fen, NULL AS high_fen, 'published' AS basis
      FROM heads h JOIN sound c ON c.document_id = h.document_id AND c.table_no = h.table_no AND c.row_no = h.row_no
        AND c.measure = h.measure AND c.fund = h.fund AND c.item = h.row_item
      WHERE c.amount_year = c.fiscal_year - 1 AND c.amount_fen IS NOT NULL
      UNION ALL
      SELECT document_id, item, CASE basis WHEN 'text' THEN 2 ELSE 3 END, choice, fact_no, amount_fen, low_fen, high_fen, basis
      FROM undisputed WHERE key = 'amount' AND years = -1 AND amount_fen IS NOT NULL
    ),
    prior AS (
      SELECT priors.*, row_number() OVER (PARTITION BY document_id, item ORDER BY rank, choice, place) AS turn FROM priors
    ),
    changes AS (
      SELECT document_id, item, key, amount_fen, step_fen, number,
             row_number() OVER (PARTITION BY document_id, item, key ORDER BY choice, fact_no) AS turn
      FROM undisputed WHERE key IN ('change', 'change_rate') AND base = 'prior_year' AND basis = 'text' AND years = 0
    )
    SELECT ${of.first('doc.document_id')}i.item, h.amount_fen AS amount, h.step_fen AS step,
           coalesce(h.basis, 'published') AS basis, coalesce(h.state, 'not_disclosed') AS state,
           p.amount_fen AS prior, p.low_fen AS "priorLow", p.high_fen AS "priorHigh", p.basis AS "priorBasis",
           c.amount_fen AS change, c.step_fen AS "changeStep", r.number AS "changeRate",
           h.table_no AS "tableNo", h.row_no AS "rowNo", h.col_no AS "colNo", h.quote
    FROM doc CROSS JOIN items i
    LEFT JOIN heads h ON h.document_id = doc.document_id AND h.item = i.item
    LEFT JOIN prior p ON p.document_id = doc.document_id AND p.item = i.item AND p.turn = 1
    LEFT JOIN changes c ON c.document_id = doc.document_id AND c.item = i.item AND c.key = 'change' AND c.turn = 1
    LEFT JOIN changes r ON r.document_id = doc.document_id AND r.item = i.item AND r.key = 'change_rate' AND r.turn = 1
    ORDER BY ${of.first('doc.document_id')}i.place`,
  bind: (p: { document: string }) => [p.document],
  row: {
    item: oneOf('income', 'expenditure', 'basic', 'project', 'three_public', 'operating_cost'),
    amount: orNull(money),
    /** One unit of the amount's last printed digit, 元; null where none is printed. */
    step: orNull(money),
    basis: oneOf('published', 'text', 'derived'),
    state: oneOf('value', 'zero', 'blank', 'declared_empty', 'unreadable', 'not_disclosed'),
    /** Last year's figure of the same stage, derived or printed. */
    prior: orNull(money),
    priorLow: orNull(money),
    priorHigh: orNull(money),
    priorBasis: orNull(oneOf('published', 'text', 'derived')),
    /** Printed change on last year, 元, and printed rate in percent; a decrease is negative. */
    change: orNull(money),
    changeStep: orNull(money),
    changeRate: orNull(decimal),
    tableNo: orNull(integer),
    rowNo: orNull(integer),
    colNo: orNull(integer),
    /** The phrase that states the amount, null where a table does. */
    quote: orNull(text),
  },
  precomputed: ({ document }) => [{ document }],
})

export type HeadlineRow = RowOf<typeof headline>
