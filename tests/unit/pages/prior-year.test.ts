import { describe, expect, it } from 'vitest'
import { documentBefore, withYearBefore } from '../../../src/pages/unit/prior-year'
import type { HeldDocument } from '../../../src/stores/catalog.svelte'
import { head } from '../../support/figures-unit-page'

const document = (fiscal_year: number, stage: 'budget' | 'final', imported = false): HeldDocument => ({
  id: `x-${fiscal_year}-${stage}`,
  unit_id: 'x',
  unit_name: '某局',
  region_code: null,
  fiscal_year,
  stage,
  unit_kind: 'department',
  imported,
  cells: 0,
  findings: { ok: 0, tail: 0, violation: 0, scope: 0, undecidable: 0 },
})

describe('last year in the headline', () => {
  it('is of the document of the year before and the same stage', () => {
    const documents = [document(2025, 'budget'), document(2024, 'final'), document(2024, 'budget')]
    expect(documentBefore(documents, documents[0]!)?.id).toBe('x-2024-budget')
    expect(documentBefore(documents, documents[1]!)).toBeNull()
    expect(documentBefore(documents, document(2025, 'budget', true))).toBeNull()
  })

  it('comes from that document only where this one says nothing of it', () => {
    const own = [head('income', '3.00'), head('expenditure', '3.00', { change: '1.00' }), head('basic', null)]
    const before = [head('income', '1.50'), head('expenditure', '2.50'), head('basic', '9.00')]
    const [income, expenditure, basic] = withYearBefore(own, before, 2025)
    expect(income).toMatchObject({ priorBasis: 'published' })
    expect(income!.prior!.toFixed()).toBe('15000')
    expect(expenditure).toEqual(own[1])
    expect(basic).toEqual(own[2])
  })

  it('comes from that document rather than from a derivation of this one', () => {
    const prior = head('income', '9.99').amount
    const own = [head('income', '3.00', { prior, priorLow: prior, priorHigh: prior, priorBasis: 'derived' })]
    const [row] = withYearBefore(own, [head('income', '1.50')], 2025)
    expect([row!.prior!.toFixed(), row!.priorBasis, row!.priorLow]).toEqual(['15000', 'published', null])
    expect(withYearBefore(own, [], 2025)).toEqual(own)
  })

  it('is never one that is itself derived, nor a 机关运行经费 of before 2018, which meant another thing', () => {
    const cost = [head('operating_cost', '2.00')]
    const before = [head('operating_cost', '1.00')]
    expect(withYearBefore(cost, before, 2018)[0]!.prior).toBeNull()
    expect(withYearBefore(cost, before, 2019)[0]!.prior).not.toBeNull()
    const derived = [head('income', '1.00', { basis: 'derived' })]
    expect(withYearBefore([head('income', '2.00')], derived, 2025)[0]!.prior).toBeNull()
  })
})
