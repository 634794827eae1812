import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { runsOn } from '../../../scripts/node-version.mjs'

interface Package {
  engines?: { node?: string }
}
const read = (path: string): Package =>
  JSON.parse(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')) as Package
const { engines } = read('package.json')

describe('the versions of Node that the commands run on', () => {
  it.each([
    ['20.19.0', true],
    ['20.20.2', true],
    ['22.13.0', true],
    ['22.22.1', true],
    ['24.0.0', true],
    ['26.1.0', true],
    ['16.20.2', false],
    ['18.20.8', false],
    ['20.18.3', false],
    ['21.7.3', false],
    ['22.12.0', false],
    ['23.11.0', false],
  ])('hold %s: %s', (version, runs) => {
    expect(runsOn(version, engines!.node!)).toBe(runs)
  })

  it('are told in the README as in package.json', () => {
    const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8')
    expect(readme).toContain(engines!.node!)
  })

  it('do not hold a range that cannot be read', () => {
    expect(runsOn('20.19.0', '20.x')).toBe(false)
  })
})
