import { describe, expect, it } from 'vitest'
import { narrative, told } from '../../../support/told'

const budget = { fiscalYear: 2023, stage: 'budget' } as const

describe('amounts in prose', () => {
  it('belong to the name before them, each in its own unit', () => {
    expect(
      told(
        '本年收入合计 4,300.00 万元，其中：财政拨款收入４２００.５万元，占97.67％；事业收入1000元，其他收入0.5亿元。',
      ),
    ).toEqual([
      'income_grand amount 4300.00万元',
      'income.fiscal amount 4200.5万元',
      'income.fiscal share 97.67%',
      'income.business amount 1000元',
      'income.other amount 0.5亿元',
    ])
  })

  it('of parts belong to the total that was named', () => {
    expect(
      told(
        '2023年支出预算185.62万元，其中基本支出107.97万元，包括人员经费93.19万元和日常公用经费14.78万元；项目支出77.65万元。\n' +
          '财政拨款支出100万元，其中：基本支出60万元，项目支出40万元。',
      ),
    ).toEqual([
      'exp_grand/total amount 185.62万元',
      'exp_grand/basic amount 107.97万元',
      'exp_grand/personnel amount 93.19万元',
      'exp_grand/public amount 14.78万元',
      'exp_grand/project amount 77.65万元',
      'fiscal_expenditure/total amount 100万元',
      'fiscal_expenditure/basic amount 60万元',
      'fiscal_expenditure/project amount 40万元',
    ])
  })

  it('take the year and stage that the words put them in', () => {
    expect(
      told(
        '“三公”经费财政拨款支出年初预算为12.5万元，全年预算为11万元，支出决算为10.00万元。\n' +
          '截至2022年12月31日，共有车辆3辆。\n' +
          '预算收支安排185.62万元，较2022年（199.67万元）减少14.05万元。',
      ),
    ).toEqual([
      'three_public amount 12.5万元 in 2023 budget',
      'three_public amount 11万元 in 2023 adjusted',
      'three_public amount 10.00万元',
      'assets.vehicles count 3辆 in 2022 final',
      'balance_grand/total amount 185.62万元',
      'balance_grand/total amount 199.67万元 in 2022 final',
      'balance_grand/total change -14.05万元 of prior_year',
    ])
  })

  it('of a budget tell what was spent the year before', () => {
    expect(
      told(
        '1.“教育支出（类）普通教育（款）学前教育（项）”25.77万元，主要用于办园。2022年当年预算执行数为60.13万元，2023年预算安排25.77万元，比2022年预算执行数减少57.14%。',
        budget,
      ),
    ).toEqual([
      'function.2050201/total amount 25.77万元 in 2023 budget',
      'function.2050201/total amount 60.13万元 in 2022 final',
      'function.2050201/total amount 25.77万元 in 2023 budget',
      'function.2050201/total change_rate -57.14% of prior_year in 2023 budget',
    ])
  })

  it('in the section of a fund are the fund’s, not the unit’s', () => {
    expect(
      told(
        '八、政府性基金预算财政拨款收入支出决算情况说明\n年初结转和结余1万元，本年收入20万元，本年支出18万元，年末结转和结余3万元。\n九、其他说明\n本年支出50万元。',
      ),
    ).toEqual(['gov_fund_expenditure/total amount 18万元', 'exp_grand/total amount 50万元'])
  })

  it('are not read from the name of a thing or from what was done to it', () => {
    expect(
      told(
        '主要原因是年中追加公务接待费4.24万元。\n压减公务用车运行维护费0.8万元。\n单价100万元（含）以上设备（不含车辆）0台（套）。\n参加会议2023人次，印发3期。',
      ),
    ).toEqual(['assets.equipment_large count 0台（套）'])
  })

  it('are nothing when the words say that there is none', () => {
    expect(
      told('本部门2023年度无政府性基金预算财政拨款支出。\n某局2023年度没有“三公”经费财政拨款支出。'),
    ).toEqual(['gov_fund_expenditure/total amount 0万元', 'three_public amount 0万元'])
    expect(told('无政府性基金预算财政拨款支出的，仍保留该表。')).toEqual([])
  })
})

describe('completion rates', () => {
  it('name the budget that they are of', () => {
    expect(
      told('财政拨款支出完成年初预算的113.27%，其中：项目支出完成调整预算的99%，基本支出完成预算的98%。'),
    ).toEqual([
      'fiscal_expenditure/total completion_rate 113.27% of initial',
      'fiscal_expenditure/project completion_rate 99% of adjusted',
      'fiscal_expenditure/basic completion_rate 98%',
    ])
  })

  it('of 三公 are of the budget that the note under its table names', () => {
    const sentence = '“三公”经费支出7.24万元，完成预算的241.33%。'
    expect(told(sentence).at(-1)).toBe('three_public completion_rate 241.33%')
    expect(told(`${sentence}\n其中：预算数为年初预算数。`).at(-1)).toBe(
      'three_public completion_rate 241.33% of initial',
    )
  })
})

