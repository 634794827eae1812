import type { Figure } from '../../audit/figures'
import type { MoneyUnit } from '../../model/money'
import { threePublicFunds } from '../../model/three-public-funds'
import type { AmountStage, Form, Fund, Item, Measure } from '../../model/vocabulary'

/** What an amount is of, whenever: a subject, the part of it that is counted, and its code where it has one. */
export interface Identity {
  subject: string
  measure?: Measure | undefined
  code?: string | undefined
}

/** Are two amounts of the same thing? */
export function sameIdentity(a: Identity, b: Identity): boolean {
  return a.subject === b.subject && a.measure === b.measure && a.code === b.code
}

/** An amount cell of a table with what its column counts. */
export interface Cell {
  form: Form
  measure: Measure | undefined
  fund: Fund | undefined
  /** The column's item, else the row's. */
  item: Item | undefined
  year: number
  stage: AmountStage
  figure: Figure
  unit: MoneyUnit
  reference: string
}

/** Kind of a table, whichever the stage: budget.expenditure_total and final.expenditure are both about all expenditure. */
export function kindOf(form: Form): string {
  return form.replace(/^(?:budget|final)\./u, '')
}

const expenditure = ['expenditure', 'expenditure_total']

/** Cells, all of one year and stage, that count what a subject names, tables of its own scope first. */
export function cellsOf(cells: Cell[], { subject, measure, code }: Identity): Cell[] {
  const find = (kinds: string[], item: Item[] | null, counts: Measure | undefined = measure): Cell[] =>
    kinds.flatMap((kind) =>
      cells.filter(
        (cell) =>
          kindOf(cell.form) === kind &&
          cell.measure === counts &&
          (item ? item.includes(cell.item!) : cell.figure.key.code === code),
      ),
    )
  if (subject === 'function')
    return find(
      ['general_expenditure', ...expenditure, 'gov_fund', 'state_capital'],
      null,
      measure ?? 'total',
    )
  if (subject === 'economic') return find(['general_basic'], null, 'total')
  if (subject === 'exp_grand')
    return [...find(expenditure, ['total']), ...(measure === 'total' ? find(['balance'], ['exp_grand']) : [])]
  if (subject === 'balance_grand')
    return measure === 'total'
      ? find(['balance'], ['exp_grand', 'income_grand'])
      : find(expenditure, ['total'])
  if (subject === 'income_grand')
    return [
      ...find(['balance'], ['income_grand'], 'total'),
      ...find(['income', 'income_total'], ['total'], 'total'),
    ]
  if (subject === 'fiscal_expenditure') {
    return measure === 'total'
      ? find(['fiscal_balance'], ['exp_current']).filter((cell) => cell.fund === 'fiscal')
      : []
  }
  if (subject === 'general_expenditure') return find(['general_expenditure'], ['total'])
  if (subject === 'general_basic') {
    return [...find(['general_basic'], ['total']), ...find(['general_basic'], [measure as Item], 'total')]
  }
  if (subject === 'carry_out') return find(['balance'], ['carry_out', 'closing'], 'total')
  if (subject === 'three_public') return ofFirstFund(find(['three_public'], ['total'], 'total'))
  const item = /^(?<group>income|three_public)\.(?<item>[a-z_]+)$/u.exec(subject)?.groups
  if (item?.group === 'income') return find(['balance'], [item.item as Item], 'total')
  return item ? ofFirstFund(find(['three_public'], [item.item as Item], 'total')) : []
}

/** 三公 tables of a budget have a column for each fund beside their total, and some print one fund alone. */
function ofFirstFund(cells: Cell[]): Cell[] {
  const fund = threePublicFunds.find((one) => cells.some((cell) => cell.fund === one))
  return cells.filter((cell) => fund !== undefined && cell.fund === fund)
}
