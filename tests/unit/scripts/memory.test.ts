import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, vi } from 'vitest'
import { measuredRun } from '../../../scripts/measured-run'
import { corpus, corpusIsHere, withoutCorpus } from '../../support/corpus'

vi.setConfig({ testTimeout: 120_000 })

const folder = fileURLToPath(new URL('../../../../shared/corpus/', import.meta.url))
const paths = corpus.flatMap(({ files }) => files.map(({ file }) => join(folder, file)))

describe.runIf(corpusIsHere)(`the extract command, ${withoutCorpus}`, () => {
  it('reads all the real documents in one run in the memory that one of them may take', () => {
    const run = measuredRun('extract', paths)
    expect([run.status, run.stdout.match(/^\{/gmu)?.length]).toEqual([0, corpus.length])
    expect(run.megabytes).toBeLessThan(400)
  })
})
