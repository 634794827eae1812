import type { Clause } from '../clause'
import { figuresOf } from '../figure'
import type { Reading } from '../reading'
import { subjectOf } from '../reason'
import { shortItem } from './noted'

const opener = /(?:主要包括|主要用于|具体包括|包括|用于|主要有)：?$/u
const opened = /(?:主要包括|主要用于|具体包括|包括|用于|主要有)(?<list>.+)$/u

/**
 * Keeps what a clause lists behind 主要包括 or 用于 as a list of what was named last; the list may be the clause behind.
 * @param until index in the clause where a reason begins, which lists nothing
 */
export function readEnumeration(reading: Reading, { words: { text, at } }: Clause, until: number): void {
  const awaited = reading.listed
  reading.listed = null
  const told = text.slice(0, until)
  if (awaited !== null && noteList(reading, awaited, told, at)) return
  if (!reading.last) return
  const about = subjectOf(reading.last) + (reading.last.measure ? `.${reading.last.measure}` : '')
  const list = opened.exec(told)?.groups!.list
  if (list) noteList(reading, about, list, at.slice(told.length - list.length))
  else if (opener.test(told)) reading.listed = about
}

function noteList(reading: Reading, about: string, list: string, at: readonly number[]): boolean {
  if (list.length < 2 || figuresOf(list).length > 0) return false
  const items = list
    .split('、')
    .map((item) => item.replace(/等(?:方面)?(?:的)?(?:支出|经费|费用|开支)?$/u, ''))
    .filter((item) => item.length > 1 && !/^(?:以下|下列|如下)/u.test(item))
    .map(shortItem)
  if (items.length === 0) return false
  reading.note('list', about, at[0]!, at[list.length - 1]! + 1, items)
  return true
}
