import type { SnapshotRow } from '../db/schema'
import { tableNumber } from '../model/extraction'
import { Exact, fenOfYuan, readNumber, yuanPer, type Fen } from '../model/money'
import type {
  ExtractionIndicator,
  ExtractionProject,
  PerformanceFigure,
  ProjectFigure,
  ProjectItem,
} from '../model/performance'
import { isMoneyUnit } from '../model/printed-cell'
import type { Disclosure } from './identify'
import { sortedJson, sortedJsonOrNull } from './json-text'

/** The projects of a disclosure, in the order of its forms. */
export function projectRows({ id, extraction }: Disclosure): SnapshotRow<'projects'>[] {
  return extraction.projects.map((project) => projectRow(id, project, extraction.document.stage))
}

function projectRow(
  documentId: string,
  project: ExtractionProject,
  stage: 'budget' | 'final',
): SnapshotRow<'projects'> {
  const budget = budgetOf(project)
  const initial = wholeFigure(project, 'budget', ({ basis }) => basis === 'initial')
  const executed = wholeFigure(project, 'executed')
  const rate = wholeFigure(project, 'rate')
  const isPlanned = stage === 'budget' && project.states === 'target'
  return {
    document_id: documentId,
    project_no: project.project_no,
    source_no: project.source_no,
    table_no: tableNumber(project.table),
    kind: project.kind,
    states: project.states,
    project_code: project.code || null,
    project_name: project.name || null,
    budget_fen: budget && fenOf(budget),
    budget_basis: budget?.basis ?? (budget && isPlanned ? 'initial' : 'unknown'),
    budget_printed: budget?.printed ?? null,
    initial_fen: initial && fenOf(initial),
    executed_fen: executed && fenOf(executed),
    executed_printed: executed?.printed ?? null,
    unit: budget?.unit || executed?.unit || null,
    rate: rate?.unit === '%' ? rate.value : null,
    rate_printed: rate?.printed ?? null,
    rate_weight: wholeFigure(project, 'rate_weight')?.value ?? null,
    rate_score: wholeFigure(project, 'rate_score')?.value ?? null,
    indicator_score: wholeFigure(project, 'indicator_score')?.value ?? null,
    deduction: wholeFigure(project, 'deduction')?.value ?? null,
    score: wholeFigure(project, 'score')?.value ?? null,
    parts: sortedJsonOrNull(nonEmpty(project.figures.flatMap(partOf))),
    plan: sortedJsonOrNull(nonEmpty(project.figures.flatMap(planOf))),
    locator: sortedJson(project.locator),
  }
}

/** The budget that execution is held against: 全年（调整后）预算数 before one that does not say which, and that before 年初预算数. */
function budgetOf(project: ExtractionProject): ProjectFigure | null {
  return (
    wholeFigure(project, 'budget', ({ basis, value }) => basis === 'adjusted' && value !== null) ??
    wholeFigure(project, 'budget', ({ basis }) => basis === undefined) ??
    wholeFigure(project, 'budget')
  )
}

/** The first figure of the whole of the money, not of a part of it. */
function wholeFigure(
  project: ExtractionProject,
  item: ProjectItem,
  fits: (figure: ProjectFigure) => boolean = () => true,
): ProjectFigure | null {
  return project.figures.find((one) => one.item === item && one.source === undefined && fits(one)) ?? null
}

/** A part of the money, by whose it is: 财政资金, 上年结转. */
function partOf(figure: ProjectFigure): object[] {
  const { item, source, basis, printed } = figure
  if (source === undefined || (item !== 'budget' && item !== 'executed')) return []
  return [{ item, source, basis: basis ?? null, fen: fenOf(figure)?.toString() ?? null, printed }]
}

/** How much of the budget is to be spent by when, in percent. */
function planOf({ item, label, value, printed }: ProjectFigure): object[] {
  return item === 'plan' ? [{ by: label.split('/').at(-1)!, percent: value, printed }] : []
}

function nonEmpty<T>(list: T[]): T[] | undefined {
  return list.length > 0 ? list : undefined
}

function fenOf({ value, unit }: PerformanceFigure): Fen | null {
  return value !== null && isMoneyUnit(unit) ? fenOfYuan(new Exact(value).times(yuanPer[unit])) : null
}

/** The indicators of a disclosure, in the order of its forms; its goals in prose after them. */
export function indicatorRows({ id, extraction }: Disclosure): SnapshotRow<'indicators'>[] {
  return extraction.indicators.map((indicator) => ({
    document_id: id,
    indicator_no: indicator.indicator_no,
    source_no: indicator.source_no,
    table_no: indicator.table === null ? null : tableNumber(indicator.table),
    project_no: indicator.project,
    level1: indicator.level1,
    level2: indicator.level2,
    level3: indicator.level3,
    labels: sortedJsonOrNull(indicator.labels),
    description: indicator.description,
    basis: indicator.basis,
    operator: indicator.operator,
    target: indicator.target,
    target_printed: indicator.targetPrinted,
    unit: indicator.unit,
    actual: indicator.actual,
    completion: indicator.completion,
    weight: points(indicator, 'weight'),
    score: points(indicator, 'score'),
    reason: indicator.reason,
    measure: indicator.measure,
    locator: sortedJson(indicator.locator),
  }))
}

/** 分值 or 得分 as a plain decimal, null where none is printed or what is printed is no number. */
function points(indicator: ExtractionIndicator, field: 'weight' | 'score'): string | null {
  const number = readNumber((indicator[field] ?? '').replace(/\s*分$/u, ''))
  return number ? number.value.toFixed(number.decimals) : null
}
