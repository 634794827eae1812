import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moneyAxis, placeOn } from '../../../../src/charts/shared/money-axis'
import { Exact } from '../../../../src/model/money'

const exact = (values: (string | number)[]) => values.map((v) => new Exact(v))
const shown = (values: { toFixed(): string }[]) => values.map((v) => v.toFixed())

describe('an axis of money', () => {
  it.each([
    [['1262.08'], 2, ['0', '650', '1300']],
    [['635.36', '0.2'], 2, ['0', '325', '650']],
    [['7.24'], 2, ['0', '4', '8']],
    [['8.28'], 3, ['0', '3', '6', '9']],
    [['3.5'], 3, ['0', '1.2', '2.4', '3.6']],
    [['100'], 2, ['0', '50', '100']],
  ])('of %j in %i parts has the ticks %j', (amounts, parts, ticks) => {
    expect(shown(moneyAxis(exact(amounts), parts).ticks)).toEqual(ticks)
  })

  it('has the same places in 元 and in 万元', () => {
    const yuan = moneyAxis(exact(['12620800']), 2)
    expect(shown(yuan.ticks)).toEqual(['0', '6500000', '13000000'])
    expect(placeOn(yuan, 308)(new Exact(12620800))).toBeCloseTo((1262.08 / 1300) * 308, 9)
  })

  it('goes under zero as far as an amount does, to a fifth of a step', () => {
    const axis = moneyAxis(exact(['-3', '7.24']), 2)
    expect([axis.low, axis.high].map(String)).toEqual(['-3.2', '8'])
    expect(shown(axis.ticks)).toEqual(['0', '4', '8'])
    expect(shown(moneyAxis(exact(['-7.24']), 2).ticks)).toEqual(['-8', '-4', '0'])
  })

  it('of zeros or of nothing is a point', () => {
    for (const none of [[], exact([0, 0])]) {
      const axis = moneyAxis(none, 2)
      expect(shown(axis.ticks)).toEqual(['0'])
      expect(placeOn(axis, 308)(new Exact(0))).toBe(0)
    }
  })

  it('holds every amount within its pixels', () => {
    const amount = fc
      .bigInt({ min: -(10n ** 16n), max: 10n ** 16n })
      .map((fen) => new Exact(fen.toString()).div(100))
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1 }), fc.constantFrom(2, 3), (amounts, parts) => {
        const axis = moneyAxis(amounts, parts)
        const place = placeOn(axis, 500)
        expect(axis.ticks.length).toBeLessThanOrEqual(2 * parts + 1)
        for (const each of [...amounts, ...axis.ticks, new Exact(0)]) {
          expect(place(each)).toBeGreaterThanOrEqual(0)
          expect(place(each)).toBeLessThanOrEqual(500)
        }
      }),
    )
  })
})
