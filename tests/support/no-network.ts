import { Socket, type NetConnectOpts } from 'node:net'

/**
 * Loaded before every Node test: a connection to another machine fails the test that makes it, so that all of them hold where
 * there is no network.
 */
const home = new Set(['localhost', '127.0.0.1', '::1'])
const connect = Socket.prototype.connect as (this: Socket, ...words: unknown[]) => Socket

Socket.prototype.connect = function (this: Socket, ...words: unknown[]): Socket {
  const [first, second] = words.flat() as [NetConnectOpts | number | string, unknown?]
  const options =
    typeof first === 'object' ? first : { host: typeof second === 'string' ? second : 'localhost' }
  const { path, host = 'localhost' } = options as { path?: string; host?: string }
  if (!path && !home.has(host)) throw new Error(`network: expected no connection to another machine: ${host}`)
  return connect.apply(this, words)
}
