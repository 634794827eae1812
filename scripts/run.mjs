// Runs one of our TypeScript commands: node scripts/run.mjs scripts/<command>.ts WORD…
import { spawnSync } from 'node:child_process'
import { installPackages } from './packages.mjs'

installPackages()
const asTheyAre = new URL('packages-as-they-are.mjs', import.meta.url).href
const done = spawnSync(
  process.execPath,
  ['--import', 'tsx', '--import', asTheyAre, ...process.argv.slice(2)],
  {
    stdio: 'inherit',
  },
)
process.exit(done.status ?? 1)
