import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultView, type View } from '../../../src/model/view'
import { formatView, parseView } from '../../../src/stores/url'

const views: fc.Arbitrary<View> = fc.record({
  page: fc.constantFrom('home', 'unit', 'import'),
  unit: fc.constantFrom('', '130624-petition', '210400-petition-self', '310107-u0a1b2c3d'),
  year: fc.option(fc.integer({ min: 1990, max: 2099 })),
  stage: fc.constantFrom(null, 'budget', 'final'),
  from: fc.constantFrom(null, 'import'),
  tab: fc.constantFrom('where', 'budget-actual', 'three-public', 'facts'),
  by: fc.constantFrom('function', 'economic', 'income'),
  measure: fc.constantFrom('total', 'basic', 'project'),
  at: fc.constantFrom('', '201', '2010308', 'general'),
  rows: fc.constantFrom('item', 'class', 'three-public'),
  sort: fc.constantFrom('amount', 'deviation', 'rate'),
  money: fc.constantFrom(null, '元', '万元', '亿元'),
  lang: fc.constantFrom('zh', 'en'),
  theme: fc.constantFrom('auto', 'light', 'dark', 'contrast'),
  mode: fc.constantFrom('standard', 'elder'),
})

describe('the address', () => {
  it('gives back every view that was written into it', () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(parseView(formatView(view))).toEqual({ view, ignored: [] })
      }),
      { numRuns: 500 },
    )
  })

  it('leaves out what is default', () => {
    expect(formatView(defaultView)).toBe('')
    expect(formatView({ ...defaultView, page: 'unit', unit: '130624-petition', money: '亿元' })).toBe(
      'page=unit&unit=130624-petition&money=yi',
    )
  })

  it('ignores and reports what it does not know, and keeps the rest', () => {
    const { view, ignored } = parseView(
      '?page=unit&unit=130624-petition&year=二〇二三&stage=draft&onload=alert(1)',
    )
    expect(view).toEqual({ ...defaultView, page: 'unit', unit: '130624-petition' })
    expect(ignored.map((i) => i.key)).toEqual(['year', 'stage', 'onload'])
  })

  it('never throws and never lets a hostile value into the view', () => {
    const hostile = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '<script>alert(1)</script>',
        "'; DROP TABLE cells; --",
        '../../etc/passwd',
        '__proto__',
        '%00',
        '\ud800',
      ),
    )
    const key = fc.constantFrom(
      'page',
      'unit',
      'year',
      'stage',
      'from',
      'at',
      'money',
      'theme',
      '__proto__',
      'constructor',
      'toString',
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(key, hostile), { maxLength: 8 }), (pairs) => {
        const search = new URLSearchParams(pairs).toString()
        const { view } = parseView(search)
        expect(parseView(formatView(view)).view).toEqual(view)
        expect(formatView(view)).toMatch(/^[\w=&%.-]*$/)
      }),
      { numRuns: 10_000 },
    )
  })
})
