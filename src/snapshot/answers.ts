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
    for (const params of query.precomputed?.(asked) ?? []) {
      const { columns, rows } = await source.cells(query, params)
      answers.push({ query: query.name, params: JSON.parse(paramsKey(params)) as Params, columns, rows })
    }
  }
  return answers
}
