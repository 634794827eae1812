import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Extraction } from '../../src/model/extraction'
import { measuredRun } from '../measured-run'

/** What `ingest` took to build a snapshot of so many disclosures from their extractions. */
export interface SnapshotCost {
  documents: number
  seconds: number
  /** Seconds of work of all threads. */
  working: number
  perSecond: number
  megabytes: number
}

/** Time and memory of snapshots of several sizes, made of the committed disclosures under other units' names. */
export function snapshotCosts(sizes: readonly number[]): SnapshotCost[] {
  return sizes.map((documents) => {
    const folder = mkdtempSync(join(tmpdir(), 'mingzhang-bench-'))
    try {
      const files = writeDisclosures(documents, folder)
      const run = measuredRun('ingest', ['--out', join(folder, 'snapshot'), ...files])
      if (run.status !== 0) throw new Error(`ingest: expected a snapshot: ${run.stderr}`)
      return {
        documents,
        seconds: Number(run.seconds.toFixed(1)),
        working: Number(run.working.toFixed(1)),
        perSecond: Number((documents / run.seconds).toFixed(1)),
        megabytes: run.megabytes,
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
}

function writeDisclosures(count: number, folder: string): string[] {
  const committed = fileURLToPath(new URL('../../data/disclosures/', import.meta.url))
  const originals = readdirSync(committed).map(
    (name) => JSON.parse(readFileSync(join(committed, name), 'utf8')) as Extraction,
  )
  return Array.from({ length: count }, (_, index) => {
    const original = originals[index % originals.length]!
    const document = { ...original.document, unitName: `第${index}单位`, unitCode: '' }
    const path = join(folder, `${index}.json`)
    writeFileSync(path, JSON.stringify({ ...original, document }))
    return path
  })
}
