// Goes with tsx: modules of packages run as they are, without source maps. tsx would compile each of them again and keep
// its map, which for the reader of pdf files (3.4 MB of plain JavaScript) takes seconds and 400 MB.
import { readFileSync } from 'node:fs'
import * as module from 'node:module'
import { isMainThread } from 'node:worker_threads'

/** Loads an ECMAScript module of a package without asking the hooks before this one. */
export function load(url, context, next) {
  const isOfPackage = url.startsWith('file:') && url.includes('/node_modules/') && /\.m?js$/u.test(url)
  if (!isOfPackage || context.format !== 'module') return next(url, context)
  const source = readFileSync(new URL(url), 'utf8').replace(/^\/\/# sourceMappingURL=.*$/mu, '')
  return { format: 'module', source, shortCircuit: true }
}

if (isMainThread) {
  if (module.registerHooks) module.registerHooks({ load })
  else module.register(import.meta.url)
}
