import type { Form } from '../model/vocabulary'
import { sumResult } from './sum-finding'
import type { Checked, Result, Rule } from './rule'
import { classSum } from './tree'

const forms: { id: string; form: Form; zh: string; en: string }[] = [
  { id: 'B03', form: 'budget.balance', zh: '支出类合计', en: 'expenditure classes add up' },
  { id: 'B16', form: 'budget.fiscal_balance', zh: '财政拨款支出类合计', en: 'fiscal classes add up' },
  { id: 'F03', form: 'final.balance', zh: '本年支出合计', en: 'current expenditure' },
  { id: 'F20', form: 'final.fiscal_balance', zh: '财政支出类合计', en: 'fiscal classes' },
]

/** B03, B16, F03, F20: in each amount column of a balance table 本年支出合计 is the sum of the 类. */
export const classSumRules: Rule[] = forms.map(({ id, form, zh, en }) => {
  const rule: Rule = {
    id,
    name: { zh, en },
    formula: `${form}: Σ类 = exp_current, each amount column`,
    severity: 'error',
    tolerance: 'I',
    check: (checked) => checkClasses(rule, form, checked),
  }
  return rule
})

function checkClasses(rule: Rule, form: Form, { tables }: Checked): Result[] {
  return tables
    .filter(({ table }) => table.form === form)
    .flatMap(({ columns }) => columns)
    .flatMap((series) => {
      const sum = classSum(series.figures)
      return sum ? [sumResult(rule, sum, series)] : []
    })
}
