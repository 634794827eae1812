import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Stage, UnitKind } from '../../src/model/vocabulary'

const folder = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url))

/** Why a test of the real documents is not run: said in the name of its suite. */
export const withoutCorpus = 'run only where ../shared is beside the repository'

/** What the manifest says of a disclosure that was really published, in its own words. */
export interface CorpusEntry {
  id: string
  region_code: string
  region: string
  unit: string
  unit_kind: UnitKind
  fiscal_year: number
  stage: Stage
  table_unit: string
  /** Figures to find by their names, a unit of money in brackets behind. */
  figures: Record<string, string>
  files: { file: string; sha256: string }[]
}

export const corpusIsHere = existsSync(`${folder}manifest.json`)

export const corpus: readonly CorpusEntry[] = corpusIsHere
  ? (JSON.parse(readFileSync(`${folder}manifest.json`, 'utf8')) as CorpusEntry[])
  : []

/** Bytes of one of its files. */
export function corpusFile(name: string): Uint8Array {
  return new Uint8Array(readFileSync(folder + name))
}
