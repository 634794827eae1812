import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { shownNumber, shownText } from '../../../../src/ingest/read/number-format'
import { builtInFormat } from '../../../../src/ingest/read/number-format-code'

const accounting = builtInFormat(43)

describe('a number under a number format', () => {
  it.each([
    ['152.8', '0.00', '152.80'],
    ['5', '0.00', '5.00'],
    ['1262.08', '#,##0.00', '1,262.08'],
    ['1234567.5', '#,##0.00', '1,234,567.50'],
    ['0', '0.00', '0.00'],
    ['0', '#,##0.00', '0.00'],
    ['0', '#,###.##', '.'],
    ['185.61999999999998', '0.00', '185.62'],
    ['0.285', '0.00', '0.29'],
    ['1.005', '0.00', '1.01'],
    ['-12.5', '0.00', '-12.50'],
    ['-12.5', '0.00;(0.00)', '(12.50)'],
    ['-3', '#,##0.00_ ;[Red]-#,##0.00\\ ', '-3.00'],
    ['0.125', '0.00%', '12.50%'],
    ['1', '0%', '100%'],
    ['2080505', '0', '2080505'],
    ['7', '000', '007'],
    ['0.5', '#.00', '.50'],
    ['1.5', '0.##', '1.5'],
    ['12', '0.##', '12.'],
    ['12345678', '0\\.0,', '1234.6'],
    ['12345678', '0!.0,"万"', '1234.6万'],
    ['12345678', '#,##0,', '12,346'],
    ['12345', '0.00E+00', '1.23E+04'],
    ['0.00012', '0.0E-0', '1.2E-04'],
    ['13800138000', '000-0000-0000', '138-0013-8000'],
    ['5', '0"辆"', '5辆'],
    ['5', '"¥"#,##0.00', '¥5.00'],
    ['5', '[$¥-804]#,##0.00', '¥5.00'],
    ['20000', '[>=10000]0!.0,"万";0', '2.0万'],
    ['200', '[>=10000]0!.0,"万";0', '200'],
    ['1e3', '0.00', '1000.00'],
    ['1.5E-3', '0.0000', '0.0015'],
    ['5', ';;;', ''],
  ])('%s as %s shows %s', (stored, format, shown) => {
    expect(shownNumber(stored, format)).toBe(shown)
  })

  it('shows the zero of accounting as a dash, which is not blank', () => {
    expect(shownNumber('0', accounting)).toBe('-')
    expect(shownNumber('1262.08', accounting)).toBe('1,262.08')
    expect(shownNumber('-1262.08', accounting)).toBe('-1,262.08')
  })

  it.each([
    ['152.8', '152.8'],
    ['185.61999999999998', '185.62'],
    ['0.1', '0.1'],
    ['-0.25', '-0.25'],
    ['0', '0'],
    ['-0', '0'],
    ['2080505', '2080505'],
    ['1306242310001', '1306242310001'],
    ['0.333333333333333', '0.333333333'],
    ['100', '100'],
    ['1E-12', '1E-12'],
  ])('%s as General shows %s', (stored, shown) => {
    expect(shownNumber(stored, 'General')).toBe(shown)
    expect(shownNumber(stored, 'G/通用格式')).toBe(shown)
    expect(shownNumber(stored, '@')).toBe(shown)
  })

  it('keeps the words around General and refuses what is no number', () => {
    expect(shownNumber('3', 'General"人"')).toBe('3人')
    expect(shownNumber('abc', '0.00')).toBe('abc')
    expect(shownNumber('1e999999', '0')).toBe('1e999999')
  })

  it('shows every amount of two decimals as it was typed', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e13, max: 1e13 }), (fen) => {
        const whole = String(Math.trunc(Math.abs(fen) / 100))
        const typed = `${fen < 0 ? '-' : ''}${whole}.${String(Math.abs(fen) % 100).padStart(2, '0')}`
        expect(shownNumber(String(fen / 100), '0.00')).toBe(typed)
        expect(shownNumber(String(fen / 100), '#,##0.00').replaceAll(',', '')).toBe(typed)
      }),
    )
  })

  it('never fails on a format, whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 20 }),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        (format, value) => {
          expect(typeof shownNumber(String(value), format)).toBe('string')
          expect(typeof shownText('字', format)).toBe('string')
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('a day under a date format', () => {
  it.each([
    ['45292', 'yyyy/m/d', '2024/1/1'],
    ['45292', 'yyyy"年"m"月"d"日"', '2024年1月1日'],
    ['45292', 'yyyy\\-mm\\-dd', '2024-01-01'],
    ['45292.75', 'yyyy/m/d h:mm', '2024/1/1 18:00'],
    ['45292.75', 'h:mm AM/PM', '6:00 PM'],
    ['45292.25', '上午/下午h"时"mm"分"', '上午6时00分'],
    ['45292', '[$-F800]dddd, mmmm dd, yyyy', '2024年1月1日'],
    ['45292', 'mmm-yy', 'Jan-24'],
    ['45292', 'aaaa', '星期一'],
    ['1.5', '[h]:mm:ss', '36:00:00'],
    ['0.5', 'mm:ss.0', '00:00.0'],
    ['59', 'yyyy/m/d', '1900/2/28'],
    ['61', 'yyyy/m/d', '1900/3/1'],
    ['-1', 'yyyy/m/d', '-1'],
  ])('%s as %s shows %s', (stored, format, shown) => {
    expect(shownNumber(stored, format)).toBe(shown)
  })

  it('counts from 1904 where the workbook says so', () => {
    expect(shownNumber('43830', 'yyyy/m/d', true)).toBe('2024/1/1')
    expect(shownNumber('185.62', '0.00', true)).toBe('185.62')
  })

  it('has a format for every number that files do not define', () => {
    for (const id of [14, 22, 27, 31, 45, 57, 58])
      expect(shownNumber('45292.5', builtInFormat(id))).not.toBe('45292.5')
    expect(builtInFormat(9999)).toBe('General')
  })
})

describe('words under a number format', () => {
  it('are shown as they are, or within the words of the format', () => {
    expect(shownText('　　其中：', accounting)).toBe('　　其中：')
    expect(shownText('201', '@')).toBe('201')
    expect(shownText('某', '0.00')).toBe('某')
    expect(shownText('某', '@"局"')).toBe('某局')
    expect(shownText('某', ';;;')).toBe('')
  })
})
