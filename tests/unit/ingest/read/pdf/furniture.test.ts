import { describe, expect, it } from 'vitest'
import { pageNumberIn } from '../../../../../src/ingest/read/pdf/furniture'

describe('a line that is nothing but a page number', () => {
  it.each([
    ['- 3 -', 3],
    ['— 12 —', 12],
    ['第 3 页 共 24 页', 3],
    ['第3页，共24页', 3],
    ['3/24', 3],
    ['Page 3 of 24', 3],
    ['～７～', 7],
  ])('is known by its form: %s', (text, value) => {
    expect(pageNumberIn(text)).toEqual({ value, isBare: false })
  })

  it('may be bare, which says little alone', () => {
    expect(pageNumberIn(' 17 ')).toEqual({ value: 17, isBare: true })
  })

  it.each(['307.82', '2024年', '-5.00', '第三部分', '12,345', ''])('is not what says more: %s', (text) => {
    expect(pageNumberIn(text)).toBeNull()
  })
})
