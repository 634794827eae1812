import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../shared/fixtures/', import.meta.url))

/** Are the published files beside the repository? Without them, tests stand on the project's own small files alone. */
export const publishedFilesAreHere = existsSync(root)

/** Bytes of a published file of `../shared/fixtures`, as the readers get them. */
export function publishedFile(name: string): Uint8Array {
  return new Uint8Array(readFileSync(root + name))
}
