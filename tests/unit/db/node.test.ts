import { parquetWriteBuffer } from 'hyparquet-writer'
import { afterEach, describe, expect, it } from 'vitest'
import { openNative, type NativeDatabase, type NativeSource } from '../../../src/db/node'
import { defineQuery, integer, money, orNull, QueryError, text } from '../../../src/db/query'
import { schema, tableNames, type Column, type TableName } from '../../../src/db/schema'
import { rowOf } from '../../support/rows'

const amounts = defineQuery({
  name: 'amounts',
  sql: 'SELECT name, amount_fen AS amount, level FROM cells WHERE document_id = ? AND amount_year = ? ORDER BY row_no',
  bind: (p: { document: string; year: number }) => [p.document, p.year],
  row: { name: text, amount: orNull(money), level: orNull(integer) },
})

const cells = [
  rowOf('cells', { document_id: 'a', row_no: 1, name: '合计', amount_year: 2023, amount_fen: 126208_0000n }),
  rowOf('cells', { document_id: 'a', row_no: 2, name: '外交支出', amount_year: 2023, level: 1 }),
  rowOf('cells', { document_id: 'a', row_no: 3, name: '大数', amount_year: 2023, amount_fen: -(2n ** 63n) }),
  rowOf('cells', { document_id: 'a', row_no: 4, name: '上年', amount_year: 2022, amount_fen: 1n }),
]

const opened: NativeDatabase[] = []
async function open(source: NativeSource): Promise<NativeDatabase> {
  const database = await openNative(source)
  opened.push(database)
  return database
}
afterEach(async () => {
  for (const database of opened.splice(0)) await database.close()
})

/** All tables as Parquet bytes, empty but for the cells; `types` overrides a column's type. */
function parquet(types: Record<string, 'DOUBLE'> = {}): Record<TableName, Uint8Array> {
  const kinds = { text: 'STRING', integer: 'INT32', fen: 'INT64', boolean: 'BOOLEAN' } as const
  const files = tableNames.map((table) => {
    const rows: Record<string, unknown>[] = table === 'cells' ? cells : []
    const columnData = (schema[table] as readonly Column[]).map((c) => {
      const type = types[c.name] ?? kinds[c.type]
      const data = rows.map((r) => (type === 'DOUBLE' ? Number(r[c.name] ?? 0) : r[c.name]))
      return { name: c.name, type, data: data as never[], nullable: c.nullable }
    })
    return [table, new Uint8Array(parquetWriteBuffer({ columnData }))]
  })
  return Object.fromEntries(files) as Record<TableName, Uint8Array>
}

describe('native DuckDB', () => {
  it('answers with decoded rows', async () => {
    const database = await open({ rows: { cells } })
    const rows = await database.ask(amounts, { document: 'a', year: 2023 })
    expect(rows.map((r) => [r.name, r.amount?.toFixed(2) ?? null, r.level])).toEqual([
      ['合计', '12620800.00', null],
      ['外交支出', null, 1],
      ['大数', '-92233720368547758.08', null],
    ])
  })

  it('gives the cells that answers store: fen as decimal strings, small integers as numbers, null as null', async () => {
    const database = await open({ rows: { cells } })
    const { columns, rows } = await database.cells(amounts, { document: 'a', year: 2022 })
    expect(columns).toEqual(['name', 'amount', 'level'])
    expect(rows).toEqual([['上年', '1', null]])
  })

  it('reads the same rows from Parquet', async () => {
    const fromRows = await open({ rows: { cells } })
    const fromParquet = await open({ parquet: parquet() })
    for (const year of [2022, 2023]) {
      const asked = { document: 'a', year }
      expect(await fromParquet.cells(amounts, asked)).toEqual(await fromRows.cells(amounts, asked))
    }
  })

  it('refuses a Parquet file whose money is floating', async () => {
    await expect(open({ parquet: parquet({ amount_fen: 'DOUBLE' }) })).rejects.toThrow(
      /cells\.parquet: expected .*amount_fen BIGINT.* found .*amount_fen DOUBLE/,
    )
  })

  it('refuses floats in an answer', async () => {
    const database = await open({ rows: { cells } })
    const average = {
      ...amounts,
      name: 'average',
      sql: 'SELECT name, avg(amount_fen) AS amount, 1 FROM cells WHERE document_id = ? AND amount_year = ? GROUP BY name',
    }
    const asked = database.ask(average, { document: 'a', year: 2023 })
    await expect(asked).rejects.toThrow(QueryError)
    await expect(asked).rejects.toThrow('average: column amount: expected text')
  })

  it('binds values and never reads them as SQL', async () => {
    const database = await open({ rows: { cells } })
    expect(await database.ask(amounts, { document: "a' OR '1'='1", year: 2023 })).toEqual([])
  })

  it('names the query whose SQL fails', async () => {
    const database = await open({ rows: {} })
    const broken = { ...amounts, name: 'broken', sql: 'SELECT nothing FROM nowhere WHERE ? = ?' }
    await expect(database.ask(broken, { document: 'a', year: 1 })).rejects.toThrow(/^broken: .*nowhere/s)
  })

  it('refuses a row with a missing or wrong value, naming the column', async () => {
    const row = { ...cells[0]!, amount_fen: 12.5 as unknown as bigint }
    await expect(open({ rows: { cells: [row] } })).rejects.toThrow(
      'cells.amount_fen: expected fen, found number 12.5',
    )
  })
})
