import { parquetWriteBuffer, type BasicType } from 'hyparquet-writer'
import { schema, type Column, type ColumnType, type Snapshot, type TableName } from '../db/schema'

const parquetType: Record<ColumnType, BasicType> = {
  text: 'STRING',
  integer: 'INT32',
  fen: 'INT64',
  boolean: 'BOOLEAN',
}

/** Rows per row group, so that a reader of one unit fetches little. */
const rowGroupSize = 50_000

/**
 * A table of a snapshot as Parquet, columns and types as in `schema`: text as UTF-8, integers as INT32, fen as INT64 from
 * bigint, nulls only where the schema allows them; snappy. The same rows give the same bytes.
 */
export function writeParquet(table: TableName, rows: Snapshot[TableName]): Uint8Array {
  const columnData = (schema[table] as readonly Column[]).map(({ name, type, nullable }) => ({
    name,
    type: parquetType[type],
    nullable,
    data: (rows as readonly Record<string, unknown>[]).map((row) => row[name] ?? null),
  }))
  return new Uint8Array(parquetWriteBuffer({ columnData, codec: 'SNAPPY', rowGroupSize }))
}
