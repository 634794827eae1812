import { describe, expect, it } from 'vitest'
import { importWords } from '../../../src/i18n/messages/import'
import { formatSize } from '../../../src/pages/import/file-size'
import { groupProblems } from '../../../src/pages/import/problem-groups'
import { shippedTwin } from '../../../src/pages/import/shipped-twin'
import { quarterOf, spokenProgress } from '../../../src/pages/import/spoken-progress'
import type { HeldDocument } from '../../../src/stores/catalog.svelte'
import type { FileState, ImportedFile } from '../../../src/stores/imported-file'

describe('problems', () => {
  const problem = (rule: string, severity: 'error' | 'warn' | 'info') => ({
    rule,
    severity,
    where: 'T01',
    expected: 'x',
    found: 'y',
  })

  it('are told by sort, the gravest first, and none is lost', () => {
    const problems = [
      problem('form', 'info'),
      problem('narrative.sign', 'warn'),
      problem('S18', 'error'),
      problem('narrative.year', 'warn'),
      problem('constructor', 'info'),
    ]
    const groups = groupProblems(problems)
    expect(groups.map(({ sort, problems: of }) => [sort, of.length])).toEqual([
      ['S18', 1],
      ['narrative', 2],
      ['form', 1],
      ['other', 1],
    ])
  })
})

describe('what is read aloud', () => {
  const words = importWords.zh.spoken
  const file = (state: FileState): ImportedFile => ({ no: 1, name: 'a', bytes: 1, state })
  const at = (share: number) => file({ status: 'reading', share, pages: 100 })

  it('is each quarter once, nothing between, and how it ended', () => {
    const said = Array.from({ length: 101 }, (_, page) => spokenProgress([at(page / 100)], 0, words))
    expect([...new Set(said)]).toEqual(['', '读了 25%', '读了 50%', '读了 75%'])
    expect(spokenProgress([file({ status: 'read' })], 1, words)).toBe('读完。1 份公开。')
    const refusal = { reason: 'scan', expected: '', found: '' } as const
    expect(spokenProgress([file({ status: 'refused', refusal })], 0, words)).toBe(
      '读完。0 份公开，1 个文件没有读成。',
    )
    expect(spokenProgress([file({ status: 'stopped' })], 0, words)).toBe('停下了。')
    expect(spokenProgress([], 0, words)).toBe('')
  })

  it('never exceeds the whole', () => {
    expect([0, 0.24, 0.25, 0.999, 1].map(quarterOf)).toEqual([0, 0, 25, 75, 100])
  })
})

describe('the size of a file', () => {
  it.each([
    [0, '0 字节'],
    [1023, '1023 字节'],
    [46 * 1024, '46 KB'],
    [3.4 * 1024 * 1024, '3.4 MB'],
  ])('%d bytes is %s', (bytes, said) => {
    expect(formatSize(bytes, importWords.zh.bytes)).toBe(said)
  })
})

describe('the shipped disclosure from the same bytes', () => {
  const shipped = (id: string, fiscal_year = 2023): HeldDocument =>
    ({ id, unit_id: 'u', fiscal_year, stage: 'budget' }) as HeldDocument
  const read = (...hashes: string[]) => ({
    document: shipped('import-u-2023-budget'),
    extraction: { sources: hashes.map((sha256) => ({ sha256 })) },
  })
  const sources: Record<string, string[]> = { a: ['1', '2'], 'a-r1': ['3'], other: ['1'] }
  const answers = {
    askStored: (_: unknown, { document }: { document: string }) =>
      sources[document]
        ? Promise.resolve(sources[document].map((sha256) => ({ sha256 })))
        : Promise.reject(new Error('HTTP 503')),
  } as unknown as Parameters<typeof shippedTwin>[2]
  const twinOf = (...hashes: string[]) =>
    shippedTwin(
      read(...hashes),
      [shipped('gone'), shipped('other', 2022), shipped('a'), shipped('a-r1')],
      answers,
    )

  it('is that of the same unit, year and stage whose files hold all of its own', async () => {
    expect(await twinOf('1', '2')).toBe('a')
    expect(await twinOf('2')).toBe('a')
    expect(await twinOf('3')).toBe('a-r1')
  })

  it('is none where any file differs, and where the files cannot be asked for', async () => {
    expect(await twinOf('1', '4')).toBeNull()
    expect(await twinOf('4')).toBeNull()
  })
})
