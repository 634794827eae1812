import type { ExtractionFact } from '../../model/extraction'
import { sum as sumOf } from '../../model/interval'
import { Exact, yuanPer, type MoneyUnit } from '../../model/money'
import type { AmountStage } from '../../model/vocabulary'
import type { Derivation } from './derived-fact'
import type { FigureIndex, Operand } from './figure-index'
import type { Identity } from './table-cells'

/** A whole and all of its parts. */
interface Whole {
  whole: Identity
  parts: Identity[]
}

/** Finds the amount of something as printed or as worked out already. */
export type AmountFinder = (identity: Identity, year: number, stage: AmountStage) => Operand | null

/** “三公”经费 = 出国（境） + 公务用车 + 公务接待; 公务用车 = 购置 + 运行, the parts before the whole. */
const threePublic: Whole[] = [
  {
    whole: { subject: 'three_public.vehicle' },
    parts: [{ subject: 'three_public.vehicle_purchase' }, { subject: 'three_public.vehicle_running' }],
  },
  {
    whole: { subject: 'three_public' },
    parts: [
      { subject: 'three_public.abroad' },
      { subject: 'three_public.vehicle' },
      { subject: 'three_public.reception' },
    ],
  },
]

/** 类 with all 项 that the document spends on: without accounts under a 项 its budget is not known, and the sum leaves it out. */
function classes(index: FigureIndex): Whole[] {
  const items = index.items()
  return [...new Set(items.map(({ code }) => code.slice(0, 3)))].map((code) => ({
    whole: { subject: 'function', measure: 'total', code },
    parts: items
      .filter((item) => item.code.startsWith(code))
      .map((item) => ({ subject: 'function', measure: 'total', code: item.code })),
  }))
}

/** Every whole that sums may be worked out for, parts before wholes. */
export function wholesOf(index: FigureIndex): Whole[] {
  return [...threePublic, ...classes(index)]
}

/**
 * A whole as the sum of its parts, when each of them is printed or worked out and at least one is worked out.
 * @param derived the facts worked out so far; the sum is shown by the first of them
 */
export function sumOfParts(
  { whole, parts }: Whole,
  year: number,
  stage: AmountStage,
  find: AmountFinder,
  derived: ExtractionFact[],
  names: (code: string) => string,
): Derivation | null {
  const operands = parts.map((part) => find(part, year, stage))
  if (operands.length === 0 || !operands.every((operand) => operand !== null)) return null
  const shownBy = derived.find(({ fact_no }) => operands.some(({ reference }) => reference === `F${fact_no}`))
  if (!shownBy) return null
  return {
    ...whole,
    year,
    stage,
    value: operands.reduce((total, { value }) => total.plus(value), new Exact(0)),
    interval: sumOf(operands.map(({ interval }) => interval)),
    formula: operands.map((operand) => shown(operand)).join(' + '),
    inputs: operands.map((operand) => operand.reference),
    shownBy: { ...shownBy, label: whole.code ? names(whole.code) : shownBy.label },
  }
}

/** A worked-out operand is shown with two decimals, a printed one as printed. */
function shown({ reference, printed, value, unit }: Operand): string {
  return reference.startsWith('F') && printed === '' ? value.div(yuanPer[unit]).toFixed(2) : printed
}

/** The operand that a worked-out fact is. */
export function operandOfDerived(fact: ExtractionFact): Operand {
  const per = new Exact(yuanPer[fact.unit as MoneyUnit])
  const yuan = (amount: string) => new Exact(amount).times(per)
  return {
    reference: `F${fact.fact_no}`,
    value: yuan(fact.value),
    interval: { low: yuan(fact.low!), high: yuan(fact.high!) },
    printed: '',
    unit: fact.unit as MoneyUnit,
  }
}
