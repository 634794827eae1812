import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Calm } from '../../../src/stores/calm'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

it('tells of changes at most ten times a second, of the last one always, and counts what is told at once', () => {
  const told: number[] = []
  const calm = new Calm(
    () => told.push(Date.now()),
    () => Date.now(),
  )
  const start = Date.now()
  calm.changedAtOnce()
  for (let ms = 0; ms < 500; ms += 5) {
    calm.changed()
    vi.advanceTimersByTime(5)
  }
  vi.advanceTimersByTime(1000)
  const times = told.map((at) => at - start)
  expect(times).toEqual([0, 100, 200, 300, 400, 500])
  calm.changed()
  calm.changed()
  calm.changedAtOnce()
  vi.advanceTimersByTime(1000)
  expect(told).toHaveLength(8)
})
