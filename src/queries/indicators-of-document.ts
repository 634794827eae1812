import { decimal, defineQuery, integer, oneOf, orNull, text } from '../db/query'

/**
 * The performance indicators of a document, in their order, each with its project; targets, results and reasons as published.
 * A level is null where the print does not show it for certain; `labels` (JSON) then holds what is printed on its row.
 */
export const indicatorsOfDocument = defineQuery({
  name: 'indicators-of-document',
  keys: ['document'],
  sql: (of) => `
    SELECT ${of.first('document_id')}indicator_no AS "indicatorNo", project_no AS "projectNo", table_no AS "tableNo", level1, level2, level3, labels,
           description, basis, operator, target, target_printed AS "targetPrinted", unit, actual, completion, weight, score,
           reason, measure, locator
    FROM indicators WHERE ${of.is('document_id')} ORDER BY ${of.first('document_id')}indicator_no`,
  bind: (p: { document: string }) => [p.document],
  row: {
    indicatorNo: integer,
    projectNo: orNull(integer),
    tableNo: orNull(integer),
    level1: orNull(text),
    level2: orNull(text),
    level3: orNull(text),
    labels: orNull(text),
    description: orNull(text),
    basis: orNull(text),
    operator: orNull(oneOf('=', '≥', '≤', '>', '<', '定性')),
    target: orNull(text),
    targetPrinted: orNull(text),
    unit: orNull(text),
    actual: orNull(text),
    completion: orNull(text),
    weight: orNull(decimal),
    score: orNull(decimal),
    reason: orNull(text),
    measure: orNull(text),
    locator: text,
  },
  precomputed: ({ document }) => [{ document }],
})
