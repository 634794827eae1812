import type { MoneyUnit } from '../../model/money'
import { isBlank } from '../../model/money'
import type { ProjectFigure, ProjectItem } from '../../model/performance'
import { compact } from '../forms/words'
import { columnOf } from './indicator-labels'
import type { FormCell, FormRow } from './printed-row'
import { filled, isFigure, readFigure } from './printed-row'
import type { LabelMeaning } from './project-labels'
import { meaningOf, unitInLabel } from './project-labels'

/** A label of a form with what is printed for it. */
export interface LabelledValue {
  label: FormCell
  meaning: LabelMeaning
  /** Null where nothing is printed. */
  value: FormCell | null
}

/** The labels of a row, each with the filled cell that follows it (项目编码, 13062423P…), or with what follows its colon. */
export function labelledValues(row: FormRow): LabelledValue[] {
  const cells = filled(row)
  return cells.flatMap((cell, index): LabelledValue[] => {
    const own = splitAtColon(cell)
    if (own) return [own]
    const meaning = meaningOf(cell.text)
    if (!meaning) return []
    const next = cells[index + 1]
    return [{ label: cell, meaning, value: next && !isLabel(next) ? next : null }]
  })
}

function isLabel(cell: FormCell): boolean {
  return meaningOf(cell.text) !== null || splitAtColon(cell) !== null || columnOf(cell.text).role !== null
}

/** `年度资金总额：100.00`: label and value in one cell. */
function splitAtColon(cell: FormCell): LabelledValue | null {
  const found = /^((?:其中[:：])?[^:：]{2,20}[:：])\s*(\S.*)$/su.exec(cell.text)
  const meaning = found ? meaningOf(found[1]!) : null
  if (!found || !meaning) return null
  const part = (text: string): FormCell => ({ ...cell, text, words: compact(text) })
  return { label: part(found[1]!), meaning, value: part(found[2]!) }
}

/** The figure that a label and its value make, or null when the label announces none. */
export function figureOf(
  { label, meaning, value }: LabelledValue,
  unit: MoneyUnit | null,
): ProjectFigure | null {
  if (meaning.kind === 'figure') return figure(meaning.item, label.text, value, label, unit, meaning)
  if (meaning.kind === 'whole' && !meaning.bare) return figure('budget', label.text, value, label, unit, {})
  if (meaning.kind === 'source')
    return figure('budget', label.text, value, label, unit, { source: meaning.source })
  return null
}

/**
 * @param label as printed, with the labels that it stands under
 * @param value the printed cell, null where nothing is printed
 * @param at the label's own cell, whose place an empty value takes
 * @param unit the unit of money of the table
 */
export function figure(
  item: ProjectItem,
  label: string,
  value: FormCell | null,
  at: FormCell,
  unit: MoneyUnit | null,
  { basis, source }: { basis?: 'initial' | 'adjusted'; source?: string },
): ProjectFigure {
  const printed = value?.text ?? ''
  const read = readFigure(printed)
  return {
    item,
    ...(basis ? { basis } : {}),
    ...(source ? { source } : {}),
    label: compact(label),
    printed,
    value: isBlank(printed) ? null : (read?.value ?? null),
    unit: (read?.unit || unitInLabel(label)) ?? usualUnit(item, unit),
    locator: (value ?? at).place,
  }
}

function usualUnit(item: ProjectItem, money: MoneyUnit | null): string {
  if (item === 'budget' || item === 'income' || item === 'executed') return money ?? ''
  return item === 'rate' || item === 'plan' ? '' : '分'
}

/** Is a row one of labels alone, over the values of the rows below? */
export function isLabelRow(row: FormRow): boolean {
  const cells = filled(row)
  return cells.length > 0 && cells.every((cell) => !isFigure(cell.text))
}
