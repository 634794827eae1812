import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatChange, formatMoney } from '../../../src/i18n/format'
import { Exact, yuanOfFen, yuanPer, type MoneyUnit } from '../../../src/model/money'

const yuan = (text: string) => new Exact(text)
const units: MoneyUnit[] = ['元', '万元', '亿元']
const ordinary: Record<MoneyUnit, number> = { 元: 2, 万元: 2, 亿元: 4 }

describe('an amount of money', () => {
  it.each<[string, MoneyUnit, string]>([
    ['12620800', '万元', '1,262.08'],
    ['0', '万元', '0.00'],
    ['-0', '万元', '0.00'],
    ['0', '亿元', '0.0000'],
    ['50', '万元', '0.005'],
    ['49', '万元', '0.005'],
    ['6', '万元', '0.0006'],
    ['-50', '万元', '−0.005'],
    ['60', '万元', '0.01'],
    ['0.01', '万元', '0.000001'],
    ['0.01', '亿元', '0.0000000001'],
    ['-0.01', '元', '−0.01'],
    ['5000', '亿元', '0.00005'],
    ['123456789', '亿元', '1.2346'],
  ])('%s 元 in %s reads %s', (amount, unit, shown) => expect(formatMoney(yuan(amount), unit)).toBe(shown))

  it('that is not nothing keeps a digit even where fewer decimals are asked for', () => {
    expect(formatMoney(yuan('0.4'), '元', 0)).toBe('0.4')
    expect(formatMoney(yuan('3'), '元', 0)).toBe('3')
    expect(formatMoney(yuan('0'), '元', 0)).toBe('0')
  })

  it('looks like zero when it is zero and never else, and is at most as long as the fen needs', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }),
        fc.constantFrom(...units),
        (fen, unit) => {
          const shown = formatMoney(yuanOfFen(fen), unit)
          expect(/[1-9]/u.test(shown)).toBe(fen !== 0n)
          expect(shown.startsWith('−')).toBe(fen < 0n)
          expect(shown.split('.')[1]!.length).toBeLessThanOrEqual({ 元: 2, 万元: 6, 亿元: 10 }[unit])
        },
      ),
    )
  })

  it('has the usual decimals wherever they show a digit, so that columns align', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 14n }), fc.constantFrom(...units), (steps, unit) => {
        const step = new Exact(yuanPer[unit]).div(new Exact(10).pow(ordinary[unit]))
        const shown = formatMoney(step.times(steps.toString()), unit)
        expect(shown.split('.')[1]).toHaveLength(ordinary[unit])
      }),
    )
  })
})

describe('a change', () => {
  it.each<[string, MoneyUnit, string]>([
    ['42400', '万元', '+4.24'],
    ['-148200', '万元', '−14.82'],
    ['0', '万元', '0.00'],
    ['-0', '万元', '0.00'],
    ['50', '万元', '+0.005'],
    ['-50', '万元', '−0.005'],
    ['0.01', '亿元', '+0.0000000001'],
  ])('of %s 元 in %s reads %s', (amount, unit, shown) => expect(formatChange(yuan(amount), unit)).toBe(shown))
})
