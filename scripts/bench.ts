// npm run bench -- [ROUNDS] [PART…]: measures, prints a table for each part and writes bench/results.json. Parts, all when none
// is named: first-chart (time to the first chart and to a ready database, and the bytes before each), extraction (time and
// memory of reading each real document, where they stand beside the repository), snapshot (time and memory of building
// snapshots of 100 and 1,000 disclosures).
import { mkdirSync, writeFileSync } from 'node:fs'
import { extractionCosts } from './bench/extraction'
import { firstCharts, keys } from './bench/first-chart'
import { snapshotCosts } from './bench/snapshot'

type Line = (string | number | null)[]

function print(title: string, columns: string[], lines: Line[]): void {
  const shown = (value: Line[number]) => (value === null ? '—' : value.toLocaleString('en'))
  const rows = [columns, columns.map(() => '---'), ...lines.map((line) => line.map(shown))]
  console.log(`\n${title}\n\n${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}`)
}

const parts = {
  'first-chart': async (rounds: number) => {
    const results = await firstCharts(rounds)
    print(
      `Medians of ${rounds}; ms from the start of navigation; bytes over the wire, uncompressed loopback server`,
      ['profile', 'visit', 'first chart ms', 'bytes', 'engine ready ms', 'bytes'],
      Object.entries(results).flatMap(([name, visits]) =>
        Object.entries(visits).map(([kind, medians]) => [name, kind, ...keys.map((key) => medians[key])]),
      ),
    )
    return { rounds, results }
  },
  extraction: async () => {
    const costs = extractionCosts()
    print(
      costs.length > 0
        ? 'Reading'
        : 'Reading: no document, since ../shared/corpus is not beside the repository',
      ['document', 'seconds', 'of work', 'MB'],
      costs.map(({ files, seconds, working, megabytes }) => [files, seconds, working, megabytes]),
    )
    return costs
  },
  snapshot: async () => {
    const costs = snapshotCosts([100, 1000])
    print(
      'Building a snapshot from extractions',
      ['disclosures', 'seconds', 'of work', 'a second', 'MB'],
      costs.map(({ documents, seconds, working, perSecond, megabytes }) => [
        documents,
        seconds,
        working,
        perSecond,
        megabytes,
      ]),
    )
    return costs
  },
}

const words = process.argv.slice(2)
const rounds = Number(words.find((word) => /^\d+$/u.test(word)) ?? 7)
const named = words.filter((word) => word in parts) as (keyof typeof parts)[]
const unknown = words.find((word) => !(word in parts) && !/^\d+$/u.test(word))
if (unknown) {
  console.error(`${unknown}: expected a number of rounds or ${Object.keys(parts).join(', ')}`)
  process.exit(2)
}
const results: Record<string, unknown> = {}
for (const part of named.length > 0 ? named : (Object.keys(parts) as (keyof typeof parts)[]))
  results[part] = await parts[part](rounds)
mkdirSync('bench', { recursive: true })
writeFileSync('bench/results.json', `${JSON.stringify(results, null, 2)}\n`)
