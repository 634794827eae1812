import type { CheckedTable, Figure } from '../../audit/figures'
import type { Shift } from '../../audit/shift'
import type { Extraction, ExtractionFact } from '../../model/extraction'
import { cellReference } from '../../model/extraction'
import { exactly, printedInterval, type Interval } from '../../model/interval'
import { Exact, readAmount, type MoneyUnit } from '../../model/money'
import { isMoneyUnit } from '../../model/printed-cell'
import type { AmountStage, Form, Fund, Item, Measure } from '../../model/vocabulary'
import type Decimal from 'decimal.js'

/** What an amount is of, whenever: a subject, the part of it that is counted, and its code where it has one. */
export interface Identity {
  subject: string
  measure?: Measure | undefined
  code?: string | undefined
}

/** An amount that another one is worked out from, 元. */
export interface Operand {
  /** `T05.r5.c2` a cell, `F57` a fact. */
  reference: string
  value: Decimal
  interval: Interval
  /** As printed, or as it is shown where it was itself worked out. */
  printed: string
  unit: MoneyUnit
}

/** An amount cell of a table with what its column counts. */
interface Cell {
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

export function sameIdentity(a: Identity, b: Identity): boolean {
  return a.subject === b.subject && a.measure === b.measure && a.code === b.code
}

/** The amounts that a disclosure prints, in prose and in tables, by what they are of; columns that have slid (错行) left out. */
export class FigureIndex {
  readonly #facts: ExtractionFact[]
  readonly #cells: Cell[]

  constructor(
    readonly extraction: Extraction,
    tables: readonly CheckedTable[],
    shifts: readonly Shift[],
  ) {
    const { document } = extraction
    this.#facts = extraction.facts.filter(({ basis, key }) => basis === 'text' && key === 'amount')
    const hasSlid = (table: string, column: number) =>
      shifts.some((shift) => shift.table === table && shift.columns.includes(column))
    this.#cells = tables.flatMap(({ table, columns }) =>
      columns.flatMap(({ column, unit, figures }) =>
        unit === null || hasSlid(table.id, column.index)
          ? []
          : figures.map((figure) => ({
              form: table.form,
              measure: column.measure,
              fund: column.fund,
              item: column.item ?? figure.key.item,
              year: column.amountYear ?? document.fiscalYear,
              stage: column.amountStage ?? document.stage,
              figure,
              unit,
              reference: cellReference(table.id, figure.row, figure.column),
            })),
      ),
    )
  }

  /**
   * The amount of something in a year and stage. A figure in prose decides; the same figure in a table is preferred as the
   * operand. Of several in prose the one told last before `near` counts. Null when neither prints it.
   * @param near number of the fact that is to be worked with
   */
  amount(identity: Identity, year: number, stage: AmountStage, near = Infinity): Operand | null {
    const told = this.inProse(identity, year, stage, near)
    if (!told) return this.inTables(identity, year, stage)
    const same = operandsOf(this.cells(identity, year, stage)).find(({ value }) => value.eq(told.value))
    return same ?? told
  }

  /** Does the document print the amount itself, in prose or in a table? */
  prints(identity: Identity, year: number, stage: AmountStage): boolean {
    const cells = this.cells(identity, year, stage)
    return this.inProse(identity, year, stage) !== null || cells.some(({ figure }) => figure.yuan !== null)
  }

  /** The amount that tables print, when all of them print the same. */
  inTables(identity: Identity, year: number, stage: AmountStage): Operand | null {
    return agreed(operandsOf(this.cells(identity, year, stage)))
  }

