import { describe, expect, it } from 'vitest'
import type { Extraction, ExtractionDocument } from '../../../src/model/extraction'
import { identify, RevisionClash } from '../../../src/snapshot/identify'
import { disclosure } from '../../support/made-disclosure'
import { smallRegistry } from '../../support/registry'

const of = (document: Partial<ExtractionDocument>): Extraction => {
  const made = disclosure()
  return { ...made, document: { ...made.document, ...document } }
}
const known = { unitName: '中共某市委信访局', regionCode: '990100' }

describe('a disclosure is named', () => {
  it('by the unit that the registry knows under any of its names, the year and the stage', async () => {
    const [one] = await identify([of({ ...known, fiscalYear: 2024, stage: 'final' })], smallRegistry)
    expect(one).toMatchObject({
      id: '990100-petition-2024-final',
      regionCode: '990100',
      unit: { name: '某市信访局' },
    })
  })

  it('by the place of a unit that is known under one name alone, when the document shows none', async () => {
    const [one] = await identify([of({ unitName: '某市信访局' })], smallRegistry)
    expect(one).toMatchObject({ id: '990100-petition-2023-budget', regionCode: '990100' })
  })

  it('by its place and a hash of its name when the registry does not know the unit', async () => {
    const [here] = await identify([of({ unitName: '某县粮食局', regionCode: '990101' })], smallRegistry)
    expect(here!.id).toMatch(/^990101-u[0-9a-f]{8}-2023-budget$/)
    expect(here).toMatchObject({
      regionCode: '990101',
      unit: { name: '某县粮食局', aliases: [], parent: null },
    })
    const [nowhere] = await identify([of({ unitName: '某县粮食局' })], smallRegistry)
    expect(nowhere!.id).toMatch(/^000000-u/)
    expect(nowhere!.regionCode).toBeNull()
  })

  it('apart from others that print no name either, by its title', async () => {
    const two = await identify(
      [of({ unitName: '', title: '甲' }), of({ unitName: '', title: '乙' })],
      smallRegistry,
    )
    expect(new Set(two.map((d) => d.id)).size).toBe(2)
  })
})

describe('several publications of one disclosure', () => {
  const [first, second, third] = [1, 2, 3].map((revision) =>
    of({ ...known, revision, title: `第${revision}次` }),
  ) as [Extraction, Extraction, Extraction]

  it('leave the plain id to the latest and number the earlier ones, in whatever order they come', async () => {
    const named = await identify([second, third, first], smallRegistry)
    expect(named.map((d) => [d.id, d.extraction.document.title])).toEqual([
      ['990100-petition-2023-budget', '第3次'],
      ['990100-petition-2023-budget-r1', '第1次'],
      ['990100-petition-2023-budget-r2', '第2次'],
    ])
  })

  it('count once when they are the same word for word', async () => {
    expect(await identify([first, structuredClone(first)], smallRegistry)).toHaveLength(1)
  })

  it('are refused when two that differ claim to be the same', async () => {
    const other = of({ ...known, revision: 1, title: '另一份' })
    await expect(identify([first, other], smallRegistry)).rejects.toThrow(RevisionClash)
    await expect(identify([first, other], smallRegistry)).rejects.toThrow(
      '990100-petition-2023-budget: one extraction of revision 1: two, 第1次 and 另一份',
    )
  })
})
