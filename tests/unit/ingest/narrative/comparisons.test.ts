import { describe, expect, it } from 'vitest'
import { narrative, told } from '../../../support/told'

const budget = { fiscalYear: 2023, stage: 'budget' } as const

describe('what a change is compared with', () => {
  it('is the year before by its meaning where a budget names its own year, and the slip is reported', () => {
    const { facts, problems } = narrative('支出预算96.22万元，比2023年预算增加7.14万元。', budget)
    expect(facts.at(-1)).toMatchObject({ key: 'change', value: '7.14', base: 'prior_year' })
    expect(problems).toMatchObject([
      { rule: 'narrative.year', expected: 'a comparison with 2022', found: '2023' },
    ])
  })

  it('is the budget itself where an account names the budget of its own year', () => {
    expect(told('公务接待费比2023年年初预算减少1万元。\n公务接待费比2023年预算减少2万元。')).toEqual([
      'three_public.reception change -1万元 of initial',
      'three_public.reception change -2万元',
    ])
    expect(narrative('公务接待费比2023年年初预算减少1万元。').problems).toEqual([])
  })

  it('holds for the sentences behind it in the paragraph, and for the list that it opens', () => {
    expect(
      told(
        '支出总计与上年相比增加5万元。按功能分类，住房保障支出减少1万元。\n基本支出增加2万元。\n与上年相比，支出总计增加3万元，其中：\n1.项目支出增加4万元。',
      ),
    ).toEqual([
      'exp_grand/total change 5万元 of prior_year',
      'function.221/total change -1万元 of prior_year',
      'exp_grand/basic change 2万元',
      'exp_grand/total change 3万元 of prior_year',
      'exp_grand/project change 4万元 of prior_year',
    ])
  })

  it('is the one budget that the paragraph names where 预算 stands alone, and open where it names two', () => {
    expect(
      told(
        '培训费年初预算为2万元，支出决算为1万元，完成预算的50%。\n会议费决算为3万元，完成预算的60%，决算数与预算数持平。',
      ),
    ).toEqual([
      'training amount 2万元 in 2023 budget',
      'training amount 1万元',
      'training completion_rate 50% of initial',
      'conference amount 3万元',
      'conference completion_rate 60%',
    ])
    expect(told('培训费年初预算为2万元，全年预算为3万元，支出决算为1万元，完成预算的50%。').at(-1)).toBe(
      'training completion_rate 50%',
    )
  })

  it('may be told by the verb: 小于上年预算数', () => {
    expect(told('会议费10万元，本年数小于上年预算数3.5万元。\n培训费5万元，高于年初预算数1万元。')).toEqual([
      'conference amount 10万元',
      'conference change -3.5万元 of prior_year',
      'training amount 5万元',
      'training change 1万元 of initial',
    ])
  })
})

describe('the direction of a change', () => {
  it('may be a noun: 增幅, 降幅', () => {
    expect(told('机关运行经费比上年减少3万元，降幅5.5%。会议费比上年增加1万元，增幅2%。')).toEqual([
      'operating_cost change -3万元 of prior_year',
      'operating_cost change_rate -5.5% of prior_year',
      'conference change 1万元 of prior_year',
      'conference change_rate 2% of prior_year',
    ])
  })

  it('does not matter for a change of nothing where the form leaves both words standing', () => {
    expect(told('其他收入0万元，与上年相比增加（减少）0万元，增长（减少）0 %。')).toEqual([
      'income.other amount 0万元',
      'income.other change 0万元 of prior_year',
      'income.other change_rate 0% of prior_year',
    ])
  })

  it('is the one told right before, and where nothing is told nobody guesses', () => {
    expect(told('三公经费比上年减少0.15万元，下降（增长）27.78%。').at(-1)).toBe(
      'three_public change_rate -27.78% of prior_year',
    )
    const { facts, problems } = narrative('三公经费比上年增加/减少0.15万元。')
    expect(facts).toEqual([])
    expect(problems).toMatchObject([{ rule: 'narrative.sign', expected: 'an increase or a decrease' }])
  })

  it('is none for each of several things that stay as they were', () => {
    expect(told('基本支出、项目支出和人员经费与上年数一致。')).toEqual([
      'exp_grand/basic change 0万元 of prior_year',
      'exp_grand/project change 0万元 of prior_year',
      'exp_grand/personnel change 0万元 of prior_year',
    ])
  })

  it('of what was named last is not that of the whole sentence', () => {
    expect(told('三公经费5万元，因公出国支出比预算无增减变化，比去年无增减变化。').at(-1)).toBe(
      'three_public.abroad change 0万元 of prior_year',
    )
  })
})
