import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { codeTable, disclosure } from '../../support/made-disclosure'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const project = fileURLToPath(new URL('../../../', import.meta.url))
const disclosures = join(project, 'data/disclosures')
let folder: string
let out: string
let standing: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ingest-'))
  standing = join(folder, 'data')
  expect(ingest(['--out', standing, made(2020)]).status).toBe(0)
})
afterAll(() => rmSync(join(standing, '..'), { recursive: true }))
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ingest-'))
  out = join(folder, 'data')
})
afterEach(() => rmSync(folder, { recursive: true }))

function ingest(words: string[], environment: Record<string, string> = {}) {
  const done = spawnSync(
    process.execPath,
    ['--import', 'tsx', join(project, 'scripts/ingest.ts'), ...words],
    { cwd: project, encoding: 'utf8', env: { ...process.env, NODE_NO_WARNINGS: '1', ...environment } },
  )
  return { status: done.status, out: done.stdout, err: done.stderr }
}

function hashes(of: string): Record<string, string> {
  const files = readdirSync(of, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return Object.fromEntries(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name)
      return [path.slice(of.length), createHash('sha256').update(readFileSync(path)).digest('hex')]
    }),
  )
}

/** Writes a made disclosure of a year as JSON into the test's folder. */
function made(year: number, name = `${year}.json`): string {
  const extraction = disclosure(
    codeTable('T01', 'budget.income_total', ['total'], ['合计 3.00', '201 3.00', '? 二'], 'function'),
  )
  const path = join(folder, name)
  writeFileSync(
    path,
    JSON.stringify({ ...extraction, document: { ...extraction.document, fiscalYear: year } }),
  )
  return path
}

describe('ingest', () => {
  it('gives the same bytes in another process, time zone, locale and order of files', () => {
    const files = readdirSync(disclosures).map((name) => join(disclosures, name))
    expect(ingest(['--out', out, disclosures]).status).toBe(0)
    const other = join(folder, 'other')
    const elsewhere = { TZ: 'Asia/Kathmandu', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }
    expect(ingest(['--out', other, ...files.reverse()], elsewhere).status).toBe(0)
    expect(Object.keys(hashes(out)).length).toBeGreaterThan(10)
    expect(hashes(other)).toEqual(hashes(out))
  })

  it('tells rows, codes and amounts of each table, what it did not understand, and what the checks found', () => {
    const { status, out: report } = ingest(['--out', out, made(2023)])
    expect(status).toBe(0)
    expect(report).toMatch(/^ +3 +1 +2 {2}T01 表T01 \(budget\.income_total\)$/mu)
    expect(report).toMatch(
      /^未读 not read: 1\n {2}T01\.r3\.c2: 未能提取 unreadable: 二\n未理解 not understood: 0$/mu,
    )
    expect(report).toMatch(/^核对 checks: 相符 ok 1$/mu)
  })

  it('writes exactly the disclosures given, in place of those that stood there', () => {
    ingest(['--out', out, made(2021), made(2022)])
    expect(readdirSync(join(out, 'answers'))).toHaveLength(2)
    ingest(['--out', out, made(2023)])
    expect(readdirSync(join(out, 'answers'))).toEqual([expect.stringContaining('-2023-budget.json')])
    expect(readdirSync(folder).filter((name) => name.startsWith('data'))).toEqual(['data'])
  })

  it('reads the registry that it is told to', () => {
    const registry = join(folder, 'registry')
    mkdirSync(registry)
    for (const name of ['codes', 'regions'])
      writeFileSync(join(registry, `${name}.csv`), readFileSync(join(project, `data/registry/${name}.csv`)))
    writeFileSync(join(registry, 'units.csv'), 'unit_id,name,aliases,kind,parent\n990100-x,某局,,unit,\n')
    expect(ingest(['--out', out, '--registry', registry, made(2023)]).status).toBe(0)
    expect(readdirSync(join(out, 'answers'))).toEqual(['990100-x-2023-budget.json'])
  })
})

describe('bad input ends in one clear line, and the snapshot that stood before still stands', () => {
  const cases: [string, () => string[], RegExp][] = [
    ['a missing file', () => [join(folder, 'none.txt')], /none\.txt: a file or a folder: nothing there/],
    [
      'a text that is no disclosure',
      () => [file('letter.txt', '今天天气很好。\n')],
      /letter\.txt: a published budget or final account.*: 0 tables, 1 paragraph/,
    ],
    ['an empty file', () => [file('empty.txt', '')], /empty\.txt: /],
    [
      'a broken extraction',
      () => [file('x.json', '{"schema":"mingzhang-extraction/1"')],
      /x\.json: an extraction: .*found "\{/,
    ],
    [
      'an extraction without tables',
      () => [file('x.json', '{"schema":"mingzhang-extraction/1"}')],
      /x\.json: an extraction: document: expected an object, found nothing/,
    ],
    ['two disclosures that claim to be one', () => [made(2023), twin()], /one extraction of revision 1: two/],
    ['an empty folder', () => [emptyFolder()], /empty: disclosures: an empty folder/],
    ['no file', () => [], /FILE: a published file, an extraction or a folder: nothing/],
    ['an unknown word', () => ['--oot', made(2023)], /--oot: .*: an unknown word/],
    [
      'a registry that is none',
      () => ['--registry', folder, made(2023)],
      /codes\.csv, regions\.csv and units\.csv: ENOENT/,
    ],
  ]
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  const twin = () => {
    const path = made(2023, 'twin.json')
    writeFileSync(path, readFileSync(path, 'utf8').replace('3.00', '4.00'))
    return path
  }
  const emptyFolder = () => {
    mkdirSync(join(folder, 'empty'))
    return join(folder, 'empty')
  }

  it.each(cases)('%s', (_, words, line) => {
    cpSync(standing, out, { recursive: true })
    const before = hashes(out)
    const { status, out: report, err } = ingest(['--out', out, ...words()])
    expect(err).toMatch(line)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
    expect([status, report]).toEqual([2, ''])
    expect(hashes(out)).toEqual(before)
    expect(readdirSync(folder).filter((name) => name.startsWith('data'))).toEqual(['data'])
  })

  it('a folder that holds something else than a snapshot is not replaced', () => {
    mkdirSync(out)
    writeFileSync(join(out, 'letter.txt'), 'keep me')
    const { status, err } = ingest(['--out', out, made(2023)])
    expect([status, err]).toEqual([
      2,
      expect.stringContaining('a new folder, an empty one or one with catalog.json: other files'),
    ])
    expect(readFileSync(join(out, 'letter.txt'), 'utf8')).toBe('keep me')
  })
})
