import { describe, expect, it } from 'vitest'
import { countedWords } from '../../../src/i18n/messages/counted'

describe('a number with what it counts', () => {
  it('is as printed in Chinese, in English words in English', () => {
    expect(countedWords.zh('3', '台（套）')).toBe('3 台（套）')
    expect(countedWords.en('3', '台（套）')).toBe('3 sets')
    expect(countedWords.en('1', '辆')).toBe('1 vehicle')
    expect(countedWords.en('0', '辆')).toBe('0 vehicles')
    expect(countedWords.en('99.46', '分')).toBe('99.46 points')
  })

  it('keeps a unit that has no English word as printed', () => {
    expect(countedWords.en('12', '平方米')).toBe('12 平方米')
  })
})
