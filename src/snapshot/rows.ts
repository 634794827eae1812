import { check } from '../audit'
import type { Snapshot, SnapshotRow } from '../db/schema'
import type { Finding } from '../model/finding'
import type { CodeTable } from '../reference/codes'
import type { Registry } from '../reference/registry'
import type { Unit } from '../reference/units'
import { cellRows } from './cell-rows'
import { factRow, statementRow } from './fact-rows'
import type { Disclosure } from './identify'
import { sortedJson } from './json-text'
import { indicatorRows, projectRows } from './performance-rows'
import { tableRow } from './table-rows'

/** The tables whose rows belong to a disclosure. */
export type DisclosureTables = Omit<Snapshot, keyof NameTables>

/** The tables of names: codes, places and units. */
export type NameTables = Pick<Snapshot, 'codes' | 'regions' | 'units'>

/** Every row of a snapshot of these disclosures, by document and then in reading order; what the checks find included. */
export function snapshotRows(disclosures: readonly Disclosure[], registry: Registry): Snapshot {
  const rows = joined(disclosures.map((disclosure) => disclosureRows(disclosure, registry.codes)))
  return {
    ...rows,
    ...nameRows(
      disclosures.map(({ unit }) => unit),
      registry,
    ),
  }
}

/** The rows of one disclosure, table by table in reading order; what the checks find included. */
export function disclosureRows(disclosure: Disclosure, codes: CodeTable): DisclosureTables {
  const { id, extraction } = disclosure
  const findings = check(extraction)
  return {
    documents: [documentRow(disclosure)],
    sources: sourceRows(disclosure),
    tables: extraction.tables.map((table) => tableRow(id, table)),
    cells: extraction.tables.flatMap((table) => cellRows(disclosure, table, codes)),
    facts: extraction.facts.map((fact) => factRow(id, fact)),
    statements: extraction.statements.map((statement, index) => statementRow(id, statement, index)),
    projects: projectRows(disclosure),
    indicators: indicatorRows(disclosure),
    findings: findings.map((finding) => findingRow(id, finding)),
    operands: findings.flatMap((finding) => operandRows(id, finding)),
  }
}

/** Rows of several disclosures as one, in their order. */
export function joined(parts: readonly DisclosureTables[]): DisclosureTables {
  const all = <T extends keyof DisclosureTables>(table: T) =>
    parts.flatMap((part) => part[table] as DisclosureTables[T][number][]) as DisclosureTables[T]
  return {
    documents: all('documents'),
    sources: all('sources'),
    tables: all('tables'),
    cells: all('cells'),
    facts: all('facts'),
    statements: all('statements'),
    projects: all('projects'),
    indicators: all('indicators'),
    findings: all('findings'),
    operands: all('operands'),
  }
}

function documentRow({ id, unit, regionCode, extraction }: Disclosure): SnapshotRow<'documents'> {
  const { revision, unitCode, unitName, unitKind, fiscalYear, stage, title, declaredUnit } =
    extraction.document
  return {
    document_id: id,
    revision,
    region_code: regionCode,
    unit_id: unit.id,
    unit_code: unitCode || null,
    unit_name: unitName,
    unit_kind: unitKind,
    fiscal_year: fiscalYear,
    stage,
    title,
    declared_unit: declaredUnit,
  }
}

function sourceRows({ id, extraction }: Disclosure): SnapshotRow<'sources'>[] {
  return extraction.sources.map((source) => ({
    document_id: id,
    source_no: source.source_no,
    file: source.file,
    sha256: source.sha256,
    bytes: source.bytes,
    media_type: source.mediaType,
    reader: source.reader,
    url: source.url ?? null,
    published_on: source.publishedOn ?? null,
  }))
}

function findingRow(documentId: string, finding: Finding): SnapshotRow<'findings'> {
  return {
    document_id: documentId,
    finding_no: finding.finding_no,
    rule_id: finding.rule_id,
    outcome: finding.outcome,
    kind: finding.kind,
    cause: finding.cause,
    severity: finding.severity,
    unit: finding.unit,
    left: finding.left,
    right: finding.right,
    difference: finding.difference,
    tolerance: finding.tolerance,
    nontrivial: finding.nontrivial,
    reading: finding.reading,
    message: finding.message,
  }
}

function operandRows(documentId: string, { finding_no, operands }: Finding): SnapshotRow<'operands'>[] {
  return operands.map((operand) => ({
    document_id: documentId,
    finding_no,
    ...operand,
    source_document_id: documentId,
  }))
}

/** Codes and places of the whole registry; its units with those of disclosures that it does not know. */
export function nameRows(disclosed: readonly Unit[], registry: Registry): NameTables {
  const units = new Map([...registry.units, ...disclosed].map((unit) => [unit.id, unit]))
  return {
    codes: registry.codes.editions
      .map((edition) => ({
        scheme: edition.scheme,
        code: edition.code,
        valid_from: edition.validFrom,
        valid_to: edition.validTo,
        parent_code: edition.parent,
        level: edition.level,
        name_zh: edition.nameZh,
        name_en: edition.nameEn,
      }))
      .sort(inOrder((row) => [row.scheme, row.code, String(row.valid_from)])),
    regions: registry.regions
      .map(({ code, name, level, parent }) => ({ region_code: code, name, level, parent }))
      .sort(inOrder((row) => [row.region_code])),
    units: [...units.values()]
      .map(({ id, name, aliases, kind, parent }) => ({
        unit_id: id,
        name,
        aliases: sortedJson(aliases),
        kind,
        parent,
      }))
      .sort(inOrder((row) => [row.unit_id])),
  }
}

function inOrder<T>(key: (row: T) => string[]): (a: T, b: T) => number {
  return (a, b) => {
    const [left, right] = [key(a).join('\u0000'), key(b).join('\u0000')]
    return left < right ? -1 : left > right ? 1 : 0
  }
}
