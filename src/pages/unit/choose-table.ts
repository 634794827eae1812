import type { TableVerdict } from '../../queries/table-verdicts'
import type { Breakdown } from '../../model/view'
import type { Stage } from '../../model/vocabulary'

/** The series of one table that a breakdown can be drawn from. */
export interface Series {
  form: string
  scheme: string
  measure: string
  fund: string
  stage: Stage
}

/** What can be shown for a breakdown: the series to draw, and the tables that were passed over because of what the checks found. */
export interface Choice {
  series: Series | null
  table: TableVerdict | null
  /** False when only a table with shifted amounts has the figures: they are listed as printed, never drawn as a whole. */
  sound: boolean
  /** Tables that would have come first but whose amounts stand on the wrong rows (错行). */
  passedOver: TableVerdict[]
  /** Set when no table of the document can answer: its tables are empty by declaration, or there is none. */
  absent: 'declared-empty' | 'not-disclosed' | null
}

type Measure = 'total' | 'basic' | 'project'

/** Tables that hold a breakdown, best first. 收入总表 lists what comes in by 功能科目; where income equals expenditure it shows 合计 only. */
function candidates(by: Breakdown, stage: Stage, measure: Measure): Series[] {
  const at = (form: string, scheme: string, fund: string): Series => ({ form, scheme, measure, fund, stage })
  if (by === 'income') return measure === 'total' ? [at(`${stage}.balance`, 'income', 'all')] : []
  if (by === 'economic') {
    return measure === 'project'
      ? []
      : [{ ...at(`${stage}.general_basic`, 'economic_department', 'general'), measure: 'total' }]
  }
  const spending = stage === 'budget' ? 'budget.expenditure_total' : 'final.expenditure'
  const income = stage === 'budget' ? 'budget.income_total' : 'final.income'
  return [
    at(spending, 'function', 'all'),
    at(`${stage}.general_expenditure`, 'function', 'general'),
    ...(measure === 'total' ? [at(income, 'function', 'all')] : []),
  ]
}

/**
 * Chooses the table to draw a breakdown from: the first that has figures and whose amounts stand where they belong.
 * A shifted table is passed over and named, never drawn as if it were sound.
 */
export function chooseTable(verdicts: TableVerdict[], by: Breakdown, stage: Stage, measure: Measure): Choice {
  const passedOver: TableVerdict[] = []
  let shifted: Choice | null = null
  let declaredEmpty: TableVerdict | null = null
  for (const series of candidates(by, stage, measure)) {
    const table = verdicts.find((v) => v.form === series.form)
    if (!table) continue
    if (table.empty) declaredEmpty ??= table
    else if (table.kind === 'shift') {
      passedOver.push(table)
      shifted ??= { series, table, sound: false, passedOver, absent: null }
    } else return { series, table, sound: true, passedOver, absent: null }
  }
  return shifted ?? noTable(declaredEmpty)
}

function noTable(declaredEmpty: TableVerdict | null): Choice {
  return {
    series: null,
    table: declaredEmpty,
    sound: false,
    passedOver: [],
    absent: declaredEmpty ? 'declared-empty' : 'not-disclosed',
  }
}
