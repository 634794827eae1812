import { beforeAll, describe, expect, it } from 'vitest'
import { cMaps } from '../../../scripts/c-maps'
import { extractionText } from '../../../src/ingest/extraction-text'
import { extract } from '../../../src/ingest/pipeline'
import type { Extraction } from '../../../src/model/extraction'
import { corpus, corpusFile, corpusIsHere, withoutCorpus } from '../../support/corpus'
import { figuresAt, yuanOf } from '../../support/corpus-figures'
import { committedDisclosures } from '../../support/committed'
import { shippedRegistry } from '../../support/text-disclosure'

describe.runIf(corpusIsHere).each(corpus)(`$id, really published, ${withoutCorpus}`, (entry) => {
  let extractions: Extraction[]
  beforeAll(async () => {
    const files = entry.files.map(({ file }) => ({ name: file, bytes: corpusFile(file) }))
    extractions = await extract(files, shippedRegistry, { cMap: cMaps })
  })
  const only = (): Extraction => extractions[0]!

  it('is what is committed under its files', () => {
    const shipped = committedDisclosures().find(
      ({ sources }) => sources[0]!.sha256 === only().sources[0]!.sha256,
    )
    expect(shipped).toBeDefined()
    expect(extractionText(only())).toBe(extractionText(shipped!))
  })

  it('is one disclosure of its files, of its unit, kind, place, year and stage', () => {
    expect(extractions).toHaveLength(1)
    const { document, sources } = only()
    expect(new Set(sources.map(({ sha256 }) => sha256))).toEqual(
      new Set(entry.files.map(({ sha256 }) => sha256)),
    )
    expect(document).toMatchObject({
      stage: entry.stage,
      fiscalYear: entry.fiscal_year,
      regionCode: entry.region_code,
      unitKind: entry.unit_kind,
      revision: 1,
    })
    expect(entry.region.endsWith(document.regionName)).toBe(true)
    expect(document.unitName.replace('（本级）', '')).toBe(entry.unit.replace('（本级）', ''))
  })

  it('has every table of a form of the catalogue, in its unit of money', () => {
    const { document, tables } = only()
    expect(tables.filter(({ form }) => form === 'unknown')).toEqual([])
    const ofMoney = tables.filter(({ form }) => form !== 'budget.organisation')
    expect(ofMoney.length).toBeGreaterThanOrEqual(9)
    const inYuan = entry.table_unit.startsWith('元')
    expect(document.declaredUnit).toBe(inYuan ? '元' : '万元')
    for (const { title, form, unit } of ofMoney) {
      expect(`${title} ${unit}`).toBe(`${title} ${inYuan && !form.endsWith('three_public') ? '元' : '万元'}`)
    }
  })

  it.each(Object.entries(entry.figures))(
    '%s: %s stands in its table, row and column, or is told',
    (name, figure) => {
      const found = figuresAt(name, only())
      const holding = [...found].filter(([, values]) => values.includes(yuanOf(name, figure)))
      expect(found.size, name).toBeGreaterThan(0)
      // 基本支出 is of all money in one table and of 一般公共预算 in another: they may differ.
      const wanted = name.startsWith('基本支出') ? Math.max(holding.length, 1) : found.size
      expect(holding.length, JSON.stringify([...found])).toBe(wanted)
    },
  )
})
