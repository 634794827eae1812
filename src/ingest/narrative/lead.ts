import type { Comparison } from './comparison'
import { comparisonsOf, signOf } from './comparison'

/** What the words before a figure make of it. */
export type Lead =
  /** `sign` is null where a form's choice was left standing: 增加（减少）. */
  | { kind: 'change'; sign: 1 | -1 | null; before: string }
  | { kind: 'completion'; base: Comparison['base']; before: string }
  | { kind: 'share'; before: string }
  | { kind: 'level'; before: string }

const rises = '增加|增长|上升|提高|上涨|增幅|涨幅|升幅|增|多'
const falls = '减少|降低|下降|压减|缩减|压缩|调减|降幅|跌幅|减幅|降|减|少'
const change = new RegExp(
  `^(?<before>.*?)(?:有所)?(?<verb>${rises}|${falls})(?:[（/](?<other>${rises}|${falls})）?)?(?:了|额|数|数额|支出|的)?(?:比例|比率|幅度|率|金额)?(?:约|为|达|到|：)*$`,
  'u',
)
const completion =
  /^(?<before>.*?)(?:(?:占|为|达到|完成)(?:了|到)?(?:的|本年|当年|财政|部门|支出)*(?<kind>年初|全年|调整后?的?)?(?:部门|财政)?预算(?:安排)?(?:数|额|总额|指标)?的?(?:比例)?(?:为|是)?|(?<rateKind>年初|全年|调整)?预算(?:执行|完成)率(?:为|是|达到?|：)?)$/u
const share = /^(?<before>.*?)(?:所)?占(?<whole>[^占]*?)(?:的)?(?:比重|比例|比率|比)?(?:为|是|达|：|的)*$/u

/** @param lead the words from the figure before, or from the beginning of the clause, to the figure */
export function leadOf(lead: string, unit: string): Lead {
  const changed = change.exec(lead)
  if (changed && !/(?:不|未|没有)$/u.test(changed.groups!.before!)) {
    const { verb, other, before } = changed.groups!
    return { kind: 'change', sign: other ? null : verbSign(verb!), before: before! }
  }
  const compared = comparisonsOf(lead).at(-1)
  const sign = compared?.end === lead.length ? signOf(lead.slice(compared.start)) : null
  if (sign) return { kind: 'change', sign, before: lead.slice(0, compared!.start) }
  if (unit === '%') {
    const completed = completion.exec(lead)
    if (completed)
      return { kind: 'completion', base: baseOf(completed.groups!), before: completed.groups!.before! }
    const shared = share.exec(lead)
    if (shared) return { kind: 'share', before: shared.groups!.before! }
  }
  return { kind: 'level', before: lead }
}

function verbSign(verb: string): 1 | -1 {
  return new RegExp(`^(?:${rises})$`, 'u').test(verb) ? 1 : -1
}

function baseOf(groups: Record<string, string>): Comparison['base'] {
  const kind = groups.kind ?? groups.rateKind
  if (kind === '年初') return 'initial'
  return kind ? 'adjusted' : 'budget'
}

/** Words that may stand between a name and its figure, or before a verb, without changing what the figure is about. */
const glue = [
  '的 科目 中 ： 有 也 还 则 均 各 分别 较 相应 总体 两者 零',
  '财政性 财政 拨款 一般公共预算 资金 经费 费用 支出 收入 预算 决算 项目预算 涉及',
  '执行 安排 支付 使用 开支 发生 批复 下达 编制 购置 采购 接待 实际 调整后 调整 后',
  '总额 总计 合计 共计 金额 数额 数量 累计 共有 实有 现有 共 总 计 数 额 为 是 约 达到 达',
  '本年度 本年 当年 今年 本期 上年 去年 年初 全年 年末 期末 年度 年',
  '来访 国内 团组 来宾 外宾 批次 人次 人数 人员',
]
const glueWord = new RegExp(
  `20\\d\\d年?度?[末初]?|（[^（）]{0,40}）| |${glue
    .flatMap((line) => line.split(' '))
    .sort((a, b) => b.length - a.length)
    .join('|')}`,
  'uy',
)

/** Are the words mere glue? */
export function isGlue(text: string): boolean {
  for (let index = 0; index < text.length; index = glueWord.lastIndex) {
    glueWord.lastIndex = index
    if (!glueWord.test(text)) return false
  }
  return true
}

/** The words without phrases of comparison, years and numbering: empty or glue when nothing is named in them. */
export function withoutComparison(text: string): string {
  return comparisonsOf(text)
    .reverse()
    .reduce((rest, found) => rest.slice(0, found.start) + rest.slice(found.end), text)
}

/** Numbering at the beginning of a paragraph or an item: 1. （一） 一、 一是. */
export function numberingLength(text: string): number {
  return /^(?:[-•●·]|（[一二三四五六七八九十\d]{1,3}）|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、](?!\d)|\d{1,2}[.、](?=20\d\d年)|[①-⑳])*/u.exec(
    text,
  )![0].length
}
