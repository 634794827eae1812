import { describe, expect, it } from 'vitest'
import { rowsOf, standingOf } from '../../../src/pages/unit/chart-answer'

const stored = { status: 'ready', rows: [1], source: 'precomputed' } as const
const asked = { status: 'ready', rows: [1], source: 'engine' } as const
const late = { status: 'loading' } as const
const failed = { status: 'failed', reason: 'cells.parquet: expected PAR1: found <!do' } as const

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
    expect(standingOf([late, failed])).toEqual({ state: 'error', source: null, message: failed.reason })
  })
})
