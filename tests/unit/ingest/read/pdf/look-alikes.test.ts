import { describe, expect, it } from 'vitest'
import { foldLookAlikes } from '../../../../../src/ingest/read/pdf/look-alikes'

describe('look-alike signs', () => {
  it('become the ideographs that were written', () => {
    expect(foldLookAlikes('部⻔收⽀⼀般⾏政⻋辆⻚⽤⼾')).toBe('部门收支一般行政车辆页用户')
    expect(foldLookAlikes('⺠⻓⻛⻢⻥⻦⻩⻬⻮⻰⻳⻅⻉⻙⻜')).toBe('民长风马鱼鸟黄齐齿龙龟见贝韦飞')
  })

  it('cover all radicals of Kangxi, and leave none of them', () => {
    const radicals = String.fromCodePoint(...Array.from({ length: 0xd6 }, (_, index) => 0x2f00 + index))
    expect(foldLookAlikes(radicals)).toMatch(/^\p{Unified_Ideograph}{214}$/u)
  })

  it('leave full-width marks, figures and everything else as published', () => {
    const published = '（一）２０２３年：1,262.08％，“三公”—－−℃'
    expect(foldLookAlikes(published)).toBe(published)
  })

  it('become hyphens where they are printed, nothing where they have no width, and a sign of doubt where they say nothing', () => {
    expect(foldLookAlikes('\u00ad12.30')).toBe('-12.30')
    expect(foldLookAlikes('12\u200b.3\ufeff0')).toBe('12.30')
    expect(foldLookAlikes('a\u0003\tb')).toBe('a\ufffd\tb')
  })
})
