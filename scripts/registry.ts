import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import type { Registry } from '../src/reference/registry'
import { parseRegistry } from '../src/reference/registry'

const shipped = fileURLToPath(new URL('../data/registry', import.meta.url))

/** The registry in a folder, that of the project unless told otherwise. */
export function readRegistry(folder = shipped): Registry {
  const text = (name: string): string => readFileSync(join(folder, `${name}.csv`), 'utf8')
  return parseRegistry({ codes: text('codes'), regions: text('regions'), units: text('units') })
}
