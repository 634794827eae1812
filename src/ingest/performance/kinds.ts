import type { PublishedTable } from '../forms/surroundings'
import type { FormRow } from './printed-row'
import { filled, labelWords } from './printed-row'
import type { FormSection } from './form-sections'
import { meaningOf } from './project-labels'
import { columnOf, isLevel } from './indicator-labels'

/** 绩效目标表, 绩效自评表 and their kin by title. */
const ofPerformance = /绩效.{0,12}(?:目标|自评|评价|评分|指标|考评|考核|监控|汇总|情况表)/u

/** Do any of its words make it worth a closer look? */
export function mayBePerformance({ title, grid }: PublishedTable): boolean {
  return (
    /绩效/u.test(title) ||
    grid.rows.some((row) =>
      row.some((cell) => cell !== null && /[一二三]\s*级.{0,6}指\s*标|指\s*标\s*名\s*称/u.test(cell.text)),
    )
  )
}

/**
 * Is the table a performance form: 绩效目标表, 项目绩效自评表, 整体绩效自评表? Its own words decide: levels of indicators, or a
 * title of performance over a project's name.
 */
export function isPerformance(title: string, rows: readonly FormRow[]): boolean {
  if (
    rows.some(
      (row) =>
        filled(row).filter(({ text }) => /指标/u.test(text) && isLevel(columnOf(text).role)).length >= 2,
    )
  )
    return true
  if (!ofPerformance.test(labelWords(title))) return false
  return rows.some((row) =>
    filled(row).some(({ text }) => ['name', 'unit_name'].includes(meaningOf(text)?.kind ?? '')),
  )
}

/** 整体 in the title, or a department's name where a project's would stand. */
export function isOfWhole(title: string, rows: readonly FormRow[]): boolean {
  if (/整体/u.test(title)) return true
  const kinds = rows.flatMap((row) => filled(row).map(({ text }) => meaningOf(text)?.kind))
  return kinds.includes('unit_name') && !kinds.includes('name') && !/项目|专项/u.test(title)
}

/** Are targets evaluated, or only stated? */
export function statesOf(title: string, sections: readonly FormSection[]): 'target' | 'evaluation' {
  const words = labelWords(title)
  if (/自评|评价|评分|考评/u.test(words)) return 'evaluation'
  const isScored = sections.some(
    (section) =>
      section.kind === 'indicators' &&
      ['score', 'actual', 'completion'].some((role) => section.header.sequence.includes(role as never)),
  )
  return isScored ? 'evaluation' : 'target'
}
