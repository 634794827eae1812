import type Decimal from 'decimal.js'
import type { AmountStage, CellState } from '../../model/vocabulary'

/** 三公经费: 合计, 因公出国（境）费, 公务用车购置及运行维护费 with its two parts, 公务接待费. */
export type ThreePublicItem =
  'total' | 'abroad' | 'vehicle' | 'vehicle_purchase' | 'vehicle_running' | 'reception'

/**
 * What one document says of one item, year and stage, in 元: printed in its table, told by its text where the table is
 * blank, or derived with bounds. The state is that of the table's cell; an amount may stand beside a blank one.
 */
export interface ThreePublicPoint {
  item: ThreePublicItem
  year: number
  stage: AmountStage
  amount: Decimal | null
  low: Decimal | null
  high: Decimal | null
  basis: 'published' | 'text' | 'derived'
  state: CellState
  /** The sum that leads to a derived amount, in the document's figures; and the phrase that tells it. */
  formula?: string | null
  quote?: string | null
}

/** A document that is here: what it lacks is 未公开, what others would tell is 没有收. */
export interface HeldDocument {
  year: number
  stage: AmountStage
}

/** A change of definition (口径变化): figures of this year and later count something else than those before. */
export interface Break {
  year: number
  words: string
  /** The item it concerns; all when absent. */
  item?: ThreePublicItem
}
