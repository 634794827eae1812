import type { Measure } from '../../model/vocabulary'
import { plain } from './words'

/** Labels that say nothing of their own: the label above them, or the table, says what is counted. */
const generic =
  /^(?:合计|小计|总计|金额|.*预算数|.*决算数|.*执行数|预算金额|本年(?:收入|支出)(?:合计|小计)?|(?:收入|支出)(?:预算|决算)?|(?:本年度?|当年|20\d\d年度?)?预算(?:安排)?|(?:支出)?(?:功能|经济)分类(?:科目)?|(?:支出)?用途|总金额)$/u

/** A vocabulary of column labels, first match wins. */
export type MeasureLabels = readonly (readonly [RegExp, Measure])[]

/** Columns of expenditure tables (支出性质). */
export const expenditureLabels: MeasureLabels = [
  [/人员(?:经费|支出)/u, 'personnel'],
  [/公用(?:经费|支出)/u, 'public'],
  [/基本支出/u, 'basic'],
  [/项目支出|专项(?:业务)?经费/u, 'project'],
  [/上[缴解]上级/u, 'remit_up'],
  [/经营支出/u, 'operating'],
  [/附属单位补助/u, 'subsidy'],
  [/预留|机动/u, 'reserve'],
  [/结转下年|年[末终].*结[转余]/u, 'carry_out'],
]

/** Columns of income tables (收入来源). */
export const incomeLabels: MeasureLabels = [
  [/上年.*结[转余]|年初.*结[转余]|结转/u, 'carry_in'],
  [/财政专户/u, 'special_account'],
  [/财政拨款|一般公共预算|政府性?基金|国有资本/u, 'fiscal'],
  [/经营收入/u, 'operating'],
  [/事业收入/u, 'business'],
  [/上级补助/u, 'upper'],
  [/附属单位(?:上缴|缴款)/u, 'affiliated'],
  [/其他/u, 'other'],
]

/**
 * What a column counts, by its labels from the lowest up; a label that says nothing of its own hands on to the one above.
 * @returns the measure; `otherwise` when no label says anything; null when the lowest telling label is not in the vocabulary
 */
export function measureOf(
  path: readonly string[],
  labels: MeasureLabels,
  otherwise: Measure,
): Measure | null {
  for (const label of [...path].reverse().map(plain)) {
    if (generic.test(label)) continue
    const found = labels.find(([pattern]) => pattern.test(label))
    return found ? found[1] : null
  }
  return otherwise
}
