import { spawnSync } from 'node:child_process'
import { chromiumPath } from './chromium.mjs'

const run = (command, args) =>
  spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0

/** Ways to get a Chromium, in order: the system's package manager, then Playwright's own download. */
const ways = [
  () =>
    process.getuid?.() === 0 &&
    run('apt-get', ['update', '-qq']) &&
    run('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-noto-cjk']),
  () => run(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium']),
]

/** Path of a Chromium for the tests, installed when there is none; one clear line and the end of the run when none can be had. */
export async function installChromium() {
  if (chromiumPath()) return chromiumPath()
  console.error('安装测试用的 Chromium · installing a Chromium for the tests …')
  for (const way of ways) {
    if (!way()) continue
    if (chromiumPath()) return chromiumPath()
    const { chromium } = await import('playwright-core')
    process.env.CHROMIUM_PATH = chromium.executablePath()
    return process.env.CHROMIUM_PATH
  }
  console.error(
    'chromium: expected an installed Chromium or a way to install one: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH, then run npm test again',
  )
  process.exit(2)
}
