import { describe, expect, it } from 'vitest'
import type { Stage } from '../../../src/model/vocabulary'
import { lineOf } from '../../../src/pages/unit/amount-told'
import { leadOf } from '../../../src/pages/unit/lead'
import { wan } from '../../support/figures-budget-vs-actual'
import { head, line, point } from '../../support/figures-unit-page'

type Figures = Parameters<typeof leadOf>[0]
const figures = (stage: Stage, more: Partial<Figures>): Figures => ({
  year: 2023,
  stage,
  headline: [],
  spending: [],
  standIn: null,
  threePublic: [],
  ...more,
})
const said = (of: Figures, language: 'zh' | 'en' = 'zh') => lineOf(leadOf(of, language, '万元'))

/** 抚顺市信访局（本级）2023 年决算. */
const fushun = figures('final', {
  headline: [
    head('expenditure', '1262.08', { change: '-331.83' }),
    head('three_public', '7.24', { prior: wan('8.28'), priorBasis: 'derived' }),
  ],
  spending: [
    line(null, '合计', '1262.08'),
    line('201', '一般公共服务支出', '1083.57'),
    line('2010301', '行政运行', '448.21'),
    line('2010308', '信访事务', '635.36'),
    line('2080801', '死亡抚恤', ''),
  ],
  threePublic: [point('total', 2023, 'budget', '3.00'), point('total', 2023, 'final', '7.24')],
})

/** 阜平县信访局 2023 年预算: spending read from the income table, 三公 from the text alone. */
const fuping = figures('budget', {
  headline: [
    head('expenditure', '185.62', { change: '-14.05' }),
    head('three_public', '0', { basis: 'text', change: '-3' }),
  ],
  spending: [line(null, '合计', '185.62'), line('2010308', '信访事务', '152.80')],
  standIn: '表 2 单位预算收入总表',
})

describe('the sentences at the head of a unit', () => {
  it('tell spending, its change, the largest 项 and 三公 beside its budget', () => {
    expect(said(fushun)).toBe(
      '2023 年支出 1,262.08 万元，比上年少 331.83 万元。最大一项是信访事务，635.36 万元，占 50.34%。三公经费 7.24 万元，比预算多 4.24 万元。',
    )
  })

  it('name the table that stands in for spending, and add no digit to what the text prints', () => {
    expect(said(fuping)).toBe(
      '2023 年预算安排支出 185.62 万元，比上年少 14.05 万元。按表 2 单位预算收入总表，最大一项是信访事务，152.80 万元，占 82.32%。三公经费 0 万元，比上年少 3 万元。',
    )
    expect(said(fuping, 'en')).toBe(
      'Budgeted spending for 2023: 185.62 × 10,000 yuan, 14.05 × 10,000 yuan less than the year before. By 表 2 单位预算收入总表, the largest item is 信访事务, 152.80 × 10,000 yuan, 82.32% of the whole. Three public: 0 × 10,000 yuan, 3 × 10,000 yuan less than the year before.',
    )
  })

  it('keep an amount and its unit together, and mark names as printed in Chinese', () => {
    const phrases = leadOf(fushun, 'en', '万元')
    expect(phrases.filter(({ kind }) => kind === 'amount').map(({ text }) => text)).toContain(
      '4.24 × 10,000 yuan',
    )
    expect(phrases.find(({ kind }) => kind === 'name')?.text).toBe('信访事务')
  })

  it('mark derived figures, and say no sign that the bounds leave open', () => {
    const of = (low: string, high: string, basis: 'derived' | 'published' = 'derived') =>
      said({
        ...fushun,
        headline: [head('expenditure', '10.00', { basis: 'derived' }), head('three_public', '7.24')],
        spending: [],
        threePublic: [point('total', 2023, 'budget', '7.20', { basis, low: wan(low), high: wan(high) })],
      })
    expect(of('7.19', '7.21')).toBe(
      '2023 年支出 10.00 万元（推算）。三公经费 7.24 万元，比推算的预算约多 0.04 万元。',
    )
    expect(of('7.10', '7.30')).toContain('，与推算的预算大致持平。')
  })

  it('call what does not differ even, never 0.00 more', () => {
    const even = said({
      ...fushun,
      headline: [head('expenditure', '10.00', { change: '0.00' }), head('three_public', '3.00')],
    })
    expect(even).toContain('与上年持平')
    expect(even).toContain('三公经费 3.00 万元，与预算持平。')
    expect(even).not.toMatch(/[多少] 0/)
  })

  it('leave unsaid what is unknown: no spending, no total, nothing above zero, blank 三公', () => {
    expect(said({ ...fushun, headline: [head('expenditure', null)] })).toBe('')
    const bare = { ...fushun, headline: [head('expenditure', '-1.00'), head('three_public', null)] }
    expect(said({ ...bare, spending: [line('2010308', '信访事务', '1.00')] })).toBe(
      '2023 年支出 −1.00 万元。',
    )
    expect(
      said({ ...bare, spending: [line(null, '合计', '-1.00'), line('2010308', '信访事务', '-1.00')] }),
    ).toBe('2023 年支出 −1.00 万元。')
  })
})
