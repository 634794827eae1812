/**
 * A cell in the one form that every door hands to the decoder and that answers store as JSON:
 *
 * | SQL type | cell |
 * |---|---|
 * | NULL of any type | null |
 * | VARCHAR, ENUM | string |
 * | BOOLEAN | boolean |
 * | TINYINT, SMALLINT, INTEGER and their unsigned kin | number |
 * | BIGINT, UBIGINT, HUGEINT, UHUGEINT | decimal string, `-?\d+` |
 * | DECIMAL(p, s) | decimal string with exactly s decimals |
 * | DATE | `YYYY-MM-DD` |
 *
 * FLOAT, DOUBLE and every other type are refused: an amount may have been rounded on its way.
 */
export type StoredCell = string | number | boolean | null

/** Columns of an answer, in the query's order, and its rows of cells. */
export interface StoredRows {
  columns: string[]
  rows: StoredCell[][]
}

/** Writes an unscaled whole number with its point put back: 1234 at scale 2 is `12.34`. */
export function decimalText(unscaled: bigint, scale: number): string {
  const digits = (unscaled < 0n ? -unscaled : unscaled).toString().padStart(scale + 1, '0')
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`
  return unscaled < 0n ? `-${text}` : text
}

/** A column of a type that no cell may have. */
export function refuseType(column: string, type: string): never {
  throw new RangeError(
    `column ${column}: expected text, whole numbers, DECIMAL, DATE or truth, found ${type} (amounts never pass through floats)`,
  )
}
