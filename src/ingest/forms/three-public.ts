import type { RowKey } from '../../model/extraction'
import type { Item } from '../../model/vocabulary'
import type { Features, FormReader, TabledRows } from './form'
import { countMatching } from './form'
import type { ItemNames } from './keys'
import { itemNamed, nameIn, panelsOf, wholeRows } from './keys'
import { fundNamed, plain } from './words'

/** Items of 三公经费, and the two that some tables print beside them (会议费, 培训费). */
const items: ItemNames = [
  [/因公出国/u, 'abroad'],
  [/公务用车购置(?:费?[及和与、]|.*运[行维])/u, 'vehicle'],
  [/(?:公务用)?车.*运[行维]/u, 'vehicle_running'],
  [/公务用车购置|车辆购置|^购置费?$/u, 'vehicle_purchase'],
  [/^运行(?:维护)?费?$/u, 'vehicle_running'],
  [/^公务用车费?$/u, 'vehicle'],
  [/公务接待/u, 'reception'],
  [/会议费/u, 'conference'],
  [/培训费/u, 'training'],
  [/机关运行/u, 'operating_cost'],
  [
    /^(?:20\d\d年度?)?(?:部门|单位)?(?:一般公共预算|财政拨款)*三公经费(?:支出)?(?:合计|小计|总计|支出|预算数?|决算数?)?$/u,
    'total',
  ],
]

const telling = [/因公出国/u, /公务用车/u, /公务接待/u]

/** “三公”经费支出表: as rows, or one row whose columns are the items. */
export const threePublic: FormReader = {
  ids: { budget: 'budget.three_public', final: 'final.three_public' },
  recognise(features) {
    if (features.coded) return 0
    if (countMatching(features.values, telling) >= 2) return 0.9
    return countMatching(features.names, telling) >= 2 && !spendsOtherwise(features) ? 0.9 : 0
  },
  meaning(column, table) {
    const named = [table.title, ...column.path].map(fundNamed)
    const fund = named.findLast((one) => one !== null) ?? 'fiscal'
    if (!isWide(table)) return { measure: 'total', fund }
    const item = itemOfColumn(column.path, totalNames(table))
    if (item === 'operating_cost')
      return { measure: 'total', fund: fund === 'fiscal' ? 'general' : fund, item }
    return item ? { measure: 'total', fund, item } : { fund }
  },
  keys(table) {
    const whole = isWide(table) ? wholeRows(table) : null
    const names = [...items, ...totalNames(table)]
    return table.rows.map((row) =>
      panelsOf(table).map((panel): RowKey => {
        if (whole) return whole.includes(row) ? { scheme: 'three_public' } : {}
        const item = itemNamed(nameIn(table, row, panel), names)
        return item ? { scheme: 'three_public', item } : {}
      }),
    )
  },
}

/** Do the names say what all money buys (工资福利支出, 办公费 …), or what is bought? Some of that has the names of 三公经费. */
function spendsOtherwise({ names, labels }: Features): boolean {
  const purposes = [/^工资福利/u, /^商品和服务/u, /^对个人和家庭/u, /^基本工资/u, /^办公费/u, /^差旅费/u]
  return countMatching(names, purposes) >= 2 || countMatching(labels, [/采购(?:物品|品目|项目|方式)/u]) > 0
}

/** Are the columns the items? */
function isWide(table: TabledRows): boolean {
  return (
    countMatching(
      table.columns
        .filter((column) => column.role === 'amount')
        .map((column) => plain(column.path.join('/'))),
      telling,
    ) >= 2
  )
}

/** The item of a column: of the lowest label that names one; 小计 is that of the label above it. */
function itemOfColumn(path: readonly string[], total: ItemNames): Item | null {
  for (const label of [...path].reverse()) {
    const item = itemNamed(label, [...items, ...total])
    if (item) return item
  }
  return null
}

/** A bare 合计 is that of 三公经费, unless others stand beside: 会议费 and 培训费 it then counts too, further ones leave it open. */
function totalNames(table: TabledRows): ItemNames {
  const texts = [
    ...table.columns.flatMap((column) => column.path),
    ...table.rows.flatMap((row) => row.cells),
  ].map(plain)
  const says = (words: RegExp): boolean => texts.some((text) => words.test(text))
  if (says(/机关运行|行政经费/u)) return []
  return [[/^(?:合计|总计)$/u, says(/会议费|培训费/u) ? 'meetings_total' : 'total']]
}
