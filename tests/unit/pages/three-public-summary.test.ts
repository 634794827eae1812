import { describe, expect, it } from 'vitest'
import { amountsOfCounts, spanOf, summaryOfThreePublic } from '../../../src/pages/unit/three-public-summary'
import type { FactRow } from '../../../src/queries/facts-of-document'
import type { ThreePublicPoint } from '../../../src/queries/three-public-trend'
import { wan } from '../../support/figures-budget-vs-actual'
import { fact, point } from '../../support/figures-unit-page'

const account = { fiscal_year: 2023, stage: 'final' } as const
const said = (
  points: ThreePublicPoint[],
  facts: FactRow[] = [],
  when: { fiscal_year: number; stage: 'budget' | 'final' } = account,
) => summaryOfThreePublic(points, facts, when, 'zh', '万元')
const derived = (amount: string, low: string, high: string) =>
  ({ basis: 'derived', low: wan(low), high: wan(high), amount: wan(amount) }) as const

describe('the sentence on 三公', () => {
  it('says about how much less where last year is derived (抚顺 2023)', () => {
    expect(
      said([
        point('total', 2022, 'final', '8.28', derived('8.28', '8.26', '8.30')),
        point('total', 2023, 'final', '7.24'),
      ]),
    ).toBe('2023 年决算 7.24 万元，比上年约少 1.04 万元（上年数是推算的）。')
  })

  it('adds no digit to what the text prints (阜平 2023)', () => {
    const points = [
      point('total', 2022, 'budget', '3', derived('3', '2.5', '3.5')),
      point('total', 2023, 'budget', '0', { basis: 'text', state: 'declared_empty', factNo: 19 }),
    ]
    const facts = [fact('three_public', '0', { factNo: 19, stage: 'budget' })]
    expect(said(points, facts, { fiscal_year: 2023, stage: 'budget' })).toBe(
      '2023 年预算 0 万元，比上年约少 3 万元（上年数是推算的）。',
    )
  })

  it('calls even what does not differ or what the bounds leave open, and never says 0.00 more', () => {
    const now = point('total', 2023, 'final', '7.24')
    expect(said([point('total', 2022, 'final', '7.24'), now])).toBe('2023 年决算 7.24 万元，与上年持平。')
    expect(said([point('total', 2022, 'final', '7.25', derived('7.25', '7.20', '7.30')), now])).toBe(
      '2023 年决算 7.24 万元，与上年大致持平（上年数是推算的）。',
    )
  })

  it('compares the same stage only, and is silent where the total is blank', () => {
    expect(said([point('total', 2022, 'budget', '9.00'), point('total', 2023, 'final', '7.24')])).toBe(
      '2023 年决算 7.24 万元。',
    )
    expect(said([point('total', 2023, 'final', null)])).toBe('')
    expect(said([point('total', 2022, 'final', null), point('total', 2023, 'final', '-7.24')])).toBe(
      '2023 年决算 −7.24 万元。',
    )
  })
})

describe('the heading of 三公', () => {
  it('names the years and stages that amounts are told of', () => {
    const points = [
      point('total', 2021, 'final', null),
      point('total', 2022, 'final', '8.28'),
      point('total', 2023, 'budget', '3.00'),
    ]
    expect(spanOf(points, 'zh')).toBe('2022–2023 年 · 预算、决算')
    expect(spanOf(points.slice(2), 'en')).toBe('2023 · Budget')
    expect(spanOf([], 'zh')).toBe('')
  })
})

describe('the amounts that counts belong to', () => {
  it('are those of the document’s own year and stage, a blank staying one', () => {
    const amounts = amountsOfCounts(
      [
        point('vehicle_running', 2023, 'budget', '9.00'),
        point('vehicle_running', 2022, 'final', '8.00'),
        point('vehicle_running', 2023, 'final', '3.00'),
        point('vehicle_purchase', 2023, 'final', null),
      ],
      [],
      account,
    )
    expect(amounts.map(({ subject, amount, state }) => [subject, amount?.toFixed() ?? null, state])).toEqual([
      ['three_public.vehicle_running', '30000', 'value'],
      ['three_public.vehicle_purchase', null, 'blank'],
    ])
  })

  it('take 国内 and 外事接待 from the text, of this year and stage alone', () => {
    const facts = [
      fact('reception.domestic', '4.24'),
      fact('reception.domestic', '9', { year: 2022 }),
      fact('reception.domestic', '9', { stage: 'budget' }),
      fact('reception.domestic', '9', { key: 'change' }),
      fact('reception.foreign', '9', { basis: 'derived' }),
      fact('reception', '9'),
    ]
    expect(
      amountsOfCounts([], facts, account).map(({ subject, amount }) => [subject, amount?.toFixed()]),
    ).toEqual([['reception.domestic', '42400']])
  })
})
