import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Progress } from '../../../src/db/progress'

function recorded(total: number) {
  const reports: { share: number; at: number }[] = []
  const clock = { now: 0 }
  const progress = new Progress(
    total,
    (share) => reports.push({ share, at: clock.now }),
    () => clock.now,
  )
  return { progress, reports, clock }
}

describe('progress', () => {
  it('counts all parts against the whole', () => {
    const { progress, reports, clock } = recorded(200)
    progress.reach('engine', 50)
    clock.now = 100
    progress.reach('cells', 100)
    clock.now = 200
    progress.reach('engine', 100)
    expect(reports.map((r) => r.share)).toEqual([0.25, 0.75, 1])
  })

  it('tells whether a part came further', () => {
    const { progress } = recorded(10)
    expect([
      progress.reach('a', 5),
      progress.reach('a', 5),
      progress.reach('a', 4),
      progress.reach('a', 6),
    ]).toEqual([true, false, false, true])
  })

  it('never passes the whole, never falls and reports at most ten times a second, whatever comes', () => {
    const event = fc.record({
      part: fc.constantFrom('a', 'b', 'c'),
      bytes: fc.oneof(fc.integer({ min: -10, max: 1000 }), fc.constant(NaN), fc.constant(Infinity)),
      pause: fc.nat(300),
    })
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), fc.integer({ min: 0, max: 900 }), (events, total) => {
        const { progress, reports, clock } = recorded(total)
        for (const { part, bytes, pause } of events) {
          clock.now += pause
          progress.reach(part, bytes)
        }
        reports.forEach(({ share, at }, i) => {
          expect(share).toBeGreaterThanOrEqual(0)
          expect(share).toBeLessThanOrEqual(1)
          const before = reports[i - 1]
          if (!before) return
          expect(share).toBeGreaterThan(before.share)
          expect(at - before.at).toBeGreaterThanOrEqual(100)
        })
      }),
    )
  })
})
