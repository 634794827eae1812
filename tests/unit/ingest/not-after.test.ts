import { describe, expect, it } from 'vitest'
import { matchesNotAfter } from '../../../src/ingest/not-after'

describe('matches that do not begin right behind something', () => {
  const found = (text: string, pattern: RegExp, behind: RegExp) =>
    [...matchesNotAfter(text, pattern, behind)].map((match) => [match.index, match[0]])

  it('are found in order, those behind it left out', () => {
    expect(found('等原因，原因', /原因/uy, /等$/u)).toEqual([[4, '原因']])
  })

  it('may begin later within what was left out', () => {
    expect(found('等主要原因', /(?:主要)?原因/uy, /等$/u)).toEqual([[3, '原因']])
    expect(found('1234,567元', /\d{1,3}元/uy, /\d$/u)).toEqual([[5, '567元']])
  })
})
