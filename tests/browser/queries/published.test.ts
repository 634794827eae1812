import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commands } from 'vitest/browser'
import type { AnswersFile } from '../../../src/db/answers'
import { openAnswers } from '../../../src/db/answers'
import { fetchCatalog, type Catalog } from '../../../src/db/catalog'
import type { StoredCell } from '../../../src/db/cell'
import { paramsKey, type Params, type PrecomputableDocument, type Query } from '../../../src/db/query'
import { schema, tableNames, type SnapshotRow } from '../../../src/db/schema'
import { openWasm, type WasmDatabase } from '../../../src/db/wasm'
import { readAmount, type MoneyUnit } from '../../../src/model/money'
import { allQueries } from '../../../src/queries/all'
import { seriesOfDocument } from '../../../src/snapshot/series'

/** The published snapshot, as the test server serves it, and as native DuckDB finds it. */
const base = new URL('/data/', location.href)
const folder = 'public/data'

let catalog: Catalog
let engine: WasmDatabase

beforeAll(async () => {
  await commands.watchForeign(location.origin)
  catalog = await fetchCatalog(base)
  engine = await openWasm({ base })
})
afterAll(() => engine.close())

/** Every question with every parameter that is precomputed for a document, worked out from the engine's own cells. */
async function precomputed(
  document: Catalog['documents'][number],
): Promise<{ query: Query; params: Params }[]> {
  const { columns, rows } = await engine.run(
    `SELECT table_no, scheme, code, measure, fund, amount_stage, amount_fen FROM cells WHERE document_id = ?`,
    [document.id],
  )
  const cells = rows.map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i]])))
  const series = seriesOfDocument(cells as unknown as SnapshotRow<'cells'>[])
  const asked = { document: document.id, stage: document.stage, series } as PrecomputableDocument
  return allQueries.flatMap((query) =>
    (query.precomputed?.(asked) ?? []).map((params) => ({ query, params })),
  )
}

async function storedAnswers(document: string): Promise<AnswersFile['answers']> {
  const file = (await (await fetch(new URL(`answers/${document}.json`, base))).json()) as AnswersFile
  return file.answers
}

describe('the published snapshot', () => {
  it('holds documents, and rows in every document', () => {
    expect(catalog.documents.length).toBeGreaterThan(0)
    for (const document of catalog.documents) expect(document.cells).toBeGreaterThan(0)
  })

  it('gives the same rows from the engine, from native DuckDB and from the answers, for every precomputed question', async () => {
    let compared = 0
    for (const document of catalog.documents) {
      const questions = await precomputed(document)
      const native = await commands.askNative(
        folder,
        questions.map(({ query, params }) => ({ sql: query.sql, values: query.bind(params) })),
      )
      const stored = new Map(
        (await storedAnswers(document.id)).map(
          (a) => [`${a.query} ${paramsKey(a.params)}` as string, a] as const,
        ),
      )
      expect([...stored.keys()].sort()).toEqual(
        questions.map(({ query, params }) => `${query.name} ${paramsKey(params)}`).sort(),
      )
      for (const [i, { query, params }] of questions.entries()) {
        const name = `${query.name} ${paramsKey(params)}`
        const own = await engine.cells(query, params)
        expect(own, name).toEqual(native[i])
        const { columns, rows } = stored.get(name)!
        expect({ columns, rows }, name).toEqual(own)
        compared += 1
      }
    }
    expect(compared).toBeGreaterThan(allQueries.length)
  })

  it('decodes to equal rows by the doors of the engine and of the answers', async () => {
    const answers = openAnswers(base, { catalog: () => Promise.resolve(catalog) })
    for (const document of catalog.documents) {
      for (const { query, params } of await precomputed(document)) {
        const [mine, stored] = [await engine.ask(query, params), await answers.ask(query, params)]
        expect(JSON.stringify(mine), `${query.name} ${paramsKey(params)}`).toBe(JSON.stringify(stored))
      }
    }
  })

  it('is the same, row for row, in the engine and in native DuckDB', async () => {
    const sql = (table: string, columns: readonly { name: string }[]) =>
      `SELECT * FROM "${table}" ORDER BY ${columns.map((c) => `"${c.name}"`).join(', ')}`
    const questions = tableNames.map((table) => ({ sql: sql(table, schema[table]), values: [] }))
    const native = await commands.askNative(folder, questions)
    for (const [i, table] of tableNames.entries()) {
      const own = await engine.run(questions[i]!.sql)
      expect(own, table).toEqual(native[i])
      expect(own.rows.length, table).toBe(catalog.files.find((f) => f.path === `${table}.parquet`)!.rows)
    }
  })

  it('sums the fen of every table to what native DuckDB sums and to what the printed figures sum to', async () => {
    const sums = {
      sql: `SELECT document_id, table_no, sum(amount_fen) AS fen, count(amount_fen) AS amounts FROM cells
            GROUP BY document_id, table_no ORDER BY document_id, table_no`,
      values: [],
    }
    const own = await engine.run(sums.sql)
    expect([own]).toEqual(await commands.askNative(folder, [sums]))
    const { rows } = await engine.run(
      `SELECT document_id, table_no, printed, unit FROM cells WHERE amount_fen IS NOT NULL ORDER BY document_id, table_no`,
    )
    const printed = new Map<string, bigint>()
    for (const [document, table, text, unit] of rows as string[][]) {
      const amount = readAmount(text!, unit as MoneyUnit)!
      const key = `${document} ${table}`
      printed.set(key, (printed.get(key) ?? 0n) + BigInt(amount.yuan.times(100).toFixed()))
    }
    const summed = own.rows.filter(([, , , amounts]) => amounts !== '0')
    expect(summed.map(([document, table, fen]) => [`${document as string} ${table as number}`, fen])).toEqual(
      [...printed].map(([key, fen]): [string, StoredCell] => [key, fen.toString()]),
    )
    expect(summed.length).toBeGreaterThan(0)
  })

  it('was read and asked without a request to another host', async () => {
    expect(await commands.drainForeign()).toEqual([])
  })

  it('would have told of one, from the page or from a worker', async () => {
    await fetch('http://127.0.0.1:1/page').catch(() => undefined)
    const script = new Blob([`fetch('http://127.0.0.1:1/worker').catch(() => 0).then(() => postMessage(0))`])
    const worker = new Worker(URL.createObjectURL(script))
    await new Promise((resolve) => worker.addEventListener('message', resolve))
    worker.terminate()
    // Requests are told of a moment after they were made.
    const told: string[] = []
    const all = async () => {
      told.push(...(await commands.drainForeign()))
      return [...told].sort()
    }
    await expect.poll(all).toEqual(['http://127.0.0.1:1/page', 'http://127.0.0.1:1/worker'])
  })
})
