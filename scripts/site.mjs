import { spawnSync } from 'node:child_process'
import { readdirSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'

const page = 'dist/index.html'

/** What the built site is made from: the page, the program, the snapshot, and what tells the build how. */
export const siteSources = [
  'index.html',
  'src',
  'public',
  'data/registry',
  'package-lock.json',
  'svelte.config.js',
  'tsconfig.json',
  'vite.config.ts',
  'scripts/security-policy.mjs',
  'scripts/engine-worker.mjs',
]

/** Time of the newest file in a place, a folder's own included since a file may have gone from it; 0 when nothing is there. */
function newest(path) {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return 0
  if (!found.isDirectory()) return found.mtimeMs
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}

/**
 * Is a built site there and newer than all it is made from?
 * @param {string} first its first page, which bears the time at which its build began
 * @param {readonly string[]} sources
 */
export function isCurrent(first, sources) {
  const built = newest(first)
  return built > 0 && sources.every((source) => newest(source) < built)
}

/** Builds the site into dist/ when it is missing or older than what it is made from. @throws Error when the build fails */
export function buildSite() {
  if (isCurrent(page, siteSources)) return
  console.error('生成站点 · building the site …')
  const began = new Date()
  const vite = spawnSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, NODE_ENV: 'production', VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' },
  })
  if (vite.status !== 0) throw new Error('site: expected vite to build it: it failed, as written above')
  utimesSync(page, began, began)
}
