import { describe, expect, it } from 'vitest'
import type { Extraction } from '../../../src/model/extraction'
import { extract } from '../../../src/ingest/pipeline'
import {
  amountsOf,
  expectedAmounts,
  expectedDocument,
  formOfKind,
  truthIsHere,
  withoutTruth,
} from '../../support/expected-extraction'
import { publishedFile } from '../../support/published'
import { shippedRegistry } from '../../support/text-disclosure'

const extractions = new Map<string, Extraction>()

async function extracted(id: string): Promise<Extraction> {
  const known = extractions.get(id)
  if (known) return known
  const name = `${id}.txt`
  const [extraction] = await extract([{ name, bytes: publishedFile(name) }], shippedRegistry)
  extractions.set(id, extraction!)
  return extraction!
}

for (const [id, amounts] of [
  ['fuping-2023-budget', 190],
  ['fushun-2023-final', 188],
] as const) {
  describe.runIf(truthIsHere)(`${id}, ${withoutTruth}`, () => {
    it('is the document that its truth says', async () => {
      const { document } = expectedDocument(id)
      expect((await extracted(id)).document).toMatchObject({
        title: document.title,
        stage: document.docType,
        fiscalYear: document.fiscalYear,
        regionCode: document.regionCode,
        unitName: document.unitName,
        unitCode: document.unitCode,
        unitKind: 'unit',
        declaredUnit: document.amountUnit,
      })
    })

    it('has every table under its id, form, title, number, unit and notes', async () => {
      const { tables, document } = expectedDocument(id)
      expect(
        (await extracted(id)).tables.map(({ id: table, form, title, formCode, unit, empty, notes }) => ({
          table,
          form,
          title,
          formCode,
          unit,
          empty,
          notes,
        })),
      ).toEqual(
        tables.map((table) => ({
          table: table.id,
          form: formOfKind(table.kind, document.docType),
          title: table.title,
          formCode: table.formCode ?? '',
          unit: table.unit,
          empty: table.empty ?? false,
          notes: table.notes ?? [],
        })),
      )
    })

    it('has every column of its grid tables with role and path, and every cell to the character', async () => {
      const { tables } = await extracted(id)
      for (const [index, truth] of expectedDocument(id).tables.entries()) {
        if (truth.layout !== 'grid') continue
        const table = tables[index]!
        expect(
          table.columns.map(({ role, path }) => ({ role, path })),
          truth.id,
        ).toEqual(truth.columns.map(({ role, path }) => ({ role, path })))
        expect(
          table.rows.map(({ row, cells, indent, repair, locator }) => ({
            row,
            cells,
            line: (locator as { line: number }).line,
            indent: indent ?? 0,
            repaired: repair !== undefined,
          })),
          truth.id,
        ).toEqual(
          truth.rows.map(({ row, cells, line, indent, repair }) => ({
            row,
            cells,
            line,
            indent: indent ?? 0,
            repaired: repair !== undefined,
          })),
        )
      }
    })

    it(`has ${amounts} amounts with their column paths, codes and names, and none besides`, async () => {
      const { tables } = await extracted(id)
      let count = 0
      for (const [index, truth] of expectedDocument(id).tables.entries()) {
        if (truth.layout !== 'grid') continue
        const found = amountsOf(tables[index]!)
        expect(found, truth.id).toEqual(expectedAmounts(truth))
        count += found.length
      }
      const others = tables.filter((_, index) => expectedDocument(id).tables[index]!.layout === 'form')
      expect(count + others.flatMap(amountsOf).length).toBe(amounts)
    })

    it('prints every cell at the place it names', async () => {
      const lines = new TextDecoder().decode(publishedFile(`${id}.txt`)).split('\n')
      for (const table of (await extracted(id)).tables) {
        for (const row of table.rows) {
          for (const [index, place] of row.places!.entries()) {
            if (!place || row.cells[index] === '' || row.cells[index]!.endsWith('…')) continue
            const { line, offset, length } = place as { line: number; offset: number; length: number }
            const printed = `${lines[line - 1]!}\n${lines[line] ?? ''}`.slice(offset, offset + length)
            expect(printed.trim(), `${table.id} row ${row.row}`).toBe(row.cells[index])
          }
        }
      }
    })

    it('has no problem to report', async () => {
      expect((await extracted(id)).problems).toEqual([])
    })
  })
}
