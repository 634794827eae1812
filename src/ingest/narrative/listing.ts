import type { Figure } from './figure'
import { isMoney } from './figure'
import { numberingLength } from './lead'
import type { Bound } from './reading'

const opener =
  /^(?<before>.*?)(?<word>主要包括|主要用于|主要是|主要有|分别为|分别是|分别用于|具体为|包括|用于|其中)：?/u

/** Words that open a list of what an amount is made of. */
export function openerIn(text: string): { start: number; end: number } | null {
  const found = opener.exec(text)
  return found ? { start: found.groups!.before!.length, end: found[0].length } : null
}

/** Can projects be listed under it: 项目支出, a 项, the evaluated projects? */
export function listsProjects(bound: Bound | null): boolean {
  if (!bound) return false
  if (bound.subject === 'function') return bound.code?.length === 7
  return bound.measure === 'project' || bound.subject === 'evaluation.project'
}

/** The name of a listed project, without numbering and the words before its figure; null when the words are no name. */
export function projectName(text: string): { name: string; skipped: number } | null {
  const skipped =
    numberingLength(text) +
    (/^(?:[和与及、以]+|其中)/u.exec(text.slice(numberingLength(text)))?.[0].length ?? 0)
  const name = text.slice(skipped).replace(/(?:为|是|约|共计|共|计|：|得|得分)+$/u, '')
  const isName =
    /^[一-龥（《A-Za-z\d][一-龥A-Za-z\d（）《》、\-+·/.]{1,39}$/u.test(name) && /[一-龥]{2}/u.test(name)
  const isSentence =
    /增加|减少|完成|占|上年|去年|较|预算数|决算|执行|原因|合计|总计|共计|平均|涉及|累计|预算金额|人均|每人|标准|截至|截止/u.test(
      name,
    )
  return isName && !isSentence ? { name, skipped } : null
}

/** What a name in a list of projects stands for, by the unit of its figure: a project, or the score of an evaluated one. */
export function listedUnder(whole: Bound, name: string, figure: Figure): Bound | null {
  if (whole.subject === 'evaluation.project') {
    return figure.unit === '分' ? { subject: 'evaluation.project.score', label: name } : null
  }
  if (!isMoney(figure.unit)) return null
  const { scheme, code } = whole
  return {
    subject: 'named_project',
    label: name,
    measure: 'project',
    ...(scheme && { scheme }),
    ...(code && { code }),
  }
}
