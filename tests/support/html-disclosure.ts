import type { Extraction } from '../../src/model/extraction'
import { extract } from '../../src/ingest/pipeline'
import { shippedRegistry } from './text-disclosure'

/** A cell of a page's table: its text, or its text over several columns and rows. */
export type HtmlCell = string | [text: string, cols: number, rows?: number]

export interface HtmlTable {
  above: string[]
  rows: HtmlCell[][]
  below?: string[]
}

/** A page with merged cells, as portals publish it. */
export function htmlPage(title: string, tables: HtmlTable[]): string {
  const lines = (texts: string[]): string => texts.map((text) => `<p>${text}</p>`).join('')
  const cell = (one: HtmlCell): string => {
    const [text, cols, rows = 1] = typeof one === 'string' ? [one, 1] : one
    return `<td colspan="${cols}" rowspan="${rows}">${text}</td>`
  }
  const body = tables.map(({ above, rows, below = [] }) => {
    const written = rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')
    return `${lines(above)}<table>${written}</table>${lines(below)}`
  })
  return `<!doctype html><meta charset="utf-8"><p>${title}</p>${body.join('')}`
}

/** Reads a page as the program reads a published file. */
export async function extractPage(title: string, tables: HtmlTable[]): Promise<Extraction> {
  const bytes = new TextEncoder().encode(htmlPage(title, tables))
  const [extraction] = await extract([{ name: 'disclosure.html', bytes }], shippedRegistry)
  return extraction!
}
