import { describe, expect, it } from 'vitest'
import { narrative, told } from '../../../support/told'

const budget = { fiscalYear: 2023, stage: 'budget' } as const

describe('changes in prose', () => {
  it('have a sign, and belong to what was named last when nothing is named', () => {
    expect(
      told(
        '公务接待费1.2万元。比上年减少0.3万元，降低20%。机关运行经费比上年增加10.37万元，增长9.36%，主要原因是扩编。',
      ),
    ).toEqual([
      'three_public.reception amount 1.2万元',
      'three_public.reception change -0.3万元 of prior_year',
      'three_public.reception change_rate -20% of prior_year',
      'operating_cost change 10.37万元 of prior_year',
      'operating_cost change_rate 9.36% of prior_year',
    ])
  })

  it('behind a semicolon belong to what the sentence is of, not to the part named last', () => {
    expect(
      told(
        '公务用车购置及运行维护费5万元，其中公务用车购置费0万元，公务用车运行维护费5万元；比上年减少1万元。',
      ).at(-1),
    ).toBe('three_public.vehicle change -1万元 of prior_year')
  })

  it('after a list belong to what the list is of', () => {
    expect(
      told(
        '“三公”经费预算安排0万元，其中：因公出国（境）费0万元；公务接待费0万元。与2022年相比，减少3万元。',
        budget,
      ).at(-1),
    ).toBe('three_public change -3万元 of prior_year in 2023 budget')
  })

  it('are told against the prior year, the initial or the adjusted budget', () => {
    expect(
      told(
        '“三公”经费支出48.3万元，较年初预算数减少1.7万元，较全年预算增加1万元，较上年支出数减少2.2万元。',
      ).slice(1),
    ).toEqual([
      'three_public change -1.7万元 of initial',
      'three_public change 1万元 of adjusted',
      'three_public change -2.2万元 of prior_year',
    ])
  })

  it('that are told as reasons are those of the parts', () => {
    expect(
      told(
        '（一）支出总计9万元。\n与上年相比，今年支出减少3万元，降低25%，主要原因：一是基本支出减少1万元，减少比例10%，减少的原因是减员1人；二是项目支出减少2万元，减少比例40%。',
      ).slice(1),
    ).toEqual([
      'exp_grand/total change -3万元 of prior_year',
      'exp_grand/total change_rate -25% of prior_year',
      'exp_grand/basic change -1万元 of prior_year',
      'exp_grand/basic change_rate -10% of prior_year',
      'exp_grand/project change -2万元 of prior_year',
      'exp_grand/project change_rate -40% of prior_year',
    ])
  })

  it('of nothing are said as 持平 and the like', () => {
    expect(
      told(
        '因公出国（境）费0万元，与上年预算数持平。\n公务接待费2万元，与上年数一致。\n公务用车运行维护费3万元，较上年无增减。\n三公经费5万元，决算数与全年预算数持平。\n填列数应与《收支总表》收入数一致。',
      ),
    ).toEqual([
      'three_public.abroad amount 0万元',
      'three_public.abroad change 0万元 of prior_year',
      'three_public.reception amount 2万元',
      'three_public.reception change 0万元 of prior_year',
      'three_public.vehicle_running amount 3万元',
      'three_public.vehicle_running change 0万元 of prior_year',
      'three_public amount 5万元',
      'three_public change 0万元 of adjusted',
    ])
  })

  it('against another year than the one before have no base, and the year is reported', () => {
    const { facts, problems } = narrative('支出预算9628.22万元，比2020年预算增加793.14万元。', budget)
    expect(facts.at(-1)).toMatchObject({ key: 'change', value: '793.14' })
    expect(facts.at(-1)).not.toHaveProperty('base')
    expect(problems).toMatchObject([
      { rule: 'narrative.year', expected: 'a comparison with 2022', found: '2020' },
    ])
  })

  it('of something unknown are nobody’s', () => {
    expect(told('公务接待费1万元，赴省单户访较去年下降3.33%。')).toEqual([
      'three_public.reception amount 1万元',
    ])
  })

  it('keep the sign that an increase is printed with; a decrease printed with a minus is reported', () => {
    expect(told('机关运行经费比上年增加-5.2万元。')).toEqual(['operating_cost change -5.2万元 of prior_year'])
    const { facts, problems } = narrative('机关运行经费比上年减少-5.2万元。')
    expect(facts).toEqual([])
    expect(problems).toMatchObject([{ rule: 'narrative.sign' }])
  })
})
