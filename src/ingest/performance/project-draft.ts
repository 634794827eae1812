import type { ExtractionProject } from '../../model/performance'
import type { Locator } from '../../model/locator'

/** A project before it is numbered. */
export type ProjectDraft = Omit<ExtractionProject, 'project_no' | 'source_no'>

export function emptyProject(
  table: string,
  kind: ProjectDraft['kind'],
  states: ProjectDraft['states'],
  locator: Locator,
): ProjectDraft {
  return { table, kind, states, code: '', name: '', figures: [], stated: [], locator }
}

/** 项目编码 and the name behind it, printed in one cell (51000021R…-工资性支出), or the name alone. */
export function codeAndName(text: string): { code: string; name: string } {
  const found = /^(\d{6}[0-9A-Z]{9,20})\s*[-—_]\s*(\S.*)$/su.exec(text)
  return found ? { code: found[1]!, name: found[2]! } : { code: '', name: text }
}
