import { DataType, type Table, type Vector } from 'apache-arrow'
import { decimalText, refuseType, type StoredCell, type StoredRows } from './cell'

/** The rows of an Arrow table as cells. @throws RangeError for a column of a type that no cell may have */
export function cellsOfArrow(table: Table): StoredRows {
  const columns = table.schema.fields.map((field) => field.name)
  const readers = table.schema.fields.map((field) => cellReader(field.name, field.type as DataType))
  const vectors = columns.map((_, i) => table.getChildAt(i) as Vector)
  const rows = Array.from({ length: table.numRows }, (_, row) =>
    vectors.map((vector, i) => {
      const value: unknown = vector.get(row)
      return value === null || value === undefined ? null : readers[i]!(value)
    }),
  )
  return { columns, rows }
}

function cellReader(column: string, type: DataType): (value: unknown) => StoredCell {
  if (DataType.isDictionary(type)) return cellReader(column, type.dictionary as DataType)
  if (DataType.isNull(type)) return () => null
  if (DataType.isUtf8(type) || DataType.isLargeUtf8(type)) return (value) => value as string
  if (DataType.isBool(type)) return (value) => value as boolean
  if (DataType.isInt(type))
    return type.bitWidth === 64 ? (value) => (value as bigint).toString() : (value) => value as number
  if (DataType.isDecimal(type)) return (value) => decimalText(wholeOfWords(value as Uint32Array), type.scale)
  if (DataType.isDate(type)) return (value) => new Date(Number(value)).toISOString().slice(0, 10)
  return refuseType(column, String(type))
}

/** Arrow gives a decimal unscaled, as little-endian words in two's complement. */
function wholeOfWords(words: Uint32Array): bigint {
  let whole = 0n
  for (let i = words.length - 1; i >= 0; i -= 1) whole = (whole << 32n) | BigInt(words[i]!)
  return BigInt.asIntN(32 * words.length, whole)
}
