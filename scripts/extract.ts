import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { extractionText } from '../src/ingest/extraction-text'
import { extract, FileFailure } from '../src/ingest/pipeline'
import { cMaps } from './c-maps'
import { readRegistry } from './registry'

/** `npm run --silent extract -- FILE…`: one JSON object for each disclosure on stdout, problems on stderr. */
async function main(words: string[]): Promise<number> {
  if (words.length === 0) return refuse('command line: one or more files: none')
  const option = words.find((word) => word.startsWith('-'))
  if (option) return refuse(`${option}: a file: an option that extract does not have`)
  const registry = readRegistry()
  for (const path of words) {
    let bytes: Uint8Array
    try {
      bytes = readFileSync(path)
    } catch (cause) {
      return refuse(`${path}: a file that can be read: ${(cause as NodeJS.ErrnoException).code ?? 'none'}`)
    }
    try {
      const [extraction] = await extract([{ name: basename(path), bytes }], registry, { cMap: cMaps })
      process.stdout.write(extractionText(extraction!))
      for (const { severity, where, rule, expected, found } of extraction!.problems) {
        process.stderr.write(
          `${basename(path)}: ${where}: ${severity} ${rule}: expected ${expected}, found ${found}\n`,
        )
      }
    } catch (cause) {
      if (cause instanceof FileFailure) return refuse(cause.message)
      throw cause
    }
  }
  return 0
}

function refuse(line: string): number {
  process.stderr.write(`${line}\n`)
  return 2
}

process.exitCode = await main(process.argv.slice(2))
