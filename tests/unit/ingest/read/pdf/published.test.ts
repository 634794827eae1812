import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { RawCell, RawDocument, RawTable } from '../../../../../src/ingest/raw'
import { UnreadableFile } from '../../../../../src/ingest/raw'
import { readPdf } from '../../../../../src/ingest/read/pdf/pdf'
import { readText } from '../../../../../src/ingest/read/text'
import { lettersOfPackage } from '../../../../support/pdf-letters'
import { publishedFile, publishedFilesAreHere } from '../../../../support/published'
import { agreementWith, expectedTables } from '../../../../support/published-truth'
import { paragraphsOf, tablesOf } from '../../../../support/raw-text'

const corpus = fileURLToPath(new URL('../../../../../../shared/corpus/', import.meta.url))
const corpusIsHere = existsSync(corpus)
const absence = 'run only where ../shared is beside the repository'

const readFixture = (name: string): Promise<RawDocument> =>
  readPdf(publishedFile(name), { cMap: lettersOfPackage })

describe.runIf(publishedFilesAreHere)(`pdf files made of the two base documents (${absence})`, () => {
  it.each([
    ['fuping-2023-budget', 'fuping-2023-budget.pdf', [1055, 190, 228]],
    ['fuping-2023-budget', 'fuping-2023-budget.multipage.pdf', [1055, 190, 228]],
    ['fuping-2023-budget', 'fuping-2023-budget.sheets.pdf', [1055, 190, 228]],
    ['fushun-2023-final', 'fushun-2023-final.pdf', [1198, 188, 171]],
    ['fushun-2023-final', 'fushun-2023-final.sheets.pdf', [1198, 188, 171]],
  ])('%s: every cell of %s stands where it was published', async (id, file, [cells, amounts, header]) => {
    const agreement = agreementWith(expectedTables(id), (await readFixture(file)).blocks)
    expect(agreement).toEqual({
      cells: [cells, cells],
      amounts: [amounts, amounts],
      header: [header, header],
      wrong: [],
    })
  })

  it.each(['fuping-2023-budget', 'fushun-2023-final'])(
    '%s: prose has the paragraphs of the text',
    async (id) => {
      const plain = (words: string): string => words.replace(/[\s*]/gu, '')
      const inText = paragraphsOf(readText(publishedFile(`${id}.txt`))).map(plain)
      const inPdf = paragraphsOf(await readFixture(`${id}.pdf`)).map(plain)
      const missing = inText.filter((words) => words.length > 30 && !inPdf.includes(words))
      // One paragraph of fushun is broken over two lines in the published text itself.
      expect(missing.length).toBeLessThanOrEqual(1)
    },
  )

  it.each([
    ['encrypted-password-secret.pdf', 'encrypted', 'a pdf with a password'],
    ['scanned-no-text.pdf', 'scan', 'a scan without text, 2 pages of pictures'],
    ['truncated.pdf', 'broken', 'a pdf without its end: it was cut off'],
  ])('adversarial/%s ends in one clear error', async (file, reason, found) => {
    const error = await readFixture(`adversarial/${file}`).catch((cause: unknown) => cause)
    expect(error).toBeInstanceOf(UnreadableFile)
    expect(error).toMatchObject({ reason, found })
  })
})

interface PutuoTable {
  ordinal: number
  pages: number[]
  columns: string[]
  rows: string[][]
}

describe.runIf(publishedFilesAreHere)(`a published final account of a district (${absence})`, () => {
  it('has all 990 cells of its nine tables, on the pages where they stand', async () => {
    const tables = tablesOf(await readFixture('real/putuo-socialwork-2024-final.pdf'))
    const truth = JSON.parse(
      new TextDecoder().decode(publishedFile('real/putuo-socialwork-2024-final.expected.json')),
    ) as { tables: PutuoTable[] }
    let cells = 0
    for (const expected of truth.tables) {
      const table = tables.find(({ page }) => page === expected.pages[0])!
      expect(table.pages).toEqual(expected.pages)
      expect(table.colCount).toBe(expected.columns.length)
      const rows = positions(table)
      const start = expected.rows.length > 0 ? startOf(rows, expected) : 0
      for (const [index, row] of expected.rows.entries()) {
        for (const [col, printed] of row.entries()) {
          const cell = rows[start + index]![col]!
          const right = isPrinted(cell, printed, row, col) || isLabel(cell, printed, expected.columns[col]!)
          expect(right, `table ${expected.ordinal} row ${index} column ${col}`).toBe(true)
          cells += 1
        }
      }
    }
    expect(cells).toBe(990)
  })
})

