import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { Exact, fenOfYuan, isBlank, readAmount, readNumber, yuanOfFen } from '../../../src/model/money'

describe('a printed number', () => {
  it.each([
    ['1,262.08', '1262.08', 2],
    ['1262.08', '1262.08', 2],
    ['0.00', '0', 2],
    ['131', '131', 0],
    ['— 21.05', '-21.05', 2],
    ['－3', '-3', 0],
    ['△14.05', '-14.05', 2],
    ['负3.00', '-3', 2],
    ['(12.50)', '-12.5', 2],
    ['（12.50）', '-12.5', 2],
    ['１２．５０', '12.5', 2],
    ['1，262.08', '1262.08', 2],
    ['1\u00a0262.08', '1262.08', 2],
    ['1\u2009262\u2009080', '1262080', 0],
    ['-1\u202f262.08', '-1262.08', 2],
    ['１\u200a２６２', '1262', 0],
    ['\u00a0 5.00\u00a0', '5', 2],
    ['+5.00', '5', 2],
    ['＋5.00', '5', 2],
    ['+ 1,262', '1262', 0],
  ])('%s is %s with %i decimals', (printed, value, decimals) => {
    const number = readNumber(printed)
    expect(number?.value.toFixed()).toBe(value)
    expect(number?.decimals).toBe(decimals)
  })

  it.each([
    '',
    '无',
    '1,26.08',
    '12.3.4',
    '1.2E5',
    'O.5',
    '100%',
    '1 262.08',
    '12a',
    '--3',
    '(-3)',
    '.5',
    '5.',
    '1\u00a026.08',
    '1234\u00a0567',
    '1,234\u00a0567',
    '0.123\u00a0456',
    '(+3)',
    '+-3',
    '+',
    '…',
    '*',
    '**',
  ])('%j is refused, not guessed', (printed) => expect(readNumber(printed)).toBeNull())

  it('blank is nothing, dashes and 无; zero is not blank', () => {
    for (const blank of ['', ' ', '-', '—', '——', '/', '无']) expect(isBlank(blank)).toBe(true)
    for (const figure of ['0', '0.00', '-1', '1']) expect(isBlank(figure)).toBe(false)
  })
})

describe('money', () => {
  it('1,262.08 万元 is 12,620,800 元, known to 100 元', () => {
    const amount = readAmount('1,262.08', '万元')!
    expect(amount.yuan.toFixed()).toBe('12620800')
    expect(amount.step.toFixed()).toBe('100')
    expect(fenOfYuan(amount.yuan)).toBe(1262080000n)
  })

  it('comes back the same through fen and through the printed text', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), (fen) => {
        expect(fenOfYuan(yuanOfFen(fen))).toBe(fen)
        expect(fenOfYuan(readAmount(yuanOfFen(fen).toFixed(2), '元')!.yuan)).toBe(fen)
      }),
    )
  })

  it('rounds half-even to the fen, a lower bound down, an upper bound up', () => {
    expect(fenOfYuan(new Exact('0.125'))).toBe(12n)
    expect(fenOfYuan(new Exact('0.135'))).toBe(14n)
    expect(fenOfYuan(new Exact('-0.121'), 'down')).toBe(-13n)
    expect(fenOfYuan(new Exact('-0.129'), 'up')).toBe(-12n)
  })
})
