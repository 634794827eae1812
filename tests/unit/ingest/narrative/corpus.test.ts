import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { partOf, readDisclosure } from '../../../../src/ingest/disclosure'
import { readPublishedFile } from '../../../../src/ingest/file-reading'
import { wordsOf } from '../../../../src/ingest/narrative/passage'
import { isWhole, keyOf } from '../../../../src/ingest/same-disclosure'
import { asChecked, checkedPages, shared } from '../../../support/hand-checked'
import { shippedRegistry } from '../../../support/registry'

const checked = fileURLToPath(new URL('./hand-checked/', import.meta.url))
const published = fileURLToPath(new URL('../../../../../shared/corpus/', import.meta.url))
const registry = shippedRegistry()
const ids = readdirSync(checked).map((name) => name.replace('.txt', ''))

/** The prose of a disclosure, its narrative and its tables read together: what it states by page, and what was reported. */
async function readings(id: string) {
  const files = [`${id}.pdf`, `${id}-tables.pdf`].filter((name) => existsSync(published + name))
  const parts = []
  for (const name of files) {
    const bytes = new Uint8Array(readFileSync(published + name))
    parts.push(partOf(await readPublishedFile({ name, bytes }, {}), registry))
  }
  const key = parts.map(({ stated }) => keyOf(stated, registry)).find(isWhole)!
  const { facts } = readDisclosure(parts, key.stage, key.fiscalYear, registry)
  const pages = checkedPages(readFileSync(`${checked}${id}.txt`, 'utf8'), key.fiscalYear, key.stage)
  const on = (page: number) =>
    facts.filter(
      ({ basis, source_no, locator }) =>
        basis === 'text' && source_no === 1 && 'page' in locator && locator.page === page,
    )
  const prose = wordsOf(parts[0]!.paragraphs.map(({ text }) => text).join('')).text
  return pages.map(({ page, phrases, figures }) => ({
    page,
    phrases,
    prose,
    stated: [...figures].sort(),
    reported: on(page).map(asChecked).sort(),
    quotes: on(page).map(({ quote }) => quote),
  }))
}

describe.runIf(existsSync(published))(
  'the prose of published documents, checked by hand page by page, only where ../shared is beside the repository',
  () => {
    const all = { stated: [] as string[], reported: [] as string[] }

    it.each(ids)(
      '%s: every figure of the checked pages is told with its subject, sign, unit, year and base, and no other',
      async (id) => {
        for (const { page, phrases, prose, stated, reported, quotes } of await readings(id)) {
          for (const phrase of phrases) {
            expect(phrase.length).toBeLessThanOrEqual(40)
            expect(prose, `page ${page}`).toContain(wordsOf(phrase).text)
          }
          for (const quote of quotes) expect(quote.length).toBeLessThanOrEqual(40)
          all.stated.push(...stated.map((one) => `${id} ${page} ${one}`))
          all.reported.push(...reported.map((one) => `${id} ${page} ${one}`))
          expect(reported, `page ${page}`).toEqual(stated)
        }
      },
      60_000,
    )

    it('is told at least to 98 in 100 of at least 200 figures, and at least 98 in 100 told are right', ({
      annotate,
    }) => {
      const right = shared(all.stated, all.reported)
      const rate = (of: number) => `${right} of ${of}`
      void annotate(`recall ${rate(all.stated.length)}, precision ${rate(all.reported.length)}`)
      for (const id of ids) {
        const [stated, reported] = [all.stated, all.reported].map((some) =>
          some.filter((one) => one.startsWith(`${id} `)),
        )
        void annotate(
          `${id}: recall ${shared(stated!, reported!)} of ${stated!.length}, precision ${shared(reported!, stated!)} of ${reported!.length}`,
        )
      }
      expect(all.stated.length).toBeGreaterThanOrEqual(200)
      expect(right / all.stated.length).toBeGreaterThanOrEqual(0.98)
      expect(right / all.reported.length).toBeGreaterThanOrEqual(0.98)
    })
  },
)
