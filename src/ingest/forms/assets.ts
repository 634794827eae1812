import type { FormReader } from './form'
import { countMatching } from './form'
import type { ItemNames } from './keys'
import { itemNamed, nameIn, panelsOf } from './keys'
import { plain } from './words'

const items: ItemNames = [
  [/^(?:固定)?资产(?:总额|合计|总计)|^(?:合计|总计)$/u, 'assets_total'],
  [/办公(?:用房|室)/u, 'office_space'],
  [/^房屋/u, 'buildings'],
  [/^车辆/u, 'vehicles'],
  [/^单[价位].*设备|大型设备/u, 'equipment'],
  [/^其他固定资产|^其他资产/u, 'other_assets'],
]

/** 固定资产占用情况表: kinds of assets by quantity and value, at the end of a year. */
export const assets: FormReader = {
  ids: { budget: 'budget.assets', final: null },
  recognise(features) {
    const counted = countMatching(features.values, [/数量/u, /价值|金额|原值|净值/u]) === 2
    return counted && countMatching(features.names, [/房屋/u, /车辆/u, /设备/u, /资产/u]) >= 2 ? 0.9 : 0
  },
  meaning(column, table) {
    const amountYear = yearOfState(table.context)
    const measure = column.role === 'quantity' ? 'quantity' : 'total'
    return { measure, ...(amountYear === null ? {} : { amountYear }) }
  },
  keys: (table) =>
    table.rows.map((row) =>
      panelsOf(table).map((panel) => {
        const item = itemNamed(nameIn(table, row, panel), items)
        return item ? { scheme: 'asset', item } : {}
      }),
    ),
}

/** Year of 截止时间：2022-12-31, or null. */
function yearOfState(context: readonly string[]): number | null {
  const found = /截[止至](?:时间|日期)?:?(20\d\d)/u.exec(plain(context.join('|')))
  return found ? Number(found[1]) : null
}
