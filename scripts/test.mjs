// npm test: everything that must hold, in the order in which it is quickest to learn of a fault. `--lint` stops before the tests.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { installPackages } from './packages.mjs'

installPackages()
const { installChromium } = await import('./browser.mjs')
const { buildSite } = await import('./site.mjs')

const lintOnly = process.argv.includes('--lint')
const environment = { ...process.env, VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true', FORCE_COLOR: '0' }
const node = process.execPath
let passed = 0
let failed = 0

/** A check that passes or fails as a whole; what it prints is shown only when it fails. */
function check(name, args) {
  const started = Date.now()
  const done = spawnSync(node, args, { encoding: 'utf8', env: environment, maxBuffer: 1 << 28 })
  const ok = done.status === 0
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
  if (!ok) console.log(done.stdout + done.stderr)
  if (ok) passed += 1
  else failed += 1
}

/** A vitest project; its tests count one by one, a project that cannot run counts as one failure. */
function project(name) {
  const report = `.cache/tests-${name}.json`
  rmSync(report, { force: true })
  const done = spawnSync(
    node,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--project',
      name,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { stdio: ['ignore', 'inherit', 'inherit'], env: environment },
  )
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites } = JSON.parse(
      readFileSync(report, 'utf8'),
    )
    passed += numPassedTests
    failed += numFailedTests
    if (numPendingTests > 0)
      console.log(
        `${name}: ${numPendingTests} tests did not run: they need files beside the checkout that are not there`,
      )
    if (numFailedTests === 0 && (done.status !== 0 || numFailedTestSuites > 0)) failed += 1
  } catch {
    failed += 1
  }
}

mkdirSync('.cache', { recursive: true })
check('types', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'])
check('components', ['node_modules/svelte-check/bin/svelte-check', '--fail-on-warnings', '--output', 'human'])
check('lint', ['node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '.'])
check('format', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'])
check('import directions', [
  'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
  '--config',
  '.dependency-cruiser.cjs',
  'src',
  'scripts',
])
check('nothing unused', ['node_modules/knip/bin/knip.js', '--no-progress'])
if (!lintOnly) {
  process.env.CHROMIUM_PATH = environment.CHROMIUM_PATH = await installChromium()
  buildSite()
  for (const name of ['unit', 'browser', 'e2e']) project(name)
}
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
