import type { AsyncDuckDBConnection } from '@duckdb/duckdb-wasm'
import { cellsOfArrow } from './arrow-cells'
import { fetchCatalog, orNewRelease, type Catalog } from './catalog'
import type { StoredRows } from './cell'
import type { Database } from './database'
import { engineBytes, startEngine, stopped, type Engine, type EngineAddresses } from './engine'
import { EngineError } from './engine-error'
import { ImportedDisclosures } from './imported'
import { arrowOfParquet, type ArrowBytes } from './load'
import { Progress } from './progress'
import {
  decodeRows,
  QueryError,
  wholeBound,
  type Bound,
  type Decoder,
  type Params,
  type Query,
} from './query'
import { createTable, tableNames, type ImportedRows, type TableName } from './schema'
import { checkSeal, fetchServed, type Served } from './served-file'
import { SnapshotError } from './snapshot-error'

export interface WasmOptions extends Served {
  /** The catalog that the rest of the page uses, so that all speak of one release; fetched when not given. */
  catalog?: () => Promise<Catalog>
  /** How much of the engine and the tables has come, 0…1: never falls, at most ten times a second. */
  onProgress?: (share: number) => void
  /** Stops a start that is under way. */
  signal?: AbortSignal
  engine?: Partial<EngineAddresses>
  /** Milliseconds without progress after which the start is given up; 15,000 when not given. */
  patience?: number
}

/** DuckDB in the reader's browser: answers like every database. */
export interface WasmDatabase extends Database {
  /** Resolves with the reason when the engine breaks down or is closed: it answers no more. */
  readonly ended: Promise<EngineError>
  /** Holds the disclosures of the reader's own files beside those of the snapshot, in place of those held before. */
  hold(rows: ImportedRows): Promise<void>
  /** The rows of a question as answers store them, undecoded. Throws a QueryError. */
  cells<P extends Params, D extends Record<string, Decoder<unknown>>>(
    query: Query<P, D>,
    params: P,
  ): Promise<StoredRows>
  /** Runs any SQL with bound values. */
  run(sql: string, values?: Bound[]): Promise<StoredRows>
}

/**
 * Opens the snapshot in DuckDB-WASM, from the page's own origin: the engine starts in a worker while the tables are fetched
 * and decoded. Closing, or aborting `signal`, ends the worker at once.
 * @throws EngineError, SnapshotError
 */
export async function openWasm(options: WasmOptions): Promise<WasmDatabase> {
  const halt = new AbortController()
  const abort = () => halt.abort()
  options.signal?.addEventListener('abort', abort)
  if (options.signal?.aborted) abort()
  try {
    const catalog = await unlessHalted(fetchedCatalog(options), halt.signal)
    return await openRelease(catalog, options, halt.signal).catch(async (cause: unknown) => {
      abort()
      throw await orNewRelease(cause, catalog, options)
    })
  } finally {
    options.signal?.removeEventListener('abort', abort)
  }
}

async function openRelease(
  catalog: Catalog,
  options: WasmOptions,
  signal: AbortSignal,
): Promise<WasmDatabase> {
  const files = tableFiles(catalog)
  const total = files.reduce((sum, { seal }) => sum + seal.bytes, engineBytes)
  const progress = new Progress(total, (share) => options.onProgress?.(share))
  const starting = startEngine({
    signal,
    onBytes: (bytes) => progress.reach('engine', bytes),
    ...(options.engine && { addresses: options.engine }),
    ...(options.patience !== undefined && { patience: options.patience }),
  })
  const loading = Promise.all(files.map((file) => loadTable(options, file, progress)))
  const [engine, tables] = await Promise.all([starting, loading])
  return fill(engine, tables)
}

function fetchedCatalog({ catalog, base, fetch }: WasmOptions): Promise<Catalog> {
  return catalog ? catalog() : fetchCatalog(base, fetch)
}

function unlessHalted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const halted = new Promise<never>((_, reject) => {
    if (signal.aborted) reject(stopped())
    else signal.addEventListener('abort', () => reject(stopped()))
  })
  return Promise.race([work, halted])
}

interface TableFile {
  table: TableName
  path: string
  seal: { bytes: number; sha256: string }
}

/** The Parquet file of every table. @throws SnapshotError when the catalog lists none for one */
function tableFiles(catalog: Catalog): TableFile[] {
  return tableNames.map((table) => {
    const path = `${table}.parquet`
    const seal = catalog.files.find((f) => f.path === path)
    if (!seal) throw new SnapshotError('missing', path, 'an entry in catalog.json', 'none')
    return { table, path, seal }
  })
}

async function loadTable(
  served: Served,
  { table, path, seal }: TableFile,
  progress: Progress,
): Promise<ArrowBytes & { table: TableName }> {
  const arrow = await fetchServed(served, path, async (bytes) => {
    await checkSeal(path, bytes, seal)
    return arrowOfParquet(table, bytes)
  })
  progress.reach(path, seal.bytes)
  return { table, ...arrow }
}

async function fill(engine: Engine, tables: (ArrowBytes & { table: TableName })[]): Promise<WasmDatabase> {
  try {
    const connection = await Promise.race([engine.duckdb.connect(), engine.ended])
    const filling = (async () => {
      await connection.query('SET autoload_known_extensions = false')
      await connection.query('SET autoinstall_known_extensions = false')
      for (const { table, rows, bytes } of tables) {
        await connection.query(createTable(table))
        if (rows > 0) await connection.insertArrowFromIPCStream(bytes, { name: table, create: false })
      }
      await connection.query('SET enable_external_access = false')
      await connection.query('SET lock_configuration = true')
    })()
    await Promise.race([filling, engine.ended])
    return new Wasm(engine, connection)
  } catch (cause) {
    if (cause instanceof EngineError) throw cause
    throw new EngineError(
      'crashed',
      'tables that can be filled',
      (cause as Error).message,
      'reload the page',
      cause,
    )
  }
}

class Wasm implements WasmDatabase {
  readonly ended: Promise<EngineError>
  readonly #engine: Engine
  readonly #connection: AsyncDuckDBConnection
  readonly #imported: ImportedDisclosures

  constructor(engine: Engine, connection: AsyncDuckDBConnection) {
    this.#imported = new ImportedDisclosures(engine.duckdb)
    this.ended = engine.ended.catch((reason: EngineError) => reason)
    this.#engine = engine
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
      return await this.run(query.sql, query.bind(params))
    } catch (cause) {
      throw new QueryError(query, (cause as Error).message, cause)
    }
  }

  hold(rows: ImportedRows): Promise<void> {
    return Promise.race([this.#imported.replace(rows), this.#engine.ended])
  }

  run(sql: string, values: Bound[] = []): Promise<StoredRows> {
    return Promise.race([this.#run(sql, values), this.#engine.ended])
  }

  close(): Promise<void> {
    this.#engine.stop()
    return Promise.resolve()
  }

  async #run(sql: string, values: Bound[]): Promise<StoredRows> {
    const statement = await this.#connection.prepare(sql)
    try {
      return cellsOfArrow(await statement.query(...wholeBound(values)))
    } finally {
      await statement.close()
    }
  }
}
