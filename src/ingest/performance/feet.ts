import type { ProjectFigure } from '../../model/performance'
import { figure, labelledValues } from './form-figures'
import type { IndicatorHeader } from './indicator-header'
import type { FormRow } from './printed-row'
import { cellAt, filled, isFigure } from './printed-row'
import { meaningOf } from './project-labels'

/**
 * The figures of a row below the indicators: pairs of label and value (指标自评得分小计 80 预算执行率得分 6.72 …), or one label
 * with its sums under 分值 and 得分 (总分 100 98.6), of which the latter is the score. 小计 of a group are passed over.
 */
export function feetFigures(row: FormRow, header: IndicatorHeader): ProjectFigure[] {
  const cells = filled(row)
  const labels = cells.filter((cell) => meaningOf(cell.text) !== null)
  const values = cells.filter((cell) => isFigure(cell.text))
  const [label] = labels
  if (!label || /^小计/u.test(label.words)) return []
  if (labels.length > 1 || (values.length === 1 && meaningOf(label.text)?.kind === 'figure')) {
    return labelledValues(row).flatMap(({ label: at, meaning, value }): ProjectFigure[] =>
      meaning.kind === 'figure' ? [figure(meaning.item, at.text, value, at, null, {})] : [],
    )
  }
  const column = header.columns.findIndex(({ role }) => role === 'score')
  const under = header.isSound && column >= 0 ? cellAt(row, column) : undefined
  const lastOfTwo =
    values.length === 2 && header.sequence.indexOf('weight') < header.sequence.indexOf('score')
  const value = under && isFigure(under.text) ? under : !under && lastOfTwo ? values[1] : undefined
  return value ? [figure('score', label.text, value, label, null, {})] : []
}
