import { describe, expect, it } from 'vitest'
import { narrative, told } from '../../../support/told'

const budget = { fiscalYear: 2023, stage: 'budget' } as const

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
