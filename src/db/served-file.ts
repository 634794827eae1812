import { sha256 } from '../model/sha256'
import { SnapshotError } from './snapshot-error'

/** Where the snapshot is served from, with a slash at its end, and how it is fetched. */
export interface Served {
  base: URL | string
  fetch?: typeof fetch
}

/** What the catalog says of a file's bytes. */
export interface FileSeal {
  bytes: number
  sha256: string
}

const safePath = /^(?!.*\.\.)[\w-][\w\-=./]*$/

/**
 * Fetches a file of the snapshot from the snapshot's own origin and reads it. A file that `read` refuses is fetched once
 * more past the browser's cache, which may hold one of another release, before it is given up.
 * @param read makes something of the bytes or throws a SnapshotError
 * @throws SnapshotError
 */
export async function fetchServed<T>(
  served: Served,
  file: string,
  read: (bytes: Uint8Array<ArrayBuffer>) => Promise<T> | T,
): Promise<T> {
  try {
    return await read(await fetchBytes(served, file, 'default'))
  } catch (fault) {
    if (!(fault instanceof SnapshotError) || fault.fault === 'missing' || fault.fault === 'unreachable')
      throw fault
    return read(await fetchBytes(served, file, 'reload'))
  }
}

/** Fetches a file that changes with every release under one name: always asks the server whether it is still the same. */
export async function fetchLatest<T>(
  served: Served,
  file: string,
  read: (bytes: Uint8Array<ArrayBuffer>) => Promise<T> | T,
): Promise<T> {
  return read(await fetchBytes(served, file, 'no-cache'))
}

/** The JSON of bytes. @throws SnapshotError when they are cut short or no JSON */
export function readJson(file: string, bytes: Uint8Array): unknown {
  const text = new TextDecoder().decode(bytes)
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new SnapshotError(
      'truncated',
      file,
      'whole JSON',
      `${bytes.length} bytes that break off or are no JSON`,
      cause,
    )
  }
}

async function fetchBytes(
  served: Served,
  file: string,
  cache: RequestCache,
): Promise<Uint8Array<ArrayBuffer>> {
  const base = new URL(served.base)
  const url = new URL(file, base)
  if (!safePath.test(file) || url.origin !== base.origin)
    throw new SnapshotError('malformed', file, 'a path inside the snapshot', JSON.stringify(file))
  let response: Response
  let bytes: Uint8Array<ArrayBuffer>
  try {
    response = await (served.fetch ?? fetch)(url, { cache, credentials: 'same-origin' })
    bytes = new Uint8Array(await response.arrayBuffer())
  } catch (cause) {
    throw new SnapshotError(
      'unreachable',
      file,
      'an answer from the server',
      `none (${(cause as Error).message})`,
      cause,
    )
  }
  if (response.status === 404 || response.status === 410)
    throw new SnapshotError('missing', file, 'a file', `HTTP ${response.status}`)
  if (!response.ok) throw new SnapshotError('unreachable', file, 'a file', `HTTP ${response.status}`)
  if (isHtml(bytes)) throw new SnapshotError('html', file, 'a file of the snapshot', 'a web page (HTML)')
  return bytes
}

function isHtml(bytes: Uint8Array): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 512))
  return /^(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype\s+html|html|head|body|\?xml)/i.test(head)
}

/** Are these the bytes that the catalog speaks of? @throws SnapshotError */
export async function checkSeal(file: string, bytes: Uint8Array<ArrayBuffer>, seal: FileSeal): Promise<void> {
  if (bytes.length !== seal.bytes) {
    const fault = bytes.length < seal.bytes ? 'truncated' : 'altered'
    throw new SnapshotError(fault, file, `${seal.bytes} bytes`, `${bytes.length}`)
  }
  const found = await sha256(bytes)
  if (found !== seal.sha256) throw new SnapshotError('altered', file, `SHA-256 ${seal.sha256}`, found)
}
