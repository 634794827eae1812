import { check } from '../audit'
import type { Snapshot, SnapshotRow } from '../db/schema'
import type { Finding } from '../model/finding'
import type { Registry } from '../reference/registry'
import { cellRows } from './cell-rows'
import { factRow, statementRow } from './fact-rows'
import type { Disclosure } from './identify'
import { sortedJson } from './json-text'
import { indicatorRows, projectRows } from './performance-rows'
import { tableRow } from './table-rows'

/** Every row of a snapshot of these disclosures, by document and then in reading order; what the checks find included. */
export function snapshotRows(disclosures: Disclosure[], registry: Registry): Snapshot {
  const found = disclosures.map(({ id, extraction }) => ({ id, findings: check(extraction) }))
  return {
    documents: disclosures.map(documentRow),
    sources: disclosures.flatMap(sourceRows),
    tables: disclosures.flatMap(({ id, extraction }) =>
      extraction.tables.map((table) => tableRow(id, table)),
    ),
    cells: disclosures.flatMap((disclosure) =>
      disclosure.extraction.tables.flatMap((table) => cellRows(disclosure, table, registry.codes)),
    ),
    facts: disclosures.flatMap(({ id, extraction }) => extraction.facts.map((fact) => factRow(id, fact))),
    statements: disclosures.flatMap(({ id, extraction }) =>
      extraction.statements.map((statement, index) => statementRow(id, statement, index)),
    ),
    projects: disclosures.flatMap(projectRows),
    indicators: disclosures.flatMap(indicatorRows),
    findings: found.flatMap(({ id, findings }) => findings.map((finding) => findingRow(id, finding))),
    operands: found.flatMap(({ id, findings }) => findings.flatMap((finding) => operandRows(id, finding))),
    ...namesOf(disclosures, registry),
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

/** Codes and places of the whole registry; its units with those of the disclosures that it does not know. */
function namesOf(
  disclosures: Disclosure[],
  registry: Registry,
): Pick<Snapshot, 'codes' | 'regions' | 'units'> {
  const units = new Map([...registry.units, ...disclosures.map((d) => d.unit)].map((unit) => [unit.id, unit]))
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
