import { checkSchema, fetchCatalog, orNewRelease, type Catalog } from './catalog'
import type { StoredCell } from './cell'
import type { Database } from './database'
import { decodeRows, paramsKey, type Decoder, type Params, type Query, type RowOf } from './query'
import { checkSeal, fetchServed, readJson, type Served } from './served-file'
import { SnapshotError } from './snapshot-error'

/** The format of stored answers that this program reads and writes. */
export const answersSchema = 'mingzhang-answers/1'

/** Answers of one disclosure: `answers/<document_id>.json` (contract, section 3). */
export interface AnswersFile {
  schema: typeof answersSchema
  release: string
  document_id: string
  answers: { query: string; params: Params; columns: string[]; rows: StoredCell[][] }[]
}

/** Thrown for a question whose answer is not stored: the engine must answer it. */
export class NotPrecomputed extends Error {
  constructor(query: string, params: Params) {
    super(`${query}: expected a stored answer for ${paramsKey(params)}, found none`)
    this.name = 'NotPrecomputed'
  }
}

export interface AnswersOptions {
  fetch?: typeof fetch
  /** The catalog that the rest of the page uses, so that all speak of one release; fetched when not given. */
  catalog?: () => Promise<Catalog>
}

/**
 * The stored answers as a database. A document's file is fetched when it is first asked for, once; a file that could not
 * be had is asked for again next time. `ask` throws NotPrecomputed, SnapshotError or QueryError.
 */
export function openAnswers(base: Served['base'], options: AnswersOptions = {}): Database {
  const served: Served = { base, ...(options.fetch && { fetch: options.fetch }) }
  return new StoredAnswers(served, options.catalog ?? (() => fetchCatalog(base, options.fetch)))
}

type Answers = Map<string, { columns: string[]; rows: StoredCell[][] }>

class StoredAnswers implements Database {
  readonly #served: Served
  readonly #fetchCatalog: () => Promise<Catalog>
  #catalog: Promise<Catalog> | null = null
  readonly #files = new Map<string, Promise<Answers>>()

  constructor(served: Served, catalog: () => Promise<Catalog>) {
    this.#served = served
    this.#fetchCatalog = catalog
  }

  async ask<P extends Params, D extends Record<string, Decoder<unknown>>>(
    query: Query<P, D>,
    params: P,
  ): Promise<RowOf<Query<P, D>>[]> {
    const document = params['document']
    if (typeof document !== 'string') throw new NotPrecomputed(query.name, params)
    const stored = (await this.#answersOf(document, query.name, params)).get(answerKey(query.name, params))
    if (stored === undefined) throw new NotPrecomputed(query.name, params)
    if (stored.columns.join() !== query.columns.join()) {
      const file = fileOf(document)
      throw new SnapshotError(
        'malformed',
        file,
        `columns ${query.columns.join()} of ${query.name}`,
        stored.columns.join(),
      )
    }
    return decodeRows(query, stored.rows)
  }

  close(): Promise<void> {
    this.#files.clear()
    return Promise.resolve()
  }

  async #answersOf(document: string, query: string, params: Params): Promise<Answers> {
    this.#catalog ??= this.#fetchCatalog().catch((fault: unknown) => {
      this.#catalog = null
      throw fault
    })
    const catalog = await this.#catalog
    if (!catalog.documents.some((d) => d.id === document)) throw new NotPrecomputed(query, params)
    let answers = this.#files.get(document)
    if (answers === undefined) {
      answers = fetchAnswers(this.#served, catalog, document).catch(async (fault: unknown) => {
        throw await orNewRelease(fault, catalog, this.#served)
      })
      this.#files.set(document, answers)
      answers.catch(() => this.#files.delete(document))
    }
    return answers
  }
}

function fileOf(document: string): string {
  return `answers/${document}.json`
}

function answerKey(query: string, params: Params): string {
  return `${query}\n${paramsKey(params)}`
}

async function fetchAnswers(served: Served, catalog: Catalog, document: string): Promise<Answers> {
  const path = fileOf(document)
  const seal = catalog.files.find((f) => f.path === path)
  if (seal === undefined) throw new SnapshotError('missing', path, 'to be listed in catalog.json', 'nothing')
  return fetchServed(served, path, async (bytes) => {
    const { answers } = readAnswers(path, readJson(path, bytes), document, catalog.release)
    await checkSeal(path, bytes, seal)
    return new Map(answers.map((a) => [answerKey(a.query, a.params), a]))
  })
}

/** Checks a file of answers. @throws SnapshotError */
function readAnswers(path: string, value: unknown, document: string, release: string): AnswersFile {
  const file = value as Partial<AnswersFile> | null
  if (typeof file !== 'object' || file === null)
    throw new SnapshotError('malformed', path, 'an object', JSON.stringify(value))
  checkSchema(path, file.schema, answersSchema)
  if (file.release !== release)
    throw new SnapshotError('release', path, `release ${release}`, String(file.release))
  if (file.document_id !== document)
    throw new SnapshotError('malformed', path, `document ${document}`, String(file.document_id))
  if (!Array.isArray(file.answers) || !file.answers.every(isAnswer))
    throw new SnapshotError(
      'malformed',
      path,
      'answers with query, params, columns and rows',
      'something else',
    )
  return file as AnswersFile
}

function isAnswer(value: unknown): boolean {
  const answer = value as Partial<AnswersFile['answers'][number]> | null
  return (
    typeof answer === 'object' &&
    answer !== null &&
    typeof answer.query === 'string' &&
    typeof answer.params === 'object' &&
    answer.params !== null &&
    Array.isArray(answer.columns) &&
    Array.isArray(answer.rows) &&
    answer.rows.every((row) => Array.isArray(row))
  )
}
