import type { FormReader } from './form'
import { countMatching } from './form'
import type { ItemNames } from './keys'
import { itemNamed, nameIn, panelsOf } from './keys'
import { fundNamed, isSumLabel, plain } from './words'

/** 政府采购预算表: what a unit will buy, project by project, by fund. */
export const procurement: FormReader = {
  ids: { budget: 'budget.procurement', final: null },
  recognise(features) {
    const labels = [
      /采购(?:物品|品目|项目|内容)/u,
      /采购(?:目录|组织形式|方式)/u,
      /政府采购(?:金额|预算)|采购金额/u,
    ]
    const found = countMatching(features.labels, labels)
    if (found >= 2) return 0.9
    const bySort = countMatching(features.values, [/货物/u, /工程/u, /服务/u]) >= 2
    return (found === 1 || bySort) && /采购/u.test(features.title) ? 0.8 : 0
  },
  meaning(column) {
    const leaf = plain(column.path.at(-1) ?? '')
    if (column.role === 'quantity') return { measure: 'quantity' }
    if (/预算资金/u.test(leaf) && /来源/u.test(column.path[0]!)) return {}
    if (/单价/u.test(leaf)) return { measure: 'price' }
    if (/货物/u.test(leaf)) return { measure: 'goods', fund: 'all' }
    if (/工程/u.test(leaf)) return { measure: 'works', fund: 'all' }
    if (/服务/u.test(leaf)) return { measure: 'services', fund: 'all' }
    const fund = fundNamed(leaf) ?? (/其他资金/u.test(leaf) ? 'unit_funds' : null)
    if (fund) return { measure: 'total', fund }
    return /[合总小]计|金额|预算|采购/u.test(leaf) ? { measure: 'total', fund: 'all' } : {}
  },
  keys: (table) =>
    table.rows.map((row) =>
      panelsOf(table).map((panel) => {
        const label = row.cells.find((text) => text !== '') ?? ''
        if (isSumLabel(label) || isSumLabel(nameIn(table, row, panel)))
          return { scheme: 'procurement', item: 'total' }
        const sort = itemNamed(label.replace(/[A-C]$/u, ''), sorts)
        if (sort) return { scheme: 'procurement', item: sort }
        return row.cells.every((text) => text === '') ? {} : { scheme: 'procurement' }
      }),
    ),
}

/** Sums of a sort: 一、货物A. */
const sorts: ItemNames = [
  [/^货物(?:类|小计|合计)?$/u, 'goods'],
  [/^工程(?:类|小计|合计)?$/u, 'works'],
  [/^服务(?:类|小计|合计)?$/u, 'services'],
]
