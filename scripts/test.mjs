// npm test: everything that must hold, in the order in which it is quickest to learn of a fault. `--lint` stops before the tests.
// The last line is `N passed, N failed`, whatever happens; what cannot be had for a test counts as a failure.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { installPackages } from './packages.mjs'
import { tallyOf } from './tally.mjs'

installPackages()
const { installChromium } = await import('./browser.mjs')
const { buildSite } = await import('./site.mjs')

const environment = {
  ...process.env,
  NODE_ENV: 'test',
  VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true',
  FORCE_COLOR: '0',
}
let passed = 0
let failed = 0

/** Runs Node on some words; gives its exit status and, unless it is shown as it comes, what it wrote. */
function run(words, shown) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, words, {
      stdio: ['ignore', ...(shown ? ['inherit', 'inherit'] : ['pipe', 'pipe'])],
      env: environment,
    })
    let written = ''
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (part) => (written += part))
    child.on('close', (status) => resolve({ status, written }))
  })
}

/** A check that passes or fails as a whole; what it prints is shown only when it fails. */
async function check([name, ...words]) {
  const started = Date.now()
  const { status, written } = await run(words, false)
  console.log(
    `${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`,
  )
  if (status === 0) passed += 1
  else {
    failed += 1
    console.log(written)
  }
}

/** Two checks at a time: they use one core each. */
async function allOf(checks) {
  const waiting = [...checks]
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await check(next)
  }
  await Promise.all([lane(), lane()])
}

/** A vitest project; its tests count one by one, a project that cannot run counts as one failure. */
async function project(name) {
  const report = `.cache/tests-${name}.json`
  rmSync(report, { force: true })
  const words = ['run', '--project', name, '--reporter=default', '--reporter=json']
  const { status } = await run(
    ['node_modules/vitest/vitest.mjs', ...words, `--outputFile.json=${report}`],
    true,
  )
  const tally = existsSync(report)
    ? tallyOf(JSON.parse(readFileSync(report, 'utf8')), existsSync('../shared'))
    : { passed: 0, failed: 0, said: [] }
  for (const line of tally.said) console.log(`${name}: ${line}`)
  passed += tally.passed
  failed += status !== 0 && tally.failed === 0 ? 1 : tally.failed
}

/** Something that tests need; without it they cannot run, which is one failure. */
async function prepare(make) {
  try {
    return (await make()) ?? true
  } catch (fault) {
    console.log(`FAILED ${fault.message}`)
    failed += 1
    return null
  }
}

mkdirSync('.cache', { recursive: true })
await allOf([
  ['components', 'node_modules/svelte-check/bin/svelte-check', '--fail-on-warnings', '--output', 'human'],
  ['lint', 'node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '.'],
  ['types', 'node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'],
  ['format', 'node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  [
    'import directions',
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    '--config',
    '.dependency-cruiser.cjs',
    'src',
    'scripts',
  ],
  ['nothing unused', 'node_modules/knip/bin/knip.js', '--no-progress'],
])
if (!process.argv.includes('--lint')) {
  await project('unit')
  const chromium = await prepare(installChromium)
  const site = await prepare(buildSite)
  if (chromium) {
    environment.CHROMIUM_PATH = chromium
    await project('browser')
    if (site) await project('e2e')
  }
}
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
