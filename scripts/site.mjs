import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const inputs = [
  'index.html',
  'package-lock.json',
  'vite.config.ts',
  'svelte.config.js',
  'src',
  'public',
  'data/registry',
]

function newest(path) {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return 0
  if (!found.isDirectory()) return found.mtimeMs
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}

/** Builds the site into dist/ when it is missing or older than what it is made from. Exits when the build fails. */
export function buildSite() {
  if (existsSync('dist/index.html') && newest('dist/index.html') > Math.max(...inputs.map(newest))) return
  console.error('生成站点 · building the site …')
  const vite = spawnSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' },
  })
  if (vite.status !== 0) process.exit(vite.status ?? 1)
}
