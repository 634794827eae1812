import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const script = (name: string): string =>
  JSON.stringify(new URL(`../../../scripts/${name}`, import.meta.url).href)

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'commands-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Runs a module text in the folder, with programs of the folder alone on the path. */
function runModule(text: string, environment: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', text], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: folder, HOME: folder, ...environment },
  })
  return { status, stdout, stderr: stderr.split('\n').filter((line) => line !== '') }
}

describe('the packages of a command', () => {
  const install = `const { installPackages } = await import(${script('packages.mjs')}); installPackages()`
  const project = (engines: string, npm: string): void => {
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ engines: { node: engines } }))
    writeFileSync(join(folder, 'package-lock.json'), '{}')
    mkdirSync(join(folder, 'node_modules'))
    writeFileSync(join(folder, 'npm'), `#!/bin/sh\n${npm}\n`)
    chmodSync(join(folder, 'npm'), 0o755)
  }

  it.skipIf(process.platform === 'win32')(
    'are installed once, with those for development, and leave stdout to the command (only where npm can be played by a shell script)',
    () => {
      project('>=18', 'echo "npm $*"')
      const first = runModule(install, { NODE_ENV: 'production' })
      expect([first.status, first.stdout]).toEqual([0, ''])
      expect(first.stderr.at(-1)).toMatch(/^npm ci --include=dev /)
      expect(runModule(install).stderr).toEqual([])
    },
  )

  it.skipIf(process.platform === 'win32')(
    'that cannot be had end the command with 2 and say so (only where npm can be played by a shell script)',
    () => {
      project('>=18', 'exit 7')
      const { status, stdout, stderr } = runModule(install)
      expect([status, stdout]).toEqual([2, ''])
      expect(stderr.at(-1)).toMatch(/^packages: expected npm ci to succeed/)
    },
  )

  it('are not asked of a Node that is too old: one line says which is needed', () => {
    project('>=99', 'echo not asked')
    expect(runModule(install)).toEqual({
      status: 2,
      stdout: '',
      stderr: [`node: >=99: ${process.versions.node}; install another Node and try again`],
    })
  })
})

describe('the browser of the tests', () => {
  const find = `
    const { installChromium } = await import(${script('browser.mjs')})
    try { process.stdout.write(await installChromium()) } catch (fault) { process.stdout.write(fault.message) }`

  it('is the one asked for', () => {
    const path = join(folder, 'own-chromium')
    writeFileSync(path, '')
    expect(runModule(find, { CHROMIUM_PATH: path }).stdout).toBe(path)
  })

  it('is not looked for elsewhere when the one asked for is not there', () => {
    expect(runModule(find, { CHROMIUM_PATH: '/none/chromium' }).stdout).toBe(
      'CHROMIUM_PATH: expected the path of a Chromium: nothing is at /none/chromium',
    )
  })

  it.runIf(process.platform === 'linux')(
    'is one on the path, else one that Playwright downloaded before (only where no browser stands at a fixed place)',
    () => {
      const browsers = { PLAYWRIGHT_BROWSERS_PATH: join(folder, 'browsers') }
      const where = `const { chromium } = await import('playwright-core'); process.stdout.write(chromium.executablePath())`
      const downloaded = spawnSync(process.execPath, ['--input-type=module', '-e', where], {
        cwd: new URL('../../../', import.meta.url),
        encoding: 'utf8',
        env: { ...process.env, ...browsers },
      }).stdout
      expect(downloaded.startsWith(folder)).toBe(true)
      mkdirSync(dirname(downloaded), { recursive: true })
      writeFileSync(downloaded, '')
      expect(runModule(find, browsers).stdout).toBe(downloaded)
      writeFileSync(join(folder, 'chromium'), '')
      expect(runModule(find, browsers).stdout).toBe(join(folder, 'chromium'))
    },
  )
})
