import type { Locator } from '../../model/locator'
import { numberingLength } from '../narrative/lead'
import type { Words } from '../narrative/passage'
import { cut, quoteOf, wordsOf } from '../narrative/passage'
import { matchesNotAfter } from '../not-after'
import type { Paragraph } from '../raw'
import { goalSections } from './goal-sections'
import type { TableIndicator } from './indicators'
import { firstLevelOf, firstLevelsAbove } from './level-names'
import { operatorWords, readTarget } from './target'

/**
 * The goals that a budget states in words under a heading of performance, as indicators of the whole unit:
 * `受理率：……指标值需≥80%`, `群众满意率达到90%`, `重复信访较去年下降34.65%`. Only goals with a number are read.
 */
export function goalsInProse(paragraphs: readonly Paragraph[]): TableIndicator[] {
  return goalSections(paragraphs).flatMap(({ paragraph, level1 }) => goalsOf(paragraph, level1))
}

interface Goal {
  names: string[]
  /** The words of the target, and where they stand in the paragraph. */
  phrase: string
  from: number
  to: number
}

function goalsOf(paragraph: Paragraph, heading: string | null): TableIndicator[] {
  const all = wordsOf(paragraph.text)
  return levelParts(cut(all, numberingLength(all.text)), heading).flatMap(({ level1, level2, part }) =>
    goalPhrases(part).flatMap(({ names, phrase, from, to }) => {
      const { quote, locator } = quoteOf(paragraph, part.at[from]!, part.at[to - 1]! + 1)
      return names.map((name) => indicator(name, phrase, quote, locator, level1, level2))
    }),
  )
}

interface LevelPart {
  level1: string | null
  level2: string | null
  part: Words
}

/** The paragraph, parted where it names levels: 产出指标：数量指标：……；质量指标：……. */
function levelParts(words: Words, heading: string | null): LevelPart[] {
  const parts: LevelPart[] = []
  let level1 = heading
  let level2: string | null = null
  let from = 0
  for (const found of matchesNotAfter(words.text, /([^：，。；]{2,14}指标)：/uy, /[^。；，：]$/u)) {
    const name = found[1]!.slice(numberingLength(found[1]!))
    const isFirst = firstLevelOf(name) !== null
    if (!isFirst && firstLevelsAbove(name) === null) continue
    parts.push({ level1, level2, part: cut(words, from, found.index) })
    if (isFirst) level1 = name
    level2 = isFirst ? null : name
    from = found.index + found[0].length
  }
  return [...parts, { level1, level2, part: cut(words, from) }]
}

const number = '-?\\d(?:[\\d,]*\\d)?(?:\\.\\d+)?'
const unit = '(?:%|‰|\\p{Script=Han}{1,4}?(?=及?以[上下内]|[^\\p{Script=Han}]|$))?'
/** What is stated of a goal: an operator and a number, or a verb that says it is to be reached. */
const statements = [
  `(?:${operatorWords}|[≥≤＞＜])\\s*${number}\\s*${unit}`,
  `(?:达到|达|(?:指标|目标)值?(?:应|需|要)?为)\\s*${number}\\s*${unit}(?:及?以[上下内])?`,
  `(?:较|比|同比|与)?(?:上年|去年|20\\d\\d年)?(?:同期)?(?:相比)?(?:下降|降低|减少|增长|提高|上升|增加)\\s*${number}\\s*%`,
  `占[^，。；：\\d]{1,12}的\\s*${number}\\s*%`,
]
/** Words before a bare number that say it is a target; they are no part of it. */
const introduced = /^(?:指标|目标)值?(?:应|需|要)?为/u
const goalPattern = new RegExp(statements.join('|'), 'gu')

function goalPhrases(words: Words): Goal[] {
  const titled = /^([^：，。；\d≥≤]{2,30})：/u.exec(words.text)?.[1] ?? null
  const goals: Goal[] = []
  let last = titled === null ? 0 : titled.length + 1
  for (const found of words.text.matchAll(goalPattern)) {
    const from = found.index + (introduced.exec(found[0])?.[0].length ?? 0)
    if (from < last) continue
    const before = words.text.slice(last, from)
    last = found.index + found[0].length
    const clause = before.slice(1 + Math.max(...['，', '。', '；'].map((mark) => before.lastIndexOf(mark))))
    const names = namesOf(clause, words.text.slice(from, last), titled)
    if (names.length > 0) goals.push({ names, phrase: words.text.slice(from, last), from, to: last })
  }
  return goals
}

/** Words of a goal's own before its number, that are no name: 此指标值需, 确保, 实现. */
const empty =
  /^(?:此|该|本)?(?:项)?(?:绩效)?(?:指标|目标)?(?:值)?(?:应当|应该|应|需要|需|要|须|为|是|设定为|定为|：)*$/u
const verbs = /^(?:此|该)?(?:力争|确保|实现|保证|保持|努力|使|将|把|力求|达到|并|争取|有效遏制|做到)+/u

function namesOf(name: string, phrase: string, titled: string | null): string[] {
  const last = name.split('：').at(-1)!
  const words = (last || name)
    .slice(numberingLength(last || name))
    .replace(verbs, '')
    .replace(/(?:指标值?|目标值?)?(?:应|需|要|须|为|均|都|：)*$/u, '')
    .replace(/^、+/u, '')
  const share = /^占[^\d]*?(?=的?\s*-?\d)/u.exec(phrase)?.[0] ?? ''
  if (empty.test(words)) return titled === null ? [] : [titled]
  if (words === '' || words.length > 30) return []
  const several = words.split('、')
  return several.length > 1 && several.every((one) => /[率度量数]$/u.test(one)) ? several : [words + share]
}

function indicator(
  name: string,
  phrase: string,
  printed: string,
  locator: Locator,
  level1: string | null,
  level2: string | null,
): TableIndicator {
  const change = /(下降|降低|减少)|(?:增长|提高|上升|增加)/u.exec(phrase)
  const value = new RegExp(`${number}.*$`, 'u').exec(phrase)![0]
  const read = change || /^占/u.test(phrase) ? readTarget(value) : readTarget(phrase)
  const target = change?.[1] && read.target !== null ? `-${read.target}` : read.target
  return {
    level1,
    level2,
    level3: name,
    description: null,
    basis: null,
    ...read,
    target,
    targetPrinted: printed,
    actual: null,
    completion: null,
    weight: null,
    score: null,
    reason: null,
    measure: null,
    locator,
    places: { target: locator },
  }
}
