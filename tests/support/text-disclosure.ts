import type { Extraction, ExtractionTable } from '../../src/model/extraction'
import type { Registry } from '../../src/reference/registry'
import { extract } from '../../src/ingest/pipeline'
import { readRegistry } from '../../scripts/registry'

/** A table with its surroundings, to be written as text in one of the two ways that publishers have. */
export interface WrittenTable {
  /** Lines above the table. */
  above: string[]
  rows: string[][]
  /** Lines below it. */
  below?: string[]
}

/** Rows on one line each, cells parted by tabs. */
export function rowPerLine(title: string, tables: WrittenTable[]): string {
  const parts = tables.map(({ above, rows, below = [] }) =>
    [...above, '', ...rows.map((row) => row.join('\t')), '', ...below, ''].join('\n'),
  )
  return [title, '', ...parts].join('\n')
}

/** Cells on one line each after a tab, a blank line between rows. */
export function cellPerLine(title: string, tables: WrittenTable[]): string {
  const parts = tables.map(({ above, rows, below = [] }) => {
    const written = rows.map((row) => row.map((cell) => `\t${cell}`).join('\n'))
    return [...above, written.join('\n\n'), '', '', ...below, ''].join('\n')
  })
  return [title, '', ...parts].join('\n')
}

export const shippedRegistry: Registry = readRegistry()

/** Reads a text as the program reads a published file. */
export async function extractText(text: string, name = 'disclosure.txt'): Promise<Extraction> {
  const [extraction] = await extract([{ name, bytes: new TextEncoder().encode(text) }], shippedRegistry)
  return extraction!
}

/** Reads a document of one table. */
export async function extractTable(text: string): Promise<ExtractionTable> {
  const { tables } = await extractText(text)
  if (tables.length !== 1) throw new Error(`expected 1 table, found ${tables.length}`)
  return tables[0]!
}

/** Header of each column that holds values, as `path/path = measure fund stage year`. */
export function valueColumns(table: ExtractionTable): string[] {
  return table.columns
    .filter(({ role }) => role === 'amount' || role === 'quantity')
    .map(({ path, measure, item, fund, amountStage, amountYear }) =>
      [path.join('/'), '=', measure, item, fund, amountStage, amountYear]
        .filter((part) => part !== undefined)
        .join(' '),
    )
}
