import type { Outlined } from '../outline'
import type { Noted } from './noted'
import { noted } from './noted'

const directions = '(?:增加|减少|增长|下降|降低|上升|提高)'
const patterns = [
  // XX局, ××万元
  /[Xx×✕╳]{2,}(?![A-Za-z])/gu,
  /_{2,}|＿+|□+|\*{3,}|[【［]\s*[】］]|（\s*）/gu,
  // a unit whose number was not filled in: 占 %, 支出预算支出万元
  new RegExp(
    `(?:占|为|达|支出|收入|合计|共计|总计|${directions})(?:了|约|的)?(?:%|万元|亿元)(?=[，。；、）]|$)`,
    'gu',
  ),
  // a choice that a form leaves to its writer
  new RegExp(`${directions}[（/]${directions}）?`, 'gu'),
  // a sentence that breaks off
  /(?:(?:原因|分析)(?:是|为|：)+|由于|因为|用于：?|包括：?)(?=[。；])/gu,
]

const before = 16

/** What a form left open and the publisher did not fill in: XX, 占 %, 增加（减少）, 主要原因是。. */
export function placeholdersOf(outline: readonly Outlined[]): Noted[] {
  return outline.flatMap(({ paragraph, words, part }) => {
    if (part === 'glossary') return []
    const found = patterns.flatMap((pattern) =>
      [...words.text.matchAll(pattern)].map((match) => [match.index, match[0].length] as const),
    )
    const inOrder = found.filter(([index]) => !isInWord(words.text, index)).sort((a, b) => a[0] - b[0])
    const kept: Noted[] = []
    let end = -1
    for (const [index, length] of inOrder) {
      if (index < end) continue
      const from = clauseStart(words.text, index)
      end = Math.max(index + length, from + 30)
      const to = Math.min(end, words.text.length)
      kept.push(noted(paragraph, 'placeholder', words.at[from]!, words.at[to - 1]! + 1))
    }
    return kept
  })
}

/** Letters that are part of a name (AXX) are no gap. */
function isInWord(text: string, index: number): boolean {
  return /[A-Wa-w]/u.test(text[index - 1] ?? '')
}

/** Where the words to be shown begin: the clause before the gap, or some characters of it. */
function clauseStart(text: string, index: number): number {
  const from = Math.max(index - before, 0)
  const mark = Math.max(...['，', '。', '；', '：'].map((one) => text.lastIndexOf(one, index - 1)))
  return Math.max(from, mark + 1)
}
