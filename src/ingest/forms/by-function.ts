import type { RowKey } from '../../model/extraction'
import type { Fund } from '../../model/vocabulary'
import type { Features, FormContext, FormReader, TabledRows } from './form'
import { countMatching } from './form'
import { codeKeys, wholeRows } from './keys'
import type { MeasureLabels } from './measures'
import { expenditureLabels, incomeLabels, measureOf } from './measures'
import { fundNamed, plain, unnumbered } from './words'

/** 收入总表, 收入决算表: income by source for each function code, all money. */
export const income: FormReader = {
  ids: { budget: 'budget.income_total', final: 'final.income' },
  recognise(features) {
    if (features.family === 'economic_department' || features.blocks > 1) return 0
    const sources = [
      /财政拨款|一般公共预算/u,
      /财政专户/u,
      /事业收入/u,
      /经营收入/u,
      /上级补助/u,
      /附属单位/u,
      /其他(?:收入|资金)/u,
    ]
    const found = countMatching(features.values, sources)
    if (/支出/u.test(features.values.join('|'))) return 0
    if (found >= 3) return features.family ? 0.9 : 0.7
    return found === 2 && /收入/u.test(features.title) && !/支/u.test(features.title) ? 0.6 : 0
  },
  meaning(column) {
    const underCurrent = column.path.some((label) => /^本年收入$/u.test(plain(label)))
    const labels: MeasureLabels = [[/^本年收入$/u, 'current_subtotal'], ...incomeLabels]
    const isSubtotal =
      underCurrent && column.path.length > 1 && /^(?:小计|合计)$/u.test(plain(column.path.at(-1)!))
    const carried = column.path.some((label) => /上年.*结[转余]|年初.*结[转余]/u.test(plain(label)))
    const measure = carried
      ? 'carry_in'
      : isSubtotal
        ? 'current_subtotal'
        : measureOf(column.path, labels, 'total')
    const fund = fundNamed(column.path.at(-1)!)
    const byFund = (measure === 'fiscal' || measure === 'carry_in') && fund ? fund : 'all'
    const unitFunds = column.path.some((label) => fundNamed(label) === 'unit_funds')
    return measure ? { measure, fund: byFund } : { fund: unitFunds ? 'unit_funds' : 'all' }
  },
  keys: functionKeys,
}

const natures = [/基本支出|人员(?:经费|支出)/u, /项目支出|专项(?:业务)?经费/u]
const beyondGeneral = [/经营支出/u, /上[缴解]上级/u, /附属单位补助/u]

/** 支出总表, 支出决算表: expenditure by nature for each function code, all money. */
export const expenditure: FormReader = {
  ids: { budget: 'budget.expenditure_total', final: 'final.expenditure' },
  recognise(features) {
    if (!byNature(features)) return 0
    if (countMatching(features.values, beyondGeneral) >= 1) return 0.9
    return /支出(?:预算|决算)?(?:总体)?(?:情况)?总?表|支出(?:总体)?情况/u.test(features.title) &&
      !narrowsFund(features)
      ? 0.8
      : 0
  },
  meaning: (column) => ({ ...spending(column.path), fund: 'all' }),
  keys: functionKeys,
}

/** 财政拨款支出表: expenditure of all three funds together for each function code, as some provinces print it besides. */
export const fiscalExpenditure: FormReader = {
  ids: { budget: 'budget.fiscal_expenditure', final: 'final.fiscal_expenditure' },
  recognise(features) {
    if (!byNature(features) && !byCodeAlone(features)) return 0
    if (countMatching(features.values, beyondGeneral) > 0 || fundNamed(features.title) !== null) return 0
    return /财政拨款/u.test(features.title) ? 0.8 : 0
  },
  meaning: (column) => ({ ...spending(column.path), fund: fundInPath(column.path) ?? 'fiscal' }),
  keys: functionKeys,
}

/** 一般公共预算支出表: expenditure by nature for each function code, of 一般公共预算. */
export const generalExpenditure = ofFund('general', /一般公共预算|公共财政预算/u, {
  budget: 'budget.general_expenditure',
  final: 'final.general_expenditure',
})

