import { schema, type Column, type SnapshotRow, type TableName } from '../../src/db/schema'

const empty: Record<Column['type'], string | number | bigint | boolean> = {
  text: '',
  integer: 0,
  fen: 0n,
  boolean: false,
}

/** A row of a snapshot table: what the test names, and null or the type's empty value in every other column. */
export function rowOf<T extends TableName>(table: T, values: Partial<SnapshotRow<T>>): SnapshotRow<T> {
  const columns: readonly Column[] = schema[table]
  const blank = Object.fromEntries(columns.map((c) => [c.name, c.nullable ? null : empty[c.type]]))
  return { ...blank, ...values } as SnapshotRow<T>
}
