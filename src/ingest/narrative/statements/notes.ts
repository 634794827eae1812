import { mentionsOf } from '../mention'
import type { Outlined } from '../outline'
import type { Noted } from './noted'
import { noted } from './noted'

const labelled = /^(?:第?[一二]?(?:部分?)?注|说明|备注)：/u
const empty =
  /空表|本表(?:为空|无数据|无内容)|(?:无|没有|未安排|不涉及)[^，。；]{0,30}(?:收支|收入|支出|预算|经费|安排|项目|情况|业务)/u

/** Notes in the prose that explain why a table is empty: 注：本部门无政府性基金预算，故本表为空表. */
export function notesOf(outline: readonly Outlined[]): Noted[] {
  return outline.flatMap(({ paragraph, words, part }) => {
    const { text } = words
    const isNote = labelled.test(text) ? empty.test(text) : /空表|本表(?:为空|无数据)/u.test(text)
    if (part !== 'text' || !isNote || /^(?:.{0,4}：)?如/u.test(text)) return []
    const named = mentionsOf(text).find((mention) => mention.subject !== null)?.subject
    const subject = named?.replace(/^fund\.(.+)$/u, '$1_expenditure')
    return [noted(paragraph, 'note', 0, paragraph.text.length, subject ? { subject } : {})]
  })
}
