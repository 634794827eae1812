import type { RowKey } from '../../model/extraction'
import type { Item } from '../../model/vocabulary'
import type { FormReader, TabledRows } from './form'
import { countMatching } from './form'
import type { ItemNames } from './keys'
import { itemNamed, nameIn } from './keys'
import { measureOf } from './measures'
import { plain } from './words'

/** Sources of income as rows; a group's 小计 has the group's name before it. */
const sources: ItemNames = [
  [/^(?:本年)?收入(?:预算|决算)?(?:总计|合计)$|^(?:总计|合计)$/u, 'total'],
  [/^[本当]年收入(?:合计|小计)?$/u, 'income_current'],
  [/使用非财政拨款|事业基金弥补/u, 'use_nonfiscal'],
  [/^动用/u, null],
  [/上年.*结[转余]|年初.*结[转余]/u, 'carry_in'],
  [/^公共财政拨款/u, 'general_grant'],
  [/^专项收入/u, 'special_income'],
  [/教育收费/u, 'education_fees'],
  [/^其他非税收入/u, 'other_non_tax'],
  [/^债务(?:资金|收入)/u, 'debt'],
  [/^一般公共预算|^公共财政预算/u, 'general'],
  [/^政府性?基金|^基金预算/u, 'gov_fund'],
  [/^国有资本/u, 'state_capital'],
  [/财政专户/u, 'special_account'],
  [/^(?:单位|其他)资金/u, 'unit_funds'],
  [/^财政拨款/u, 'fiscal'],
  [/上级补助/u, 'upper'],
  [/附属单位/u, 'affiliated'],
  [/经营收入/u, 'operating'],
  [/事业收入/u, 'business'],
  [/^其他收入/u, 'other'],
]

/** 收入总表 with a row for each source and one amount, as some provinces print it instead of one by function code. */
export const incomeBySource: FormReader = {
  ids: { budget: 'budget.income_total', final: 'final.income' },
  recognise(features) {
    if (features.coded || features.blocks > 1 || features.values.length !== 1) return 0
    const found = countMatching(
      features.names,
      sources.filter(([, item]) => item !== 'total').map(([pattern]) => pattern),
    )
    return found >= 3 && /收入/u.test(features.words) && !/支出/u.test(features.words) ? 0.9 : 0
  },
  meaning(column) {
    const measure = measureOf(column.path.map(plain), [[/收入/u, 'total']], 'total')
    return measure ? { measure, fund: 'all' } : { fund: 'all' }
  },
  keys(table: TabledRows): RowKey[][] {
    const items = table.rows.map((row) => itemNamed(nameIn(table, row, null), sources))
    return items.map((item) => {
      if (item === null) return [{ scheme: 'income' }]
      const whole = wholes[item]
      return [{ scheme: 'income', item: whole && !items.includes(whole) ? whole : item }]
    })
  },
}

/** Parts that stand for the whole where the table does not have that: 公共财政拨款 for 一般公共预算, 教育收费 for 财政专户. */
const wholes: Partial<Record<Item, Item>> = { general_grant: 'general', education_fees: 'special_account' }
