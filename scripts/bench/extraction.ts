import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { measuredRun } from '../measured-run'

/** Real documents, beside the repository where they are at all. */
const folder = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url))

/** What `extract` took for one file, or for all at once. */
export interface ExtractionCost {
  files: string
  /** From start to end, and those of work. */
  seconds: number
  working: number
  megabytes: number
}

/** Time and memory of `extract` for each real document and for all in one run; none where the documents are not there. */
export function extractionCosts(): ExtractionCost[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((name) => name.endsWith('.pdf'))
  const cost = (files: string, of: readonly string[]): ExtractionCost => {
    const { status, stderr, seconds, working, megabytes } = measuredRun(
      'extract',
      of.map((name) => join(folder, name)),
    )
    if (status !== 0) throw new Error(`${files}: expected to be read: ${stderr}`)
    return { files, seconds: Number(seconds.toFixed(2)), working: Number(working.toFixed(2)), megabytes }
  }
  return [...names.map((name) => cost(name, [name])), cost(`all ${names.length} in one run`, names)]
}
