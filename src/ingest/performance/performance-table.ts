import type { MoneyUnit } from '../../model/money'
import { isMoneyUnit } from '../../model/printed-cell'
import type { PublishedTable } from '../forms/surroundings'
import type { ReadForm } from './form-reading'
import { FormReading } from './form-reading'
import { formSections } from './form-sections'
import { isOfWhole, isPerformance, mayBePerformance, statesOf } from './kinds'
import type { FormRow } from './printed-row'
import { filled, formRows, labelWords } from './printed-row'
import type { ProjectDraft } from './project-draft'
import { meaningOf, unitInLabel } from './project-labels'

/** A published table and its id in the extraction. */
export interface NumberedTable {
  id: string
  published: PublishedTable
}

/**
 * Reads a performance form (绩效目标表, 绩效自评表) to its projects and indicators.
 * @param printedUnit the unit of money of most tables of its file, null where none prints one
 * @param before the project of the table before, when it is a performance form too: a form may be printed as several tables
 * @returns null when the table is none
 */
export function readForm(
  { id, published }: NumberedTable,
  printedUnit: MoneyUnit | null,
  before: ProjectDraft | null,
): ReadForm | null {
  if (!mayBePerformance(published)) return null
  const rows = formRows(published.grid)
  if (!isPerformance(published.title, rows)) return null
  const sections = formSections(rows, published.grid.spans)
  const reading = new FormReading({
    table: id,
    kind: isOfWhole(published.title, rows) ? 'whole' : 'project',
    states: statesOf(published.title, sections),
    unit: published.unit ?? unitOfLabels(rows) ?? printedUnit,
    before: goesOn(published, rows) ? before : null,
  })
  const first = rows.flat()[0]
  if (first) {
    for (const text of published.context) reading.labels([{ ...first, text, words: labelWords(text) }])
  }
  for (const section of sections) reading.section(section)
  return reading.done()
}

/** Does a table without a title and a project of its own go on with the form before it? */
function goesOn(published: PublishedTable, rows: readonly FormRow[]): boolean {
  const names = rows.flatMap((row) => filled(row).map(({ text }) => meaningOf(text)?.kind))
  return published.title === '' && !names.includes('name') && !names.includes('unit_name')
}

function unitOfLabels(rows: readonly FormRow[]): MoneyUnit | null {
  for (const { text } of rows.flat()) {
    const unit = unitInLabel(text)
    if (isMoneyUnit(unit)) return unit
  }
  return null
}
