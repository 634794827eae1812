import type Decimal from 'decimal.js'
import type { CellState } from '../../model/vocabulary'

/** A cell's state, or 未公开: the document has neither such a column nor a figure that leads to it. */
export type AmountState = CellState | 'not_disclosed'

/**
 * What one row of 预算对决算 needs: the initial budget (年初预算) and the final account (决算) of a sum, a 类, a 项 or a
 * 三公 item, in 元. An amount is null in every state but value and zero. Bounds stand beside a derived budget.
 */
export interface BudgetVsActualRow {
  /** Code of 支出功能分类, or null for sums and 三公 items. */
  code: string | null
  /** total, basic, project, or a 三公 item; else null. */
  item: string | null
  name: string
  budget: Decimal | null
  budgetLow: Decimal | null
  budgetHigh: Decimal | null
  budgetBasis: 'published' | 'text' | 'derived' | null
  budgetState: AmountState
  /** The sum that leads to a derived budget, in the document's figures. */
  formula?: string | null
  final: Decimal | null
  /** State of the table's cell; an amount of the text may stand beside a blank one. */
  finalState: AmountState
  /** Where the final figure comes from; printed in the table where nothing is said. */
  finalBasis?: 'published' | 'text' | null
  /** Completion rate of the initial budget (完成年初预算) in percent as printed, or null. */
  rate: Decimal | null
  /** The phrase that prints the rate, or null. */
  quote: string | null
}
