import type Decimal from 'decimal.js'
import { formatMoney, formatPercent, percentOf } from '../../i18n/format'
import type { Language } from '../../i18n/language'
import { moneyNames } from '../../i18n/messages/money'
import { chartWords } from '../../i18n/messages/chart'
import { sunburstWords } from '../../i18n/messages/sunburst'
import { Exact, type MoneyUnit } from '../../model/money'
import type { CellState, Scheme } from '../../model/vocabulary'
import type { Shape } from './layout'
import { descendants, type TreeNode } from './tree'

/** What every sentence about the tree needs to know. */
export interface Telling {
  language: Language
  unit: MoneyUnit
  scheme: Scheme
}

/** The name of a node: its own, 合计 for the root, 未细分 for a remainder. */
export function nameOf(node: TreeNode, language: Language): string {
  const words = sunburstWords[language]
  if (node.kind === 'root') return node.basis === 'derived' ? words.summed : words.total
  return node.kind === 'remainder' ? words.remainder : node.name
}

/** Language of a name in a page of another: names as published are Chinese. */
export function langOf(node: TreeNode, language: Language): 'zh-CN' | undefined {
  return language !== 'zh' && node.kind === 'published' ? 'zh-CN' : undefined
}

export function shapeName(shape: Shape, language: Language): string {
  return shape.node ? nameOf(shape.node, language) : sunburstWords[language].other(shape.merged.length)
}

/** Share of a whole, '' where there is none; what would round to nothing is said to be less than the last digit. */
export function shareText(part: Decimal | null, whole: Decimal | null, decimals = 2): string {
  const percent = part && whole ? percentOf(part, whole) : null
  if (!percent) return ''
  const least = new Exact(10).pow(-decimals)
  const vanishing = percent.isPositive() && !percent.isZero() && percent.lt(least.div(2))
  return vanishing ? `<${formatPercent(least, decimals)}` : formatPercent(percent, decimals)
}

/** The tip of an arc: code, whole name, amount with its unit; the beginning of what is read aloud of it. */
export function shapeTitle(shape: Shape, { language, unit }: Telling): string {
  const words = sunburstWords[language]
  const name = [shape.node?.code, shapeName(shape, language)].filter(Boolean).join(' ')
  return shape.amount ? words.item(name, formatMoney(shape.amount, unit), moneyNames[language][unit]) : name
}

/** What a reader of screens hears on an arc: code and name, amount and unit, share of the parent. */
export function spoken(shape: Shape, telling: Telling): string {
  const { language } = telling
  const words = sunburstWords[language]
  const item = shapeTitle(shape, telling)
  if (!shape.amount) return words.itemWithout(item, stateWord(shape.node?.state ?? 'blank', language))
  const share = shareText(shape.amount, shape.parent.amount)
  return share
    ? `${item}${language === 'zh' ? '，' : ', '}${words.shareOf(wholeName(shape.parent, language), share)}`
    : item
}

/** How a whole is named after 占: 全部, a code, or a name. */
export function wholeName(node: TreeNode, language: Language): string {
  if (node.kind === 'root') return sunburstWords[language].ofAll
  return /^\d+$/.test(node.code ?? '') ? node.code! : nameOf(node, language)
}

/** 4 类 6 款 8 项: the rows below a node that hold a figure other than zero, by level. */
export function countsBelow(node: TreeNode, { language, scheme }: Telling): string[] {
  const words = sunburstWords[language]
  const below = descendants(node).filter(
    (n) => n !== node && n.kind === 'published' && n.amount && !n.amount.isZero(),
  )
  const levels = [...new Set(below.map((n) => n.level))].sort((a, b) => a - b)
  return levels.map((level) =>
    words.count(below.filter((n) => n.level === level).length, words.level(scheme, level)),
  )
}

/** One sentence for each node in the view that cannot be drawn as published; the centre's own says all there is to say. */
export function faultSentences(focus: TreeNode, { language, unit }: Telling): string[] {
  const words = sunburstWords[language]
  return (focus.fault ? [focus] : descendants(focus)).flatMap((node) => {
    const { fault } = node
    if (!fault) return []
    const name = [node.code, nameOf(node, language)].filter(Boolean).join(' ')
    if (fault.kind === 'negative')
      return [words.negative(name, fault.names.join(language === 'zh' ? '、' : ', '))]
    return [
      words.over({
        name,
        sum: formatMoney(fault.sum, unit),
        amount: node.amount ? formatMoney(node.amount, unit) : '',
        excess: formatMoney(fault.excess, unit),
        allowed: formatMoney(fault.allowed, unit, unit === '亿元' ? 6 : 3),
        unit: moneyNames[language][unit],
      }),
    ]
  })
}

function stateWord(state: CellState, language: Language): string {
  const { value } = chartWords[language]
  if (state === 'unreadable') return value.unreadable
  return state === 'declared_empty' ? value.declaredEmptyLong : value.blank
}
