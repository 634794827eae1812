import type { AnswersFile } from '../db/answers'
import type { StoredRows } from '../db/cell'
import { paramsKey, type Params, type PrecomputableDocument, type Query } from '../db/query'
import type { SnapshotRow } from '../db/schema'
import { seriesOfDocument } from './series'

/** What runs a question on the rows of a snapshot and gives its cells undecoded: native DuckDB. */
export interface AnswerSource {
  cells(query: Query, params: Params): Promise<StoredRows>
}

/** A document whose answers are stored, with its own cells. */
export interface Answered {
  document: SnapshotRow<'documents'>
  cells: readonly SnapshotRow<'cells'>[]
}

type Answers = AnswersFile['answers']

/**
 * The stored answers of documents, in the documents' order, each in the order of the queries. A question that can be asked for
 * all together is asked once.
 * @param source holds these documents and no other
 */
export async function answersOf(
  documents: readonly Answered[],
  queries: readonly Query[],
  source: AnswerSource,
): Promise<Answers[]> {
  const asked = documents.map(precomputable)
  const answers: Answers[] = documents.map(() => [])
  for (const query of queries) {
    const params = asked.map((document) => query.precomputed?.(document) ?? [])
    if (params.every((none) => none.length === 0)) continue
    const rowsOf = query.together ? await together(query, source) : null
    for (const [index, all] of params.entries())
      for (const one of all) {
        const rows = rowsOf ? rowsOf(one) : (await source.cells(query, one)).rows
        const written = JSON.parse(paramsKey(one)) as Params
        answers[index]!.push({ query: query.name, params: written, columns: query.columns, rows })
      }
  }
  return answers
}

function precomputable({ document, cells }: Answered): PrecomputableDocument {
  return {
    document: document.document_id,
    stage: document.stage === 'final' ? 'final' : 'budget',
    series: seriesOfDocument(cells),
  }
}

/** Asks a query once for all documents and parameters; gives the rows of each. */
async function together(query: Query, source: AnswerSource): Promise<(params: Params) => StoredRows['rows']> {
  const { keys, sql } = query.together!
  const { rows } = await source.cells({ ...query, sql, bind: () => [] }, {})
  const groups = new Map<string, StoredRows['rows']>()
  for (const row of rows) {
    const key = JSON.stringify(row.splice(0, keys.length))
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return (params) => groups.get(JSON.stringify(keys.map((name) => params[name]))) ?? []
}
