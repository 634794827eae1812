import type { Stage, UnitKind } from '../model/vocabulary'
import { fetchLatest, readJson, type Served } from './served-file'
import { SnapshotError } from './snapshot-error'

/** The format of snapshots that this program reads and writes. */
export const snapshotSchema = 'mingzhang-snapshot/1'

/** What a snapshot holds: `catalog.json` (contract, section 3). */
export interface Catalog {
  schema: typeof snapshotSchema
  /** Hash of the content; everything read together must be of one release. */
  release: string
  documents: CatalogDocument[]
  files: CatalogFile[]
}

/** A disclosure in the snapshot. */
export interface CatalogDocument {
  id: string
  unit_id: string
  unit_name: string
  region_code: string | null
  fiscal_year: number
  stage: Stage
  unit_kind: UnitKind
  /** How many amount and quantity cells it has. */
  cells: number
  /** How many root findings, by mark. */
  findings: Record<Mark, number>
}

/** The mark that a finding gives a number: 相符, 尾差, 不符, 口径, 无法核对. */
export type Mark = (typeof marks)[number]
export const marks = ['ok', 'tail', 'violation', 'scope', 'undecidable'] as const

/** A file of the snapshot; rows only where it is a table. */
export interface CatalogFile {
  path: string
  bytes: number
  rows?: number
  sha256: string
}

/** Fetches and checks the catalog. @throws SnapshotError */
export async function fetchCatalog(base: Served['base'], fetch?: Served['fetch']): Promise<Catalog> {
  return fetchLatest({ base, ...(fetch && { fetch }) }, 'catalog.json', (bytes) =>
    readCatalog(readJson('catalog.json', bytes)),
  )
}

/**
 * A file that is not what the catalog says may be of a release that came after the page was opened: then that is the fault.
 * @returns the fault to throw
 */
export async function orNewRelease(fault: unknown, catalog: Catalog, served: Served): Promise<unknown> {
  if (!(fault instanceof SnapshotError) || fault.fault === 'unreachable') return fault
  const latest = await fetchCatalog(served.base, served.fetch).catch(() => null)
  if (latest === null || latest.release === catalog.release) return fault
  return new SnapshotError('release', fault.file, `release ${catalog.release}`, latest.release, fault)
}

/** Checks a catalog, field by field. @throws SnapshotError */
export function readCatalog(value: unknown): Catalog {
  const catalog = record('', value)
  checkSchema('catalog.json', catalog['schema'], snapshotSchema)
  return {
    schema: snapshotSchema,
    release: text('release', catalog['release']),
    documents: list('documents', catalog['documents']).map((d, i) => readDocument(`documents[${i}]`, d)),
    files: list('files', catalog['files']).map((f, i) => readFile(`files[${i}]`, f)),
  }
}

/**
 * Is a file of the format that this program reads? `name/number`; a higher number is a newer format.
 * @throws SnapshotError that says which side is older
 */
export function checkSchema(file: string, found: unknown, expected: string): void {
  if (found === expected) return
  const [name, number] = expected.split('/') as [string, string]
  const [foundName, foundNumber] = String(found).split('/')
  if (foundName !== name || !/^\d+$/.test(foundNumber ?? ''))
    throw new SnapshotError('malformed', file, `schema ${expected}`, JSON.stringify(found) ?? 'none')
  const fault = Number(foundNumber) > Number(number) ? 'newer' : 'older'
  throw new SnapshotError(fault, file, `schema ${expected}`, `${String(found)}, which is ${fault}`)
}

function readDocument(at: string, value: unknown): CatalogDocument {
  const d = record(at, value)
  const findings = record(`${at}.findings`, d['findings'])
  const region = d['region_code']
  return {
    id: text(`${at}.id`, d['id']),
    unit_id: text(`${at}.unit_id`, d['unit_id']),
    unit_name: text(`${at}.unit_name`, d['unit_name']),
    region_code: region === null ? null : text(`${at}.region_code`, region),
    fiscal_year: count(`${at}.fiscal_year`, d['fiscal_year']),
    stage: word(`${at}.stage`, d['stage'], ['budget', 'final']),
    unit_kind: word(`${at}.unit_kind`, d['unit_kind'], ['department', 'unit']),
    cells: count(`${at}.cells`, d['cells']),
    findings: Object.fromEntries(
      marks.map((mark) => [mark, count(`${at}.findings.${mark}`, findings[mark] ?? 0)]),
    ) as Record<Mark, number>,
  }
}

function readFile(at: string, value: unknown): CatalogFile {
  const f = record(at, value)
  const rows = f['rows'] === undefined || f['rows'] === null ? {} : { rows: count(`${at}.rows`, f['rows']) }
  const sha256 = text(`${at}.sha256`, f['sha256'])
  if (!/^[0-9a-f]{64}$/.test(sha256)) refuse(`${at}.sha256`, '64 hexadecimal digits', sha256)
  return { path: text(`${at}.path`, f['path']), bytes: count(`${at}.bytes`, f['bytes']), ...rows, sha256 }
}

function refuse(at: string, expected: string, found: unknown): never {
  throw new SnapshotError(
    'malformed',
    'catalog.json',
    `${expected} at ${at || 'the top'}`,
    JSON.stringify(found) ?? 'nothing',
  )
}

function record(at: string, value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) refuse(at, 'an object', value)
  return value as Record<string, unknown>
}

function list(at: string, value: unknown): unknown[] {
  return Array.isArray(value) ? value : refuse(at, 'a list', value)
}

function text(at: string, value: unknown): string {
  return typeof value === 'string' && value !== '' ? value : refuse(at, 'text', value)
}

function count(at: string, value: unknown): number {
  return Number.isSafeInteger(value) && (value as number) >= 0
    ? (value as number)
    : refuse(at, 'a whole number', value)
}

function word<T extends string>(at: string, value: unknown, words: readonly T[]): T {
  return words.includes(value as T) ? (value as T) : refuse(at, words.join(' or '), value)
}
