import type { Paragraph, RawBlock, RawDocument, RawTable } from '../../src/ingest/raw'

/** The paragraphs' words of a document. */
export function paragraphsOf(document: RawDocument): string[] {
  return document.blocks
    .filter((block): block is Paragraph => block.kind === 'paragraph')
    .map((block) => block.text)
}

/** The tables of a document. */
export function tablesOf(document: RawDocument): RawTable[] {
  return document.blocks.filter((block): block is RawTable => block.kind === 'table')
}

/**
 * A table as lines, one for each row: texts by column, parted by `|`; a merged cell's text stands at its first position,
 * `^` where it goes on below, `<` where it goes on to the right, `·` where there is no cell.
 */
export function drawn(table: RawTable): string[] {
  const rows = Array.from({ length: table.rowCount }, () => Array.from({ length: table.colCount }, () => '·'))
  for (const cell of table.cells) {
    for (let row = 0; row < cell.rowSpan; row += 1) {
      for (let col = 0; col < cell.colSpan; col += 1) {
        rows[cell.row + row]![cell.col + col] = row > 0 ? '^' : col > 0 ? '<' : cell.text
      }
    }
  }
  return rows.map((row) => row.join('|'))
}

/** Kinds and first words of blocks, in reading order. */
export function outline(blocks: readonly RawBlock[]): string[] {
  return blocks.map((block) => (block.kind === 'paragraph' ? block.text : `[${drawn(block).join(' / ')}]`))
}
