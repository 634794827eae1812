import { createReadStream, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'
import { contentSecurityPolicy } from './security-policy.mjs'

const mediaTypes = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.parquet': 'application/vnd.apache.parquet',
}

/** The file that answers a path, or null: nothing outside the folder, no folder listing. */
function fileFor(folder, path) {
  let name
  try {
    name = normalize(decodeURIComponent(path))
  } catch {
    return null
  }
  if (name.includes('\0') || name.split(sep).includes('..')) return null
  const file = join(folder, name.endsWith(sep) ? join(name, 'index.html') : name)
  const found = statSync(file, { throwIfNoEntry: false })
  return found?.isFile() ? { file, size: found.size } : null
}

function answer(folder, request, response) {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname
  const found = request.method === 'GET' || request.method === 'HEAD' ? fileFor(folder, path) : null
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('Referrer-Policy', 'no-referrer')
  if (!found) {
    response
      .writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' })
      .end('404: 没有这个文件 · no such file\n')
    return
  }
  const hashed = /[/\\]assets[/\\].+-[\w-]{8}\.\w+$/.test(found.file)
  response.writeHead(200, {
    'Content-Type': mediaTypes[extname(found.file)] ?? 'application/octet-stream',
    'Content-Length': found.size,
    'Cache-Control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    'Content-Security-Policy': contentSecurityPolicy,
  })
  if (request.method === 'HEAD') response.end()
  else createReadStream(found.file).pipe(response)
}

/**
 * Serves a folder of static files on this machine alone (127.0.0.1 and ::1).
 * @param {string} folder
 * @param {number} port 0 for any free one
 * @returns {Promise<{ port: number, close: () => Promise<void> }>}
 */
export async function serve(folder, port) {
  const listen = (host, at) =>
    new Promise((resolve, reject) => {
      const server = createServer((request, response) => answer(folder, request, response))
      server.once('error', reject)
      server.listen(at, host, () => resolve(server))
    })
  const first = await listen('127.0.0.1', port)
  const bound = first.address().port
  const second = await listen('::1', bound).catch(() => null)
  const close = (server) =>
    new Promise((resolve) => {
      server.close(resolve)
      server.closeAllConnections()
    })
  return {
    port: bound,
    close: async () => {
      await Promise.all([first, second].filter(Boolean).map(close))
    },
  }
}
