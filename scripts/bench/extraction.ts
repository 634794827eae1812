import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
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

/**
 * Time and memory of `extract` for each real document, for all in one run, and for all three times under other names: memory
 * must not grow with their number. None where the documents are not there.
 */
export function extractionCosts(): ExtractionCost[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((name) => name.endsWith('.pdf'))
  const paths = names.map((name) => join(folder, name))
  const copies = mkdtempSync(join(tmpdir(), 'mingzhang-bench-'))
  try {
    const again = names.flatMap((name) => [1, 2, 3].map((number) => copy(name, number, copies)))
    return [
      ...names.map((name, index) => cost(name, [paths[index]!])),
      cost(`all ${paths.length} in one run`, paths),
      cost(`all ${paths.length} three times, each a little different`, again),
    ]
  } finally {
    rmSync(copies, { recursive: true, force: true })
  }
}

/** The same document in other bytes: files that are equal byte for byte count once. */
function copy(name: string, number: number, into: string): string {
  const path = join(into, `${number}-${name}`)
  writeFileSync(path, Buffer.concat([readFileSync(join(folder, name)), Buffer.from(`\n%${number}\n`)]))
  return path
}

function cost(files: string, paths: readonly string[]): ExtractionCost {
  const { status, stderr, seconds, working, megabytes } = measuredRun('extract', paths)
  if (status !== 0) throw new Error(`${files}: expected to be read: ${stderr}`)
  return { files, seconds: Number(seconds.toFixed(2)), working: Number(working.toFixed(2)), megabytes }
}
