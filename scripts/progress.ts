import type { ReadProgress } from '../src/ingest/pipeline'

/** Work shorter than this is not told of, and no more often than this: milliseconds. */
const interval = 2000

/** Says on stderr how far long work is. */
export function tellProgress(
  write = (line: string): unknown => process.stderr.write(line),
): (progress: ReadProgress) => void {
  let told = performance.now()
  return ({ file, done, of }) => {
    const now = performance.now()
    if (now - told < interval) return
    told = now
    write(`读取 reading ${done + 1}/${of}: ${file}\n`)
  }
}
