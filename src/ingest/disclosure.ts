import type { Extraction, ExtractionFact, ExtractionTable, Problem } from '../model/extraction'
import type { MoneyUnit } from '../model/money'
import { isMoneyUnit } from '../model/printed-cell'
import type { Stage } from '../model/vocabulary'
import type { Registry } from '../reference/registry'
import { deriveFacts } from './derive/derive'
import type { StatedIdentity } from './document'
import { documentOf, statedIdentity } from './document'
import type { FileReading } from './file-reading'
import type { PublishedTable } from './forms/surroundings'
import { publishedTables } from './forms/surroundings'
import type { ReadTable, TableContext } from './forms/tables'
import { readTable } from './forms/tables'
import { codeNamesIn, printedCodes } from './narrative/code-names'
import type { Narrative } from './narrative/narrative'
import { readNarrative } from './narrative/narrative'
import type { NumberedTable } from './performance/performance-table'
import { readPerformance } from './performance/performance'
import type { Paragraph } from './raw'
import { unreadProblems } from './unread-problems'

/** A file of a disclosure: its words and tables apart, and what they say the disclosure is. */
export interface DisclosurePart {
  reading: FileReading
  paragraphs: Paragraph[]
  tables: PublishedTable[]
  stated: StatedIdentity
}

/** Parts a file into words and tables, and finds what disclosure it is of. */
export function partOf(reading: FileReading, registry: Registry): DisclosurePart {
  const { blocks } = reading.raw
  const paragraphs = blocks.filter((block): block is Paragraph => block.kind === 'paragraph')
  const tables = publishedTables(blocks)
  return {
    reading,
    paragraphs,
    tables,
    stated: statedIdentity(paragraphs, tables, reading.source.file, registry),
  }
}

/**
 * What one disclosure says, its files read as one: tables before prose, since prose names the codes that they print. A
 * table that two files print alike is kept once.
 * @param parts its files in reading order
 */
export function readDisclosure(
  parts: readonly DisclosurePart[],
  stage: Stage,
  fiscalYear: number,
  registry: Registry,
): Extraction {
  const stated = parts.map((part) => part.stated)
  const { document: declared, printedUnit, problems } = documentOf(stated, stage, fiscalYear, registry)
  const contextOf = (index: number): TableContext => ({
    source_no: index + 1,
    printedUnit: stated[index]!.printedUnit ?? printedUnit,
    fiscalYear,
    stage,
    codes: registry.codes,
  })
  const tables: ReadTable[] = []
  const repeated: Problem[] = []
  const numberedTables = parts.map((): NumberedTable[] => [])
  for (const [index, part] of parts.entries()) {
    for (const published of part.tables) {
      const read = readTable(published, tableId(tables.length + 1), contextOf(index))
      const same = tables.find(({ table }) => isSame(table, read.table))
      if (same && same.table.source_no !== index + 1) repeated.push(repetition(same.table, part))
      else {
        tables.push(read)
        numberedTables[index]!.push({ id: read.table.id, published })
      }
    }
  }
  const kept = tables.map(({ table }) => table)
  const names = codeNamesIn(registry.codes, fiscalYear, printedCodes(kept))
  const narratives = parts.map((part, index) =>
    readNarrative(part.paragraphs, {
      ...contextOf(index),
      unitName: declared.unitName,
      tableTitles: part.tables.map(({ title }) => title),
      names,
    }),
  )
  const performance = readPerformance(
    parts.map(({ paragraphs }, index) => ({
      ...contextOf(index),
      paragraphs,
      tables: numberedTables[index]!,
    })),
    stage,
  )
  const facts = numbered(narratives)
  const document = { ...declared, declaredUnit: printedUnit ?? unitOfFacts(facts) ?? declared.declaredUnit }
  const extraction: Extraction = {
    schema: 'mingzhang-extraction/1',
    sources: parts.map(({ reading }, index) => ({ source_no: index + 1, ...reading.source })),
    document,
    tables: kept,
    facts,
    statements: newIn(narratives.map(({ statements }) => statements)),
    projects: performance.projects,
    indicators: performance.indicators,
    problems: [
      ...problems,
      ...parts.flatMap(({ reading }) => unreadProblems(reading)),
      ...repeated,
      ...tables.flatMap((table) => table.problems),
      ...narratives.flatMap((narrative) => narrative.problems),
      ...performance.problems,
    ],
  }
  return { ...extraction, facts: [...extraction.facts, ...deriveFacts(extraction)] }
}

/** The unit of money that prose tells most amounts in, null where it tells none. */
function unitOfFacts(facts: readonly ExtractionFact[]): MoneyUnit | null {
  const counts = new Map<MoneyUnit, number>()
  for (const { unit, printed } of facts) {
    if (isMoneyUnit(unit) && /\d/u.test(printed)) counts.set(unit, (counts.get(unit) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

function tableId(number: number): string {
  return `T${String(number).padStart(2, '0')}`
}

function isSame(one: ExtractionTable, other: ExtractionTable): boolean {
  return one.form === other.form && one.empty === other.empty && printed(one) === printed(other)
}

/** Header and rows of a table as text, without its title, which files may print differently. */
function printed(table: ExtractionTable): string {
  return JSON.stringify([table.columns.map(({ path }) => path), table.rows.map(({ cells }) => cells)])
}

function repetition(table: ExtractionTable, part: DisclosurePart): Problem {
  return {
    rule: 'files',
    severity: 'info',
    where: table.id,
    expected: 'a table in one of the files',
    found: `the same in ${part.reading.source.file}; it is kept once`,
  }
}

/** Facts of all files, numbered on; what a later file says in the words of an earlier one is left out. */
function numbered(narratives: readonly Narrative[]): ExtractionFact[] {
  return newIn(narratives.map(({ facts }) => facts)).map((fact, index) => ({ ...fact, fact_no: index + 1 }))
}

/** Says where a fact or statement stands, not what it says. */
const placing = new Set(['source_no', 'locator', 'fact_no'])

/** What each file says, without what an earlier file has said alike. */
function newIn<T>(files: readonly T[][]): T[] {
  const said = new Set<string>()
  return files.flatMap((one) => {
    const own = one.map((item) => ({
      item,
      words: JSON.stringify(item, (key, value: unknown) => (placing.has(key) ? undefined : value)),
    }))
    const fresh = own.filter(({ words }) => !said.has(words))
    for (const { words } of own) said.add(words)
    return fresh.map(({ item }) => item)
  })
}
