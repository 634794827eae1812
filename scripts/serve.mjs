import { open } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { contentSecurityPolicy } from './security-policy.mjs'

const mediaTypes = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.parquet': 'application/vnd.apache.parquet',
}

/** The path that a request asks for, decoded; null when the address is malformed. */
function pathOf(url) {
  try {
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname)
    return path.includes('\0') ? null : path
  } catch {
    return null
  }
}

/** The open file that answers a path, or null: nothing outside the folder, no folder listing. */
async function openFile(folder, path) {
  if (path.split(/[/\\]/).includes('..')) return null
  const handle = await open(join(folder, path)).catch(() => null)
  const found = await handle?.stat()
  if (found?.isFile()) return { handle, size: found.size }
  await handle?.close()
  return null
}

function refuse(response, status, words, headers = {}) {
  const body = Buffer.from(`${status}: ${words}\n`)
  response
    .writeHead(status, {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Length': body.length,
      ...headers,
    })
    .end(body)
}

async function answer(folder, request, response) {
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('Referrer-Policy', 'no-referrer')
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return refuse(response, 405, '只供读取 · read only', { Allow: 'GET, HEAD' })
  const asked = pathOf(request.url)
  if (asked === null) return refuse(response, 400, '地址写错了 · malformed address')
  const path = asked.endsWith('/') ? `${asked}index.html` : asked
  const found = await openFile(folder, path)
  if (!found) return refuse(response, 404, '没有这个文件 · no such file')
  try {
    const hashed = /\/assets\/.+-[\w-]{8}\.\w+$/.test(path)
    response.writeHead(200, {
      'Content-Type': mediaTypes[extname(path)] ?? 'application/octet-stream',
      'Content-Length': found.size,
      'Cache-Control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      'Content-Security-Policy': contentSecurityPolicy,
    })
    if (request.method === 'HEAD') response.end()
    else await pipeline(found.handle.createReadStream({ autoClose: false }), response)
  } finally {
    await found.handle.close()
  }
}

/**
 * Serves a folder of static files on this machine alone (127.0.0.1 and ::1).
 * @param {string} folder
 * @param {number} port 0 for any free one
 * @returns {Promise<{ port: number, close: () => Promise<void> }>} rejects with EADDRINUSE when another program has the port
 */
export async function serve(folder, port) {
  const listen = (host, at) =>
    new Promise((resolve, reject) => {
      const server = createServer((request, response) => {
        // A reader who leaves ends the pipeline with an error: nobody is there to be told.
        answer(folder, request, response).catch(() => response.destroy())
      })
      server.once('error', reject)
      server.listen(at, host, () => resolve(server))
    })
  const first = await listen('127.0.0.1', port)
  const bound = first.address().port
  const close = (server) =>
    new Promise((resolve) => {
      server.close(resolve)
      server.closeAllConnections()
    })
  const second = await listen('::1', bound).catch(async (fault) => {
    if (fault.code !== 'EADDRINUSE') return null
    await close(first)
    throw fault
  })
  return {
    port: bound,
    close: async () => {
      await Promise.all([first, second].filter(Boolean).map(close))
    },
  }
}