/** Index of the row in which a table's expected rows begin: the first that reads like the first of them. */
function startOf(rows: readonly (readonly RawCell[])[], { rows: [first], columns }: PutuoTable): number {
  return rows.findIndex((row) =>
    first!.every(
      (printed, col) =>
        isPrinted(row[col]!, printed, first!, col) || isLabel(row[col]!, printed, columns[col]!),
    ),
  )
}

/** In two empty tables the row of totals stands on that of the lowest labels, as published; the truth has blanks there. */
function isLabel(cell: RawCell, printed: string, column: string): boolean {
  return printed === '' && cell.text.trim() === column.split('/').at(-1)
}

function positions(table: RawTable): RawCell[][] {
  const rows = Array.from({ length: table.rowCount }, (): RawCell[] => [])
  for (const cell of table.cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) {
      for (let col = cell.col; col < cell.col + cell.colSpan; col += 1) rows[row]![col] = cell
    }
  }
  return rows
}

/** A label merged over code and name stands in the name's column of the truth. */
function isPrinted(cell: RawCell, printed: string, row: readonly string[], col: number): boolean {
  const text = cell.text.trim()
  const labels = row.slice(cell.col, cell.col + cell.colSpan).filter((words) => words !== '')
  const isCovered =
    printed === '' && col < cell.col + cell.colSpan && labels.length === 1 && labels[0] === text
  return text === printed || isCovered
}

interface Disclosure {
  id: string
  figures: Record<string, string>
  files: { file: string }[]
}

const disclosures = corpusIsHere
  ? (JSON.parse(readFileSync(`${corpus}manifest.json`, 'utf8')) as Disclosure[])
  : []

const wordsOf = (document: RawDocument): string[] =>
  document.blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.text] : block.cells.map((cell) => cell.text),
  )

const figuresIn = (text: string): string[] => text.normalize('NFKC').match(/\d[\d,]*(?:\.\d+)?/gu) ?? []

describe.runIf(corpusIsHere)(`the corpus of published disclosures (${absence})`, () => {
  it.each(disclosures)(
    '$id: every listed figure stands in a cell or a paragraph',
    async ({ figures, files }) => {
      const found = new Set<string>()
      for (const { file } of files) {
        const document = await readPdf(new Uint8Array(readFileSync(corpus + file)), {
          cMap: lettersOfPackage,
        })
        for (const figure of wordsOf(document).flatMap(figuresIn)) found.add(figure.replaceAll(',', ''))
      }
      const missing = Object.entries(figures).filter(([, figure]) => !found.has(figure.replace('-', '')))
      expect(missing).toEqual([])
    },
  )

  const counter = '/usr/bin/pdftotext'
  const files = disclosures.flatMap((disclosure) => disclosure.files.map(({ file }) => file))
  it.runIf(existsSync(counter)).each(files)(
    '%s: as many figures are read as poppler counts, page numbers aside (run only where pdftotext is installed)',
    async (file) => {
      const document = await readPdf(new Uint8Array(readFileSync(corpus + file)), { cMap: lettersOfPackage })
      const read = tally(wordsOf(document).flatMap(figuresIn))
      const printed = tally(
        figuresIn(execFileSync(counter, ['-raw', corpus + file, '-'], { encoding: 'utf8' })),
      )
      const more = [...read].filter(([figure, count]) => count > (printed.get(figure) ?? 0))
      const fewer = [...printed].filter(([figure, count]) => count > (read.get(figure) ?? 0))
      expect(more).toEqual([])
      // What is left out counts pages, or is the year in a title that is printed again above the rest of a table.
      expect(
        fewer.filter(([figure, count]) => !/^\d{1,2}$/u.test(figure) && count > (read.get(figure) ?? 0) + 1),
      ).toEqual([])
      expect(fewer.filter(([figure]) => /[.,]|\d{5}/u.test(figure))).toEqual([])
    },
  )
})

function tally(figures: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const figure of figures) counts.set(figure, (counts.get(figure) ?? 0) + 1)
  return counts
}
