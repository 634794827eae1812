import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differenceOf, type ToldAmount } from '../../../src/model/difference'
import { Exact } from '../../../src/model/money'

const printed = (amount: string): ToldAmount => ({
  amount: new Exact(amount),
  low: null,
  high: null,
  derived: false,
})
const derived = (amount: string, low: string | null, high: string | null): ToldAmount => ({
  amount: new Exact(amount),
  low: low === null ? null : new Exact(low),
  high: high === null ? null : new Exact(high),
  derived: true,
})
const told = ({ amount, direction, derived }: ReturnType<typeof differenceOf>) => [
  amount.toFixed(),
  direction,
  derived,
]

describe('the difference of two told amounts', () => {
  it('is exact between printed amounts, and even only when nothing differs', () => {
    expect(told(differenceOf(printed('72400'), printed('30000')))).toEqual(['42400', 'over', false])
    expect(told(differenceOf(printed('0'), printed('0.01')))).toEqual(['-0.01', 'under', false])
    expect(told(differenceOf(printed('30000'), printed('30000')))).toEqual(['0', 'even', false])
  })

  it('is even while the bounds of a derived amount leave its sign open, whichever of the two is derived', () => {
    const budget = derived('12620000', '12615000', '12625000')
    expect(told(differenceOf(printed('12620800'), budget))).toEqual(['800', 'even', true])
    expect(told(differenceOf(budget, printed('12620800')))).toEqual(['-800', 'even', true])
    expect(differenceOf(printed('12625000'), budget).direction).toBe('even')
    expect(differenceOf(printed('12625000.01'), budget).direction).toBe('over')
  })

  it('goes by the amount where a derived one has no bounds', () => {
    expect(told(differenceOf(printed('2'), derived('1', null, null)))).toEqual(['1', 'over', true])
    expect(told(differenceOf(printed('-2'), derived('-2', null, null)))).toEqual(['0', 'even', true])
  })

  it('turns round when the two change places', () => {
    const amounts = fc
      .tuple(fc.integer(), fc.nat(9), fc.nat(9))
      .map(([a, down, up]) => derived(String(a), String(a - down), String(a + up)))
    const turned = { over: 'under', under: 'over', even: 'even' } as const
    fc.assert(
      fc.property(amounts, amounts, (a, b) => {
        expect(differenceOf(b, a).direction).toBe(turned[differenceOf(a, b).direction])
      }),
    )
  })
})
