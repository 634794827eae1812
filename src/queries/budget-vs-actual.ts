import { decimal, defineQuery, integer, money, oneOf, orNull, text, type RowOf } from '../db/query'

/** Which rows of budget against actual: sums (合计, 基本, 项目), 类, 项, or 三公 items. */
export type BudgetVsActualRows = 'total' | 'class' | 'item' | 'three-public'

/**
 * What was budgeted at the start of the year and what was spent, of one final account; 元.
 * A budget is published (公开07 prints it) or derived (final ÷ completion rate, with low, high, formula and inputs).
 * A missing budget is null and its state says why. Rates are percentages as printed.
 */
export const budgetVsActual = defineQuery({
  name: 'budget-vs-actual',
  sql: `SELECT 1`,
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
    finalState: oneOf('value', 'zero', 'blank', 'declared_empty', 'unreadable', 'not_disclosed'),
    /** Completion rate of the initial budget in percent, as printed, or null. */
    rate: orNull(decimal),
    /** The phrase that prints the rate, or null. */
    quote: orNull(text),
    tableNo: orNull(integer),
    rowNo: orNull(integer),
    colNo: orNull(integer),
  },
})

export type BudgetVsActualRow = RowOf<typeof budgetVsActual>
