import wasmAddress from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commands } from 'vitest/browser'
import { engineBytes } from '../../../src/db/engine'
import { defineQuery, money, orNull, QueryError, text } from '../../../src/db/query'
import { schema, sqlType, tableNames, type Column } from '../../../src/db/schema'
import { openWasm, type WasmDatabase } from '../../../src/db/wasm'
import { decoded, decodedExpectation, exactness } from '../../support/exact-values'
import { rowOf } from '../../support/rows'
import { base, ServedSnapshot } from '../../support/served-snapshot'

const cells = [
  rowOf('cells', {
    document_id: 'a',
    row_no: 1,
    name: '合计',
    amount_fen: -(2n ** 63n),
    step_fen: 1n,
    level: 1,
  }),
  rowOf('cells', { document_id: 'a', row_no: 2, name: '外交支出' }),
  rowOf('cells', { document_id: 'a', row_no: 3, name: '', amount_fen: 2n ** 63n - 1n, code: '20103' }),
]
const tables = [
  rowOf('tables', { document_id: 'a', empty: true, empty_note: '空表列示' }),
  rowOf('tables', { document_id: 'a' }),
]

let engine: WasmDatabase
const reports: { share: number; at: number }[] = []

beforeAll(async () => {
  await commands.watchForeign(location.origin)
  const served = await ServedSnapshot.of({ cells, tables })
  engine = await openWasm({
    base,
    fetch: served.fetch,
    onProgress: (share) => reports.push({ share, at: performance.now() }),
  })
})
afterAll(() => engine.close())

const amounts = defineQuery({
  name: 'amounts',
  sql: 'SELECT name, amount_fen AS amount FROM cells WHERE document_id = ? AND row_no >= ? ORDER BY row_no',
  bind: (p: { document: string; from: number }) => [p.document, p.from],
  row: { name: text, amount: orNull(money) },
})

describe('DuckDB-WASM', () => {
  it('has every table with the columns, types and NOT NULL of the schema', async () => {
    for (const table of tableNames) {
      const { rows } = await engine.run(
        'SELECT column_name, data_type, is_nullable FROM information_schema.columns WHERE table_name = ? ORDER BY ordinal_position',
        [table],
      )
      expect(rows, table).toEqual(
        (schema[table] as readonly Column[]).map((c) => [c.name, sqlType[c.type], c.nullable ? 'YES' : 'NO']),
      )
    }
  })

  it('holds the rows as they were: fen to the last bit, blanks null, text empty or not', async () => {
    const { rows } = await engine.run(
      'SELECT name, code, level, amount_fen, step_fen FROM cells ORDER BY row_no',
    )
    expect(rows).toEqual([
      ['合计', null, 1, '-9223372036854775808', '1'],
      ['外交支出', null, null, null, null],
      ['', '20103', null, '9223372036854775807', null],
    ])
    const { rows: flags } = await engine.run('SELECT empty, empty_note FROM tables ORDER BY empty')
    expect(flags).toEqual([
      [false, null],
      [true, '空表列示'],
    ])
    expect((await engine.run('SELECT count(*) FROM facts')).rows).toEqual([['0']])
  })

  it('answers a question with bound values, decoded', async () => {
    const rows = await engine.ask(amounts, { document: 'a', from: 2 })
    expect(rows.map((r) => [r.name, r.amount?.toFixed(2) ?? null])).toEqual([
      ['外交支出', null],
      ['', '92233720368547758.07'],
    ])
    expect(await engine.ask(amounts, { document: "a' OR '1'='1", from: 0 })).toEqual([])
  })

  it('gives BIGINT, cast and uncast sums, DECIMAL and NULL exactly, for a thousand values', async () => {
    const { found, expected } = await exactness(engine)
    expect(found.rows).toEqual(expected)
    expect(decoded(found.rows)).toEqual(decodedExpectation())
  })

  it('refuses floats in an answer', async () => {
    const average = {
      ...amounts,
      name: 'average',
      sql: `SELECT name, avg(amount_fen) AS amount FROM cells WHERE document_id = ? AND row_no >= ? GROUP BY name`,
    }
    await expect(engine.ask(average, { document: 'a', from: 0 })).rejects.toThrow(
      'average: column amount: expected text',
    )
  })

  it('says of an overflow that it is one, and gives no wrong sum', async () => {
    await expect(
      engine.run('SELECT CAST(sum(amount_fen) AS BIGINT) FROM cells, range(3) WHERE amount_fen > 0'),
    ).rejects.toThrow(/out of range|overflow/i)
  })

  it.each([
    `SELECT json_extract(locator, '$.line') FROM cells`,
    'SELECT current_date',
    `SELECT * FROM read_parquet('cells.parquet')`,
    `SELECT * FROM read_csv('http://127.0.0.1:1/foreign.csv')`,
    `SELECT * FROM 'http://127.0.0.1:1/foreign.csv'`,
    `ATTACH 'http://127.0.0.1:1/foreign.db' AS foreign_one (READ_ONLY)`,
    `COPY cells TO 'cells.csv'`,
    `SELECT name FROM cells ORDER BY name COLLATE zh`,
    'LOAD json',
    `SET autoload_known_extensions = true`,
    `SET enable_external_access = true`,
    'SELECT nothing FROM nowhere',
  ])('ends %s in an error, fit to answer on', async (sql) => {
    const broken = { ...amounts, name: 'broken', sql, bind: () => [] }
    await expect(engine.ask(broken, { document: 'a', from: 0 })).rejects.toThrow(QueryError)
    expect(await engine.ask(amounts, { document: 'a', from: 3 })).toHaveLength(1)
  })

  it('asks no other host for anything', async () => {
    expect(await commands.drainForeign()).toEqual([])
  })
})

describe('progress while it opens', () => {
  it('counts against the size that the engine really has', async () => {
    const wasm = await (await fetch(wasmAddress)).arrayBuffer()
    expect(wasm.byteLength).toBe(engineBytes)
  })

  it('never passes the whole, never falls and comes at most ten times a second', () => {
    expect(reports.length).toBeGreaterThan(0)
    reports.forEach(({ share }, i) => {
      expect(share).toBeGreaterThan(reports[i - 1]?.share ?? 0)
      expect(share).toBeLessThanOrEqual(1)
    })
    const seconds = (reports.at(-1)!.at - reports[0]!.at) / 1000
    expect(reports.length).toBeLessThanOrEqual(Math.ceil(seconds * 10) + 1)
  })
})
