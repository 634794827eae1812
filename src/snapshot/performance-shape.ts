import { operators, projectItems } from '../model/performance'
import { count, list, matching, oneOf, orNull, record, text } from './shape'

const tableId = matching(/^T\d{2,}$/, 'T01, T02 …')
const decimal = matching(/^-?\d+(\.\d+)?$/, 'a decimal number as text')
const locator = record({})
const figure = { printed: text, value: orNull(decimal), unit: text, locator }
const stated = { ...figure, label: text }
const printed = orNull(text)

/** A project of an extraction. */
export const project = record({
  project_no: count,
  source_no: count,
  table: tableId,
  kind: oneOf('project', 'whole', 'task'),
  states: oneOf('target', 'evaluation'),
  code: text,
  name: text,
  figures: list(
    record(
      { ...figure, item: oneOf(...projectItems), label: text },
      { basis: oneOf('initial', 'adjusted'), source: text },
    ),
  ),
  stated: list(record({ ...stated, parts: list(record(stated)) })),
  locator,
})

/** An indicator of an extraction. */
export const indicator = record(
  {
    indicator_no: count,
    source_no: count,
    table: orNull(tableId),
    project: orNull(count),
    level1: printed,
    level2: printed,
    level3: printed,
    description: printed,
    basis: printed,
    operator: oneOf(...operators, null),
    operatorPrinted: text,
    target: printed,
    targetPrinted: printed,
    unit: printed,
    actual: printed,
    completion: printed,
    weight: printed,
    score: printed,
    reason: printed,
    measure: printed,
    locator,
    places: record({}),
  },
  { labels: list(text), repair: text },
)
