import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  BIGINT,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBInstance,
  DuckDBTypeId,
  VARCHAR,
  type DuckDBAppender,
  type DuckDBConnection,
  type DuckDBPreparedStatement,
  type DuckDBResultReader,
  type DuckDBType,
  type DuckDBValue,
} from '@duckdb/node-api'
import { decimalText, refuseType, type StoredCell, type StoredRows } from './cell'
import type { Database } from './database'
import {
  decodeRows,
  QueryError,
  wholeBound,
  type Bound,
  type Decoder,
  type Params,
  type Query,
} from './query'
import {
  createTable,
  schema,
  sqlType,
  tableNames,
  type Column,
  type Snapshot,
  type TableName,
} from './schema'

/** Native DuckDB: answers like every database, and gives the cells that answers store. */
export interface NativeDatabase extends Database {
  /** The rows of a question as answers store them, undecoded. Throws a QueryError. */
  cells<P extends Params, D extends Record<string, Decoder<unknown>>>(
    query: Query<P, D>,
    params: P,
  ): Promise<StoredRows>
  /** Runs any SQL with bound values: for builds and tests. */
  run(sql: string, values?: Bound[]): Promise<StoredRows>
}

/** What to open: rows in memory (tables not named are empty), or all Parquet files as paths or bytes. */
export type NativeSource = { rows: Partial<Snapshot> } | { parquet: Record<TableName, string | Uint8Array> }

/**
 * Opens the tables of a snapshot in native DuckDB, in memory, one thread, without extensions from outside. Node only.
 *
 * `const db = await openNative({ rows: snapshot })`, then `await db.cells(query, params)` gives `{ columns, rows }`
 * for `answers/<document_id>.json`, and `await db.ask(query, params)` the decoded rows. Close it when done.
 * @throws RangeError when a Parquet file has not the columns and types of `schema`
 */
export async function openNative(source: NativeSource): Promise<NativeDatabase> {
  const instance = await DuckDBInstance.create(':memory:', {
    threads: '1',
    autoload_known_extensions: 'false',
    autoinstall_known_extensions: 'false',
  })
  const connection = await instance.connect()
  const database = new Native(instance, connection)
  try {
    for (const table of tableNames) {
      await connection.run(createTable(table))
      if ('rows' in source) await appendRows(connection, table, source.rows[table] ?? [])
    }
    if ('parquet' in source) await loadParquet(database, source.parquet)
  } catch (cause) {
    await database.close()
    throw cause
  }
  return database
}

class Native implements NativeDatabase {
  readonly #instance: DuckDBInstance
  readonly #connection: DuckDBConnection
  readonly #statements = new Map<string, DuckDBPreparedStatement>()
  #turn: Promise<unknown> = Promise.resolve()

  constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#instance = instance
    this.#connection = connection
  }

  async ask<P extends Params, D extends Record<string, Decoder<unknown>>>(query: Query<P, D>, params: P) {
    return decodeRows(query, (await this.cells(query, params)).rows)
  }

  async cells<P extends Params, D extends Record<string, Decoder<unknown>>>(
    query: Query<P, D>,
    params: P,
  ): Promise<StoredRows> {
    try {
      return await this.#inTurn(async () => storedRows(await this.#execute(query.sql, query.bind(params))))
    } catch (cause) {
      throw new QueryError(query, (cause as Error).message, cause)
    }
  }

  async run(sql: string, values: Bound[] = []): Promise<StoredRows> {
    const bound = wholeBound(values).map(bind)
    const reader = await this.#connection.runAndReadAll(
      sql,
      bound.map((b) => b.value),
      bound.map((b) => b.type),
    )
    return storedRows(reader)
  }

  /** Runs a question that may be asked again: it is planned once. */
  async #execute(sql: string, values: Bound[]): Promise<DuckDBResultReader> {
    let statement = this.#statements.get(sql)
    if (!statement) this.#statements.set(sql, (statement = await this.#connection.prepare(sql)))
    const bound = wholeBound(values).map(bind)
    statement.bind(
      bound.map((b) => b.value),
      bound.map((b) => b.type),
    )
    return statement.runAndReadAll()
  }

  /** One at a time: a statement holds the values that are bound to it until it has run. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work)
    this.#turn = done.catch(() => undefined)
    return done
  }

  async close(): Promise<void> {
    await this.#turn
    for (const statement of this.#statements.values()) statement.destroySync()
    this.#connection.closeSync()
    this.#instance.closeSync()
  }
}

function storedRows(reader: DuckDBResultReader): StoredRows {
  const columns = reader.columnNames()
  const types = reader.columnTypes()
  const rows = reader.getRows().map((row) => row.map((value, i) => storedCell(value, types[i]!, columns[i]!)))
  return { columns, rows }
}

function bind(value: Bound): { value: DuckDBValue; type: DuckDBType } {
  if (typeof value !== 'number') return { value, type: VARCHAR }
  return { value: BigInt(value), type: BIGINT }
}

const wholeNumbers = new Set([
  DuckDBTypeId.TINYINT,
  DuckDBTypeId.SMALLINT,
  DuckDBTypeId.INTEGER,
  DuckDBTypeId.UTINYINT,
  DuckDBTypeId.USMALLINT,
  DuckDBTypeId.UINTEGER,
])

function storedCell(value: DuckDBValue, type: DuckDBType, column: string): StoredCell {
  if (type.typeId === DuckDBTypeId.FLOAT || type.typeId === DuckDBTypeId.DOUBLE)
    return refuseType(column, type.toString())
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'bigint') return value.toString()
  if (typeof value === 'number' && wholeNumbers.has(type.typeId)) return value
  if (value instanceof DuckDBDecimalValue) return decimalText(value.value, value.scale)
  if (value instanceof DuckDBDateValue) return value.toString()
  return refuseType(column, type.toString())
}

async function appendRows(
  connection: DuckDBConnection,
  table: TableName,
  rows: readonly Record<string, string | number | bigint | boolean | null>[],
): Promise<void> {
  const appender = await connection.createAppender(table)
  for (const row of rows) {
    for (const column of schema[table] as readonly Column[])
      append(appender, table, column, row[column.name] ?? null)
    appender.endRow()
  }
  appender.closeSync()
}

function append(
  appender: DuckDBAppender,
  table: TableName,
  column: Column,
  value: string | number | bigint | boolean | null,
): void {
  if (value === null && column.nullable) appender.appendNull()
  else if (column.type === 'text' && typeof value === 'string') appender.appendVarchar(value)
  else if (column.type === 'integer' && Number.isSafeInteger(value)) appender.appendInteger(value as number)
  else if (column.type === 'fen' && typeof value === 'bigint') appender.appendBigInt(value)
  else if (column.type === 'boolean' && typeof value === 'boolean') appender.appendBoolean(value)
  else
    throw new RangeError(
      `${table}.${column.name}: expected ${column.type}, found ${typeof value} ${String(value)}`,
    )
}

async function loadParquet(
  database: NativeDatabase,
  files: Record<TableName, string | Uint8Array>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'mingzhang-'))
  try {
    for (const table of tableNames) {
      const file = files[table]
      const path = typeof file === 'string' ? file : join(folder, `${table}.parquet`)
      if (typeof file !== 'string') await writeFile(path, file)
      await checkColumns(database, table, path)
      await database.run(`INSERT INTO "${table}" SELECT * FROM read_parquet(?)`, [path])
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function checkColumns(database: NativeDatabase, table: TableName, path: string): Promise<void> {
  const described = await database.run(
    'SELECT column_name, column_type FROM (DESCRIBE FROM read_parquet(?))',
    [path],
  )
  const found = described.rows.map(([name, type]) => `${name} ${type}`).join(', ')
  const expected = schema[table].map((c) => `${c.name} ${sqlType[c.type]}`).join(', ')
  if (found !== expected) throw new RangeError(`${table}.parquet: expected ${expected}, found ${found}`)
}
