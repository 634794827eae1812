import type { Extraction, ExtractionTable } from '../model/extraction'
import { forms } from '../model/vocabulary'
import { indicator, project } from './performance-shape'
import { count, list, matching, oneOf, orNull, record, text, truth, wrong } from './shape'

const schemaName = 'mingzhang-extraction/1'
const moneyUnit = oneOf('元', '万元', '亿元')
const amountStage = oneOf('budget', 'adjusted', 'final')
const decimal = matching(/^-?\d+(\.\d+)?$/, 'a decimal number as text')
const locator = record({})
const key = {
  code: matching(/^\d+$/, 'digits'),
  codeBasis: oneOf('printed', 'by_name'),
  scheme: text,
  item: text,
}

const source = record(
  {
    source_no: count,
    file: text,
    sha256: matching(/^[0-9a-f]{64}$/, '64 hexadecimal digits'),
    bytes: count,
    mediaType: text,
    reader: text,
  },
  { url: text, publishedOn: text },
)

const document = record({
  title: text,
  stage: oneOf('budget', 'final'),
  fiscalYear: count,
  regionCode: matching(/^(\d{6})?$/, 'six digits or nothing'),
  regionName: text,
  unitName: text,
  unitCode: text,
  unitKind: oneOf('department', 'unit'),
  declaredUnit: moneyUnit,
  revision: count,
})

const column = record(
  {
    index: count,
    role: oneOf('seq', 'lineno', 'code', 'name', 'amount', 'quantity', 'text'),
    path: list(text),
  },
  { measure: text, fund: text, item: text, amountYear: count, amountStage, block: count, unit: text },
)

const row = record(
  { row: count, cells: list(text), locator },
  { ...key, blocks: list(record({}, key)), indent: count, places: list(orNull(locator)), repair: text },
)

const table = record({
  id: matching(/^T\d{2,}$/, 'T01, T02 …'),
  source_no: count,
  title: text,
  formCode: text,
  form: oneOf(...forms),
  unit: orNull(moneyUnit),
  pages: list(count),
  empty: truth,
  notes: list(text),
  columns: list(column),
  rows: list(row),
})

const fact = record(
  {
    fact_no: count,
    source_no: count,
    key: oneOf('amount', 'change', 'change_rate', 'completion_rate', 'share', 'count', 'score', 'coverage'),
    subject: text,
    label: text,
    value: decimal,
    unit: text,
    year: count,
    stage: amountStage,
    basis: oneOf('text', 'derived'),
    printed: text,
    quote: text,
    locator,
  },
  {
    base: oneOf('prior_year', 'initial', 'adjusted'),
    scheme: text,
    code: text,
    measure: text,
    low: decimal,
    high: decimal,
    formula: text,
    inputs: list(text),
  },
)

const statement = record(
  { kind: text, words: text, source_no: count, locator },
  { subject: text, year: count, items: list(text) },
)

const extraction = record({
  document,
  sources: list(source),
  tables: list(table),
  facts: list(fact),
  statements: list(statement),
  projects: list(project),
  indicators: list(indicator),
  problems: list(record({ rule: text, severity: text, where: text, expected: text, found: text })),
})

/**
 * Reads an extraction (mingzhang-extraction/1) from JSON and makes sure that a snapshot can be built from it.
 * @throws RangeError in one line, `place: expected …, found …`
 */
export function readExtraction(json: string): Extraction {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    throw new RangeError(`expected an extraction in JSON, found ${JSON.stringify(json.trim().slice(0, 40))}`)
  }
  const found =
    typeof value === 'object' && value !== null ? (value as { schema?: unknown }).schema : undefined
  if (found !== schemaName) wrong('schema', schemaName, found)
  extraction(value, () => '')
  const read = value as Extraction
  unique(
    'sources',
    read.sources.map((s) => s.source_no),
  )
  unique(
    'tables',
    read.tables.map((t) => t.id),
  )
  unique(
    'facts',
    read.facts.map((f) => f.fact_no),
  )
  unique(
    'projects',
    read.projects.map((p) => p.project_no),
  )
  unique(
    'indicators',
    read.indicators.map((i) => i.indicator_no),
  )
  read.tables.forEach((one, index) => checkGrid(one, `tables[${index}]`))
  return read
}

/** Columns are numbered by their place, rows once each, and every row has a cell for each column. */
function checkGrid({ columns, rows }: ExtractionTable, where: string): void {
  columns.forEach(({ index }, place) => {
    if (index !== place) wrong(`${where}.columns[${place}].index`, String(place), index)
  })
  unique(
    `${where}.rows`,
    rows.map((r) => r.row),
  )
  rows.forEach(({ cells, places }, place) => {
    if (cells.length !== columns.length)
      wrong(`${where}.rows[${place}].cells`, `${columns.length} cells`, cells.length)
    if (places && places.length !== columns.length)
      wrong(`${where}.rows[${place}].places`, `${columns.length} places`, places.length)
  })
}

function unique(where: string, names: readonly (string | number)[]): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) wrong(where, 'each number once', twice)
}
