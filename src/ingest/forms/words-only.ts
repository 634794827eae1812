import type { Form, Stage } from '../../model/vocabulary'
import type { Features, FormReader } from './form'
import { countMatching } from './form'

/**
 * 机构设置情况: the units of a department with nature, rank and funding form, or their names alone. Words only; the
 * catalogue has it once, for both stages.
 */
export const organisation = wordsOnly(
  { budget: 'budget.organisation', final: 'budget.organisation' },
  ({ labels }) => {
    if (!labels.some((label) => /^(?:预算|下属|所属)?(?:单位|机构|部门)(?:全称|名称)$/u.test(label))) return 0
    const described = countMatching(labels, [/单位性质|单位类型/u, /单位规格/u, /经费(?:保障)?形式/u])
    return described >= 2 || labels.every((label) => aboutUnits.test(label)) ? 0.9 : 0
  },
)

const aboutUnits =
  /^(?:序号|编号|.*(?:单位|机构|部门)(?:全称|名称|编码|代码|性质|类型|类别|规格|级次)|经费(?:保障)?形式|备注|说明)$/u

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
