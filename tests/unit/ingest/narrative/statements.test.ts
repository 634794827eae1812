import { describe, expect, it } from 'vitest'
import type { ExtractionStatement } from '../../../../src/model/extraction'
import type { NarrativeContext } from '../../../../src/ingest/narrative/reading'
import { narrative } from '../../../support/told'

const document = `某市某局2023年度部门决算
目 录
第一部分 某市某局概况
一、主要职责
二、部门决算单位构成
第二部分 某市某局2023年度部门决算表
一、收入支出决算总表
第三部分 名词解释
第一部分 某市某局概况
一、主要职责
某市某局是市政府的工作部门，主要职责是：贯彻政策；指导全市工作；承办交办的其他事项。
二、部门决算单位构成
本部门包括办公室、综合科和普法与治理科，下属单位有：
1. 某市某局（本级）
2. 某市某局服务中心
第二部分 某市某局2023年度部门决算表
收入支出决算总表（含单位）
部门：某市某局
政府性基金预算表
注：本部门2023年无政府性基金预算财政拨款安排的支出，故本表为空表。
注：如本表为空，则无此类资金。
情况说明
某市某局2023年度支出总计5万元，我局基本支出5万元，其中：人员经费3万元，主要包括：基本工资、津贴补贴、其他工资福利支出；公用经费2万元，包括办公费、差旅费等支出。
1、一般公共服务支出（类）人大事务（款）行政运行（项）。主要用于：日常运转、会议。支出决算为5万元，占 %，比上年增加（减少）0万元，主要原因是。其中XX项目支出万元。
第三部分 名词解释
一、财政拨款收入：指从财政取得的资金。
二、“三公”经费是指公务接待费等。`

function statements(context: Partial<NarrativeContext> = {}): ExtractionStatement[] {
  return narrative(document, {
    unitName: '某市某局',
    tableTitles: ['收入支出决算总表（含单位）'],
    ...context,
  }).statements
}

const words = (kind: ExtractionStatement['kind']): string[] =>
  statements().flatMap((one) => (one.kind === kind ? [one.words] : []))
const listed = (kind: ExtractionStatement['kind']) =>
  statements().flatMap(({ kind: its, subject, items }) => (its === kind ? [[subject, items]] : []))

describe('statements', () => {
  it('stand in reading order, at most 40 characters each, word for word at their place', () => {
    const lines = document.split('\n')
    const places = statements().map(
      ({ locator }) => locator as { line: number; offset: number; length: number },
    )
    for (const [index, { words: told }] of statements().entries()) {
      const { line, offset, length } = places[index]!
      expect(told.length).toBeLessThanOrEqual(40)
      expect(lines[line - 1]!.slice(offset, offset + length)).toBe(told)
    }
    const order = places.map(({ line, offset }) => line * 1000 + offset)
    expect(order).toEqual([...order].sort((a, b) => a - b))
  })

  it('name the entries of the 目录, which are no headings, up to where the text begins', () => {
    expect(words('contents')).toEqual([
      '第一部分 某市某局概况',
      '一、主要职责',
      '二、部门决算单位构成',
      '第二部分 某市某局2023年度部门决算表',
      '一、收入支出决算总表',
      '第三部分 名词解释',
    ])
  })

  it('leave out leader dots and page numbers of an entry', () => {
    const { statements: found } = narrative('目录\n一、部门主要职能 ………………3\n二、机构设置……… 4\n主要职能说明')
    expect(found.filter(({ kind }) => kind === 'contents').map(({ words: told }) => told)).toEqual([
      '一、部门主要职能',
      '二、机构设置',
    ])
  })

  it('name the headings of the text and the titles of its tables, not the items of a list or of the glossary', () => {
    expect(words('heading')).toEqual([
      '第一部分 某市某局概况',
      '一、主要职责',
      '二、部门决算单位构成',
      '第二部分 某市某局2023年度部门决算表',
      '收入支出决算总表（含单位）',
      '政府性基金预算表',
      '情况说明',
      '第三部分 名词解释',
    ])
  })

  it('list duties, bodies, what money is for and what it is made of', () => {
    expect(listed('list')).toEqual([
      ['duties', ['贯彻政策', '指导全市工作', '承办交办的其他事项']],
      ['units', ['办公室', '综合科', '普法与治理科', '某市某局（本级）', '某市某局服务中心']],
      ['exp_grand.personnel', ['基本工资', '津贴补贴', '其他工资福利支出']],
      ['exp_grand.public', ['办公费', '差旅费']],
      ['function.2010101', ['日常运转', '会议']],
    ])
  })

  it('name each form of the unit’s name once', () => {
    const names = statements().filter(({ kind }) => kind === 'name')
    expect(names.map(({ subject, words: told }) => `${subject} ${told}`)).toEqual([
      'unit 某市某局',
      'self 本部门',
      'self 我局',
    ])
    const { statements: other } = narrative('某市某局部门2023年支出5万元。\n部门：某市\n单位：万元\n某局', {
      unitName: '某市某局',
    })
    expect(other.filter(({ kind }) => kind === 'name').map(({ words: told }) => told)).toEqual([
      '某市某局',
      '某市某局部门',
    ])
  })

  it('define the terms of the glossary', () => {
    expect(listed('definition')).toEqual([
      [undefined, ['财政拨款收入']],
      [undefined, ['三公经费']],
    ])
    expect(words('definition')[1]).toBe('“三公”经费是指公务接待费等。')
  })

  it('note why a table is empty, and of what it is', () => {
    expect(statements().filter(({ kind }) => kind === 'note')).toMatchObject([
      {
        subject: 'gov_fund_expenditure',
        words: '注：本部门2023年无政府性基金预算财政拨款安排的支出，故本表为空表。',
      },
    ])
  })

  it('show what a form left open: letters for names, a unit without its number, a choice, a sentence that breaks off', () => {
    expect(words('placeholder')).toEqual(['占 %，比上年增加（减少）0万元，主要原因是。其中XX项目支出'])
    const gaps = (text: string) =>
      narrative(text)
        .statements.filter(({ kind }) => kind === 'placeholder')
        .map(({ words: told }) => told)
    expect(gaps('决算数小于预算数的主要原因：人员变动等原因。占5%，单位：万元，规格XXL。')).toEqual([])
    expect(gaps('政府性基金支出预算支出万元。')).toEqual(['政府性基金支出预算支出万元。'])
  })
})
