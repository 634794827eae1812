/**
 * Reads a CSV text (RFC 4180) into records by the names of its first line.
 * @throws Error when a line has another number of fields than the first
 */
export function parseCsv<Name extends string>(text: string, names: readonly Name[]): Record<Name, string>[] {
  const [header, ...lines] = fields(text)
  const missing = names.filter((name) => !header?.includes(name))
  if (!header || missing.length > 0)
    throw new Error(`csv: expected columns ${names.join(', ')}, found ${header?.join(', ')}`)
  return lines.map((line, index) => {
    if (line.length !== header.length) {
      throw new Error(`csv line ${index + 2}: expected ${header.length} fields, found ${line.length}`)
    }
    return Object.fromEntries(names.map((name) => [name, line[header.indexOf(name)]!])) as Record<
      Name,
      string
    >
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
