import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromiumPath } from './chromium.mjs'

const run = (command, args) =>
  spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0

const isRoot = () => process.getuid?.() === 0

const aptInstall = (...packages) =>
  isRoot() && run('apt-get', ['update', '-qq']) && run('apt-get', ['install', '-y', '-qq', ...packages])

/** Path of the Chromium that Playwright would use or has downloaded, or null when it is not there. */
async function playwrightPath() {
  const { chromium } = await import('playwright-core')
  const path = chromium.executablePath()
  return existsSync(path) ? path : null
}

/** Path of a Chromium that is there: the one asked for, an installed one, one that Playwright downloaded; null when there is none. */
async function foundPath() {
  const asked = process.env.CHROMIUM_PATH
  if (asked && !existsSync(asked))
    throw new Error(`CHROMIUM_PATH: expected the path of a Chromium: nothing is at ${asked}`)
  return chromiumPath() ?? (await playwrightPath())
}

/** Installs a font with Chinese letters where none is and the system's package manager can; texts are measured with it. */
function installFont() {
  const listed = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' })
  if (listed.status !== 0 || listed.stdout.trim() !== '' || !isRoot()) return
  console.error('安装中文字体 · installing a font with Chinese letters …')
  aptInstall('fonts-noto-cjk')
}

/** Ways to get a Chromium, in order: the system's package manager, then Playwright's own download. */
const ways = [
  () => aptInstall('chromium', 'fonts-noto-cjk'),
  () => run(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium']),
]

/**
 * Path of a Chromium for the tests, installed when there is none.
 * @returns {Promise<string>}
 * @throws Error in one line when none can be had
 */
export async function installChromium() {
  const there = await foundPath()
  if (there) {
    installFont()
    return there
  }
  console.error('安装测试用的 Chromium · installing a Chromium for the tests …')
  for (const way of ways) {
    const path = way() && (await foundPath())
    if (path) return path
  }
  throw new Error(
    'chromium: expected an installed Chromium or a way to install one: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH, then try again',
  )
}
