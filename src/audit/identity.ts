import type Decimal from 'decimal.js'
import type { Operand } from '../model/finding'
import { meets, sum, type Interval } from '../model/interval'
import { Exact, yuanPer, type MoneyUnit } from '../model/money'
import type { Outcome } from '../model/vocabulary'
import { inSum, isTelling, type Figure, type Series } from './figures'
import type { Result, Rule } from './rule'
import type { Sum } from './tree'

/** How a printed total compares with the sum of its parts; amounts in 元. */
export interface Comparison {
  outcome: Extract<Outcome, 'ok' | 'tail' | 'violation' | 'undecidable'>
  /** The total. */
  left: Decimal | null
  /** The sum of the parts, blanks as nothing. */
  right: Decimal | null
  /** How far the two may lie apart by rounding alone: n printed addends against one total give (n + 1) half units. */
  tolerance: Decimal | null
  /** Why it cannot be decided, in words, else null. */
  reason: string | null
}

/**
 * Compares a total with the sum of its parts by closed intervals (a figure stands for half a printed unit on each side). A blank part counts as nothing. A
 * total that is blank while parts are printed, anything unreadable, or a gap that a row of unknown code may fill leaves it
 * undecidable.
 */
export function compareSum({ total, parts, stray = [] }: Sum): Comparison {
  const undecidable = (reason: string): Comparison => ({
    outcome: 'undecidable',
    left: total.yuan,
    right: null,
    tolerance: null,
    reason,
  })
  const intervals = parts.map((part) => part.interval)
  if (total.interval === null || !intervals.every((i) => i !== null)) return undecidable('有未能提取的数')
  if (total.state === 'blank') return undecidable('合计未填')
  const possible = sum(intervals)
  const far = !meets(total.interval, possible)
  if (far && stray.length > 0) return undecidable('有认不出科目的行')
  const left = inSum(total)
  const right = parts.reduce((all, part) => all.plus(inSum(part)), new Exact(0))
  const tolerance = halfWidth(total.interval).plus(halfWidth(possible))
  return { outcome: left.eq(right) ? 'ok' : far ? 'violation' : 'tail', left, right, tolerance, reason: null }
}

function halfWidth(interval: Interval): Decimal {
  return interval.high.minus(interval.low).div(2)
}

/** The finding of a rule on one sum of a column. The message speaks in the column's own unit of money. */
export function sumResult(
  rule: Pick<Rule, 'id' | 'severity'>,
  identity: Sum,
  { table, unit }: Series,
): Result {
  const { total, parts } = identity
  const { outcome, left, right, tolerance, reason } = compareSum(identity)
  const difference = left && right ? left.minus(right) : null
  const header = table.columns.find((c) => c.index === total.column)?.path.join('/') ?? ''
  const subject = `${total.key.code ?? ''} ${total.name}（${header}）`.trim()
  const shown = (yuan: Decimal | null): string => (yuan && unit ? shownIn(yuan, unit) : '')
  const compared = `${subject}${shown(left)}，下级之和${shown(right)}，相差${shown(difference)}${unit ?? ''}`
  const words = {
    ok: `${subject}${shown(left)}${unit ?? ''}，等于下级之和`,
    tail: `${compared}，是四舍五入的尾差`,
    violation: compared,
    undecidable: `${subject}无法核对：${reason}`,
  }
  return {
    rule_id: rule.id,
    outcome,
    kind: null,
    severity: rule.severity,
    unit: '元',
    left: left?.toFixed() ?? null,
    right: right?.toFixed() ?? null,
    difference: difference?.toFixed() ?? null,
    tolerance: tolerance?.toFixed() ?? null,
    nontrivial: [total, ...parts].filter(isTelling).length,
    reading: null,
    message: words[outcome],
    operands: operands([
      { side: 'left', figures: [total] },
      { side: 'right', figures: parts },
    ]),
  }
}

/** Operands of a finding, numbered from 1, the left side first. */
export function operands(sides: { side: 'left' | 'right'; figures: Figure[] }[]): Operand[] {
  return sides
    .flatMap(({ side, figures }) => figures.map((figure) => ({ side, figure })))
    .map(({ side, figure }, index) => ({
      operand_no: index + 1,
      side,
      sign: 1,
      table_no: figure.table,
      row_no: figure.row,
      col_no: figure.column,
      fact_no: null,
      printed: figure.printed,
    }))
}

function shownIn(yuan: Decimal, unit: MoneyUnit): string {
  const value = yuan.div(yuanPer[unit])
  return value.decimalPlaces() <= 2 && unit !== '元' ? value.toFixed(2) : value.toFixed()
}
