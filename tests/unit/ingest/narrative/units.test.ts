import { describe, expect, it } from 'vitest'
import { narrative, told } from '../../../support/told'

describe('a number without a unit', () => {
  it('is reported and no figure, of whatever size, and the words behind it keep their subject', () => {
    const { facts, problems } = narrative(
      '公务接待费支出0.39万（含外宾），比上年减少1万元。\n会议费为1,200.50，培训费为35。\n收入总计12.50万元。',
    )
    expect(facts.map(({ subject, key }) => `${subject} ${key}`)).toEqual([
      'three_public.reception change',
      'income_grand amount',
    ])
    expect(problems.map(({ rule, found }) => `${rule} ${found}`)).toEqual([
      'narrative.unit 公务接待费支出0.39',
      'narrative.unit 会议费为1,200.50',
      'narrative.unit 培训费为35',
    ])
  })

  it('is reported as a rate too: 增长13.95。', () => {
    const { facts, problems } = narrative('会议费5万元，比上年增加1万元，增长13.95。')
    expect(facts.map(({ key }) => key)).toEqual(['amount', 'change'])
    expect(problems).toMatchObject([{ expected: 'a unit behind the number', found: '增长13.95' }])
  })

  it('is no amount where nothing with an amount is named', () => {
    expect(narrative('会议费按2.1.3节编制，标准版本1.25，时间为2023。').problems).toEqual([])
  })

  it('that is 0 is nothing in any unit', () => {
    expect(told('公务用车购置为0，与上年持平。', { printedUnit: null })).toEqual([
      'three_public.vehicle_purchase amount 0元',
      'three_public.vehicle_purchase change 0元 of prior_year',
    ])
  })
})

describe('nothing told in words', () => {
  it('may be told of a fund without 支出', () => {
    expect(
      told('本部门无政府性基金预算。\n我局没有国有资本经营预算相关收支项目。\n如无政府性基金预算，不填。'),
    ).toEqual(['gov_fund_expenditure/total amount 0万元', 'state_capital_expenditure/total amount 0万元'])
  })

  it('is in the unit of the tables, else in that of the prose', () => {
    const text = '会议费3亿元。\n本单位没有财政拨款“三公”经费支出。'
    expect(told(text, { printedUnit: '元' }).at(-1)).toBe('three_public amount 0元')
    expect(told(text, { printedUnit: null }).at(-1)).toBe('three_public amount 0亿元')
  })
})

describe('the same digits in 元 and in 万元', () => {
  it('are a slip of the unit: the one told less often is reported and no figure', () => {
    const { facts, problems } = narrative(
      '公务接待费12.50万元。\n公务接待费12.5元，占三公经费的5%。\n公务接待费支出12.50万元。',
    )
    expect(facts.map(({ key, value, unit, fact_no }) => [fact_no, key, value + unit])).toEqual([
      [1, 'amount', '12.50万元'],
      [2, 'share', '5%'],
      [3, 'amount', '12.50万元'],
    ])
    expect(problems).toMatchObject([
      {
        rule: 'narrative.unit',
        expected: 'the unit in which 公务接待费 is told elsewhere: 12.50万元',
        found: '12.5元',
      },
    ])
  })

  it('are no figure at all where nothing decides between them', () => {
    const { facts, problems } = narrative('会议费200万元。\n会议费200元。')
    expect(facts).toEqual([])
    expect(problems).toHaveLength(2)
  })

  it('are none where they are nothing, another year’s or another thing’s', () => {
    expect(
      narrative('会议费0万元。会议费0元。\n培训费5万元，2022年培训费5元。\n公务接待费7元，三公经费7万元。'),
    ).toMatchObject({ problems: [], facts: { length: 6 } })
  })
})
