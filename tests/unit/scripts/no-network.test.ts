import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'

describe('a Node test', () => {
  it('cannot reach another machine, by a socket or by fetch', async () => {
    const refused = 'network: expected no connection to another machine: 192.0.2.1'
    expect(() => connect(80, '192.0.2.1')).toThrow(refused)
    await expect(fetch('http://192.0.2.1/')).rejects.toMatchObject({ cause: { message: refused } })
  })
})
