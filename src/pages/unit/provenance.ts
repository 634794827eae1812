import type { Language } from '../../i18n/language'
import { unitWords } from '../../i18n/messages/unit'
import type { TableVerdict } from '../../queries/table-verdicts'
import { tableName } from './table-name'

/** Where a figure stands: in a table, in the text, or in the text beside a blank cell of a table. */
interface Standing {
  tableNo: number | null
  basis?: 'published' | 'text' | 'derived' | null
}

/** Where the figures of a chart stand: the document, the tables by name, the text where it tells some of them. */
export function provenanceOf(
  title: string,
  figures: Standing[],
  tables: TableVerdict[],
  language: Language,
  more: string[] = [],
): string {
  if (title === '') return ''
  const words = unitWords[language]
  const numbers = new Set(figures.flatMap(({ tableNo }) => (tableNo === null ? [] : [tableNo])))
  const named = tables
    .filter(({ tableNo }) => numbers.has(tableNo))
    .map((table) => tableName(table, language))
  const inText = figures.some(
    ({ tableNo, basis }) => basis === 'text' || (tableNo === null && basis !== 'published'),
  )
  return words.source(title, [...named, ...(inText ? [words.text] : []), ...more])
}
