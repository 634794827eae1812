import type { Problem } from '../../model/extraction'
import type { MoneyUnit } from '../../model/money'
import type { ExtractionIndicator, ExtractionProject } from '../../model/performance'
import type { Stage } from '../../model/vocabulary'
import type { Paragraph } from '../raw'
import { goalsInProse } from './goals-in-prose'
import type { NumberedTable } from './performance-table'
import { readForm } from './performance-table'
import type { ProjectDraft } from './project-draft'

/** What a disclosure says of performance (绩效). */
export interface Performance {
  projects: ExtractionProject[]
  indicators: ExtractionIndicator[]
  problems: Problem[]
}

/** A file of a disclosure: its tables under their ids, and its paragraphs, each in reading order. */
export interface PerformanceFile {
  source_no: number
  tables: readonly NumberedTable[]
  paragraphs: readonly Paragraph[]
  /** The unit of money of most of its tables, null where none prints one. */
  printedUnit: MoneyUnit | null
}

/**
 * Reads the performance forms among the tables to projects and indicators, and the goals of the whole unit that a budget states
 * in prose. Projects and indicators are numbered from 1 in reading order, the goals of a file's prose after those of its tables.
 */
export function readPerformance(files: readonly PerformanceFile[], stage: Stage): Performance {
  const read: Performance = { projects: [], indicators: [], problems: [] }
  const stated = new Set<string>()
  for (const file of files) {
    readTables(file, read)
    if (stage !== 'budget') continue
    for (const goal of goalsInProse(file.paragraphs)) {
      const words = [goal.level1, goal.level2, goal.level3, goal.targetPrinted].join('|')
      // Files of one disclosure repeat each other's words.
      if (!stated.has(words)) add(read, { source_no: file.source_no, table: null, project: null, ...goal })
      stated.add(words)
    }
  }
  return read
}

function readTables({ source_no, tables, printedUnit }: PerformanceFile, read: Performance): void {
  const numbers = new Map<ProjectDraft, number>()
  let before: ProjectDraft | null = null
  for (const table of tables) {
    const form = readForm(table, printedUnit, before)
    before = form?.last ?? null
    if (!form) continue
    for (const project of form.projects) {
      const project_no = read.projects.length + 1
      numbers.set(project, project_no)
      read.projects.push({ project_no, source_no, ...project })
    }
    for (const { indicator, project } of form.indicators) {
      add(read, { source_no, table: table.id, project: numbers.get(project) ?? null, ...indicator })
    }
    read.problems.push(...form.problems)
  }
}

function add(read: Performance, indicator: Omit<ExtractionIndicator, 'indicator_no'>): void {
  read.indicators.push({ indicator_no: read.indicators.length + 1, ...indicator })
}
