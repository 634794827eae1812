import { decimal, defineQuery, integer, money, oneOf, orNull, text } from '../db/query'

/**
 * What the performance forms of a document are about: projects, the whole unit, its tasks; in their order. 元 for amounts, percent
 * for the rate, points for weights and scores; parts of the money and the spending plan as JSON.
 */
export const projectsOfDocument = defineQuery({
  name: 'projects-of-document',
  keys: ['document'],
  sql: (of) => `
    SELECT ${of.first('document_id')}project_no AS "projectNo", table_no AS "tableNo", kind, states, project_code AS "code", project_name AS "name",
           budget_fen AS budget, budget_basis AS "budgetBasis", budget_printed AS "budgetPrinted", initial_fen AS initial,
           executed_fen AS executed, executed_printed AS "executedPrinted", unit, rate, rate_printed AS "ratePrinted",
           rate_weight AS "rateWeight", rate_score AS "rateScore", indicator_score AS "indicatorScore", deduction, score,
           parts, plan, locator
    FROM projects WHERE ${of.is('document_id')} ORDER BY ${of.first('document_id')}project_no`,
  bind: (p: { document: string }) => [p.document],
  row: {
    projectNo: integer,
    tableNo: integer,
    kind: oneOf('project', 'whole', 'task'),
    states: oneOf('target', 'evaluation'),
    code: orNull(text),
    name: orNull(text),
    budget: orNull(money),
    budgetBasis: oneOf('initial', 'adjusted', 'unknown'),
    budgetPrinted: orNull(text),
    initial: orNull(money),
    executed: orNull(money),
    executedPrinted: orNull(text),
    unit: orNull(text),
    rate: orNull(decimal),
    ratePrinted: orNull(text),
    rateWeight: orNull(decimal),
    rateScore: orNull(decimal),
    indicatorScore: orNull(decimal),
    deduction: orNull(decimal),
    score: orNull(decimal),
    parts: orNull(text),
    plan: orNull(text),
    locator: text,
  },
  precomputed: ({ document }) => [{ document }],
})
