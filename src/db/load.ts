import {
  Bool,
  Data,
  Dictionary,
  Field,
  Int32,
  Int64,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table,
  tableToIPC,
  Utf8,
  Vector,
} from 'apache-arrow'
import { readParquet, type ColumnValues, type Values } from './parquet-columns'
import { schema, type Column, type Snapshot, type TableName } from './schema'

/** A table ready for the engine: Arrow IPC stream bytes, and how many rows they hold. */
export interface ArrowBytes {
  rows: number
  bytes: Uint8Array
}

/**
 * Parquet bytes of a snapshot table → Arrow IPC stream: fen as Int64, integers as Int32, text as dictionaries of UTF-8, truth
 * as Bool, nulls kept. The engine has no Parquet reader of its own without fetching one from a foreign host.
 * @throws SnapshotError
 */
export async function arrowOfParquet(
  table: TableName,
  parquet: Uint8Array<ArrayBuffer>,
): Promise<ArrowBytes> {
  const { rows, columns } = await readParquet(table, parquet)
  return arrowOf(rows, columns)
}

/** Rows in memory → the same. */
export function arrowOfRows(table: TableName, rows: Snapshot[TableName]): ArrowBytes {
  const columns = (schema[table] as readonly Column[]).map((column): ColumnValues => ({
    column,
    values: (rows as Record<string, Values[number]>[]).map((row) => row[column.name] ?? null),
  }))
  return arrowOf(rows.length, columns)
}

function arrowOf(rows: number, columns: readonly ColumnValues[]): ArrowBytes {
  const children = columns.map(arrowColumn)
  const fields = columns.map(({ column }, i) => new Field(column.name, children[i]!.type, column.nullable))
  const data = makeData({ type: new Struct(fields), length: rows, nullCount: 0, children })
  const batch = new RecordBatch(new Schema(fields), data)
  return { rows, bytes: tableToIPC(new Table(batch), 'stream') }
}

function arrowColumn({ column, values }: ColumnValues, index: number): Data {
  const length = values.length
  const absent = nulls(values)
  switch (column.type) {
    case 'fen': {
      const data = new BigInt64Array(length)
      for (let i = 0; i < length; i += 1) data[i] = (values[i] as bigint | null) ?? 0n
      return makeData({ type: new Int64(), length, data, ...absent })
    }
    case 'integer': {
      const data = new Int32Array(length)
      for (let i = 0; i < length; i += 1) data[i] = (values[i] as number | null) ?? 0
      return makeData({ type: new Int32(), length, data, ...absent })
    }
    case 'boolean': {
      const data = bits(length, (i) => values[i] === true)
      return makeData({ type: new Bool(), length, data, ...absent })
    }
    case 'text':
      return textColumn(values as ArrayLike<string | null>, index, absent)
  }
}

function textColumn(values: ArrayLike<string | null>, id: number, absent: Absence): Data {
  const words = new Map<string, number>()
  const data = new Int32Array(values.length)
  for (let i = 0; i < values.length; i += 1) {
    const word = values[i] ?? null
    if (word === null) continue
    const known = words.get(word) ?? words.size
    words.set(word, known)
    data[i] = known
  }
  const dictionary = new Vector([utf8Data([...words.keys()])])
  return makeData({
    type: new Dictionary(new Utf8(), new Int32(), id),
    length: values.length,
    data,
    dictionary,
    ...absent,
  })
}

/** Which rows are null: a bit per row, set where there is a value. */
interface Absence {
  nullCount: number
  nullBitmap: Uint8Array
}

function nulls(values: Values): Absence {
  let nullCount = 0
  for (let i = 0; i < values.length; i += 1) if (values[i] === null) nullCount += 1
  return { nullCount, nullBitmap: bits(values.length, (i) => values[i] !== null) }
}

function bits(length: number, isSet: (index: number) => boolean): Uint8Array {
  const packed = new Uint8Array(Math.ceil(length / 64) * 8)
  for (let i = 0; i < length; i += 1) if (isSet(i)) packed[i >> 3]! |= 1 << (i & 7)
  return packed
}

/** Text as Arrow lays it out. Arrow's own builders write a function from a string, which our security policy forbids. */
function utf8Data(words: string[]): Data<Utf8> {
  const encoded = words.map((word) => new TextEncoder().encode(word))
  const valueOffsets = new Int32Array(words.length + 1)
  encoded.forEach((bytes, i) => (valueOffsets[i + 1] = valueOffsets[i]! + bytes.length))
  const data = new Uint8Array(valueOffsets[words.length]!)
  encoded.forEach((bytes, i) => data.set(bytes, valueOffsets[i]))
  return makeData({ type: new Utf8(), length: words.length, valueOffsets, data })
}
