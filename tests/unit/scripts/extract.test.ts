import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Extraction } from '../../../src/model/extraction'
import { rowPerLine } from '../../support/text-disclosure'

const root = fileURLToPath(new URL('../../../', import.meta.url))

function runExtract(...words: string[]): { status: number | null; stdout: string; stderr: string[] } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'scripts/extract.ts', ...words],
    {
      cwd: root,
      encoding: 'utf8',
    },
  )
  return { status, stdout, stderr: stderr.split('\n').filter((line) => line !== '') }
}

describe('the extract command', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'extract-'))
    const rows = [
      ['科目编码', '科目名称', '合计', '基本支出', '项目支出', '经营支出'],
      ['213', '农林水支出', '12.3.4', '5.00', '3.00', ''],
    ]
    const text = rowPerLine('江苏省农业农村厅2021年部门预算', [
      { above: ['部门支出总表', '单位：万元'], rows },
    ])
    writeFileSync(join(folder, 'budget.txt'), text)
    writeFileSync(join(folder, 'letter.txt'), '会议通知\n')
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it('writes the extraction to stdout and what was not understood to stderr', () => {
    const { status, stdout, stderr } = runExtract(join(folder, 'budget.txt'))
    expect(status).toBe(0)
    expect((JSON.parse(stdout) as Extraction).tables[0]!.form).toBe('budget.expenditure_total')
    expect(stderr).toEqual([
      'budget.txt: T01.r1.c2: error unreadable: expected an amount or nothing, found 12.3.4',
    ])
  })

  it('ends with 2 and one line for a file that cannot be read, is no disclosure, or is no file', () => {
    const missing = runExtract(join(folder, 'none.txt'))
    expect([missing.status, missing.stdout]).toEqual([2, ''])
    expect(missing.stderr).toEqual([`${join(folder, 'none.txt')}: a file that can be read: ENOENT`])
    const letter = runExtract(join(folder, 'letter.txt'))
    expect([letter.status, letter.stdout, letter.stderr.length]).toEqual([2, '', 1])
    expect(letter.stderr[0]).toMatch(
      /^letter\.txt: a published budget or final account.*: 0 tables, 1 paragraphs/u,
    )
  })

  it.each(['none.txt', 'letter.txt'])(
    'writes nothing when one of several files, %s, cannot be read',
    (name) => {
      const { status, stdout, stderr } = runExtract(join(folder, 'budget.txt'), join(folder, name))
      expect([status, stdout, stderr.length]).toEqual([2, '', 1])
      expect(stderr[0]).toContain(`${name}: `)
    },
  )

  it('ends with 2 and one line for a word that it does not know, or none', () => {
    expect(runExtract('--fast')).toMatchObject({
      status: 2,
      stderr: ['--fast: a file: an option that extract does not have'],
    })
    expect(runExtract()).toMatchObject({ status: 2, stderr: ['command line: one or more files: none'] })
  })
})
