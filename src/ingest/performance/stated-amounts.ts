import type { Locator } from '../../model/locator'
import { readNumber } from '../../model/money'
import type { StatedAmount, StatedPart } from '../../model/performance'
import { matchesNotAfter } from '../not-after'

const amount = /(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(亿元|万元|元)/uy
const longestLabel = 40

/**
 * The amounts of money that the words of a form state (绩效目标, 完成情况): after 其中, those up to the end of the sentence are
 * parts of the amount before it. Markup that stands in a cell is passed over.
 */
export function statedAmounts(text: string, locator: Locator): StatedAmount[] {
  const words = text.normalize('NFKC').replace(/<[^<>]*>/gu, '。')
  return words.split(/[。;\n]/u).flatMap((sentence) => amountsIn(sentence, locator))
}

function amountsIn(sentence: string, locator: Locator): StatedAmount[] {
  const amounts: StatedAmount[] = []
  let last = 0
  let isParted = false
  for (const found of matchesNotAfter(sentence, amount, /\d$/u)) {
    const before = sentence.slice(last, found.index)
    last = found.index + found[0].length
    isParted ||= /其中/u.test(before) && amounts.length > 0
    const part = partOf(before, found, locator)
    if (isParted) amounts.at(-1)!.parts.push(part)
    else amounts.push({ ...part, parts: [] })
  }
  return amounts
}

function partOf(before: string, found: RegExpExecArray, locator: Locator): StatedPart {
  const number = readNumber(found[1]!)
  return {
    label: (before.split(/[,、:]/u).at(-1) ?? '').replace(/\s+/gu, '').slice(-longestLabel),
    printed: found[1]!,
    value: number ? number.value.toFixed(number.decimals) : null,
    unit: found[2]!,
    locator,
  }
}