  private cells(identity: Identity, year: number, stage: AmountStage): Cell[] {
    return cellsOf(this.#cells, identity).filter((cell) => cell.year === year && cell.stage === stage)
  }

  /** The name that a table prints beside a function code, or that of its first item. */
  nameOf(code: string): string {
    return (
      this.#cells.find(({ figure }) => figure.key.scheme === 'function' && figure.key.code === code)?.figure
        .name ?? code
    )
  }

  /** The amount that prose states. */
  inProse(identity: Identity, year: number, stage: AmountStage, near = Infinity): Operand | null {
    const told = this.#facts.filter(
      (fact) => sameIdentity(identityOf(fact), identity) && fact.year === year && fact.stage === stage,
    )
    const before = told.findLast(({ fact_no }) => fact_no < near)
    const fact = before ?? told[0]
    return fact ? operandOfFact(fact) : null
  }

  /** The 项 (seven digits) that a table of the document's stage prints an amount for, and the tables' own codes above them. */
  items(): { code: string }[] {
    const { stage, fiscalYear } = this.extraction.document
    const listed = this.#cells.filter(
      (cell) =>
        cell.figure.key.scheme === 'function' &&
        cell.figure.key.code?.length === 7 &&
        cell.measure === 'total' &&
        cell.stage === stage &&
        cell.year === fiscalYear &&
        cell.figure.state === 'value',
    )
    const form = ['general_expenditure', 'expenditure', 'expenditure_total'].find((name) =>
      listed.some((cell) => kindOf(cell.form) === name),
    )
    return listed
      .filter((cell) => kindOf(cell.form) === form)
      .map((cell) => ({ code: cell.figure.key.code! }))
  }
}

export function identityOf({ subject, measure, code }: ExtractionFact): Identity {
  return { subject, measure, code }
}

/** An amount stated in prose. Nothing said in words (无, 持平) or as a bare 0 is exactly nothing. */
export function operandOfFact(fact: ExtractionFact): Operand | null {
  if (!isMoneyUnit(fact.unit)) return null
  const amount = readAmount(fact.value, fact.unit)
  if (!amount) return null
  const exact = amount.yuan.isZero() && !fact.printed.includes('.')
  return {
    reference: `F${fact.fact_no}`,
    value: amount.yuan,
    interval: exact ? exactly(new Exact(0)) : printedInterval(amount.yuan, amount.step),
    printed: plain(fact.value),
    unit: fact.unit,
  }
}

/** An amount that a cell prints; none where it is blank or cannot be read. */
export function operandOfFigure(figure: Figure, unit: MoneyUnit, reference: string): Operand[] {
  if (figure.yuan === null || figure.interval === null) return []
  return [{ reference, value: figure.yuan, interval: figure.interval, printed: plain(figure.printed), unit }]
}

/** A number as it is shown in a formula: without blanks and thousands commas. */
function plain(printed: string): string {
  return printed.replace(/[\s,，]/gu, '')
}

function operandsOf(cells: Cell[]): Operand[] {
  return cells.flatMap(({ figure, unit, reference }) => operandOfFigure(figure, unit, reference))
}

/** The first of operands that all say the same; null when they differ. */
function agreed(operands: Operand[]): Operand | null {
  const first = operands[0]
  return first && operands.every(({ value }) => value.eq(first.value)) ? first : null
}

/** Kind of a table, whichever the stage: budget.expenditure_total and final.expenditure are both about all expenditure. */
export function kindOf(form: Form): string {
  return form.replace(/^(?:budget|final)\./u, '')
}

const expenditure = ['expenditure', 'expenditure_total']

/** Cells that count what a subject names, tables of its own scope first. */
function cellsOf(cells: Cell[], { subject, measure, code }: Identity): Cell[] {
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
  if (subject === 'three_public') return find(['three_public'], ['total'], 'total').filter(isOfAllFunds)
  const item = /^(?<group>income|three_public)\.(?<item>[a-z_]+)$/u.exec(subject)?.groups
  if (item?.group === 'income') return find(['balance'], [item.item as Item], 'total')
  return item ? find(['three_public'], [item.item as Item], 'total').filter(isOfAllFunds) : []
}

/** 三公 tables of a budget have a column for each fund beside their total. */
function isOfAllFunds(cell: Cell): boolean {
  return cell.fund === 'fiscal' || cell.fund === 'all' || cell.fund === undefined
}
