import { describe, expect, it } from 'vitest'
import { coverageOf } from '../../../src/pages/home/coverage'
import { chooseDocument, documentOfYear, documentsOf, viewOf } from '../../../src/pages/unit/choose-document'
import type { HeldDocument } from '../../../src/stores/catalog.svelte'

const unit = '210400-petition-self'
const document = (
  fiscal_year: number,
  stage: 'budget' | 'final',
  more: Partial<HeldDocument> = {},
): HeldDocument => ({
  id: `${more.unit_id ?? unit}-${fiscal_year}-${stage}`,
  unit_id: unit,
  unit_name: '抚顺市信访局（本级）',
  region_code: '210400',
  fiscal_year,
  stage,
  unit_kind: 'unit',
  cells: 1,
  findings: { ok: 0, tail: 0, violation: 0, scope: 0, undecidable: 0 },
  imported: false,
  ...more,
})
const earlier = document(2023, 'final', { id: `${unit}-2023-final-r1` })
const held = [
  document(2021, 'final'),
  earlier,
  document(2023, 'budget'),
  document(2023, 'final'),
  document(2024, 'budget', { unit_id: '130624-petition', unit_name: '阜平县信访局' }),
]
const ids = (documents: HeldDocument[]) => documents.map(({ id }) => id.replace(`${unit}-`, ''))

describe('the document that a view of a unit shows', () => {
  const chosen = (year: number | null, stage: 'budget' | 'final' | null, of = unit) =>
    chooseDocument(held, { unit: of, year, stage, from: null })?.id.replace(`${unit}-`, '') ?? null

  it('is the latest, 决算 before 预算, unless the view asks for another', () => {
    expect(chosen(null, null)).toBe('2023-final')
    expect(chosen(2023, 'budget')).toBe('2023-budget')
    expect(chosen(null, 'budget')).toBe('2023-budget')
    expect(chosen(2021, null)).toBe('2021-final')
  })

  it('is none where the unit, year or stage is not here: nothing else is put in its place', () => {
    expect(chosen(2022, null)).toBeNull()
    expect(chosen(2021, 'budget')).toBeNull()
    expect(chosen(null, null, '')).toBeNull()
    expect(chosen(null, null, '210400-petition')).toBeNull()
  })

  it('is never an earlier publication of the same disclosure', () => {
    expect(ids(documentsOf(held, unit))).toEqual(['2023-final', '2023-budget', '2021-final'])
    expect(chooseDocument([earlier], { unit, year: null, stage: null, from: null })).toBeNull()
  })
})

describe('an imported document beside a shipped one', () => {
  const imported = (year: number, stage: 'budget' | 'final') =>
    document(year, stage, { id: `import-${unit}-${year}-${stage}`, imported: true })
  const both = [...held, imported(2023, 'final'), imported(2024, 'budget'), imported(2021, 'budget')]
  const shown = (patch: Partial<Parameters<typeof chooseDocument>[1]>) =>
    chooseDocument(both, { unit, year: null, stage: null, from: null, ...patch })

  it('is shown only when asked for, or where nothing shipped is of that year and stage', () => {
    expect(shown({})?.imported).toBe(false)
    expect(shown({ year: 2023 })?.imported).toBe(false)
    expect(shown({ year: 2023, from: 'import' })?.id).toBe(`import-${unit}-2023-final`)
    expect(shown({ year: 2024 })?.imported).toBe(true)
    expect(shown({ year: 2021, from: 'import' })?.stage).toBe('budget')
    expect(shown({ year: 2019, from: 'import' })).toBeNull()
  })

  it('and every other one is what the address of its view shows', () => {
    for (const one of documentsOf(both, unit)) expect(shown(viewOf(one))?.id).toBe(one.id)
  })

  it('stays of its kind from year to year where it can', () => {
    const of = documentsOf(both, unit)
    expect(documentOfYear(of, 2021, true).id).toBe(`import-${unit}-2021-budget`)
    expect(documentOfYear(of, 2021, false).id).toBe(`${unit}-2021-final`)
    expect(documentOfYear(of, 2024, false).imported).toBe(true)
  })
})

describe('the coverage on the first page', () => {
  it('counts units and stages out by year, a missing year left open, a revision counted once', () => {
    const { years, units } = coverageOf(held)
    expect(years).toEqual([2021, 2022, 2023, 2024])
    expect(units.map(({ id, years }) => [id, [...years]])).toEqual([
      ['130624-petition', [[2024, ['budget']]]],
      [
        unit,
        [
          [2021, ['final']],
          [2023, ['budget', 'final']],
        ],
      ],
    ])
  })

  it('is empty without documents', () => {
    expect(coverageOf([])).toEqual({ years: [], units: [] })
  })
})
