import type { Scheme } from '../../model/vocabulary'
import type { Words } from '../language'

/** Figures of a node that do not add up, in the chart's unit of money. */
interface Excess {
  name: string
  sum: string
  amount: string
  excess: string
  allowed: string
  unit: string
}

const zhLevels: Partial<Record<Scheme, string[]>> = {
  function: ['类', '款', '项'],
  economic_department: ['类', '款'],
  economic_government: ['类', '款'],
  income: ['项来源'],
}

/** Words of the picture of where money goes: rings, bars, the chosen row. */
const zh = {
  total: '合计',
  summed: '各行相加',
  /** 类, 款, 项 by level; a classification without levels counts 项. */
  level: (scheme: Scheme, level: number) => zhLevels[scheme]?.[level - 1] ?? '项',
  count: (n: number, level: string) => `${n} ${level}`,
  counts: (unit: string, parts: string[]) => `${unit} · ${parts.join(' ')}`,
  tree: (title: string) => `${title}：由内到外逐级细分`,
  item: (name: string, amount: string, unit: string) => `${name}，${amount}${unit}`,
  itemWithout: (name: string, state: string) => `${name}，${state}`,
  shareOf: (whole: string, percent: string) => `占${whole} ${percent}`,
  ofAll: '全部',
  shareHead: '占全部',
  shareLabel: (whole: string) => (/^\d/.test(whole) ? `占 ${whole}` : `占${whole}`),
  remainder: '未细分',
  other: (n: number) => `其他 ${n} 项`,
  /** Over rows of a table whose amounts stand on the wrong rows (错行). */
  asPrinted: '照原样，错了行',
  barsHead: (count: string) => `${count}，由大到小`,
  listOf: (name: string, count: string) => `${name}：${count}，由大到小`,
  added: (count: string) => `${count}相加`,
  /** How the rows added differ from the printed sum. */
  within: (difference: string, less: boolean, allowed: string) =>
    `比合计${less ? '少' : '多'} ${difference}，在舍入允许的 ${allowed} 以内`,
  beyond: (difference: string, less: boolean, allowed: string) =>
    `比合计${less ? '少' : '多'} ${difference}，超过舍入允许的 ${allowed}`,
  rest: (count: string) => `再列 ${count}`,
  fewer: '收起',
  all: '全部列出',
  chosen: '选中的科目',
  position: '所在层级',
  up: (name: string) => `返回：${name}`,
  rings: (n: number) => `圆环，${n} 圈`,
  tableName: '科目',
  tableAmount: '金额',
  childrenCount: '下级',
  over: (x: Excess) =>
    `${x.name}：下级相加 ${x.sum}，比本级 ${x.amount} 多 ${x.excess} ${x.unit}，超过舍入允许的 ${x.allowed}。`,
  negative: (name: string, names: string) =>
    `${name}的下级有负数（${names}），不能画成圆环的一段，见条形和表。`,
  nothing: '这里没有可以画成圆环的数，见条形和表。',
  withheld: '圆环没有画，条形和表照原文列出。',
}

const enLevels: Partial<Record<Scheme, string[]>> = {
  function: ['class', 'group', 'item'],
  economic_department: ['class', 'group'],
  economic_government: ['class', 'group'],
  income: ['source'],
}
const plurals: Record<string, string> = {
  class: 'classes',
  group: 'groups',
  item: 'items',
  source: 'sources',
}

const en: typeof zh = {
  total: 'Total',
  summed: 'sum of the rows',
  level: (scheme, level) => enLevels[scheme]?.[level - 1] ?? 'item',
  count: (n, level) => `${n} ${n === 1 ? level : (plurals[level] ?? level)}`,
  counts: (unit, parts) => `${unit} · ${parts.join(', ')}`,
  tree: (title) => `${title}, level by level from the centre out`,
  item: (name, amount, unit) => `${name}, ${amount} (${unit})`,
  itemWithout: (name, state) => `${name}, ${state}`,
  shareOf: (whole, percent) => `${percent} of ${whole}`,
  ofAll: 'all',
  shareHead: 'of all',
  shareLabel: (whole) => `Share of ${whole}`,
  remainder: 'not itemised',
  other: (n) => (n === 1 ? '1 other' : `${n} others`),
  asPrinted: 'as printed, rows shifted',
  barsHead: (count) => `${count}, largest first`,
  listOf: (name, count) => `${name}: ${count}, largest first`,
  added: (count) => `Sum of ${count}`,
  within: (difference, less, allowed) =>
    `${difference} ${less ? 'less' : 'more'} than the total, within the ${allowed} that rounding allows`,
  beyond: (difference, less, allowed) =>
    `${difference} ${less ? 'less' : 'more'} than the total, beyond the ${allowed} that rounding allows`,
  rest: (count) => `List ${count} more`,
  fewer: 'List fewer',
  all: 'List all',
  chosen: 'Chosen row',
  position: 'Position in the classification',
  up: (name) => `Back to ${name}`,
  rings: (n) => `Rings (${n})`,
  tableName: 'Item',
  tableAmount: 'Amount',
  childrenCount: 'Parts',
  over: (x) =>
    `${x.name}: its parts add up to ${x.sum}, which is ${x.excess} (${x.unit}) more than its own ${x.amount}; rounding allows ${x.allowed}.`,
  negative: (name, names) =>
    `${name} has negative parts (${names}), which cannot be segments of a ring; see bars and table.`,
  nothing: 'No figure here can be drawn as a ring; see bars and table.',
  withheld: 'The rings are not drawn; bars and table list the figures as printed.',
}

export const sunburstWords: Words<typeof zh> = { zh, en }
