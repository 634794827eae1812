import type { Problem } from '../model/extraction'
import { firstSaid } from './first-said'
import type { PublishedTable } from './forms/surroundings'
import type { Paragraph } from './raw'
import { plain } from './forms/words'

/**
 * Fiscal year (年度) that the title says, else most tables, else a heading that names a budget or account, else the file's
 * name; the others must agree.
 */
export function statedYear(
  title: string,
  paragraphs: readonly Paragraph[],
  tables: readonly PublishedTable[],
  fileName: string,
): { chosen: number | null; problems: Problem[] } {
  const fromTables = tables.flatMap((table) => {
    const year = firstSaid([table.title, ...table.context], yearIn)
    return year === null ? [] : [{ where: table.title, year }]
  })
  const said = [
    ...known('title', yearIn(title)),
    ...mostCommon(fromTables.map(({ year }) => year)).map((year) => ({ where: 'tables', year })),
    ...known(
      'headings',
      firstSaid(
        paragraphs.map(({ text }) => text),
        yearOfHeading,
      ),
    ),
    ...known('file name', yearIn(fileName, true)),
  ]
  const chosen = said[0]?.year ?? null
  const others = said.filter(({ year }) => year !== chosen)
  return { chosen, problems: others.map(({ where, year }) => yearProblem(where, chosen!, year)) }
}

/** Year of a heading (第三部分 2019年度部门预算情况说明), not of a sentence. */
export function yearOfHeading(text: string): number | null {
  return text.length <= 40 && /[预决]\s*算/u.test(text) && !/[，。；]/u.test(text) ? yearIn(text) : null
}

function known(where: string, year: number | null): { where: string; year: number }[] {
  return year === null ? [] : [{ where, year }]
}

function yearProblem(where: string, chosen: number, found: number): Problem {
  return { rule: 'N19', severity: 'warn', where, expected: `the year ${chosen}`, found: String(found) }
}

/** Year of a title or a line above a table (2023年度, 预算年度：2023); dates (2022-12-31) are none. */
function yearIn(text: string, isFileName = false): number | null {
  const words = plain(text)
  const digits = (
    isFileName ? /(?:^|\D)(20\d\d)(?!\d)/u : /(?:^|\D)(20\d\d)年(?!末|底|\d)|年度:(20\d\d)/u
  ).exec(words)
  if (digits) return Number(digits[1] ?? digits[2])
  const chinese = /二[〇○零O0]([〇○零O0一二三四五六七八九]{2})年/u.exec(words)
  if (!chinese) return null
  const digitOf = (character: string): number => Math.max('〇一二三四五六七八九'.indexOf(character), 0)
  return 2000 + digitOf(chinese[1]![0]!) * 10 + digitOf(chinese[1]![1]!)
}

function mostCommon(years: number[]): number[] {
  const counts = new Map<number, number>()
  for (const year of years) counts.set(year, (counts.get(year) ?? 0) + 1)
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 1)
    .map(([year]) => year)
}
