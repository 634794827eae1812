import type { CheckedTable, Figure } from '../../audit/figures'
import type { Shift } from '../../audit/shift'
import type { Extraction, ExtractionFact } from '../../model/extraction'
import { cellReference } from '../../model/extraction'
import { exactly, printedInterval, type Interval } from '../../model/interval'
import { Exact, readAmount, type MoneyUnit } from '../../model/money'
import { isMoneyUnit } from '../../model/printed-cell'
import type { AmountStage } from '../../model/vocabulary'
import type Decimal from 'decimal.js'
import { cellsOf, kindOf, sameIdentity, type Cell, type Identity } from './table-cells'

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
    const ofThen = this.#cells.filter((cell) => cell.year === year && cell.stage === stage)
    return cellsOf(ofThen, identity)
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
