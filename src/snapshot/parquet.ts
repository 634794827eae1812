import { ByteWriter, ParquetWriter, schemaFromColumnData, type BasicType } from 'hyparquet-writer'
import { schema, type Column, type ColumnType, type Snapshot, type TableName } from '../db/schema'

const parquetType: Record<ColumnType, BasicType> = {
  text: 'STRING',
  integer: 'INT32',
  fen: 'INT64',
  boolean: 'BOOLEAN',
}

/** Rows per row group, so that a reader of one unit fetches little. */
const rowGroupSize = 50_000

type Row = Record<string, unknown>

/**
 * A table of a snapshot as Parquet, columns and types as in `schema`: text as UTF-8, integers as INT32, fen as INT64 from
 * bigint, nulls only where the schema allows them; snappy. The same rows give the same bytes, however they are handed in.
 */
export class ParquetTable {
  readonly #columns: readonly Column[]
  readonly #bytes = new ByteWriter()
  readonly #file: ParquetWriter
  /** Values that wait for their row group, column by column: rows themselves are not held on to. */
  #waiting: unknown[][]
  #rows = 0

  constructor(table: TableName) {
    this.#columns = schema[table]
    this.#waiting = this.#columns.map(() => [])
    const columnData = this.#columns.map(({ name, type, nullable }) => ({
      name,
      type: parquetType[type],
      nullable,
      data: [],
    }))
    const elements = schemaFromColumnData({ columnData })
    this.#file = new ParquetWriter({ writer: this.#bytes, schema: elements, codec: 'SNAPPY' })
  }

  /** How many rows were handed in. */
  get rows(): number {
    return this.#rows
  }

  add(rows: readonly Row[]): void {
    for (const row of rows) {
      this.#columns.forEach(({ name }, index) => this.#waiting[index]!.push(row[name] ?? null))
      this.#rows += 1
      if (this.#rows % rowGroupSize === 0) this.#writeGroup()
    }
  }

  /** Closes the file and gives its bytes. */
  close(): Uint8Array {
    if (this.#rows % rowGroupSize > 0) this.#writeGroup()
    void this.#file.finish()
    return new Uint8Array(this.#bytes.getBuffer())
  }

  #writeGroup(): void {
    const columnData = this.#columns.map(({ name }, index) => ({ name, data: this.#waiting[index]! }))
    this.#waiting = this.#columns.map(() => [])
    void this.#file.write({ columnData, rowGroupSize })
  }
}

/** All rows of a table at once. */
export function writeParquet(table: TableName, rows: Snapshot[TableName]): Uint8Array {
  const file = new ParquetTable(table)
  file.add(rows)
  return file.close()
}
