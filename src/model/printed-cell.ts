import type Decimal from 'decimal.js'
import { exactly, printedInterval, type Interval } from './interval'
import { Exact, isBlank, readAmount, type MoneyUnit } from './money'
import type { CellState } from './vocabulary'

/** What an amount cell says; never changed. `yuan` and `step` are 元 and null unless the state is value or zero. */
export interface PrintedCell {
  state: Exclude<CellState, 'declared_empty'>
  yuan: Decimal | null
  /** One unit of the last printed digit, 元. */
  step: Decimal | null
  /** Where the true amount may lie, 元: exactly nothing for a blank, null when the cell cannot be read. */
  interval: Interval | null
}

const nothing = new Exact(0)
const blank: PrintedCell = { state: 'blank', yuan: null, step: null, interval: exactly(nothing) }
const unreadable: PrintedCell = { state: 'unreadable', yuan: null, step: null, interval: null }

/** What texts say, since the cells of tables repeat few; begun anew when it has grown large. */
const known = new Map<string, PrintedCell>()
const mostKnown = 20_000

/**
 * Reads an amount cell as published. Words, broken numbers and amounts without a unit of money are unreadable, not blank.
 * A bare 0 is exact; 0.00 stands for half a printed unit on each side like every other figure.
 * @param unit the unit of money printed for the column, the table or the document, null when there is none
 */
export function readCell(printed: string, unit: MoneyUnit | null): PrintedCell {
  const text = `${unit ?? ''} ${printed}`
  const before = known.get(text)
  if (before) return before
  if (known.size >= mostKnown) known.clear()
  const cell = newlyRead(printed, unit)
  known.set(text, cell)
  return cell
}

function newlyRead(printed: string, unit: MoneyUnit | null): PrintedCell {
  if (isBlank(printed)) return blank
  const amount = unit === null ? null : readAmount(printed, unit)
  if (amount === null) return unreadable
  const zero = amount.yuan.isZero()
  const bare = zero && !printed.normalize('NFKC').includes('.')
  return {
    state: zero ? 'zero' : 'value',
    yuan: amount.yuan,
    step: amount.step,
    interval: bare ? exactly(nothing) : printedInterval(amount.yuan, amount.step),
  }
}

/** Is the text one of the units of money? A column's own unit may also be one of quantity (平方米, 台). */
export function isMoneyUnit(unit: string | null | undefined): unit is MoneyUnit {
  return unit === '元' || unit === '万元' || unit === '亿元'
}
