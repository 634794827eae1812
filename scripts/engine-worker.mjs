import { readFile } from 'node:fs/promises'

/** Serves the engine's worker without its source map, whose sources are not in the package: the dev server would warn of each. */
export function engineWorker() {
  return {
    name: 'engine-worker',
    apply: 'serve',
    async load(id) {
      const [path = ''] = id.split('?')
      if (!path.endsWith('duckdb-browser-eh.worker.js')) return null
      return { code: (await readFile(path, 'utf8')).replace(/^\/\/# sourceMappingURL=.*$/m, ''), map: null }
    },
  }
}
