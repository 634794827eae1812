import type { Locator } from './locator'

/** A figure of a performance form (绩效表), with its place. */
export interface PerformanceFigure {
  /** As published. */
  printed: string
  /** Plain decimal in `unit`, null when what is printed is no number. */
  value: string | null
  /** As printed beside the figure, in its label or for its table: 万元, %, 分; '' where none is. */
  unit: string
  locator: Locator
}

/**
 * What a figure of a project is: 预算数, 预算收入, 执行数, 执行率, 执行率分值, 执行率得分, 指标得分小计, 减分项, 总得分,
 * 资金支出计划 (a share of the budget that is to be spent by then).
 */
export const projectItems = [
  'budget',
  'income',
  'executed',
  'rate',
  'rate_weight',
  'rate_score',
  'indicator_score',
  'deduction',
  'score',
  'plan',
] as const
export type ProjectItem = (typeof projectItems)[number]

export interface ProjectFigure extends PerformanceFigure {
  item: ProjectItem
  /** 年初 (initial) or 全年, 调整后 (adjusted), where the label says which. */
  basis?: 'initial' | 'adjusted'
  /** Whose money, or which part of it (财政资金, 上年结转, 基本支出), as printed; absent for the whole. */
  source?: string
  /** Its label as printed, without white space. */
  label: string
}

/** An amount that the words of a form state, with the parts that 其中 names. */
export interface StatedAmount extends StatedPart {
  parts: StatedPart[]
}

export interface StatedPart extends PerformanceFigure {
  /** The words before it, at most 40 characters. */
  label: string
}

/**
 * What a performance form is about: one project (项目), the whole department or unit (整体), or a task of the whole
 * (年度主要任务). Whether it states targets (绩效目标) or their evaluation (绩效自评) is `states`.
 */
export interface ExtractionProject {
  /** Counts from 1 in the disclosure. */
  project_no: number
  source_no: number
  /** Id of its table: T11. */
  table: string
  kind: 'project' | 'whole' | 'task'
  states: 'target' | 'evaluation'
  /** 项目编码 as printed, or ''. */
  code: string
  /** As printed; '' where the form names none. */
  name: string
  figures: ProjectFigure[]
  stated: StatedAmount[]
  locator: Locator
}

/** How an indicator's value is held against its target; 定性 where the target is words. */
export const operators = ['=', '≥', '≤', '>', '<', '定性'] as const
export type Operator = (typeof operators)[number]

/** Parts of an indicator that have a place of their own. */
export type IndicatorField = 'target' | 'actual' | 'completion' | 'weight' | 'score' | 'reason' | 'measure'

/**
 * One indicator (绩效指标). Texts are as published: '' is an empty cell, null a column that the table does not have —
 * but a level (一级, 二级, 三级指标) is null when the print does not show it for certain.
 */
export interface ExtractionIndicator {
  /** Counts from 1 in the disclosure. */
  indicator_no: number
  source_no: number
  /** Id of its table, null when it stands in prose. */
  table: string | null
  /** `project_no` of the project, null for a goal of the whole unit in prose and where no form names one. */
  project: number | null
  level1: string | null
  level2: string | null
  level3: string | null
  /** Labels of levels printed on its row, where merged cells are lost and nobody can tell what they cover. */
  labels?: string[]
  /** 绩效指标描述, at most 100 characters. */
  description: string | null
  /** 指标值确定依据, at most 100 characters. */
  basis: string | null
  /** Null when none is printed and the target is not mere words. */
  operator: Operator | null
  /** The operator as printed (`<=`, 不低于), '' when it is none. */
  operatorPrinted: string
  /** Plain decimal, or the printed words where the target is no single number. */
  target: string | null
  /** The target's cell or phrase, as published. */
  targetPrinted: string | null
  /** 度量单位, from its column or after the target's number. */
  unit: string | null
  /** 全年完成值. */
  actual: string | null
  /** 完成程度. */
  completion: string | null
  /** 分值. */
  weight: string | null
  /** 得分. */
  score: string | null
  /** 偏差原因, at most 100 characters; several reasons are parted by ；. */
  reason: string | null
  /** 改进措施, at most 100 characters. */
  measure: string | null
  locator: Locator
  places: Partial<Record<IndicatorField, Locator>>
  /** What was mended, in words. */
  repair?: string
}
