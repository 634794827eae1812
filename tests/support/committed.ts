import { readdirSync, readFileSync } from 'node:fs'
import type { Extraction } from '../../src/model/extraction'

const folder = new URL('../../data/disclosures/', import.meta.url)

/** The disclosures that the snapshot is built from, in order of id. */
export function committedDisclosures(): Extraction[] {
  return readdirSync(folder)
    .sort()
    .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Extraction)
}
