/** Rows by the document they belong to, each group in the order given. */
export function byDocument<Row extends { document_id: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(row.document_id)
    if (group) group.push(row)
    else groups.set(row.document_id, [row])
  }
  return groups
}
