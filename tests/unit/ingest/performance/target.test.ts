import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  beginsWithOperator,
  isOperator,
  operatorOf,
  readTarget,
} from '../../../../src/ingest/performance/target'

const told = (...cells: [string, string?, string?]): unknown[] => {
  const { operator, target, unit } = readTarget(...cells)
  return [operator, target, unit]
}

describe('a target', () => {
  it.each([
    ['80', '>=', '%', '≥', '80', '%'],
    ['25.48', '<=', '万元', '≤', '25.48', '万元'],
    ['0', '=', '次', '=', '0', '次'],
    ['1,681', '≧', '件', '≥', '1681', '件'],
    ['95', '＞', '％', '>', '95', '％'],
    ['5', '不超过', '天', '≤', '5', '天'],
  ])('in three cells: %s %s %s', (value, sign, unit, operator, target, printedUnit) => {
    expect(told(value, sign, unit)).toEqual([operator, target, printedUnit])
  })

  it.each([
    ['≥90%', '≥', '90', '%'],
    ['≥2,000平方米', '≥', '2000', '平方米'],
    ['≤ 90 万元', '≤', '90', '万元'],
    ['=100%', '=', '100', '%'],
    ['不低于8人', '≥', '8', '人'],
    ['≥50元/人·月', '≥', '50', '元/人·月'],
    ['90%以上', '≥', '90', '%'],
    ['5天以内', '≤', '5', '天'],
    ['达到95%', null, '95', '%'],
    ['30扇', null, '30', '扇'],
    ['100%', null, '100', '%'],
    ['-3.5%', null, '-3.5', '%'],
    ['≥100百分比', '≥', '100', '百分比'],
  ])('in one cell: %s', (printed, operator, target, unit) => {
    expect(told(printed)).toEqual([operator, target, unit])
  })

  it('keeps the number of prose behind it, and no unit that is not sure', () => {
    expect(told('≥90是否按照到岗情况保证工资发放人数')).toEqual(['≥', '90', null])
    expect(told('≥85%是否按照到岗情况保证工资发放人数')).toEqual(['≥', '85', '%'])
  })

  it.each([
    '2023年12月底前',
    '12月底前完成',
    '3-5次',
    '100%-80%',
    '分3批',
    '12月',
    '1、完成培训；2、完成考核',
    '5个工作日内完成审批',
  ])('that is no single number stays as printed: %s', (printed) => {
    expect(told(printed)).toEqual([null, printed, null])
  })

  it('in words is 定性, with the operator printed as such or left blank', () => {
    expect(told('管理规范')).toEqual(['定性', '管理规范', null])
    expect(told('优', '定性')).toEqual(['定性', '优', null])
    expect(told('合格', '定性指标')).toEqual(['定性', '合格', null])
  })

  it('takes no sort of indicator for an operator', () => {
    expect(readTarget('95', '正向指标', '%')).toEqual({
      operator: null,
      operatorPrinted: '',
      target: '95',
      unit: '%',
    })
  })

  it('is nothing where nothing is printed', () => {
    expect(readTarget('', '>=', '%')).toEqual({
      operator: null,
      operatorPrinted: '',
      target: null,
      unit: '%',
    })
  })

  it('keeps the operator as printed beside the one that it means', () => {
    expect(readTarget('80', '>=')).toMatchObject({ operator: '≥', operatorPrinted: '>=' })
    expect(readTarget('80%以上')).toMatchObject({ operator: '≥', operatorPrinted: '以上' })
  })

  it('is the number that was printed, whatever the number, operator and unit', () => {
    const signs = ['≥', '<=', '=', '>', '不低于', '']
    const units = ['%', '次', '万元', '人次', '']
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 12n }),
        fc.option(fc.integer({ min: 0, max: 999 }), { nil: null }),
        fc.constantFrom(...signs),
        fc.constantFrom(...units),
        (whole, thousandths, sign, unit) => {
          const number = `${whole}${thousandths === null ? '' : `.${String(thousandths).padStart(3, '0')}`}`
          const read = readTarget(sign + number + unit)
          expect([read.target, read.unit, read.operator]).toEqual([
            number,
            unit === '' ? null : unit,
            sign === '' ? null : operatorOf(sign),
          ])
        },
      ),
    )
  })
})

describe('an operator', () => {
  it('is told from words and numbers', () => {
    expect(['=', '≥', '>=', '＜', '不少于', '定性'].filter((text) => !isOperator(text))).toEqual([])
    expect(['100', '≥90%', '管理规范', '', '-'].filter(isOperator)).toEqual([])
    expect(['≥90%', '<= 5', '不低于8人'].filter((text) => !beginsWithOperator(text))).toEqual([])
    expect(['>=', '高于上年', '90%'].filter(beginsWithOperator)).toEqual([])
  })
})
