import { numberingLength } from '../narrative/lead'
import { wordsOf } from '../narrative/passage'
import type { Paragraph } from '../raw'
import { firstLevelOf } from './level-names'

/** A paragraph of goals, with the first level (产出指标) that its heading names. */
export interface GoalParagraph {
  paragraph: Paragraph
  level1: string | null
}

/** The paragraphs that stand under a heading of goals: 单位整体绩效目标, 分项绩效目标. */
export function goalSections(paragraphs: readonly Paragraph[]): GoalParagraph[] {
  const found: GoalParagraph[] = []
  let open: Rank | null = null
  let level: { name: string; rank: Rank } | null = null
  for (const paragraph of paragraphs) {
    const { text } = wordsOf(paragraph.text)
    const rank = rankOf(text)
    const title = titleOf(text)
    const name = title && /指标/u.test(title) && firstLevelOf(title) ? title : null
    if (open !== null && name) level = { name, rank }
    else if (title !== null && opensGoals(title)) [open, level] = [rank, null]
    else if (title !== null && open !== null && rank <= Math.max(open, 1)) [open, level] = [null, null]
    else if (open !== null) {
      if (level && rank !== unnumbered && rank <= level.rank) level = null
      found.push({ paragraph, level1: level?.name ?? null })
    }
  }
  return found
}

/** Depth of a numbering: 0 第一部分, 1 一、, 2 （一）, 3 1、, 4 （1）. */
type Rank = number
const unnumbered: Rank = 9

function rankOf(text: string): Rank {
  const patterns = [
    /^第[一二三四五六七八九十]+(?:部分|章)/u,
    /^[一二三四五六七八九十]+、/u,
    /^（[一二三四五六七八九十]+）/u,
    /^\d+[.、]/u,
    /^（\d+）/u,
  ]
  const rank = patterns.findIndex((pattern) => pattern.test(text))
  return rank < 0 ? unnumbered : rank
}

/** The words of a paragraph that is a numbered heading, without the numbering, or null for running words. */
function titleOf(text: string): string | null {
  const title = text
    .replace(/^第[一二三四五六七八九十]+(?:部分|章)/u, '')
    .slice(text.startsWith('第') ? 0 : numberingLength(text))
    .replace(/[：。]$/u, '')
  if (rankOf(text) === unnumbered || title === '' || title.length > 40) return null
  return /[，；。：\d]/u.test(title) ? null : title
}

/** Of goals; not how they are managed, nor how they were evaluated. */
function opensGoals(title: string): boolean {
  return (
    /绩效(?!.*(?:设置|管理|开展|评价|自评|监控|覆盖|名词))|目标/u.test(title) &&
    !/(?:设置|管理|开展|编报|完成)(?:情况|工作)|评价|自评|监控/u.test(title)
  )
}
