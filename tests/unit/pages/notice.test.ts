import { describe, expect, it } from 'vitest'
import { unitWords } from '../../../src/i18n/messages/unit'
import type { Choice } from '../../../src/pages/unit/choose-table'
import { absenceOf, noticeOf } from '../../../src/pages/unit/notice'
import { provenanceOf } from '../../../src/pages/unit/provenance'
import { tableName } from '../../../src/pages/unit/table-name'
import { verdict } from '../../support/figures-unit-page'

const income = verdict(2, 'budget.income_total', { title: '单位预算收入总表' })
const spending = verdict(3, 'budget.expenditure_total', { title: '单位预算支出总表' })
const general = verdict(5, 'budget.general_expenditure', {
  title: '一般公共预算支出表',
  formCode: '公开05表',
})
const choice = (more: Partial<Choice>): Choice => ({
  series: null,
  table: spending,
  sound: true,
  standIn: null,
  passedOver: [],
  absent: null,
  ...more,
})

describe('what is said above a picture', () => {
  it('is nothing where the table that states it best is drawn, or nothing is', () => {
    expect(noticeOf(choice({}), 'zh')).toBeUndefined()
    expect(noticeOf(choice({ table: null, absent: 'not-disclosed' }), 'zh')).toBeUndefined()
    expect(noticeOf(choice({ absent: 'declared-empty' }), 'zh')).toBeUndefined()
  })

  it('names the shifted tables and the one that stands in, in either language', () => {
    const found = choice({ table: income, standIn: 'income', passedOver: [spending, general] })
    expect(noticeOf(found, 'zh')).toBe(
      '表 3 单位预算支出总表、公开05表 一般公共预算支出表的金额整列错了行，不能照着画。这里改用表 2 单位预算收入总表：它按同样的科目列收入，合计与支出合计相等。',
    )
    const english = noticeOf(found, 'en')
    expect(english).toContain('table 3 单位预算支出总表, 公开05表 一般公共预算支出表 stand one row off')
    expect(english).toMatch(/as printed\. table 2 /)
    expect(english).not.toContain('、')
  })

  it('says that money is narrower where 一般公共预算 stands in without anything being wrong', () => {
    expect(noticeOf(choice({ table: general, standIn: 'general' }), 'zh')).toMatch(
      /^文件里没有能照着画的按科目支出总表。这里改用公开05表 一般公共预算支出表：只含一般公共预算/,
    )
  })

  it('says that all spending is told where the total of the table that stands in equals it', () => {
    expect(noticeOf(choice({ table: general, standIn: 'whole' }), 'zh')).toMatch(/它的合计与支出合计相等。$/)
    expect(noticeOf(choice({ table: general, standIn: 'fiscal' }), 'en')).toMatch(/not all spending\.$/)
  })

  it('says which of two like tables is drawn, and that none is where all are shifted', () => {
    expect(noticeOf(choice({ passedOver: [general] }), 'zh')).toContain('这里画的是表 3 单位预算支出总表。')
    expect(noticeOf(choice({ sound: false, passedOver: [spending] }), 'zh')).toContain('所以没有画')
  })
})

describe('where figures are said to stand', () => {
  const tables = [income, spending, general]

  it('names the tables in reading order, each once, and the text where it tells some', () => {
    const figures = [
      { tableNo: 5, basis: 'published' as const },
      { tableNo: 2 },
      { tableNo: 5 },
      { tableNo: null, basis: 'text' as const },
    ]
    expect(provenanceOf('2023 年决算', figures, tables, 'zh')).toBe(
      '2023 年决算，表 2 单位预算收入总表，公开05表 一般公共预算支出表，正文。',
    )
    expect(provenanceOf('2023 年决算', [{ tableNo: 2 }], tables, 'en', ['rates in the text'])).toBe(
      '2023 年决算, table 2 单位预算收入总表, rates in the text.',
    )
  })

  it('is not told of a blank cell without a place, nor before the document’s title is known', () => {
    expect(provenanceOf('决算', [{ tableNo: null, basis: 'published' }], tables, 'zh')).toBe('决算。')
    expect(provenanceOf('', [{ tableNo: 2 }], tables, 'zh')).toBe('')
  })
})

describe('why nothing is drawn', () => {
  it('is the note of a table declared empty, and parts that are not printed are named', () => {
    const none = choice({ table: null, absent: 'not-disclosed' })
    expect(absenceOf(none, 'function', 'project', 'zh')).toContain('没有按功能科目分开列基本支出和项目支出')
    expect(absenceOf(none, 'function', 'total', 'zh')).toBeUndefined()
    expect(absenceOf(none, 'economic', 'total', 'en')).toBeUndefined()
    const empty = verdict(6, 'final.expenditure', { empty: true, emptyNote: '本表为空' })
    expect(absenceOf(choice({ table: empty, absent: 'declared-empty' }), 'function', 'basic', 'zh')).toBe(
      '本表为空',
    )
    expect(absenceOf(choice({ absent: 'blank' }), 'function', 'project', 'zh')).toBeUndefined()
  })

  it('names its source without a table where there is none', () => {
    const { source } = unitWords.zh.where
    expect(source('某局', 2019, '预算', '', '万元')).toBe('某局 2019 年预算公开。')
    expect(source('某局', 2019, '预算', '表 3 支出总表', '万元')).toBe(
      '某局 2019 年预算公开，表 3 支出总表。单位：万元。',
    )
  })
})

describe('the name of a table', () => {
  it('has its number once, also where its title begins with it', () => {
    const titled = { tableNo: 5, formCode: '公开05表', title: '公开05表：财政拨款支出预算表' }
    expect(tableName(titled, 'zh')).toBe('公开05表 财政拨款支出预算表')
    expect(tableName({ ...titled, title: '财政拨款支出预算表' }, 'zh')).toBe('公开05表 财政拨款支出预算表')
    expect(tableName({ ...titled, title: '公开05表' }, 'en')).toBe('公开05表')
    expect(tableName({ tableNo: 1, formCode: null, title: '支出总表' }, 'zh')).toBe('表 1 支出总表')
  })
})
