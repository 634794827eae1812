import type Decimal from 'decimal.js'
import { fenOfYuan, type Fen } from '../model/money'
import type { PrintedCell } from '../model/printed-cell'

/** A printed amount as a snapshot holds it. */
export interface PrintedFen {
  amount: Fen
  /** One unit of the last printed digit, up to the fen where it is finer. */
  step: Fen
}

/**
 * A printed amount in fen, or null for one finer than the fen, which no row can hold: what is printed is never rounded.
 * @param yuan the amount, 元
 * @param step one unit of its last printed digit, 元
 */
export function printedFen(yuan: Decimal, step: Decimal): PrintedFen | null {
  return yuan.decimalPlaces() > 2 ? null : { amount: fenOfYuan(yuan), step: fenOfYuan(step, 'up') }
}

const ofCells = new WeakMap<PrintedCell, PrintedFen | null>()

/** The same of a cell as read, worked out once; null where it holds no amount, or one that is too fine. */
export function fenOfCell(cell: PrintedCell): PrintedFen | null {
  let fen = ofCells.get(cell)
  if (fen === undefined) {
    fen = cell.yuan && cell.step ? printedFen(cell.yuan, cell.step) : null
    ofCells.set(cell, fen)
  }
  return fen
}
