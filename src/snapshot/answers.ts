import type { AnswersFile } from '../db/answers'
import type { StoredRows } from '../db/cell'
import { paramsKey, type Params, type PrecomputableDocument, type Query } from '../db/query'
import type { SnapshotRow } from '../db/schema'
import { seriesOfDocument } from './series'

/** What runs a question on the rows of a snapshot and gives its cells undecoded: native DuckDB. */
export interface AnswerSource {
  cells(query: Query, params: Params): Promise<StoredRows>
}

/**
 * The stored answers of one document, in the order of the queries.
 * @param cells the document's own cells
 */
export async function answersOf(
  document: SnapshotRow<'documents'>,
  cells: readonly SnapshotRow<'cells'>[],
  queries: readonly Query[],
  source: AnswerSource,
): Promise<AnswersFile['answers']> {
  const asked: PrecomputableDocument = {
    document: document.document_id,
    stage: document.stage === 'final' ? 'final' : 'budget',
    series: seriesOfDocument(cells),
  }
  const answers: AnswersFile['answers'] = []
  for (const query of queries) {
    const all = query.precomputed?.(asked) ?? []
    const rowsOf = all.length > 1 && query.together ? await together(query, asked.document, source) : null
    for (const params of all) {
      const rows = rowsOf ? rowsOf(params) : (await source.cells(query, params)).rows
      const written = JSON.parse(paramsKey(params)) as Params
      answers.push({ query: query.name, params: written, columns: query.columns, rows })
    }
  }
  return answers
}

/** Asks a query once for all its parameters; gives the rows of each. */
async function together(
  query: Query,
  document: string,
  source: AnswerSource,
): Promise<(params: Params) => StoredRows['rows']> {
  const { keys, sql } = query.together!
  const { rows } = await source.cells({ ...query, sql, bind: () => [document] }, {})
  const groups = new Map<string, StoredRows['rows']>()
  for (const row of rows) {
    const key = JSON.stringify(row.slice(0, keys.length))
    const group = groups.get(key)
    if (group) group.push(row.slice(keys.length))
    else groups.set(key, [row.slice(keys.length)])
  }
  return (params) => groups.get(JSON.stringify(keys.map((name) => params[name]))) ?? []
}