describe('functions and economic classes', () => {
  it('are resolved by the names of all levels, a 类 by its name alone', () => {
    expect(
      told(
        '2.社会保障和就业支出115.80万元，具体包括：\n(1)社会保障和就业支出（类）行政事业单位养老支出（款）行政单位离退休（项）27.40万元，主要是离休费、公用经费等支出，完成年初预算的64.90%。\n基本支出6万元，其中：工资福利支出5万元。',
      ),
    ).toEqual([
      'function.208/total amount 115.80万元',
      'function.2080501/total amount 27.40万元',
      'function.2080501/total completion_rate 64.90% of initial',
      'exp_grand/basic amount 6万元',
      'economic.301 amount 5万元',
    ])
  })

  it('are found under the 类 of a heading, by printed digits, and without 支出 in the name', () => {
    expect(
      told(
        '（一）一般公共服务支出（类）\n1.政协事务（款）行政运行（项）5,223.22万元，与上年相比增加790.44万元。\n2、公共安全支出（204类）司法（06款）行政运行（01项）1672.67万元。\n3.住房保障（类）支出2,247.04万元。',
        budget,
      ).map((line) => line.replace(' in 2023 budget', '')),
    ).toEqual([
      'function.2010201/total amount 5223.22万元',
      'function.2010201/total change 790.44万元 of prior_year',
      'function.2040601/total amount 1672.67万元',
      'function.221/total amount 2247.04万元',
    ])
  })

  it('that are in no table are reported, and figures without a name are not given to them or to others', () => {
    const { facts, problems } = narrative(
      '教育支出（类）某某事务（款）某某工作（项）5万元，完成年初预算的90%。',
    )
    expect(facts).toEqual([])
    expect(problems).toMatchObject([{ rule: 'narrative.code', found: '某某工作' }])
  })

  it('go on into a paragraph that begins without a name', () => {
    expect(
      told(
        '2、住房保障支出（类）住房改革支出（款）住房公积金（项）。\n年初预算为200万元，支出决算为205万元。',
      ),
    ).toEqual([
      'function.2210201/total amount 200万元 in 2023 budget',
      'function.2210201/total amount 205万元',
    ])
  })
})

describe('named projects', () => {
  it('are listed under the 项 whose sentence lists them, and leave it the subject', () => {
    expect(
      told(
        '（2）公共安全支出（类）司法（款）普法宣传（项）7万元，主要是普法经费-培训费2万元；法治先进集体、先进个人表彰款5万元等支出，完成年初预算的122.48%。',
      ),
    ).toEqual([
      'function.2040605/total amount 7万元',
      'named_project.2040605/project amount 2万元',
      'named_project.2040605/project amount 5万元',
      'function.2040605/total completion_rate 122.48% of initial',
    ])
    expect(narrative('项目支出7万元，其中：普法经费2万元。').facts.at(-1)).toMatchObject({
      subject: 'named_project',
      label: '普法经费',
      quote: '普法经费2万元',
    })
  })
})

describe('what is passed over', () => {
  it('is the glossary, up to the next heading of its rank', () => {
    expect(
      told(
        '八、名词解释\n1、“三公”经费：指公务接待费5万元等。\n2、公务接待费7万元。\n九、其他事项\n公务接待费2万元。',
      ),
    ).toEqual(['three_public.reception amount 2万元'])
  })

  it('is what explains a word or a table', () => {
    expect(told('注：公务接待费5万元。\n公务接待费：指接待客人的5万元。')).toEqual([])
  })

  it('is a number that nobody can read: two that ran together, a broken one', () => {
    const { facts, problems } = narrative(
      '支出总计1 262.08万元。支出合计1,26.08万元。支出总计比上年增长3 17.31%。',
    )
    expect(facts.map(({ value }) => value)).toEqual(['17.31'])
    expect(problems.map(({ rule }) => rule)).toEqual(['narrative.number', 'narrative.number'])
  })

  it('is a page number inside a sentence', () => {
    expect(told('公务接待费支出─ 13 ─3万元，占三公经费的 - 14 - 50.12%。')).toEqual([
      'three_public.reception amount 3万元',
      'three_public.reception share 50.12%',
    ])
  })
})

describe('reasons', () => {
  it('are kept with what they are given for, at most 40 characters of the words themselves', () => {
    const text =
      '（1）住房保障支出（类）住房改革支出（款）住房公积金（项）40.01万元，完成年初预算的104.25%，决算数大于年初预算数的主要原因是因工资调整，住房公积金基数调整导致对应的住房公积金增加，以及年中新招录的公务员按规定缴存。\n公务接待费2万元，比上年增加1万元，主要是 督查组来访等原因。'
    const { statements } = narrative(text)
    expect(statements.map(({ kind, subject, year, words }) => [kind, subject, year, words])).toEqual([
      [
        'reason',
        'function.2210201',
        2023,
        '因工资调整，住房公积金基数调整导致对应的住房公积金增加，以及年中新招录的公务员按',
      ],
      ['reason', 'three_public.reception', 2023, '督查组来访等原因'],
    ])
    for (const { words, locator } of statements) {
      const { line, offset, length } = locator as { line: number; offset: number; length: number }
      expect(text.split('\n')[line - 1]!.slice(offset, offset + length)).toBe(words)
    }
  })

  it('do not hide the figures of the next part', () => {
    expect(
      told(
        '人员经费5万元，比上年减少1万元，主要是退休2人；公用经费3万元，主要原因是节约，与上年相比减少0.5万元。',
      ),
    ).toEqual([
      'exp_grand/personnel amount 5万元',
      'exp_grand/personnel change -1万元 of prior_year',
      'exp_grand/public amount 3万元',
      'exp_grand/public change -0.5万元 of prior_year',
    ])
  })
})
