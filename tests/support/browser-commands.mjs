import { join } from 'node:path'
import { tsImport } from 'tsx/esm/api'

/** What a browser test can ask of the machine it runs on; each is a function of `vitest/browser`'s `commands`. */
export const browserCommands = { askNative, watchForeign, drainForeign, holdBack, serveAs, madeDisclosure }

/** Answers questions of a snapshot folder by native DuckDB, so that a browser test can set them beside its own. */
async function askNative({ project }, folder, questions) {
  const { openNative } = await tsImport('../../src/db/node.ts', import.meta.url)
  const { tableNames } = await tsImport('../../src/db/schema.ts', import.meta.url)
  const files = tableNames.map((table) => [table, join(project.config.root, folder, `${table}.parquet`)])
  const database = await openNative({ parquet: Object.fromEntries(files) })
  try {
    const answers = []
    for (const { sql, values } of questions) answers.push(await database.run(sql, values))
    return answers
  } finally {
    await database.close()
  }
}

const seen = new WeakMap()

/** From now on keeps the addresses that the browser asks for on other hosts than the origin's, in pages and workers. */
function watchForeign({ context }, origin) {
  const foreign = []
  seen.set(context, foreign)
  const home = new URL(origin).host
  context.on('request', (request) => {
    const url = request.url()
    if (/^(?:https?|wss?|ftp):/.test(url) && new URL(url).host !== home) foreign.push(url)
  })
}

/** The addresses on other hosts since `watchForeign` or the last call. */
function drainForeign({ context }) {
  const foreign = seen.get(context)
  if (!foreign) throw new Error('drainForeign: expected watchForeign to be called before')
  return foreign.splice(0)
}

/** Leaves every request for a path without an answer, as a hanging server does. */
async function holdBack({ context }, path) {
  await context.route(
    (url) => url.pathname === path,
    () => undefined,
  )
}

/** Serves a path with the bytes of another, under a content type of its own. */
async function serveAs({ context }, path, from, contentType) {
  await context.route(
    (url) => url.pathname === path,
    async (route) => {
      if (route.request().method() === 'HEAD') return route.fulfill({ status: 200, contentType })
      const response = await route.fetch({ url: new URL(from, route.request().url()).href })
      return route.fulfill({ response, headers: { ...response.headers(), 'content-type': contentType } })
    },
  )
}

/** A small whole disclosure as a file of a format, made where Node's own modules are. */
async function madeDisclosure(_, format) {
  const { wholeDisclosure } = await tsImport('./whole-disclosure.ts', import.meta.url)
  return [...wholeDisclosure(format)]
}
