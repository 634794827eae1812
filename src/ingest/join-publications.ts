import type { Extraction, ExtractionFact } from '../model/extraction'
import { keyOfCell } from '../model/extraction-keys'
import { readCell } from '../model/printed-cell'
import { Exact, readAmount } from '../model/money'
import type { DisclosurePart } from './disclosure'
import type { DisclosureKey } from './same-disclosure'
import { mayBeSame } from './same-disclosure'

/** A file with what it says read alone, ready to be compared with others of its disclosure. */
export interface ReadPart {
  part: DisclosurePart
  key: DisclosureKey
  alone: Extraction
}

/** Share of the figures that the smaller of two files has in common with the other, from which both tell the same story. */
const sameStory = 0.5

/**
 * Which files make up one publication. Files that print each its own figures (narrative and tables) are parts of one;
 * so are files that print the same ones alike. Files that mostly print the same figures, some of them differently,
 * are publications of their own: revisions. A file that fits several goes where most of its amounts stand.
 * @param files of one unit, year and stage, in an order that does not depend on how they were given
 */
export function publicationsOf(files: readonly ReadPart[]): ReadPart[][] {
  const compared = files.map((file) => ({
    file,
    figures: figuresOf(file.alone),
    amounts: amountsOf(file.alone),
  }))
  const publications: (typeof compared)[] = []
  const tellersFirst = [...compared].sort((a, b) => Number(tells(b.file)) - Number(tells(a.file)))
  for (const one of tellersFirst) {
    const fitting = publications
      .filter((parts) =>
        parts.every(
          ({ file, figures }) => mayBeSame(file.key, one.file.key) && !revises(figures, one.figures),
        ),
      )
      .map((parts) => ({
        parts,
        share: sharedAmounts(
          parts.map(({ amounts }) => amounts),
          one.amounts,
        ),
      }))
      .filter(({ share }) => isCertain(one.file.key) || share >= sameStory)
      .sort((a, b) => b.share - a.share)
    if (fitting[0]) fitting[0].parts.push(one)
    else publications.push([one])
  }
  return publications.map((parts) => parts.map(({ file }) => file))
}

function tells({ alone }: ReadPart): boolean {
  return alone.facts.some(({ basis }) => basis === 'text')
}

/** Does the file itself say whose figures of which year and stage it has? */
function isCertain({ unit, stage, fiscalYear }: DisclosureKey): boolean {
  return unit !== null && stage !== null && fiscalYear !== null
}

/** Every figure of a file under what it is about, as printed. */
function figuresOf({ tables, facts }: Extraction): Map<string, string> {
  const figures = new Map<string, string>()
  const add = (about: string, value: string): void => {
    let key = about
    for (let again = 2; figures.has(key); again += 1) key = `${about} ${again}`
    figures.set(key, value)
  }
  for (const table of tables) {
    for (const row of table.rows) {
      for (const column of table.columns) {
        const value = row.cells[column.index]!
        if ((column.role !== 'amount' && column.role !== 'quantity') || value === '') continue
        const { code, name } = keyOfCell(table, row, column)
        add(JSON.stringify([table.form, table.title, code ?? name, column.path]), value)
      }
    }
  }
  for (const fact of facts) if (fact.basis === 'text') add(aboutOf(fact), `${fact.value} ${fact.unit}`)
  return figures
}

function aboutOf({ key, subject, code, measure, year, stage, base, label }: ExtractionFact): string {
  return JSON.stringify([key, subject, code, measure, year, stage, base, label])
}

/** Do two files mostly print the same figures, and some of them differently? */
function revises(one: Map<string, string>, other: Map<string, string>): boolean {
  const common = [...one].filter(([about]) => other.has(about))
  const differ = common.some(([about, value]) => other.get(about) !== value)
  return differ && common.length >= sameStory * Math.min(one.size, other.size)
}

/** Amounts other than zero, 元, wherever they stand. */
function amountsOf({ tables, facts }: Extraction): Set<string> {
  const cells = tables.flatMap(({ rows, columns, unit }) =>
    rows.flatMap((row) =>
      columns.flatMap(({ role, index }) =>
        role === 'amount' ? [readCell(row.cells[index]!, unit).yuan] : [],
      ),
    ),
  )
  const told = facts.flatMap(({ key, basis, value, unit }) =>
    key === 'amount' && basis === 'text' && (unit === '元' || unit === '万元' || unit === '亿元')
      ? [readAmount(value, unit)?.yuan ?? null]
      : [],
  )
  const wan = new Exact(10_000)
  // Prose rounds to 万元 with two decimals what tables print in 元.
  return new Set(
    [...cells, ...told].flatMap((yuan) =>
      yuan && !yuan.isZero() ? [yuan.div(wan).toDecimalPlaces(2).toString()] : [],
    ),
  )
}

/** Share of the smaller side's amounts that stand on both sides, 0 to 1. */
function sharedAmounts(publication: readonly Set<string>[], file: Set<string>): number {
  const all = new Set(publication.flatMap((amounts) => [...amounts]))
  const common = [...file].filter((amount) => all.has(amount)).length
  return common / Math.max(1, Math.min(all.size, file.size))
}
