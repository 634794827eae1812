import type { Outlined } from '../outline'
import { entryTitle } from '../outline'
import type { Noted } from './noted'
import { noted } from './noted'

/** The entries of the 目录, without leader dots and page numbers. */
export function contentsOf(outline: readonly Outlined[]): Noted[] {
  return outline.flatMap(({ paragraph, part }) => {
    const title = entryTitle(paragraph.text)
    if (part !== 'contents' || title === '' || /^目\s*录$/u.test(title)) return []
    const from = paragraph.text.indexOf(title)
    return [noted(paragraph, 'contents', from, from + title.length)]
  })
}
