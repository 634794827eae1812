import type { ExtractionDocument, Problem } from '../model/extraction'
import type { MoneyUnit } from '../model/money'
import type { Stage, UnitKind } from '../model/vocabulary'
import { regionNamedIn } from '../reference/regions'
import type { Registry } from '../reference/registry'
import { unitNamed, regionOfUnit } from '../reference/units'
import type { PublishedTable } from './forms/surroundings'
import { plain } from './forms/words'
import type { Paragraph, RawDocument } from './raw'
import { UnreadableFile } from './raw'

/** Who published what for which year, and what was contradictory about it. */
export interface Identity {
  document: ExtractionDocument
  problems: Problem[]
}

/**
 * Identity of a disclosure: title, stage, year, unit, place.
 * @throws UnreadableFile when nothing says that it is a budget (预算) or a final account (决算), or of which year
 */
export function identify(
  raw: RawDocument,
  tables: readonly PublishedTable[],
  fileName: string,
  registry: Registry,
): Identity {
  const paragraphs = raw.blocks.filter((block): block is Paragraph => block.kind === 'paragraph')
  const title = titleOf(paragraphs)
  const stage = stageOf(title, tables)
  const year = yearOf(title, tables, fileName)
  if (!stage || year.chosen === null) throw new UnreadableFile(disclosure, describe(paragraphs, tables))

  const lines = [...tables.flatMap((table) => table.context), ...textsOf(tables)]
  const unitName = unitNameIn(title) ?? first(lines, unitNameIn) ?? nameBeforeStage(title) ?? ''
  const region = regionOf(lines, unitName || title, registry)
  const unit = unitNamed(registry.units, unitName, region.code)
  const unitCode = unitCodeIn(lines)
  const document: ExtractionDocument = {
    title: title || `${unitName}${year.chosen}年${stage === 'final' ? '决算' : '预算'}`,
    stage,
    fiscalYear: year.chosen,
    regionCode: region.code || (unit ? regionOfUnit(unit) : ''),
    regionName: registry.regions.find(({ code }) => code === region.code)?.name ?? '',
    unitName,
    unitCode,
    unitKind: unit?.kind ?? kindOf(title, unitName, lines),
    declaredUnit: declaredUnit(tables),
    revision: 1,
  }
  return { document, problems: [...year.problems, ...region.problems, ...namelessProblems(document)] }
}

const disclosure = 'a published budget or final account: a title or tables with 预算 or 决算 and a year'

function describe(paragraphs: Paragraph[], tables: readonly PublishedTable[]): string {
  const beginning = paragraphs[0]?.text.slice(0, 30) ?? ''
  return `${tables.length} tables, ${paragraphs.length} paragraphs${beginning ? `, beginning “${beginning}”` : ''}`
}

/** The first words that name a budget or account, with the lines before them when the title was wrapped. */
function titleOf(paragraphs: Paragraph[]): string {
  const top = paragraphs.slice(0, 6)
  const at = top.findIndex((paragraph) => /[预决]\s*算/u.test(paragraph.text))
  if (at < 0 || /[。；]/u.test(top[at]!.text)) return ''
  const lines = top.slice(0, at + 1).map((paragraph) => paragraph.text)
  const broken = lines.findLastIndex(
    (line, index) => index < at && (/[。；：:]/u.test(line) || /^附件/u.test(line)),
  )
  return lines
    .slice(broken + 1)
    .join('')
    .replace(/(\d)\s+(?=年)/gu, '$1')
}

function stageOf(title: string, tables: readonly PublishedTable[]): Stage | null {
  const said = stageIn(title)
  if (said) return said
  const stages = tables.map((table) => stageIn(withoutFunds(table.title)))
  if (stages.includes('final')) return 'final'
  return stages.includes('budget') ? 'budget' : null
}

function stageIn(text: string): Stage | null {
  return /决\s*算/u.test(text) ? 'final' : /预\s*算/u.test(text) ? 'budget' : null
}

/** 一般公共预算 and its like name money, not a stage. */
function withoutFunds(title: string): string {
  return plain(title).replace(/(?:一般)?公共(?:财政)?预算|政府性?基金预算|国有资本经营预算/gu, '')
}

