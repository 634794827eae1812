import fc from 'fast-check'
import { parquetReadObjects } from 'hyparquet'
import { describe, expect, it } from 'vitest'
import { openNative } from '../../../src/db/node'
import {
  schema,
  tableNames,
  type Column,
  type Snapshot,
  type SnapshotRow,
  type TableName,
} from '../../../src/db/schema'
import { writeParquet } from '../../../src/snapshot/parquet'
import { rowOf } from '../../support/rows'

const files = (rows: Snapshot): Record<TableName, Uint8Array> =>
  Object.fromEntries(tableNames.map((t) => [t, writeParquet(t, rows[t])])) as Record<TableName, Uint8Array>

const emptySnapshot = () => Object.fromEntries(tableNames.map((t) => [t, []])) as unknown as Snapshot

const names = (table: TableName) => (schema[table] as readonly Column[]).map((c) => c.name)
const plain = (rows: SnapshotRow<'cells'>[]) =>
  rows.map((row) => names('cells').map((name) => row[name as keyof typeof row]))

const cell = fc.record({
  document_id: fc.constantFrom('990100-petition-2023-budget', '990100-u0a1b2c3d-2022-final'),
  table_no: fc.integer({ min: 1, max: 40 }),
  row_no: fc.integer({ min: 1, max: 400 }),
  name: fc.string({ unit: 'grapheme', maxLength: 30 }),
  printed: fc.string({ maxLength: 12 }),
  amount_fen: fc.option(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })),
  step_fen: fc.option(fc.constantFrom(1n, 100n, 10_000n)),
  code: fc.option(fc.constantFrom('201', '20103', '2010301')),
  level: fc.option(fc.integer({ min: 1, max: 3 })),
})

describe('a table written as Parquet', () => {
  it('is read back the same by hyparquet and by native DuckDB, every fen, null and character', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { maxLength: 30 }), async (made) => {
        const cells = made.map((values) => rowOf('cells', values))
        const bytes = writeParquet('cells', cells)
        const read = await parquetReadObjects({ file: bytes.buffer as ArrayBuffer, utf8: false })
        expect(plain(read as SnapshotRow<'cells'>[])).toEqual(plain(cells))
        const database = await openNative({ parquet: files({ ...emptySnapshot(), cells }) })
        const { rows } = await database.run(
          'SELECT amount_fen, step_fen, name, code, level, printed FROM cells',
        )
        await database.close()
        expect(rows).toEqual(
          cells.map((c) => [
            c.amount_fen?.toString() ?? null,
            c.step_fen?.toString() ?? null,
            c.name,
            c.code,
            c.level,
            c.printed,
          ]),
        )
      }),
      { numRuns: 15 },
    )
  })

  it('keeps its columns, their types and their order when it has no rows', async () => {
    const database = await openNative({ parquet: files(emptySnapshot()) })
    for (const table of tableNames)
      expect((await database.run(`SELECT * FROM ${table}`)).columns).toEqual(names(table))
    await database.close()
  })

  it('has the same bytes for the same rows, and groups of at most 50,000 rows', async () => {
    const many = Array.from({ length: 50_001 }, (_, i) => rowOf('operands', { operand_no: i }))
    const bytes = writeParquet('operands', many)
    expect(Buffer.compare(bytes, writeParquet('operands', structuredClone(many)))).toBe(0)
    const database = await openNative({ parquet: { ...files(emptySnapshot()), operands: bytes } })
    expect((await database.run('SELECT count(*), max(operand_no) FROM operands')).rows).toEqual([
      ['50001', 50_000],
    ])
    await database.close()
  })
})
