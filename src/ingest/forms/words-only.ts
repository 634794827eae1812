import type { Form, Stage } from '../../model/vocabulary'
import type { Features, FormReader } from './form'
import { countMatching } from './form'

/** 机构设置情况: the units of a department with nature, rank and funding form. Words only. */
export const organisation = wordsOnly({ budget: 'budget.organisation', final: null }, (features) =>
  countMatching(features.labels, [/单位性质/u, /单位规格/u, /经费(?:保障)?形式/u, /^(?:单位|机构)名称$/u]) >=
  3
    ? 0.9
    : 0,
)

/** 绩效目标表: goals and indicators of a project, before the year. Kept as printed. */
export const projectTarget = wordsOnly({ budget: 'budget.project_target', final: null }, (features, stage) =>
  stage === 'budget' && hasIndicators(features) && says(features, /绩效目标/u) ? 0.9 : 0,
)

/** 部门（单位）整体绩效自评表. Kept as printed. */
export const overallEvaluation = wordsOnly(
  { budget: null, final: 'final.overall_evaluation' },
  (features, stage) =>
    stage === 'final' &&
    hasIndicators(features) &&
    says(features, /得分/u) &&
    says(features, /整体|部门年初预算/u)
      ? 0.95
      : 0,
)

/** 项目（政策）绩效自评表. Kept as printed. */
export const projectEvaluation = wordsOnly(
  { budget: null, final: 'final.project_evaluation' },
  (features, stage) =>
    stage === 'final' &&
    hasIndicators(features) &&
    says(features, /得分/u) &&
    says(features, /项目(?:\(政策\))?名称/u)
      ? 0.9
      : 0,
)

/** Is it a form whose cells are not read as amounts, so that every column is text? */
export function isWordsOnly(form: Form): boolean {
  return [organisation, projectTarget, overallEvaluation, projectEvaluation].some(
    (reader) => reader.ids.budget === form || reader.ids.final === form,
  )
}

function wordsOnly(
  ids: Record<Stage, Form | null>,
  recognise: (features: Features, stage: Stage) => number,
): FormReader {
  return { ids, recognise, meaning: () => ({}), keys: (table) => table.rows.map(() => [{}]) }
}

function hasIndicators(features: Features): boolean {
  return says(features, /^(?:一级|二级|三级)指标/u) || says(features, /(?:产出|效益|满意度)指标/u)
}

function says(features: Features, pattern: RegExp): boolean {
  return (
    pattern.test(features.title) || [...features.labels, ...features.texts].some((text) => pattern.test(text))
  )
}
