import type Decimal from 'decimal.js'
import type { Operand } from '../model/finding'
import { yuanPer, type MoneyUnit } from '../model/money'
import { isTelling, type Figure, type Series } from './figures'
import { compareSum } from './identity'
import type { Result, Rule } from './rule'
import type { Sum } from './tree'

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
