import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalText, refuseType } from '../../../src/db/cell'

describe('decimal text', () => {
  it('puts the point back, with zeros before it and the sign first', () => {
    expect([
      decimalText(1234n, 2),
      decimalText(-5n, 2),
      decimalText(0n, 2),
      decimalText(-123456789012345678n, 2),
      decimalText(7n, 0),
    ]).toEqual(['12.34', '-0.05', '0.00', '-1234567890123456.78', '7'])
  })

  it('keeps every digit: without its point it is the number again', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 38n), max: 10n ** 38n }),
        fc.integer({ min: 0, max: 38 }),
        (whole, scale) => {
          const text = decimalText(whole, scale)
          expect(BigInt(text.replace('.', ''))).toBe(whole)
          expect(text.split('.')[1]?.length ?? 0).toBe(scale)
        },
      ),
    )
  })
})

it('a column of a type that may have been rounded is refused by name', () => {
  expect(() => refuseType('amount', 'DOUBLE')).toThrow(
    'column amount: expected text, whole numbers, DECIMAL, DATE or truth, found DOUBLE',
  )
})