function yearOf(
  title: string,
  tables: readonly PublishedTable[],
  fileName: string,
): { chosen: number | null; problems: Problem[] } {
  const fromTables = tables.flatMap((table) => {
    const year = first([table.title, ...table.context], yearIn)
    return year === null ? [] : [{ where: table.title, year }]
  })
  const said = [
    ...known('title', yearIn(title)),
    ...mostCommon(fromTables.map(({ year }) => year)).map((year) => ({ where: 'tables', year })),
    ...known('file name', yearIn(fileName, true)),
  ]
  const chosen = said[0]?.year ?? null
  const others = said.filter(({ year }) => year !== chosen)
  return { chosen, problems: others.map(({ where, year }) => yearProblem(where, chosen!, year)) }
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
    isFileName ? /(?<!\d)(20\d\d)(?!\d)/u : /(?<!\d)(20\d\d)年(?!末|底|\d)|年度:(20\d\d)/u
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

/** Name of the unit in a title or in a line above a table, or null. */
function unitNameIn(text: string): string | null {
  const words = text.replace(/\s+/gu, '')
  const labelled =
    /^(?:编制|填报|预算)?(?:单位|部门)(?:名称)?[:：](.+?)(?:20\d\d年度?)?(?:金额)?(?:单位[:：].*)?$/u.exec(
      words,
    )
  if (labelled) return /^(?:亿元|万元|元)$/u.test(labelled[1]!) ? null : labelled[1]!
  const coded = /^(?!20\d\d年)\d{3,9}(\p{Script=Han}[^:：]*?)(?:-\d{9})?(?:单位[:：].*)?$/u.exec(words)
  if (coded) return coded[1]!
  const beforeYear = /^(.+?)(?:20\d\d|二[〇○零]..)年.*[预决]算/u.exec(words)
  if (beforeYear) return beforeYear[1]!
  const afterYear = /^(?:20\d\d|二[〇○零]..)年度?(.+?)(?:部门|单位)?[预决]算/u.exec(words)
  return afterYear && !/^(?:部门|单位)$/u.test(afterYear[1]!) ? afterYear[1]! : null
}

/** Name in a title that does not have the year beside it: 某某局部门预算公开（2024年）. */
function nameBeforeStage(title: string): string | null {
  const found = /^(\D{3,}?)(?:部门|单位)?[预决]算/u.exec(title.replace(/\s+/gu, ''))
  return found ? found[1]! : null
}

/** 单位编码 printed before the unit's name: the longest, since the unit's begins with its department's. */
function unitCodeIn(lines: readonly string[]): string {
  const codes = lines.flatMap(
    (line) => /^(\d{3}|\d{6}|\d{9})(?=\p{Script=Han})/u.exec(plain(line))?.[1] ?? [],
  )
  return codes.sort((a, b) => b.length - a.length)[0] ?? ''
}

/** Place: from the first six digits of project codes (项目编码), nine-digit codes (-210400000), or the names of places. */
function regionOf(
  lines: readonly string[],
  names: string,
  registry: Registry,
): { code: string; problems: Problem[] } {
  const printed = new Set(lines.flatMap(regionCodesIn))
  const named = regionNamedIn(registry.regions, names)
  const [only] = printed
  if (printed.size === 1 && only) {
    const disagrees = named && named.code !== only
    const problem: Problem = {
      rule: 'region',
      severity: 'warn',
      where: 'document',
      expected: `the place of ${named?.name ?? ''} (${named?.code ?? ''})`,
      found: only,
    }
    return { code: only, problems: disagrees ? [problem] : [] }
  }
  return { code: named?.code ?? '', problems: [] }
}

function regionCodesIn(line: string): string[] {
  const words = plain(line)
  const project = /^(\d{6})\d{2}[A-Z][0-9A-Z]{10,13}$/u.exec(words)
  const division = /-(\d{6})000$/u.exec(words)
  return [project?.[1], division?.[1]].filter((code) => code !== undefined)
}

/** 部门 (with its units) or 单位: a 本级 and a 单位预算 are of one unit. */
function kindOf(title: string, unitName: string, lines: readonly string[]): UnitKind {
  if (/本级/u.test(unitName) || /本级/u.test(title)) return 'unit'
  if (/部门[预决]算/u.test(plain(title))) return 'department'
  if (/单位[预决]算/u.test(plain(title))) return 'unit'
  return lines.some((line) => /本级/u.test(line)) ? 'unit' : 'department'
}

/** The unit of money of most tables; 万元 where none prints one, as the templates of the Ministry of Finance have it. */
function declaredUnit(tables: readonly PublishedTable[]): MoneyUnit {
  const counts = new Map<MoneyUnit, number>()
  for (const { unit } of tables) if (unit) counts.set(unit, (counts.get(unit) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '万元'
}

function namelessProblems(document: ExtractionDocument): Problem[] {
  const missing = (expected: string): Problem => ({
    rule: 'identity',
    severity: 'warn',
    where: 'document',
    expected,
    found: 'nothing',
  })
  return [
    ...(document.unitName === '' ? [missing('the name of the unit')] : []),
    ...(document.regionCode === '' ? [missing('the place of the unit')] : []),
  ]
}

function textsOf(tables: readonly PublishedTable[]): string[] {
  return tables.flatMap((table) =>
    table.grid.rows.flatMap((row) => row.flatMap((cell) => (cell ? [cell.text] : []))),
  )
}

function first<T>(texts: readonly string[], read: (text: string) => T | null): T | null {
  for (const text of texts) {
    const found = read(text)
    if (found !== null) return found
  }
  return null
}
