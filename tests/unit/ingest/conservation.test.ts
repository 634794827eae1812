import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { cMaps } from '../../../scripts/c-maps'
import { extract } from '../../../src/ingest/pipeline'
import type { Paragraph } from '../../../src/ingest/raw'
import { readFile } from '../../../src/ingest/read/read-file'
import type { ExtractionTable } from '../../../src/model/extraction'
import { corpus, corpusFile, corpusIsHere, withoutCorpus } from '../../support/corpus'
import { tokensIn, tokensOfPage, without } from '../../support/printed-tokens'
import { shippedRegistry } from '../../support/text-disclosure'

const pageOf = ({ spans: [first] }: Paragraph): number =>
  first && 'page' in first.place ? first.place.page : 0

/** Runs of digits in the body of tables: what must be there as often as it is printed. */
const inCells = (tables: ExtractionTable[]): string[] =>
  tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap(tokensIn)))

/** Runs of digits in what stands around a table and over its columns, each as often as it may be printed on its pages. */
const aroundCells = (tables: ExtractionTable[]): string[] =>
  tables.flatMap(({ title, formCode, notes, columns, pages }) => {
    const header = [...new Set(columns.flatMap(({ path }) => path))].flatMap(tokensIn)
    return [
      ...[title, formCode, ...notes].flatMap(tokensIn),
      ...pages.flatMap((page) => [...header, ...tokensIn(title), String(page)]),
    ]
  })

/** Prose on the pages of tables: sentences, headings; a bare figure or a row of a table is none. */
const inProse = (paragraphs: Paragraph[], pages: readonly number[]): string[] =>
  paragraphs
    .filter(
      (paragraph) =>
        pages.includes(pageOf(paragraph)) &&
        /[。；，：]|年度?\p{Script=Han}+表$|^(?:第|[一二三四五六七八九十]+、)/u.test(paragraph.text),
    )
    .flatMap(({ text }) => tokensIn(text))

describe.runIf(corpusIsHere)(
  `every run of digits on the pages of tables is accounted for, ${withoutCorpus}`,
  () => {
    it.each(corpus)(
      '$id',
      async ({ files }) => {
        const published = files.map(({ file }) => ({ name: file, bytes: corpusFile(file) }))
        const [extraction] = await extract(published, shippedRegistry, { cMap: cMaps })
        let all = 0
        for (const { file, source_no } of extraction!.sources) {
          const tables = extraction!.tables.filter((table) => table.source_no === source_no)
          const pages = [...new Set(tables.flatMap((table) => table.pages))]
          const bytes = corpusFile(file)
          const pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise
          const printed: string[] = []
          for (const page of pages) printed.push(...(await tokensOfPage(pdf, page)))
          const { blocks } = await readFile(bytes, file, { cMap: cMaps })
          const paragraphs = blocks.filter((block): block is Paragraph => block.kind === 'paragraph')

          const cells = inCells(tables)
          expect(without(cells, printed), `${file}: not printed`).toEqual([])
          const rest = without(without(printed, cells), aroundCells(tables))
          expect(without(rest, inProse(paragraphs, pages)), `${file}: lost`).toEqual([])
          all += cells.length
          await pdf.destroy()
        }
        expect(all).toBeGreaterThan(200)
      },
      20_000,
    )
  },
)
