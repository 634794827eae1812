import { describe, expect, it } from 'vitest'
import { codeNamesIn } from '../../../../src/ingest/narrative/code-names'
import { shippedRegistry } from '../../../support/registry'
import { narrative, told } from '../../../support/told'

const amounts = (text: string): string[] => told(text).filter((line) => / amount /u.test(line))

describe('codes named by their levels', () => {
  it('may have names of two levels run together', () => {
    expect(told('1.人大事务行政运行（项）支出5万元，与上年相比减少1万元。')).toEqual([
      'function.2010101/total amount 5万元',
      'function.2010101/total change -1万元 of prior_year',
    ])
  })

  it('are found under the 类 where the 款 is misprinted, and whatever the level is called', () => {
    expect(
      amounts(
        '1.住房保障支出（类）住房保障支出（款）住房公积金（项）5万元。\n2.卫生健康支出（类）卫生健康支出（款）计划生育事务（项）6万元。\n3.行政事业单位养老支出（类）行政单位离退休（项）7万元。',
      ),
    ).toEqual([
      'function.2210201/total amount 5万元',
      'function.21007/total amount 6万元',
      'function.2080501/total amount 7万元',
    ])
  })

  it('are listed under the 类 and the 款 that stand above them', () => {
    expect(
      amounts(
        '（一）公共安全支出（类）\n检察（款）：2023年支出合计9万元。其中：\n1．行政运行（项）支出5万元。\n2．住房公积金（项）：支出1万元。',
      ),
    ).toEqual([
      'function.20404/total amount 9万元',
      'function.2040401/total amount 5万元',
      'function.2210201/total amount 1万元',
    ])
  })

  it('may be an economic 款 alone, part of the 机关运行经费 that lists it', () => {
    expect(
      amounts(
        '基本支出9万元。\n（1）办公费（款）支出5万元。\n机关运行经费4万元，其中：\n（1）办公费（款）支出3万元。\n（2）差旅费（款）支出1万元。',
      ),
    ).toEqual([
      'exp_grand/basic amount 9万元',
      'economic.30201 amount 5万元',
      'operating_cost amount 4万元',
      'operating_cost.economic.30201 amount 3万元',
      'operating_cost.economic.30211 amount 1万元',
    ])
  })

  it('may have dashes between their names, or their code in brackets', () => {
    expect(
      amounts(
        '1. “一般公共服务支出-政府办公厅（室）及相关机构事务-行政运行”科目1,202.95万元，主要用于日常支出。\n2. 行政运行（2010801）3万元，原因是扩编；一般行政管理事务（2010802）4万元。\n3. 三公经费-培训-会议5万元。',
      ),
    ).toEqual([
      'function.2010301/total amount 1202.95万元',
      'function.2010801/total amount 3万元',
      'function.2010802/total amount 4万元',
    ])
  })

  it('are found under their 款 by nearly the same name, and the name is reported', () => {
    const { facts, problems } = narrative(
      '1.行政事业单位养老支出（款）机关事业单位职业年金（项）5万元。\n2.法院（款）一般行政事务管理（项）6万元。\n3.法院（款）某某某某某某工作（项）7万元。\n4.法院（款）其他（项）8万元。',
    )
    expect(facts.map(({ code, value }) => `${code} ${value}`)).toEqual(['2080506 5', '2040502 6'])
    expect(problems.map(({ expected, found }) => `${expected}: ${found}`)).toEqual([
      'the name of 2080506: 机关事业单位职业年金',
      'the name of 2040502: 一般行政事务管理',
      'names of a code of 支出功能分类 or 支出经济分类: 某某某某某某工作',
      'names of a code of 支出功能分类 or 支出经济分类: 其他',
    ])
  })

  it('that several codes share are nobody’s', () => {
    const { facts, problems } = narrative('1.行政运行（项）5万元。')
    expect(facts).toEqual([])
    expect(problems).toMatchObject([{ rule: 'narrative.code', found: '行政运行' }])
  })

  it('are those of the document’s own tables before any other', () => {
    const { codes } = shippedRegistry()
    const own = codeNamesIn(codes, 2023, [{ scheme: 'function', code: '2010801', name: '行政运行' }])
    expect(own.codeByLastName('function', ['行政运行'], 7)).toBe('2010801')
    expect(codeNamesIn(codes, 2023).codeByLastName('function', ['行政运行'], 7)).toBeNull()
  })

  it('have an amount where a 类 is named with its budget', () => {
    expect(told('教育支出年初预算为100万元，支出决算为90万元，完成年初预算的90%。')).toEqual([
      'function.205/total amount 100万元 in 2023 budget',
      'function.205/total amount 90万元',
      'function.205/total completion_rate 90% of initial',
    ])
  })
})
