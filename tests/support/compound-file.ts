import * as CFB from 'cfb'

/** A compound file (doc, xls) with the given streams in its root, written by an unrelated library. */
export function compoundFile(streams: Record<string, Uint8Array>): Uint8Array {
  const container = CFB.utils.cfb_new()
  for (const [name, content] of Object.entries(streams)) CFB.utils.cfb_add(container, `/${name}`, content)
  return new Uint8Array(CFB.write(container, { type: 'array' }) as number[])
}
