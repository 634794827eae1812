import { describe, expect, it } from 'vitest'
import { rowsOf, standingOf } from '../../../src/pages/unit/chart-answer'
import type { Answer } from '../../../src/stores/answers.svelte'

const stored: Answer<number> = { status: 'ready', rows: [1], source: 'precomputed' }
const asked: Answer<number> = { status: 'ready', rows: [1], source: 'engine' }
const late: Answer<number> = { status: 'loading' }
const reason = 'cells.parquet: expected PAR1: found <!do'
const failed: Answer<number> = { status: 'failed', reason }

describe('the answers one chart is drawn from', () => {
  it('wait for the last of them', () => {
    expect(standingOf([stored, late]).state).toBe('loading')
    expect(rowsOf(late)).toEqual([])
  })

  it('come from the engine only when all do', () => {
    expect(standingOf([stored, asked]).source).toBe('precomputed')
    expect(standingOf([asked, asked])).toEqual({ state: 'ready', source: 'engine', message: undefined })
  })

  it('fail with the reason of the one that failed, even while another is late', () => {
    expect(standingOf([late, failed])).toEqual({ state: 'error', source: null, message: reason })
  })
})
