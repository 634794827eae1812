import type { SnapshotRow } from '../db/schema'
import type { ExtractionFact, ExtractionStatement } from '../model/extraction'
import { Exact, fenOfYuan, readAmount, yuanPer, type Fen, type MoneyUnit } from '../model/money'
import { isMoneyUnit } from '../model/printed-cell'
import { sortedJson, sortedJsonOrNull } from './json-text'
import { printedFen } from './printed-fen'

type FactRow = SnapshotRow<'facts'>

/**
 * A figure in prose, or derived. Figures of money become fen, derived ones rounded to it and their bounds outwards; all others
 * stay decimal text.
 */
export function factRow(documentId: string, fact: ExtractionFact): FactRow {
  const unit = isMoneyUnit(fact.unit) ? fact.unit : null
  return {
    document_id: documentId,
    fact_no: fact.fact_no,
    source_no: fact.source_no,
    fiscal_year: fact.year,
    stage: fact.stage,
    basis: fact.basis,
    key: fact.key,
    subject: fact.subject,
    label: fact.label,
    base: fact.base ?? null,
    scheme: fact.scheme ?? null,
    code: fact.code ?? null,
    measure: fact.measure ?? null,
    ...(unit ? amountOf(fact, unit) : { amount_fen: null, step_fen: null }),
    low_fen: unit && fact.low !== undefined ? fenIn(fact.low, unit, 'down') : null,
    high_fen: unit && fact.high !== undefined ? fenIn(fact.high, unit, 'up') : null,
    number: unit ? null : fact.value,
    unit: fact.unit,
    formula: fact.formula ?? null,
    inputs: sortedJsonOrNull(fact.inputs),
    printed: fact.printed,
    quote: fact.quote,
    locator: sortedJson(fact.locator),
  }
}

/** Words that rules and pages need; numbered by their place in the extraction, from 1. */
export function statementRow(
  documentId: string,
  statement: ExtractionStatement,
  index: number,
): SnapshotRow<'statements'> {
  return {
    document_id: documentId,
    statement_no: index + 1,
    kind: statement.kind,
    subject: statement.subject ?? null,
    year: statement.year ?? null,
    words: statement.words,
    items: sortedJsonOrNull(statement.items),
    source_no: statement.source_no,
    locator: sortedJson(statement.locator),
  }
}

/**
 * The step is null where no digits are printed: of derived amounts and of words (无, 持平). An amount told finer than the fen
 * cannot be held and is null; `tooFineAmounts` tells of it.
 */
function amountOf(
  { basis, value, printed }: ExtractionFact,
  unit: MoneyUnit,
): Pick<FactRow, 'amount_fen' | 'step_fen'> {
  if (basis === 'derived') return { amount_fen: fenIn(value, unit, 'nearest'), step_fen: null }
  const told = readAmount(value, unit)
  const held = told && printedFen(told.yuan, told.step)
  return { amount_fen: held && held.amount, step_fen: held && /\d/u.test(printed) ? held.step : null }
}

function fenIn(value: string, unit: MoneyUnit, rounding: 'nearest' | 'down' | 'up'): Fen {
  return fenOfYuan(new Exact(value).times(yuanPer[unit]), rounding)
}
