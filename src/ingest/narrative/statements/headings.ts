import type { Outlined } from '../outline'
import { plainTitle } from '../outline'
import type { Noted } from './noted'
import { noted } from './noted'

/**
 * Headings of the text and titles of tables as they stand above them.
 * @param tableTitles titles of the file's tables
 * @param items paragraphs that are items of a list
 */
export function headingsOf(
  outline: readonly Outlined[],
  tableTitles: readonly string[],
  items: ReadonlySet<Outlined>,
): Noted[] {
  const titles = new Set(tableTitles.map(plainTitle).filter((title) => title !== ''))
  return outline.flatMap((outlined) => {
    const { paragraph, words, heading, part } = outlined
    if (part === 'contents' || items.has(outlined)) return []
    const isTitle = titles.has(plainTitle(paragraph.text))
    const isHeading =
      heading !== null && (part === 'text' || heading.rank === 0 || /名词|术语/u.test(heading.title))
    if (!isTitle && !isHeading) return []
    return /^公开\d+表$/u.test(words.text) ? [] : [noted(paragraph, 'heading', 0, paragraph.text.length)]
  })
}
