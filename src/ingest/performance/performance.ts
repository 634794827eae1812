import type { Problem } from '../../model/extraction'
import type { ExtractionIndicator, ExtractionProject } from '../../model/performance'
import type { Paragraph } from '../raw'
import { goalsInProse } from './goals-in-prose'
import type { NumberedTable, PerformanceContext } from './performance-table'
import { readForm } from './performance-table'
import type { ProjectDraft } from './project-draft'

/** What a disclosure says of performance (绩效). */
export interface Performance {
  projects: ExtractionProject[]
  indicators: ExtractionIndicator[]
  problems: Problem[]
}

/** The published tables and paragraphs of a disclosure, each in reading order. */
export interface PerformanceSource {
  tables: readonly NumberedTable[]
  paragraphs: readonly Paragraph[]
}

/**
 * Reads the performance forms among the tables to projects and indicators, and the goals of the whole unit that a budget states
 * in prose. Projects and indicators are numbered from 1 in reading order, those of tables first.
 */
export function readPerformance(source: PerformanceSource, context: PerformanceContext): Performance {
  const numbers = new Map<ProjectDraft, number>()
  const read: Performance = { projects: [], indicators: [], problems: [] }
  const add = (indicator: Omit<ExtractionIndicator, 'indicator_no' | 'source_no'>): void => {
    const { source_no } = context
    read.indicators.push({ indicator_no: read.indicators.length + 1, source_no, ...indicator })
  }
  let before: ProjectDraft | null = null
  for (const table of source.tables) {
    const form = readForm(table, context, before)
    before = form?.last ?? null
    if (!form) continue
    for (const project of form.projects) {
      numbers.set(project, numbers.size + 1)
      read.projects.push({ project_no: numbers.size, source_no: context.source_no, ...project })
    }
    for (const { indicator, project } of form.indicators) {
      add({ table: table.id, project: numbers.get(project) ?? null, ...indicator })
    }
    read.problems.push(...form.problems)
  }
  if (context.stage === 'budget') {
    for (const goal of goalsInProse(source.paragraphs)) add({ table: null, project: null, ...goal })
  }
  return read
}
