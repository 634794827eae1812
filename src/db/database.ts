import type { Decoder, Params, Query, RowOf } from './query'

/** Something that answers questions: the engine in the browser, native DuckDB, or stored answers. */
export interface Database {
  /** All rows, decoded. Throws a QueryError. */
  ask<P extends Params, D extends Record<string, Decoder<unknown>>>(
    query: Query<P, D>,
    params: P,
  ): Promise<RowOf<Query<P, D>>[]>
  close(): Promise<void>
}
