import type Decimal from 'decimal.js'
import { exactly, meets, printedInterval } from '../../model/interval'
import type { Breakdown } from '../../model/view'
import type { Stage } from '../../model/vocabulary'
import type { TableSeries } from '../../queries/table-series'
import type { TableVerdict } from '../../queries/table-verdicts'

type Measure = 'total' | 'basic' | 'project'

/**
 * What the drawn table tells in place of spending of all money: income by the same codes, whose total equals spending;
 * spending of 财政拨款 or of 一般公共预算 alone; or such spending whose total equals all spending.
 */
export type StandIn = 'income' | 'fiscal' | 'general' | 'whole'

/** What can be shown for a breakdown: the series to draw, and the tables that were passed over because of what the checks found. */
export interface Choice {
  series: TableSeries | null
  table: TableVerdict | null
  /** False when only a table with shifted amounts has the figures: they are listed as printed, never drawn as a whole. */
  sound: boolean
  /** Set when the table that states it best is not the one drawn. */
  standIn: StandIn | null
  /** Tables that would have come first but whose amounts stand on the wrong rows (错行). */
  passedOver: TableVerdict[]
  /** Set when no table of the document can answer: its tables are empty, with a note that says why or without a word, or there is none. */
  absent: 'declared-empty' | 'blank' | 'not-disclosed' | null
}

interface Candidate {
  form: string
  scheme: string
  measure: string
  fund: string
  standIn: Exclude<StandIn, 'whole'> | null
}

/** Forms that hold a breakdown, best first. */
function candidates(by: Breakdown, stage: Stage, measure: Measure): Candidate[] {
  const at = (
    form: string,
    scheme: string,
    fund: string,
    standIn: Candidate['standIn'] = null,
  ): Candidate => ({
    form: `${stage}.${form}`,
    scheme,
    measure,
    fund,
    standIn,
  })
  if (by === 'income') return measure === 'total' ? [at('balance', 'income', 'all')] : []
  if (by === 'economic') {
    if (measure !== 'total') return []
    return ['economic_department', 'economic_government'].map((scheme) =>
      at('general_basic', scheme, 'general'),
    )
  }
  return [
    at(stage === 'budget' ? 'expenditure_total' : 'expenditure', 'function', 'all'),
    at('fiscal_expenditure', 'function', 'fiscal', 'fiscal'),
    at('general_expenditure', 'function', 'general', 'general'),
    ...(measure === 'total'
      ? [at(stage === 'budget' ? 'income_total' : 'income', 'function', 'all', 'income')]
      : []),
  ]
}

/**
 * Chooses the table to draw a breakdown from: the first that has the figures and whose amounts stand where they belong.
 * A shifted table is passed over and named, never drawn as if it were sound. Income by code stands in for spending only
 * where its total equals the spending that the document's balance table prints.
 */
export function chooseTable(
  verdicts: TableVerdict[],
  series: TableSeries[],
  by: Breakdown,
  stage: Stage,
  measure: Measure,
): Choice {
  const passedOver: TableVerdict[] = []
  let shifted: Choice | null = null
  for (const candidate of candidates(by, stage, measure)) {
    for (const one of series.filter((s) => tells(s, candidate, stage))) {
      const table = verdicts.find((v) => v.tableNo === one.tableNo)
      if (!table) continue
      const standIn =
        candidate.standIn && equalsSpending(one, series, stage) && candidate.standIn !== 'income'
          ? 'whole'
          : candidate.standIn
      if (standIn === 'income' && !equalsSpending(one, series, stage)) continue
      if (table.kind === 'shift') {
        passedOver.push(table)
        shifted ??= { series: one, table, sound: false, standIn: null, passedOver, absent: null }
      } else {
        return { series: one, table, sound: true, standIn, passedOver, absent: null }
      }
    }
  }
  return shifted ?? noTable(verdicts, candidates(by, stage, measure))
}

function tells(series: TableSeries, wanted: Candidate, stage: Stage): boolean {
  return (
    series.parts > 0 &&
    series.form === wanted.form &&
    series.scheme === wanted.scheme &&
    series.measure === wanted.measure &&
    series.fund === wanted.fund &&
    series.stage === stage
  )
}

/** Is the total of a table that may stand in the spending total of the balance table, within what both print? */
function equalsSpending(one: TableSeries, series: TableSeries[], stage: Stage): boolean {
  const totals = series.filter((s) => s.measure === 'total' && s.scheme === 'function' && s.stage === stage)
  const own = totals.find((s) => s.tableNo === one.tableNo && s.fund === one.fund)
  const spending = totals.find((s) => s.form === `${stage}.balance` && s.fund === 'all')
  if (!own?.total || !spending?.total) return false
  return meets(bounds(own.total, own.step), bounds(spending.total, spending.step))
}

function bounds(amount: Decimal, step: Decimal | null) {
  return step ? printedInterval(amount, step) : exactly(amount)
}

function noTable(verdicts: TableVerdict[], wanted: Candidate[]): Choice {
  const all = verdicts.filter((v) => v.empty && wanted.some((candidate) => candidate.form === v.form))
  const declared = all.find((v) => v.emptyNote !== null)
  const empty = declared ?? all[0] ?? null
  return {
    series: null,
    table: empty,
    sound: false,
    standIn: null,
    passedOver: [],
    absent: declared ? 'declared-empty' : empty ? 'blank' : 'not-disclosed',
  }
}

/** The parameters that ask for the rows of a series. */
export function askFor(document: string, { tableNo, scheme, measure, fund, stage }: TableSeries) {
  return { document, table: tableNo, scheme, measure, fund, stage }
}
