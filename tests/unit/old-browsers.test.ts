import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const root = new URL('../../src/', import.meta.url)

const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
  /\.(?:ts|svelte|js|mjs)$/u.test(path),
)

describe('what is shipped to browsers', () => {
  it('has no lookbehind in its regular expressions, which Safari before 16.4 cannot parse', () => {
    expect(sources.length).toBeGreaterThan(100)
    const using = sources.filter((path) => /\(\?<[=!]/u.test(readFileSync(new URL(path, root), 'utf8')))
    expect(using).toEqual([])
  })
})
