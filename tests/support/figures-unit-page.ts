import { Exact } from '../../src/model/money'
import type { ClassificationRow } from '../../src/queries/classification-tree'
import type { FactRow } from '../../src/queries/facts-of-document'
import type { HeadlineRow } from '../../src/queries/headline'
import type { TableVerdict } from '../../src/queries/table-verdicts'
import type { ThreePublicPoint } from '../../src/queries/three-public-trend'
import { wan } from './figures-budget-vs-actual'

const wanOrNull = (printed: string | null) => (printed === null ? null : wan(printed))

/** A row of the headline band; amounts in 万元 as printed, the steps those of their printed digits. */
export function head(
  item: HeadlineRow['item'],
  amount: string | null,
  more: Partial<Omit<HeadlineRow, 'change'>> & { change?: string } = {},
): HeadlineRow {
  const { change = null, ...rest } = more
  return {
    item,
    amount: wanOrNull(amount),
    step: stepOf(amount),
    basis: 'published',
    state: amount === null ? 'not_disclosed' : wan(amount).isZero() ? 'zero' : 'value',
    prior: null,
    priorLow: null,
    priorHigh: null,
    priorBasis: null,
    change: wanOrNull(change),
    changeStep: stepOf(change),
    changeRate: null,
    tableNo: null,
    rowNo: null,
    colNo: null,
    quote: null,
    ...rest,
  }
}

function stepOf(printed: string | null) {
  return printed === null ? null : new Exact(10).pow(-(printed.split('.')[1]?.length ?? 0)).times(10000)
}

/** A row of a table along a classification, 万元 as printed; '' is an empty cell. */
export function line(
  code: string | null,
  name: string,
  amount: string,
  more: Partial<ClassificationRow> = {},
): ClassificationRow {
  const level = code === null ? null : code.length < 5 ? 1 : code.length < 7 ? 2 : 3
  return {
    code,
    parentCode: level === null || level === 1 ? null : code!.slice(0, -2),
    level,
    item: code === null ? 'total' : null,
    name,
    amount: amount === '' ? null : wan(amount),
    step: amount === '' ? null : new Exact(100),
    state: amount === '' ? 'blank' : wan(amount).isZero() ? 'zero' : 'value',
    tableNo: 3,
    rowNo: 1,
    colNo: 1,
    printed: amount,
    ...more,
  }
}

/** A point of 三公, 万元 as printed; null where there is no amount. */
export function point(
  item: ThreePublicPoint['item'],
  year: number,
  stage: ThreePublicPoint['stage'],
  amount: string | null,
  more: Partial<ThreePublicPoint> = {},
): ThreePublicPoint {
  return {
    item,
    year,
    stage,
    amount: wanOrNull(amount),
    low: null,
    high: null,
    basis: 'published',
    state: amount === null ? 'blank' : wan(amount).isZero() ? 'zero' : 'value',
    formula: null,
    quote: null,
    tableNo: null,
    rowNo: null,
    colNo: null,
    factNo: null,
    ...more,
  }
}

/** An amount that the text states, 万元 as printed. */
export function fact(subject: string, printed: string, more: Partial<FactRow> = {}): FactRow {
  return {
    factNo: 1,
    year: 2023,
    stage: 'final',
    basis: 'text',
    key: 'amount',
    subject,
    label: subject,
    base: null,
    scheme: null,
    code: null,
    measure: null,
    amount: wan(printed),
    low: null,
    high: null,
    number: null,
    unit: '万元',
    formula: null,
    inputs: null,
    printed,
    quote: '',
    locator: '',
    ...more,
  }
}

export function verdict(tableNo: number, form: string, more: Partial<TableVerdict> = {}): TableVerdict {
  return {
    tableNo,
    form,
    title: form,
    formCode: null,
    unit: '万元',
    empty: false,
    emptyNote: null,
    page: null,
    outcome: null,
    kind: null,
    rule: null,
    message: null,
    reading: null,
    ...more,
  }
}