/** 政府性基金预算支出表, in final accounts with the year's opening and closing balance. */
export const governmentFund = ofFund('gov_fund', /政府性?基金/u, {
  budget: 'budget.gov_fund',
  final: 'final.gov_fund',
})

/** 国有资本经营预算支出表, in final accounts with the year's opening and closing balance where a province prints them. */
export const stateCapital = ofFund('state_capital', /国有资本/u, {
  budget: 'budget.state_capital',
  final: 'final.state_capital',
})

function ofFund(fund: Fund, named: RegExp, ids: FormReader['ids']): FormReader {
  return {
    ids,
    recognise(features) {
      if (!byNature(features) && !byCodeAlone(features)) return 0
      if (countMatching(features.values, beyondGeneral) > 0) return 0
      if (fund === 'state_capital' && allCodes(features, /^223/u)) return 0.9
      return named.test(features.title) && !otherFundNamed(features.title, fund) ? 0.8 : 0
    },
    meaning(column, _table, context) {
      const ownFund = fund
      if (fund === 'general' || context.stage === 'budget') return { ...spending(column.path), fund: ownFund }
      return { ...rolledForward(column.path), fund: ownFund }
    },
    keys: functionKeys,
  }
}

/** Is the table one of function codes by 基本支出 and 项目支出? */
function byNature(features: Features): boolean {
  return (
    features.blocks === 1 &&
    features.family !== 'economic_department' &&
    features.family !== 'economic_government' &&
    countMatching(features.values, natures) === 2
  )
}

/** Is the table one of function codes with a single amount each? */
function byCodeAlone(features: Features): boolean {
  const isFunction = features.family === 'function' && features.blocks === 1
  return isFunction && features.values.length === 1 && /支出/u.test(features.title)
}

/** Fund that a column's labels name, the lowest one that does. */
function fundInPath(path: readonly string[]): Fund | null {
  return path.map(fundNamed).findLast((fund) => fund !== null) ?? null
}

function narrowsFund(features: Features): boolean {
  return /一般公共预算|公共财政|政府性?基金|国有资本|财政拨款/u.test(features.words)
}

function otherFundNamed(title: string, fund: Fund): boolean {
  const named = fundNamed(title)
  return named !== null && named !== fund
}

function allCodes(features: Features, pattern: RegExp): boolean {
  const codes = features.texts.filter((text) => /^2\d\d(?:\d\d){0,2}$/u.test(text))
  return codes.length > 0 && codes.every((code) => pattern.test(code))
}

function spending(path: readonly string[]): { measure?: 'total' } {
  const labels: MeasureLabels = [
    ...expenditureLabels,
    [/一般公共预算|政府性?基金|国有资本|财政拨款|支出预算|^支出$/u, 'total'],
  ]
  const measure = measureOf(path, labels, 'total')
  return measure ? { measure: measure as 'total' } : {}
}

const fundLabels: MeasureLabels = [
  [/年初.*结[转余]|上年.*结[转余]/u, 'opening'],
  [/年[末终].*结[转余]|结转下年/u, 'closing'],
  ...expenditureLabels,
]

/** Columns of a fund's final account: opening, income, spend (basic, project), closing. */
function rolledForward(path: readonly string[]): { measure?: 'spend' } {
  const measure = path.some((label) => /^本年收入/u.test(plain(label)))
    ? 'income'
    : measureOf(path, fundLabels, 'spend')
  return measure ? { measure: measure as 'spend' } : {}
}

function functionKeys(table: TabledRows, context: FormContext): RowKey[][] {
  // Without codes and 类 the rows are units, or nothing but the whole.
  if (!statesFunctions(table, context)) {
    const whole = wholeRows(table)
    return table.rows.map((row) => [whole.includes(row) ? { scheme: 'function', item: 'total' } : {}])
  }
  return codeKeys(table, 'function', { classByName: (name) => context.codes.classByName('function', name) })
}

function statesFunctions(table: TabledRows, context: FormContext): boolean {
  return table.columns.some(
    ({ role }, at) =>
      role === 'code' ||
      (role === 'name' &&
        table.rows.some((row) => context.codes.classByName('function', unnumbered(row.cells[at]!)) !== null)),
  )
}
