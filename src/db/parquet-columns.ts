import {
  parquetMetadata,
  parquetRead,
  type ColumnData,
  type FileMetaData,
  type SchemaElement,
} from 'hyparquet'
import { schema, type Column, type ColumnType, type TableName } from './schema'
import { SnapshotError } from './snapshot-error'

/** The values of one column, by row; null where the cell is null. */
export type Values = ArrayLike<string | number | bigint | boolean | null>

/** A column of a snapshot table with its values. */
export interface ColumnValues {
  column: Column
  values: Values
}

/** Physical type in the file, and the annotation it may carry. */
const parquetTypes: Record<ColumnType, { type: string; annotations: (string | undefined)[] }> = {
  text: { type: 'BYTE_ARRAY', annotations: ['UTF8'] },
  integer: { type: 'INT32', annotations: [undefined, 'INT_32'] },
  fen: { type: 'INT64', annotations: [undefined, 'INT_64'] },
  boolean: { type: 'BOOLEAN', annotations: [undefined] },
}

/**
 * Reads all columns of a snapshot table from the bytes of its Parquet file. Fen come as bigint and never pass through floats.
 * @throws SnapshotError when the bytes are no Parquet, are cut short, or have not the columns of `schema`
 */
export async function readParquet(
  table: TableName,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<{ rows: number; columns: ColumnValues[] }> {
  const file = `${table}.parquet`
  const metadata = readMetadata(file, bytes)
  checkColumns(file, table, metadata)
  const rows = Number(metadata.num_rows)
  const gathered = await gather(file, bytes, metadata)
  const columns = (schema[table] as readonly Column[]).map((column) => {
    const values = gathered.get(column.name) ?? []
    if (values.length !== rows)
      throw new SnapshotError('truncated', file, `${rows} rows of ${column.name}`, `${values.length}`)
    if (!column.nullable && values.includes(null))
      throw new SnapshotError('malformed', file, `a value in every row of ${column.name}`, 'null')
    return { column, values }
  })
  return { rows, columns }
}

function readMetadata(file: string, bytes: Uint8Array<ArrayBuffer>): FileMetaData {
  const mark = (from: number) => new TextDecoder('latin1').decode(bytes.subarray(from, from + 4))
  if (mark(0) !== 'PAR1')
    throw new SnapshotError('malformed', file, 'Parquet, which begins with PAR1', JSON.stringify(mark(0)))
  if (bytes.length < 12 || mark(bytes.length - 4) !== 'PAR1')
    throw new SnapshotError(
      'truncated',
      file,
      'Parquet, which ends with PAR1',
      `${bytes.length} bytes that do not`,
    )
  try {
    return parquetMetadata(bytes.slice().buffer)
  } catch (cause) {
    throw new SnapshotError('malformed', file, 'readable Parquet metadata', (cause as Error).message, cause)
  }
}

function checkColumns(file: string, table: TableName, metadata: FileMetaData): void {
  const found = metadata.schema.slice(1)
  const expected: readonly Column[] = schema[table]
  const fits =
    found.length === expected.length && expected.every((column, i) => fitsColumn(column, found[i]!))
  if (fits) return
  const words = (name: string, type?: string, annotation?: string) =>
    [name, type, annotation].filter(Boolean).join(' ')
  throw new SnapshotError(
    'malformed',
    file,
    `columns ${expected.map((c) => words(c.name, parquetTypes[c.type].type)).join(', ')}`,
    found.map((e) => words(e.name, e.type, e.converted_type)).join(', '),
  )
}

function fitsColumn(column: Column, element: SchemaElement): boolean {
  const { type, annotations } = parquetTypes[column.type]
  return (
    element.name === column.name &&
    element.type === type &&
    element.repetition_type !== 'REPEATED' &&
    annotations.includes(element.converted_type)
  )
}

type Cell = string | number | bigint | boolean | null

async function gather(
  file: string,
  bytes: Uint8Array<ArrayBuffer>,
  metadata: FileMetaData,
): Promise<Map<string, Cell[]>> {
  const chunks: ColumnData[] = []
  try {
    await parquetRead({
      file: { byteLength: bytes.length, slice: (start, end) => bytes.slice(start, end).buffer },
      metadata,
      onChunk: (chunk) => chunks.push(chunk),
    })
  } catch (cause) {
    throw new SnapshotError('malformed', file, 'readable Parquet', (cause as Error).message, cause)
  }
  const gathered = new Map<string, Cell[]>()
  for (const { columnName, columnData, rowStart } of chunks.sort((a, b) => a.rowStart - b.rowStart)) {
    const values = gathered.get(columnName) ?? []
    gathered.set(columnName, values)
    if (values.length !== rowStart)
      throw new SnapshotError('malformed', file, `row ${values.length} of ${columnName}`, `row ${rowStart}`)
    for (let i = 0; i < columnData.length; i += 1) values.push((columnData[i] as Cell | undefined) ?? null)
  }
  return gathered
}
