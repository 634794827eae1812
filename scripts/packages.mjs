import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { runsOn } from './node-version.mjs'

const stamp = 'node_modules/.installed'

/**
 * Installs the locked packages when they are missing or the lock has changed; stdout stays the command's own. Ends the run
 * with one line when Node is too old or npm fails.
 */
export function installPackages() {
  const { engines } = JSON.parse(readFileSync('package.json', 'utf8'))
  if (!runsOn(process.versions.node, engines.node)) {
    console.error(`node: ${engines.node}: ${process.versions.node}; install another Node and try again`)
    process.exit(2)
  }
  const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  console.error('安装依赖 · installing packages …')
  // Development packages come along under NODE_ENV=production too: the site is built with them.
  const words = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const done = spawnSync('npm', words, {
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (done.status !== 0) {
    console.error(
      'packages: expected npm ci to succeed: check the network or the npm registry setting and try again',
    )
    process.exit(2)
  }
  writeFileSync(stamp, lock)
}
