import type { Problem } from '../../model/extraction'
import { importWords } from '../../i18n/messages/import'

/** The sorts of problem that have a sentence of their own. */
export type ProblemSort = keyof (typeof importWords)['zh']['problems']['rules']

const sorts: ReadonlySet<string> = new Set(Object.keys(importWords.zh.problems.rules))

/** Problems of one sort. */
export interface ProblemGroup {
  sort: ProblemSort
  problems: Problem[]
}

const weight = { error: 0, warn: 1, info: 2 }

/** Problems by sort, the gravest sort first, then in the order in which they were found; none is left out. */
export function groupProblems(problems: readonly Problem[]): ProblemGroup[] {
  const groups = new Map<ProblemSort, Problem[]>()
  for (const problem of problems) {
    const sort = sortOf(problem.rule)
    groups.set(sort, [...(groups.get(sort) ?? []), problem])
  }
  const gravity = (group: ProblemGroup) => Math.min(...group.problems.map(({ severity }) => weight[severity]))
  return [...groups]
    .map(([sort, found]) => ({ sort, problems: found }))
    .sort((a, b) => gravity(a) - gravity(b))
}

function sortOf(rule: string): ProblemSort {
  if (rule.startsWith('narrative.')) return 'narrative'
  return sorts.has(rule) ? (rule as ProblemSort) : 'other'
}
