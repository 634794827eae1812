import { existsSync, mkdirSync, mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentSecurityPolicy } from '../../../scripts/security-policy.mjs'
import { serve } from '../../../scripts/serve.mjs'

const whole = new Uint8Array(20_000_000).fill(97)
let outside = ''
let site: Awaited<ReturnType<typeof serve>>

beforeAll(async () => {
  outside = mkdtempSync(join(tmpdir(), 'serve-'))
  const folder = join(outside, 'site')
  mkdirSync(join(folder, 'assets'), { recursive: true })
  mkdirSync(join(folder, 'd'))
  writeFileSync(join(outside, 'secret.txt'), 'secret')
  writeFileSync(join(folder, 'index.html'), '<!doctype html>')
  writeFileSync(join(folder, 'd', 'index.html'), '<!doctype html><p>d')
  for (const name of [
    'a.js',
    'a.css',
    'a.json',
    'a.svg',
    'a.png',
    'a.wasm',
    'a.parquet',
    'a.bin',
    '决算.json',
  ])
    writeFileSync(join(folder, name), '{}')
  writeFileSync(join(folder, 'assets', 'main-AbC_123-.js'), '1')
  writeFileSync(join(folder, 'whole.bin'), whole)
  site = await serve(folder, 0)
})
afterAll(async () => {
  await site.close()
  rmSync(outside, { recursive: true })
})

interface Answer {
  status: number
  headers: Record<string, string>
  body: string
}

/** Sends a request as written, so that no client mends its address. */
function ask(target: string, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const socket = connect(site.port, '127.0.0.1')
    let text = ''
    socket.setEncoding('utf8')
    socket.on('data', (part: string) => (text += part))
    socket.on('error', reject)
    socket.on('end', () => {
      const [head = '', ...body] = text.split('\r\n\r\n')
      const [first = '', ...lines] = head.split('\r\n')
      const headers = lines.map((line) => line.split(/: (.*)/s)).map(([k, v]) => [k!.toLowerCase(), v!])
      resolve({
        status: Number(first.split(' ')[1]),
        headers: Object.fromEntries(headers) as Record<string, string>,
        body: body.join('\r\n\r\n'),
      })
    })
    socket.write(`${method} ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`)
  })
}

/** Files of the site that this process holds open, where the system tells. */
function openFiles(): string[] {
  const table = '/proc/self/fd'
  const opened = existsSync(table) ? readdirSync(table) : []
  return opened.flatMap((fd) => {
    try {
      return [readlinkSync(join(table, fd))].filter((path) => path.startsWith(outside))
    } catch {
      return []
    }
  })
}

describe('the server of the built site', () => {
  it.each(['//[', '/%', '/%00', '/a.js%00.html', '/%e5%86'])(
    'calls the address %s malformed and goes on answering',
    async (target) => {
      expect((await ask(target)).status).toBe(400)
      expect((await ask('/')).status).toBe(200)
    },
  )

  it.each([
    '/..%2f..',
    '/..%2fsecret.txt',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%5csecret.txt',
    '/d/..%2f..%2fsecret.txt',
  ])('gives nothing from outside its folder for %s', async (target) => {
    const { status, body } = await ask(target)
    expect(status).toBe(404)
    expect(body).not.toContain('secret')
  })

  it.each(['/none.json', '/d', '/assets/', '/index.html/x', '/index.html/', `/${'a'.repeat(300)}`])(
    'has no file for %j: what is missing, a folder without a page, a path below a file, a name too long',
    async (target) => {
      expect(await ask(target)).toMatchObject({ status: 404, body: '404: 没有这个文件 · no such file\n' })
    },
  )

  it('gives a folder’s page, and files by their decoded names, whatever is asked of them', async () => {
    expect((await ask('/')).body).toBe('<!doctype html>')
    expect((await ask('/?page=unit&unit=1')).body).toBe('<!doctype html>')
    expect((await ask('/d/')).body).toBe('<!doctype html><p>d')
    expect((await ask('/%E5%86%B3%E7%AE%97.json')).body).toBe('{}')
  })

  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/a.js', 'text/javascript; charset=utf-8'],
    ['/a.css', 'text/css; charset=utf-8'],
    ['/a.json', 'application/json; charset=utf-8'],
    ['/a.svg', 'image/svg+xml'],
    ['/a.png', 'image/png'],
    ['/a.wasm', 'application/wasm'],
    ['/a.parquet', 'application/vnd.apache.parquet'],
    ['/a.bin', 'application/octet-stream'],
  ])('serves %s as %s, under the security policy', async (target, type) => {
    const { headers } = await ask(target)
    expect(headers).toMatchObject({
      'content-type': type,
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-cache',
    })
  })

  it('lets browsers keep only files whose name is made from their content', async () => {
    expect((await ask('/assets/main-AbC_123-.js')).headers['cache-control']).toMatch(/immutable/)
  })

  it('answers HEAD as GET without the body, and no other method', async () => {
    const { status, headers, body } = await ask('/whole.bin', 'HEAD')
    expect([status, headers['content-length'], body]).toEqual([200, '20000000', ''])
    const posted = await ask('/', 'POST')
    expect([posted.status, posted.headers['allow']]).toEqual([405, 'GET, HEAD'])
  })

  it('closes a file when its reader leaves half way, and goes on answering', async () => {
    await Promise.all(
      Array.from({ length: 20 }, () => {
        return new Promise<void>((resolve) => {
          const socket = connect(site.port, '127.0.0.1', () =>
            socket.write('GET /whole.bin HTTP/1.1\r\nHost: localhost\r\n\r\n'),
          )
          socket.once('data', () => socket.destroy())
          socket.once('close', () => resolve())
        })
      }),
    )
    expect((await ask('/whole.bin')).body.length).toBe(whole.length)
    await expect.poll(openFiles).toEqual([])
  })

  it('says that a port is another program’s', async () => {
    await expect(serve(outside, site.port)).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })

  it('frees its port when it is closed, readers half way or not', async () => {
    const other = await serve(join(outside, 'site'), 0)
    const reader = connect(other.port, '127.0.0.1', () =>
      reader.write('GET /whole.bin HTTP/1.1\r\nHost: localhost\r\n\r\n'),
    )
    reader.on('error', () => undefined)
    await new Promise((resolve) => reader.once('data', resolve))
    await other.close()
    const next = createServer()
    await new Promise<void>((resolve, reject) => {
      next.once('error', reject)
      next.listen(other.port, '127.0.0.1', resolve)
    })
    await new Promise((resolve) => next.close(resolve))
    reader.destroy()
  })
})
