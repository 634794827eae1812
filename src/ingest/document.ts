import type { ExtractionDocument, Problem } from '../model/extraction'
import type { MoneyUnit } from '../model/money'
import type { Stage, UnitKind } from '../model/vocabulary'
import { regionOf } from '../reference/regions'
import type { Registry } from '../reference/registry'
import type { Unit } from '../reference/units'
import { regionOfUnit, unitNamed } from '../reference/units'
import { firstSaid } from './first-said'
import type { PublishedTable } from './forms/surroundings'
import { isTitle as isTableTitle } from './forms/surroundings'
import { plain } from './forms/words'
import { isNavigation } from './navigation'
import type { Paragraph } from './raw'
import { opensParagraph } from './read/paragraphs'
import { statedPlace } from './stated-place'
import { nameBeforeStage, unitCodeIn, unitNameIn, unitOfProse } from './stated-unit'
import { statedYear, yearOfHeading } from './stated-year'

/** What one file says about the disclosure it belongs to; '' and null where it is silent. */
export interface StatedIdentity {
  title: string
  stage: Stage | null
  fiscalYear: number | null
  unitName: string
  unitCode: string
  /** 部门 or 单位, where name or title say it. */
  kind: UnitKind | null
  /** Is 本级 named beside its tables? */
  isOwnLevel: boolean
  regionCode: string
  /** The unit of the registry that the name means. */
  unit: Unit | null
  /** The unit of money of most tables, null where none prints one: amounts are then not read as money. */
  printedUnit: MoneyUnit | null
  problems: Problem[]
}

/** Title, stage, year, unit and place of a disclosure, as far as a file of it says them. */
export function statedIdentity(
  paragraphs: readonly Paragraph[],
  tables: readonly PublishedTable[],
  fileName: string,
  registry: Registry,
): StatedIdentity {
  const said = paragraphs.filter((paragraph) => !isNavigation(paragraph))
  const title = titleOf(said) || headingOf(said)
  const year = statedYear(title, said, tables, fileName)
  const lines = [...tables.flatMap((table) => table.context), ...textsOf(tables)]
  const texts = said.map(({ text }) => text)
  const unitName =
    unitNameIn(title) ??
    firstSaid([...texts.slice(0, 4), ...lines], unitNameIn) ??
    nameBeforeStage(title) ??
    unitOfProse(texts) ??
    ''
  const region = statedPlace(lines, [unitName, title], [title, ...lines, ...texts].join('\n'), registry)
  const kind = statedKind(title, unitName)
  const unit = unitNamed(registry.units, unitName, region.code, kind ?? undefined)
  return {
    title,
    stage: stageOf(title, said, tables),
    fiscalYear: year.chosen,
    unitName,
    unitCode: unitCodeIn(lines),
    kind,
    isOwnLevel: lines.some((line) => /本级/u.test(line)),
    regionCode: region.code || (unit ? regionOfUnit(unit) : ''),
    unit,
    printedUnit: unitOfMost(tables),
    problems: [...year.problems, ...region.problems],
  }
}

/**
 * The document that its files tell of, the first one that says a thing deciding.
 * @param files all of the same unit, year and stage; stage and year are said by one of them
 */
export function documentOf(
  files: readonly StatedIdentity[],
  stage: Stage,
  fiscalYear: number,
  registry: Registry,
): { document: ExtractionDocument; printedUnit: MoneyUnit | null; problems: Problem[] } {
  const said = <T>(read: (file: StatedIdentity) => T | '' | null): T | null =>
    files.map(read).find((value): value is T & {} => value !== '' && value !== null) ?? null
  const unitName = said((file) => file.unitName) ?? ''
  const regionCode = said((file) => file.regionCode) ?? ''
  const printedUnit = said((file) => file.printedUnit)
  const kind = said((file) => file.unit?.kind ?? null) ?? said((file) => file.kind)
  const document: ExtractionDocument = {
    title: said((file) => file.title) ?? `${unitName}${fiscalYear}年${stage === 'final' ? '决算' : '预算'}`,
    stage,
    fiscalYear,
    regionCode,
    regionName: regionOf(registry.regions, regionCode)?.name ?? '',
    unitName,
    unitCode: said((file) => file.unitCode) ?? '',
    unitKind: kind ?? (files.some((file) => file.isOwnLevel) ? 'unit' : 'department'),
    declaredUnit: printedUnit ?? '万元',
    revision: 1,
  }
  const problems = [...files.flatMap((file) => file.problems), ...namelessProblems(document)]
  return { document, printedUnit, problems }
}

/** The first words that name a budget or account, with the lines before them when the title was wrapped. */
function titleOf(paragraphs: readonly Paragraph[]): string {
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

/** The heading of a web page that names a budget or account, however much the portal prints above it. */
function headingOf(paragraphs: readonly Paragraph[]): string {
  const heading = paragraphs.find(
    ({ text, marked }) =>
      marked === 'heading' && /[预决]\s*算/u.test(text) && !opensParagraph(text) && !isTableTitle(text),
  )
  return heading?.text.replace(/(\d)\s+(?=年)/gu, '$1') ?? ''
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
