import { describe, expect, it } from 'vitest'
import {
  decimal,
  decodeRows,
  defineQuery,
  flag,
  integer,
  money,
  oneOf,
  orNull,
  paramsKey,
  QueryError,
  text,
  wholeBound,
} from '../../../src/db/query'

describe('decoders', () => {
  it('read money from whole fen only: a number or a decimal may have been rounded', () => {
    expect(money(126208_0000n).toFixed(2)).toBe('12620800.00')
    expect(money('-9223372036854775808').toFixed(2)).toBe('-92233720368547758.08')
    for (const cell of [12, '12.34', '1e5', '', 'NaN', null, true])
      expect(() => money(cell)).toThrow('money: expected integer fen')
  })

  it('read whole numbers within 2⁵³, decimals from text, truth and words as they are', () => {
    expect([integer(3), integer('42'), integer(7n)]).toEqual([3, 42, 7])
    for (const cell of [1.5, '9007199254740993', 2n ** 53n, '1.0', null])
      expect(() => integer(cell)).toThrow('integer: expected')
    expect(decimal('-20.820').toFixed()).toBe('-20.82')
    for (const cell of [20.82, '20,82', '1e2', null]) expect(() => decimal(cell)).toThrow('decimal: expected')
    expect(flag(true)).toBe(true)
    expect(() => flag(1)).toThrow('flag: expected')
    expect(oneOf('budget', 'final')('final')).toBe('final')
    expect(() => oneOf('budget', 'final')('plan')).toThrow(
      'word: expected one of budget, final, found "plan"',
    )
    expect([orNull(text)(null), orNull(text)('')]).toEqual([null, ''])
    expect(() => text(null)).toThrow('text: expected a string')
  })
})

describe('rows', () => {
  const query = defineQuery({
    name: 'q',
    sql: 'SELECT 1',
    bind: () => [],
    row: { code: text, amount: orNull(money) },
  })

  it('decode by the order of the columns, blanks kept blank', () => {
    const rows = decodeRows(query, [
      ['201', '100'],
      ['202', null],
    ])
    expect(rows.map((r) => [r.code, r.amount?.toFixed(2) ?? null])).toEqual([
      ['201', '1.00'],
      ['202', null],
    ])
  })

  it('that do not fit name the query, the row and the column', () => {
    expect(() =>
      decodeRows(query, [
        ['201', '100'],
        ['202', 1.5],
      ]),
    ).toThrow('q: row 2, column amount: money: expected integer fen, found number 1.5')
    expect(() => decodeRows(query, [['201']])).toThrow('q: row 1: expected 2 columns, found 1')
    expect(() => decodeRows(query, [['201']])).toThrow(QueryError)
  })
})

it('parameters have one key, whatever their order', () => {
  expect(paramsKey({ form: 'a', document: 'b', year: 3 })).toBe(
    paramsKey({ year: 3, document: 'b', form: 'a' }),
  )
})

it('bound numbers are whole', () => {
  expect(wholeBound(['a', 1, null])).toEqual(['a', 1, null])
  expect(() => wholeBound([0.5])).toThrow('bound value: expected a whole number, found 0.5')
})
