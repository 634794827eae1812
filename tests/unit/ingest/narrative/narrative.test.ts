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

describe('counts and scores', () => {
  it('of trips, guests and cars are told by their units, in any order', () => {
    expect(
      told(
        '1.因公出国（境）费0.00万元，参加出国（境）团组0个，累计0人次。\n2.公务接待费4.24万元，国内公务接待累计1批次、19人、4.24万元；其中外事接待累计0批次、0人、0.00万元。\n3.公务用车购置费0万元，更新公务用车0辆，年末公务用车保有量为2辆。\n4.公务接待费3万元，全年共接待来访团组15个、来宾120人次。',
      ).filter((line) => !line.includes('three_public')),
    ).toEqual([
      'abroad.groups count 0个',
      'abroad.people count 0人次',
      'reception.domestic.batches count 1批次',
      'reception.domestic.people count 19人',
      'reception.domestic amount 4.24万元',
      'reception.foreign.batches count 0批次',
      'reception.foreign.people count 0人',
      'reception.foreign amount 0.00万元',
      'vehicles.bought count 0辆',
      'vehicles.kept count 2辆',
      'reception.batches count 15个',
      'reception.people count 120人次',
    ])
  })

  it('of foreign guests are theirs, and of projects may stand before their name', () => {
    expect(
      told(
        '公务接待2批次、26人次，其中：接待外宾1批次、3人次。\n2023年本部门共5个项目实行绩效目标管理，涉及财政性资金合计86万元。',
      ),
    ).toEqual([
      'reception.batches count 2批次',
      'reception.people count 26人次',
      'reception.foreign.batches count 1批次',
      'reception.foreign.people count 3人次',
      'evaluation.target.count count 5个',
      'evaluation.target.amount amount 86万元',
    ])
  })

  it('told before money leave the money to what they count', () => {
    expect(told('因公出国（境）团组0个，0人次，预算为1万元，支出决算0万元，完成预算的0%。')).toEqual([
      'abroad.groups count 0个',
      'abroad.people count 0人次',
      'three_public.abroad amount 1万元 in 2023 budget',
      'three_public.abroad amount 0万元',
      'three_public.abroad completion_rate 0%',
    ])
  })

  it('of cars that are to be bought are not those that are owned', () => {
    expect(told('2023年安排购置车辆1辆，其中：机要通信用车0辆、其他用车1辆。', budget)).toEqual([
      'vehicles.bought count 1辆 in 2023 budget',
      'vehicles.bought.confidential count 0辆 in 2023 budget',
      'vehicles.bought.other count 1辆 in 2023 budget',
    ])
  })

  it('of evaluations are counts, a coverage, scores by project and their mean', () => {
    const { facts } = narrative(
      '整体绩效自评1个，项目绩效自评2个，自评覆盖率为（自评项目数/项目总数）达到100%，其中：整体自评99.46分。项目自评2项，其中：普法经费86.5分，其他人员100分。项目自评平均分93.25分。',
    )
    expect(facts.map(({ subject, value }) => `${subject} ${value}`)).toEqual([
      'evaluation.whole.count 1',
      'evaluation.project.count 2',
      'evaluation.coverage 100',
      'evaluation.whole.score 99.46',
      'evaluation.project.count 2',
      'evaluation.project.score 86.5',
      'evaluation.project.score 100',
      'evaluation.project.mean_score 93.25',
    ])
    expect(facts[5]!.label).toBe('普法经费')
  })
})

describe('targets, gradings and awards', () => {
  it('are told with the money and the projects that they cover', () => {
    expect(
      told(
        '编报绩效目标的2023年度项目3个，涉及预算金额175.52万元；绩效自评的2023年度项目2个，涉及预算金额75.52万元，平均得分95.00分（其中，绩效评级为“优”的项目1个；绩效评级为“良”的项目1个）。',
      ),
    ).toEqual([
      'evaluation.target.count count 3个',
      'evaluation.target.amount amount 175.52万元',
      'evaluation.project.count count 2个',
      'evaluation.project.amount amount 75.52万元',
      'evaluation.project.mean_score score 95.00分',
      'evaluation.grade.excellent count 1个',
      'evaluation.grade.good count 1个',
    ])
  })

  it('of purchases belong to those that are reserved, or to the others', () => {
    expect(
      told(
        '面向中小企业预留政府采购项目预算金额21.07万元。在面向中小企业预留的政府采购项目中，由中小企业供应商中标或成交的，采购金额20万元；在其他政府采购项目中，由中小企业供应商中标或成交的，采购金额3万元。采购数目0个，采购金额7万元。',
      ),
    ).toEqual([
      'procurement.reserved_sme amount 21.07万元',
      'procurement.reserved_sme.award amount 20万元',
      'procurement.other_sme.award amount 3万元',
    ])
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
