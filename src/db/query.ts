import type Decimal from 'decimal.js'
import { Exact, yuanOfFen } from '../model/money'

/** A value as a door hands it over: text, whole numbers and truth; every door first makes its own types into these. */
export type Cell = string | bigint | number | boolean | null

/** Values that can be bound to a placeholder; numbers are whole. */
export type Bound = string | number | null

/** Gives the values back when every number is whole. @throws RangeError: the engines bind other numbers as floats */
export function wholeBound(values: readonly Bound[]): Bound[] {
  for (const value of values)
    if (typeof value === 'number' && !Number.isSafeInteger(value))
      throw new RangeError(`bound value: expected a whole number, found ${value}`)
  return [...values]
}

/** Reads one cell; throws a RangeError that says what was expected and what was found. */
export interface Decoder<T> {
  (cell: Cell): T
}

/** Text, never null. */
export const text: Decoder<string> = (cell) => {
  if (typeof cell !== 'string') throw new RangeError(`text: expected a string, found ${describe(cell)}`)
  return cell
}

/** A whole number within ±2⁵³: counts, years, numbers of rows. */
export const integer: Decoder<number> = (cell) => {
  const value =
    typeof cell === 'string' && /^-?\d+$/.test(cell)
      ? Number(cell)
      : typeof cell === 'bigint'
        ? Number(cell)
        : cell
  if (typeof value !== 'number' || !Number.isSafeInteger(value))
    throw new RangeError(`integer: expected a whole number, found ${describe(cell)}`)
  return value
}

/** Truth. */
export const flag: Decoder<boolean> = (cell) => {
  if (typeof cell !== 'boolean') throw new RangeError(`flag: expected true or false, found ${describe(cell)}`)
  return cell
}

/** Money: integer 分 in the cell, Decimal 元 out. A number is refused: it may have been rounded on its way. */
export const money: Decoder<Decimal> = (cell) => {
  if (typeof cell === 'bigint') return yuanOfFen(cell)
  if (typeof cell === 'string' && /^-?\d+$/.test(cell)) return yuanOfFen(BigInt(cell))
  throw new RangeError(`money: expected integer fen, found ${describe(cell)}`)
}

/** A decimal kept as text: quantities, rates, scores. */
export const decimal: Decoder<Decimal> = (cell) => {
  if (typeof cell === 'string' && /^-?\d+(\.\d+)?$/.test(cell)) return new Exact(cell)
  throw new RangeError(`decimal: expected decimal text, found ${describe(cell)}`)
}

/** Lets null through. */
export function orNull<T>(decoder: Decoder<T>): Decoder<T | null> {
  return (cell) => (cell === null ? null : decoder(cell))
}

/** One of a closed list of words. */
export function oneOf<T extends string>(...words: T[]): Decoder<T> {
  return (cell) => {
    if (!words.includes(cell as T))
      throw new RangeError(`word: expected one of ${words.join(', ')}, found ${describe(cell)}`)
    return cell as T
  }
}

type Decoders = Record<string, Decoder<unknown>>

/** A question: SQL with placeholders, its parameters in binding order, and a decoder for each column, in the columns' order. */
export interface Query<P extends Params = Params, D extends Decoders = Decoders> {
  name: string
  sql: string
  /** Values of the placeholders, in order. A method, so that queries of different parameters fit in one list. */
  bind(params: P): Bound[]
  row: D
  /** Columns of the answer: the keys of `row`, in order. */
  columns: string[]
  /** The parameters whose answers are stored with a document, or absent when only the engine answers. */
  precomputed?: (document: PrecomputableDocument) => P[]
  /** The same for all documents and parameters at once, for the building of answers: many small questions cost more. */
  together?: Together
}

/** One question for many: it binds nothing, and its rows begin with the parameters that each belongs to. */
export interface Together {
  sql: string
  /** Names of the parameters that the rows begin with, `document` first; the query's own columns follow. */
  keys: string[]
}

/** What differs in SQL that is written once for one set of parameters and for all of them together. */
export interface Scope {
  /** The condition that a column is the next bound value; in SQL for all, that it has any value. */
  is(column: string): string
  /** The keys' columns, which stand first in what SQL for all selects, groups and orders by; nothing in SQL for one. */
  first(...columns: string[]): string
}

const one: Scope = { is: (column) => `${column} = ?`, first: () => '' }
const all: Scope = {
  is: (column) => `${column} IS NOT NULL`,
  first: (...columns) => columns.map((column) => `${column}, `).join(''),
}

/** Parameters of a query: flat, of text and numbers, so that they are stored and compared as JSON with sorted keys. */
export type Params = Record<string, string | number>

/** What a query may know of a document to say which of its answers are stored. */
export interface PrecomputableDocument {
  document: string
  stage: 'budget' | 'final'
  /** Every (table, scheme, measure, fund, stage) that holds at least one amount. */
  series: { table: number; scheme: string; measure: string; fund: string; stage: string }[]
}

/** A row as the program sees it. */
export type RowOf<Q> = Q extends { row: infer D }
  ? { [K in keyof D]: D[K] extends Decoder<infer T> ? T : never }
  : never

/** A question as it is written: SQL as text, or as a function of its scope, which is then also asked for all together. */
type Written<P extends Params, D extends Decoders> = Omit<Query<P, D>, 'columns' | 'sql' | 'together'> &
  ({ sql: string } | { sql: (of: Scope) => string; keys: ['document', ...(keyof P & string)[]] })

export function defineQuery<P extends Params, D extends Decoders>(query: Written<P, D>): Query<P, D> {
  const columns = Object.keys(query.row)
  if (!('keys' in query)) return { ...query, columns }
  const { sql, keys, ...rest } = query
  return { ...rest, columns, sql: sql(one), together: { sql: sql(all), keys } }
}

/** Decodes rows of cells in the order of the query's columns. Throws a QueryError that names query, row and column. */
export function decodeRows<P extends Params, D extends Decoders>(
  query: Query<P, D>,
  rows: readonly (readonly Cell[])[],
): RowOf<Query<P, D>>[] {
  return rows.map((cells, index) => {
    if (cells.length !== query.columns.length) {
      throw new QueryError(
        query,
        `row ${index + 1}: expected ${query.columns.length} columns, found ${cells.length}`,
      )
    }
    const row: Record<string, unknown> = {}
    query.columns.forEach((column, i) => {
      try {
        row[column] = query.row[column]!(cells[i] ?? null)
      } catch (cause) {
        throw new QueryError(query, `row ${index + 1}, column ${column}: ${(cause as Error).message}`, cause)
      }
    })
    return row as RowOf<Query<P, D>>
  })
}

/** A query that could not be asked or read; keeps its name and SQL. */
export class QueryError extends Error {
  readonly query: string
  readonly sql: string
  constructor(query: Pick<Query, 'name' | 'sql'>, message: string, cause?: unknown) {
    super(`${query.name}: ${message}`, { cause })
    this.name = 'QueryError'
    this.query = query.name
    this.sql = query.sql
  }
}

/** Parameters as the answers store and find them: JSON with sorted keys. */
export function paramsKey(params: Params): string {
  return JSON.stringify(Object.fromEntries(Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1))))
}

function describe(cell: Cell): string {
  return typeof cell === 'string' ? JSON.stringify(cell.slice(0, 40)) : `${typeof cell} ${String(cell)}`
}
