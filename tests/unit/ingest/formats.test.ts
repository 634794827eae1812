import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { cMaps } from '../../../scripts/c-maps'
import { extract } from '../../../src/ingest/pipeline'
import type { Extraction } from '../../../src/model/extraction'
import type { ExpectedTable } from '../../support/expected-extraction'
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

const folder = fileURLToPath(new URL('../../../../shared/fixtures/', import.meta.url))
const ids = ['fuping-2023-budget', 'fushun-2023-final']
const files = truthIsHere
  ? readdirSync(folder).filter((name) => ids.some((id) => name.startsWith(`${id}.`)))
  : []

const extractions = new Map<string, Extraction>()

async function extracted(file: string): Promise<Extraction> {
  const known = extractions.get(file)
  if (known) return known
  const published = { name: file, bytes: publishedFile(file) }
  const [extraction] = await extract([published], shippedRegistry, { cMap: cMaps })
  extractions.set(file, extraction!)
  return extraction!
}

describe.runIf(truthIsHere)(`the two disclosures in every format, ${withoutTruth}`, () => {
  it('are there in seven formats', () => {
    const formats = new Set(files.map((file) => file.split('.').at(-1)))
    expect([...formats].sort()).toEqual(['doc', 'docx', 'html', 'pdf', 'txt', 'xls', 'xlsx'])
  })

  it.each(files)(
    '%s has every figure of every grid table at its column path, and none besides',
    async (file) => {
      const truth = expectedDocument(ids.find((id) => file.startsWith(id))!)
      const grids = truth.tables.filter((table) => table.layout === 'grid')
      const formOf = (table: ExpectedTable) => formOfKind(table.kind, truth.document.docType)
      const { tables, document } = await extracted(file)
      const ofForms = tables.filter((table) => grids.some((grid) => formOf(grid) === table.form))
      expect(document).toMatchObject({ stage: truth.document.docType, fiscalYear: truth.document.fiscalYear })
      expect(ofForms.map(({ form, empty, unit }) => ({ form, empty, unit }))).toEqual(
        grids.map((grid) => ({ form: formOf(grid), empty: grid.empty ?? false, unit: grid.unit })),
      )
      for (const [index, grid] of grids.entries())
        expect(amountsOf(ofForms[index]!), grid.id).toEqual(expectedAmounts(grid))
      const others = tables.filter((table) => !ofForms.includes(table))
      expect(others.flatMap(amountsOf)).toEqual([])
    },
  )

  it.each(files)('%s has every cell of its rows to the character, blank or zero as printed', async (file) => {
    const truth = expectedDocument(ids.find((id) => file.startsWith(id))!)
    const { tables } = await extracted(file)
    for (const grid of truth.tables) {
      if (grid.layout !== 'grid') continue
      const table = tables.find(({ form }) => form === formOfKind(grid.kind, truth.document.docType))!
      expect(
        table.rows.map(({ cells }) => cells),
        grid.id,
      ).toEqual(grid.rows.map(({ cells }) => cells))
    }
  })
})
