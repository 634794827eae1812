import type { ExtractionDocument, Problem } from '../model/extraction'
import type { MoneyUnit } from '../model/money'
import type { Stage, UnitKind } from '../model/vocabulary'
import { regionOf } from '../reference/regions'
import type { Registry } from '../reference/registry'
import { unitNamed, regionOfUnit } from '../reference/units'
import { firstSaid } from './first-said'
import type { PublishedTable } from './forms/surroundings'
import { isTitle as isTableTitle } from './forms/surroundings'
import { plain } from './forms/words'
import type { Paragraph, RawDocument } from './raw'
import { UnreadableFile } from './raw'
import { opensParagraph } from './read/paragraphs'
import { statedPlace } from './stated-place'
import { nameBeforeStage, unitCodeIn, unitNameIn } from './stated-unit'
import { statedYear, yearOfHeading } from './stated-year'

/** Who published what for which year, and what was contradictory about it. */
export interface Identity {
  document: ExtractionDocument
  /** The unit of money of most tables, null where none prints one: amounts are then not read as money. */
  printedUnit: MoneyUnit | null
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
  const stage = stageOf(title, paragraphs, tables)
  const year = statedYear(title, paragraphs, tables, fileName)
  if (!stage || year.chosen === null) throw new UnreadableFile(disclosure, describe(paragraphs, tables))

  const lines = [...tables.flatMap((table) => table.context), ...textsOf(tables)]
  const unitName = unitNameIn(title) ?? firstSaid(lines, unitNameIn) ?? nameBeforeStage(title) ?? ''
  const around = [title, ...lines, ...paragraphs.map(({ text }) => text)].join('\n')
  const region = statedPlace(lines, [unitName, title], around, registry)
  const kind = statedKind(title, unitName)
  const unit = unitNamed(registry.units, unitName, region.code, kind ?? undefined)
  const printedUnit = unitOfMost(tables)
  const document: ExtractionDocument = {
    title: title || `${unitName}${year.chosen}年${stage === 'final' ? '决算' : '预算'}`,
    stage,
    fiscalYear: year.chosen,
    regionCode: region.code || (unit ? regionOfUnit(unit) : ''),
    regionName: regionOf(registry.regions, region.code)?.name ?? '',
    unitName,
    unitCode: unitCodeIn(lines),
    unitKind: unit?.kind ?? kind ?? (lines.some((line) => /本级/u.test(line)) ? 'unit' : 'department'),
    declaredUnit: printedUnit ?? '万元',
    revision: 1,
  }
  return {
    document,
    printedUnit,
    problems: [...year.problems, ...region.problems, ...namelessProblems(document)],
  }
}

const disclosure = 'a published budget or final account: a title or tables with 预算 or 决算 and a year'

function describe(paragraphs: Paragraph[], tables: readonly PublishedTable[]): string {
  const beginning = paragraphs[0]?.text.slice(0, 30) ?? ''
  return `${tables.length} tables, ${paragraphs.length} paragraphs${beginning ? `, beginning “${beginning}”` : ''}`
}

/** The first words that name a budget or account, with the lines before them when the title was wrapped. */
function titleOf(paragraphs: Paragraph[]): string {
  const top = paragraphs.slice(0, 6)
  const at = top.findIndex(({ text }) => /[预决]\s*算/u.test(text) && !opensParagraph(text))
  if (at < 0 || /[。；]/u.test(top[at]!.text) || isTableTitle(top[at]!.text)) return ''
  const lines = top.slice(0, at + 1).map((paragraph) => paragraph.text)
  const broken = lines.findLastIndex(
    (line, index) => index < at && (/[。；：:]|^目\s*录$/u.test(line) || opensParagraph(line)),
  )
  return lines
    .slice(broken + 1)
    .join('')
    .replace(/(\d)\s+(?=年)/gu, '$1')
}

/** By the title, else the titles of tables, else a heading that says the year beside it. */
function stageOf(
  title: string,
  paragraphs: readonly Paragraph[],
  tables: readonly PublishedTable[],
): Stage | null {
  const said = stageIn(title)
  if (said) return said
  const stages = tables.map((table) => stageIn(withoutFunds(table.title)))
  if (stages.includes('final')) return 'final'
  if (stages.includes('budget')) return 'budget'
  const heading = paragraphs.find(({ text }) => yearOfHeading(text) !== null)
  return heading ? stageIn(heading.text) : null
}

function stageIn(text: string): Stage | null {
  return /决\s*算/u.test(text) ? 'final' : /预\s*算/u.test(text) ? 'budget' : null
}

/** 一般公共预算 and its like name money, not a stage. */
function withoutFunds(title: string): string {
  return plain(title).replace(/(?:一般)?公共(?:财政)?预算|政府性?基金预算|国有资本经营预算/gu, '')
}

/** 部门 (with its units) or 单位, where name or title say it: a 本级 and a 单位预算 are of one unit. */
function statedKind(title: string, unitName: string): UnitKind | null {
  if (/本级/u.test(unitName) || /本级/u.test(title)) return 'unit'
  if (/部门[预决]算/u.test(plain(title))) return 'department'
  return /单位[预决]算/u.test(plain(title)) ? 'unit' : null
}

function unitOfMost(tables: readonly PublishedTable[]): MoneyUnit | null {
  const counts = new Map<MoneyUnit, number>()
  for (const { unit } of tables) if (unit) counts.set(unit, (counts.get(unit) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
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
