import { decimal, defineQuery, integer, money, oneOf, orNull, text, type RowOf } from '../db/query'

/**
 * The band at the head of a unit's page: 收入, 支出, 基本支出, 项目支出, 三公经费, 机关运行经费 with the change on last year; 元.
 * A figure comes from the soundest table that has it (a table with a shift is passed over), else from the text.
 */
export const headline = defineQuery({
  name: 'headline',
  sql: `SELECT 1`,
  bind: (p: { document: string }) => [p.document],
  row: {
    item: oneOf('income', 'expenditure', 'basic', 'project', 'three_public', 'operating_cost'),
    amount: orNull(money),
    basis: oneOf('published', 'text', 'derived'),
    state: oneOf('value', 'zero', 'blank', 'declared_empty', 'unreadable', 'not_disclosed'),
    /** Last year's figure of the same stage, derived or printed. */
    prior: orNull(money),
    priorLow: orNull(money),
    priorHigh: orNull(money),
    priorBasis: orNull(oneOf('published', 'text', 'derived')),
    /** Printed change on last year, 元, and printed rate in percent; a decrease is negative. */
    change: orNull(money),
    changeRate: orNull(decimal),
    tableNo: orNull(integer),
    rowNo: orNull(integer),
    colNo: orNull(integer),
    quote: orNull(text),
  },
  precomputed: ({ document }) => [{ document }],
})

export type HeadlineRow = RowOf<typeof headline>
