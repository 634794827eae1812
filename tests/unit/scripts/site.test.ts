import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isCurrent, siteSources } from '../../../scripts/site.mjs'

const root = new URL('../../../', import.meta.url)
let folder = ''
const at = (name: string): string => join(folder, name)

/** Gives a file or folder its time, in seconds. */
const touch = (name: string, seconds: number): void => utimesSync(at(name), seconds, seconds)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'site-'))
  mkdirSync(at('src/pages'), { recursive: true })
  for (const name of ['page.html', 'vite.config.ts', 'src/pages/a.svelte']) writeFileSync(at(name), '')
  for (const name of ['vite.config.ts', 'src/pages/a.svelte', 'src/pages', 'src']) touch(name, 1000)
  touch('page.html', 2000)
})
afterEach(() => rmSync(folder, { recursive: true }))

const current = (): boolean => isCurrent(at('page.html'), [at('vite.config.ts'), at('src')])

describe('the built site', () => {
  it('is used again while nothing it is made from has changed since its build began', () => {
    expect(current()).toBe(true)
  })

  it.each(['vite.config.ts', 'src/pages/a.svelte', 'src/pages'])(
    'is built again when %s is newer',
    (name) => {
      touch(name, 2000)
      expect(current()).toBe(false)
    },
  )

  it('is built when it is not there', () => {
    rmSync(at('page.html'))
    expect(current()).toBe(false)
  })

  it('is made from places that are there, among them every script that the build loads into it', () => {
    expect(siteSources.filter((source) => !existsSync(new URL(source, root)))).toEqual([])
    const config = readFileSync(new URL('vite.config.ts', root), 'utf8')
    const plugins = [...config.matchAll(/import \{ \w+ \} from '\.\/(scripts\/[\w-]+\.mjs)'/g)].map(
      ([, path]) => path,
    )
    expect(plugins.length).toBeGreaterThan(0)
    for (const path of plugins) expect(siteSources).toContain(path)
  })
})
