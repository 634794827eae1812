import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What a command said, and what it took. */
export interface MeasuredRun {
  status: number | null
  stdout: string
  stderr: string
  /** From its start to its end. */
  seconds: number
  /** Seconds of work of all its threads. */
  working: number
  /** The most memory that its process held. */
  megabytes: number
}

const here = (name: string): string => new URL(name, import.meta.url).href

/** Runs one of our commands (extract, ingest …) as run.mjs does, and measures it. */
export function measuredRun(command: string, words: readonly string[]): MeasuredRun {
  const folder = mkdtempSync(join(tmpdir(), 'mingzhang-run-'))
  const costFile = join(folder, 'cost.json')
  const hooks = [here('run-cost.mjs'), 'tsx', here('packages-as-they-are.mjs')]
  const started = performance.now()
  try {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [
        ...hooks.flatMap((hook) => ['--import', hook]),
        fileURLToPath(new URL(`${command}.ts`, import.meta.url)),
        ...words,
      ],
      {
        cwd: fileURLToPath(new URL('..', import.meta.url)),
        encoding: 'utf8',
        maxBuffer: 1 << 28,
        env: { ...process.env, RUN_COST_FILE: costFile, NODE_NO_WARNINGS: '1' },
      },
    )
    const seconds = (performance.now() - started) / 1000
    const cost = JSON.parse(readFileSync(costFile, 'utf8')) as Pick<MeasuredRun, 'megabytes' | 'working'>
    return { status, stdout, stderr, seconds, ...cost }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
