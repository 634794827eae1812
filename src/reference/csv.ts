/**
 * Reads a CSV text (RFC 4180) into records by the names of its first line.
 * @param optional columns that may be missing: their fields are then ''
 * @throws Error when a line has another number of fields than the first
 */
export function parseCsv<Name extends string, Optional extends string = never>(
  text: string,
  names: readonly Name[],
  optional: readonly Optional[] = [],
): Record<Name | Optional, string>[] {
  const [header, ...lines] = fields(text)
  const missing = names.filter((name) => !header?.includes(name))
  if (!header || missing.length > 0)
    throw new Error(`csv: expected columns ${names.join(', ')}, found ${header?.join(', ')}`)
  return lines.map((line, index) => {
    if (line.length !== header.length) {
      throw new Error(`csv line ${index + 2}: expected ${header.length} fields, found ${line.length}`)
    }
    const wanted = [...names, ...optional].map((name) => [name, line[header.indexOf(name)] ?? ''])
    return Object.fromEntries(wanted) as Record<Name | Optional, string>
  })
}

function fields(text: string): string[][] {
  const lines: string[][] = []
  let line: string[] = []
  const field = /(?:"((?:[^"]|"")*)"|([^,"\r\n]*))(,|\r?\n|$)/gy
  const body = text.replace(/^\ufeff/u, '')
  while (field.lastIndex < body.length) {
    const found = field.exec(body)
    if (!found) throw new Error('csv: expected a field, found a quote inside one')
    const [, quoted, plain = '', end] = found
    line.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === ',' && field.lastIndex === body.length) line.push('')
    if (end !== ',' || field.lastIndex === body.length) {
      lines.push(line)
      line = []
    }
  }
  return lines
}
