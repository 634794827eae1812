import { parquetWriteBuffer, type ColumnSource } from 'hyparquet-writer'
import { tableFromIPC } from 'apache-arrow'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellsOfArrow } from '../../../src/db/arrow-cells'
import { arrowOfParquet } from '../../../src/db/load'
import { openNative } from '../../../src/db/node'
import { schema, type Column, type SnapshotRow } from '../../../src/db/schema'
import { SnapshotError } from '../../../src/db/snapshot-error'
import { writeParquet } from '../../../src/snapshot/parquet'
import { rowOf } from '../../support/rows'

function parquet(rows: SnapshotRow<'cells'>[]): Uint8Array<ArrayBuffer> {
  return writeParquet('cells', rows).slice()
}

/** What comes out of the Arrow bytes that the engine gets. */
async function throughArrow(rows: SnapshotRow<'cells'>[]) {
  const { bytes } = await arrowOfParquet('cells', parquet(rows))
  return cellsOfArrow(tableFromIPC(bytes))
}

/** Parquet of the cells table with a column replaced. */
function withColumn(name: string, replace: Partial<ColumnSource>): Uint8Array<ArrayBuffer> {
  const types = { text: 'STRING', integer: 'INT32', fen: 'INT64', boolean: 'BOOLEAN' } as const
  const row: Record<string, unknown> = rowOf('cells', {})
  const columnData = (schema.cells as readonly Column[]).map((c) => {
    const column = { name: c.name, type: types[c.type], data: [row[c.name]] as never[], nullable: c.nullable }
    return (c.name === name ? { ...column, ...replace } : column) as ColumnSource
  })
  return new Uint8Array(parquetWriteBuffer({ columnData }))
}

const cellRow = fc
  .record({
    name: fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('合计', '', '𠮷', '"', '\u202e右')),
    code: fc.option(fc.constantFrom('201', '20103', '2010301')),
    level: fc.option(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })),
    amount_fen: fc.option(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })),
    row_no: fc.integer({ min: 0, max: 1_000_000 }),
  })
  .map((values) => rowOf('cells', values))

describe('from Parquet to Arrow', () => {
  it('every value arrives as native DuckDB reads it from rows: text, integers, fen and nulls', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(cellRow, { maxLength: 30 }), async (rows) => {
        const native = await openNative({ rows: { cells: rows } })
        const expected = await native.run('SELECT * FROM cells')
        await native.close()
        expect(await throughArrow(rows)).toEqual(expected)
      }),
      { numRuns: 25 },
    )
  })

  it('keeps more rows than one row group holds in their order', async () => {
    const rows = Array.from({ length: 60_001 }, (_, i) =>
      rowOf('cells', { row_no: i, amount_fen: i % 3 ? BigInt(i) * 10n ** 12n : null }),
    )
    const { bytes, rows: count } = await arrowOfParquet('cells', parquet(rows))
    const table = tableFromIPC(bytes)
    expect([count, table.numRows]).toEqual([60_001, 60_001])
    const fen = table.getChild('amount_fen')!
    const numbers = table.getChild('row_no')!
    expect(rows.every((row, i) => fen.get(i) === row.amount_fen && numbers.get(i) === row.row_no)).toBe(true)
  })

  it('keeps truth and columns that are null throughout', async () => {
    const rows = [rowOf('tables', { empty: true, empty_note: '空表列示' }), rowOf('tables', { empty: false })]
    const { bytes } = await arrowOfParquet('tables', writeParquet('tables', rows).slice())
    const { columns, rows: cells } = cellsOfArrow(tableFromIPC(bytes))
    const at = (name: string) => cells.map((row) => row[columns.indexOf(name)])
    expect([at('empty'), at('empty_note'), at('form_code')]).toEqual([
      [true, false],
      ['空表列示', null],
      [null, null],
    ])
  })

  it('holds no rows of an empty table', async () => {
    expect((await throughArrow([])).rows).toEqual([])
  })
})

describe('a Parquet file that is not what it should be', () => {
  const whole = parquet([rowOf('cells', { amount_fen: 1n })])

  it.each([
    [
      'malformed',
      new Uint8Array(new TextEncoder().encode('{"no":"parquet"}')),
      'expected Parquet, which begins with PAR1, found "{\\"no"',
    ],
    ['malformed', new Uint8Array(0), 'begins with PAR1'],
    ['truncated', whole.slice(0, whole.length >> 1), 'expected Parquet, which ends with PAR1'],
    ['truncated', whole.slice(0, 4), 'ends with PAR1'],
    ['malformed', new Uint8Array([...whole.slice(0, 4), ...whole.slice(-8)]), 'cells.parquet: expected'],
    [
      'malformed',
      writeParquet('tables', []).slice(),
      'expected columns document_id BYTE_ARRAY, table_no INT32',
    ],
    ['malformed', withColumn('amount_fen', { type: 'DOUBLE', data: [1.5] }), 'amount_fen DOUBLE'],
    ['malformed', withColumn('amount_fen', { type: 'INT32', data: [1] }), 'amount_fen INT32'],
    ['malformed', withColumn('amount_fen', { name: 'amount' }), 'amount INT64'],
    [
      'malformed',
      withColumn('name', { data: [null as never], nullable: true }),
      'expected a value in every row of name, found null',
    ],
  ])('is refused as %s by name, with what was expected and found', async (fault, bytes, message) => {
    const reading = arrowOfParquet('cells', bytes)
    await expect(reading).rejects.toThrow(SnapshotError)
    await expect(reading).rejects.toMatchObject({ fault, file: 'cells.parquet' })
    await expect(reading).rejects.toThrow(message)
  })
})
