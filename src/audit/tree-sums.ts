import type { Form } from '../model/vocabulary'
import { sumResult } from './sum-finding'
import type { Checked, Result, Rule } from './rule'
import { joinPanels, treeSums } from './tree'

/** Rules that say of one form that its code tree adds up (层级合计), column by column. */
const forms: { id: string; form: Form; zh: string; en: string; formula: string }[] = [
  {
    id: 'B08',
    form: 'budget.income_total',
    zh: '收入层级',
    en: 'income tree',
    formula: 'parent = Σkids; 合计 = Σ类',
  },
  {
    id: 'B11',
    form: 'budget.expenditure_total',
    zh: '支出层级',
    en: 'expenditure tree',
    formula: 'parent = Σkids; 合计 = Σ类',
  },
  {
    id: 'B21',
    form: 'budget.general_expenditure',
    zh: '一般公共层级',
    en: 'general tree',
    formula: 'parent = Σkids; 合计 = Σ类',
  },
  {
    id: 'B26',
    form: 'budget.general_basic',
    zh: '基本支出层级',
    en: 'economic tree',
    formula: '类 = Σ款; 合计 = Σ类',
  },
  {
    id: 'F10',
    form: 'final.income',
    zh: '收入层级',
    en: 'income tree',
    formula: 'parent = Σkids; 合计 = Σ类',
  },
  {
    id: 'F13',
    form: 'final.expenditure',
    zh: '支出层级',
    en: 'expenditure tree',
    formula: 'parent = Σkids; 合计 = Σ类',
  },
  {
    id: 'F27',
    form: 'final.general_expenditure',
    zh: '一般公共层级',
    en: 'general tree',
    formula: 'parent = Σkids; 合计 = Σ类',
  },
  { id: 'F33', form: 'final.general_basic', zh: '经济层级', en: 'economic tree', formula: '类 = Σ款' },
]

/** B08, B11, B21, B26, F10, F13, F27, F33: in each amount column a code is the sum of the codes below it. */
export const treeSumRules: Rule[] = forms.map(({ id, form, zh, en, formula }) => {
  const rule: Rule = {
    id,
    name: { zh, en },
    formula: `${form}: ${formula}, each amount column`,
    severity: 'error',
    tolerance: 'I',
    check: (checked) => checkTrees(rule, form, checked),
  }
  return rule
})

function checkTrees(rule: Rule, form: Form, { tables }: Checked): Result[] {
  return tables
    .filter(({ table }) => table.form === form)
    .flatMap(({ columns }) => joinPanels(columns))
    .flatMap((series) => treeSums(series.figures).map((sum) => sumResult(rule, sum, series)))
}
