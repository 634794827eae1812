import { describe, expect, it } from 'vitest'
import { Lanes } from '../../../src/snapshot/lanes'

/** A promise with its handles. */
function task() {
  let [end, fail] = [() => {}, (_: Error) => {}]
  const done = new Promise<void>((resolve, reject) => ([end, fail] = [resolve, reject]))
  return { done, end, fail }
}

describe('lanes', () => {
  it('begin no more than their number at a time, the next when one is done', async () => {
    const lanes = new Lanes(2)
    const tasks = [task(), task(), task()]
    const begun: number[] = []
    const all = (async () => {
      for (const [index, one] of tasks.entries()) {
        await lanes.begin(() => {
          begun.push(index)
          return one.done
        })
      }
    })()
    await new Promise((resolve) => setTimeout(resolve))
    expect(begun).toEqual([0, 1])
    tasks[1]!.end()
    await all
    expect(begun).toEqual([0, 1, 2])
    tasks[0]!.end()
    tasks[2]!.end()
    await lanes.end()
  })

  it('tell at their end what made one fail, when nothing is at work any more', async () => {
    const lanes = new Lanes(2)
    const [one, two] = [task(), task()]
    await lanes.begin(() => one.done)
    await lanes.begin(() => two.done)
    one.fail(new Error('broken'))
    let ended = false
    const end = lanes.end().catch((fault: Error) => {
      ended = true
      return fault.message
    })
    await new Promise((resolve) => setTimeout(resolve))
    expect(ended).toBe(false)
    two.end()
    expect(await end).toBe('broken')
  })
})
