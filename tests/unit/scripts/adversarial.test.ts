import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { measuredRun, type MeasuredRun } from '../../../scripts/measured-run'
import type { Extraction } from '../../../src/model/extraction'
import { publishedFilesAreHere } from '../../support/published'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const project = fileURLToPath(new URL('../../../', import.meta.url))
const fileAt = (name: string): string => join(project, '../shared/fixtures', name)

/** Files that end in one line, and what it says. */
const refused: [string, RegExp][] = [
  ['bomb-lying-size.docx', /^bomb-lying-size\.docx: .*: /u],
  ['bomb.docx', /^bomb\.docx: .*: /u],
  ['encrypted-password-secret.pdf', /: a pdf that opens without a password: a pdf with a password$/u],
  ['scanned-no-text.pdf', /: a pdf with text: a scan without text, 2 pages of pictures$/u],
  ['truncated.docx', /^truncated\.docx: .*: /u],
  ['truncated.pdf', /^truncated\.pdf: .*: /u],
  ['hostile-cells-gb2312.html', /: a published budget or final account: .*: \d+ tables?, \d+ paragraphs?/u],
  ['html-named.xls', /: a published budget or final account: .*: \d+ tables?, \d+ paragraphs?/u],
]

/** Within 10 seconds of work and 512 MB. */
function expectModest({ working, megabytes }: MeasuredRun): void {
  expect(working).toBeLessThan(10)
  expect(megabytes).toBeLessThan(512)
}

describe.runIf(publishedFilesAreHere)(
  'a hostile file, run only where ../shared/fixtures is beside the repository',
  () => {
    let folder = ''
    let out = ''
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'adversarial-'))
      out = join(folder, 'data')
      cpSync(join(project, 'public/data'), out, { recursive: true })
    })
    afterAll(() => rmSync(folder, { recursive: true }))

    it.each(refused)('%s ends extract with one line and no rows', (name, line) => {
      const run = measuredRun('extract', [fileAt(`adversarial/${name}`)])
      expect([run.status, run.stdout]).toEqual([2, ''])
      expect(run.stderr.trimEnd().split('\n')).toEqual([expect.stringMatching(line)])
      expectModest(run)
    })

    it('gb18030.txt ends in the rows of the same text in UTF-8', () => {
      const read = (name: string): Extraction => {
        const run = measuredRun('extract', [fileAt(name)])
        expect(run.status).toBe(0)
        expectModest(run)
        return JSON.parse(run.stdout) as Extraction
      }
      const plain = read('fuping-2023-budget.txt')
      const hostile = read('adversarial/gb18030.txt')
      expect(hostile.sources[0]!.sha256).not.toBe(plain.sources[0]!.sha256)
      expect({ ...hostile, sources: [] }).toEqual({ ...plain, sources: [] })
    })

    it('all of them leave the snapshot that stood before, beside a sound file too', () => {
      const before = filesOf(out)
      for (const [name] of refused) {
        const run = measuredRun('ingest', [
          '--out',
          out,
          fileAt('fuping-2023-budget.txt'),
          fileAt(`adversarial/${name}`),
        ])
        expect([name, run.status, run.stdout]).toEqual([name, 2, ''])
        expect(run.stderr.trimEnd().split('\n').at(-1)).toContain(name)
        expectModest(run)
      }
      expect(filesOf(out)).toEqual(before)
      expect(readdirSync(folder)).toEqual(['data'])
    })
  },
)

function filesOf(of: string): [string, string][] {
  return readdirSync(of, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry): [string, string] => {
      const path = join(entry.parentPath, entry.name)
      return [path, readFileSync(path, 'base64')]
    })
    .sort(([a], [b]) => (a < b ? -1 : 1))
}
