import type { Catalog } from '../../src/db/catalog'
import { openNative } from '../../src/db/node'
import type { Snapshot } from '../../src/db/schema'
import type { Extraction } from '../../src/model/extraction'
import { memoryShelf } from '../../src/model/shelf'
import type { Registry } from '../../src/reference/registry'
import type { SnapshotFile } from '../../src/snapshot/catalog'
import type { Disclosure } from '../../src/snapshot/identify'
import { joined, nameRows, type DisclosureTables } from '../../src/snapshot/rows'
import { buildSnapshot } from '../../src/snapshot/snapshot'

/** A snapshot in memory: what it is of, its rows, and its files, catalog.json first. */
export interface BuiltSnapshot {
  disclosures: Disclosure[]
  rows: Snapshot
  catalog: Catalog
  files: SnapshotFile[]
}

/** Builds a snapshot in memory, answered by native DuckDB. */
export async function builtSnapshot(
  extractions: readonly Extraction[],
  registry: Registry,
): Promise<BuiltSnapshot> {
  const written: SnapshotFile[] = []
  const disclosures: Disclosure[] = []
  const parts: DisclosureTables[] = []
  const catalog = await buildSnapshot(extractions, registry, {
    open: (rows) => openNative({ rows }),
    extractions: memoryShelf(),
    answers: memoryShelf(),
    write: async (file) => void written.push(file),
    onDisclosure: (disclosure, rows) => {
      disclosures.push(disclosure)
      parts.push(rows)
    },
  })
  const names = nameRows(
    disclosures.map(({ unit }) => unit),
    registry,
  )
  const listed = ['catalog.json', ...catalog.files.map(({ path }) => path)]
  const files = listed.map((path) => written.find((file) => file.path === path)!)
  return { disclosures, rows: { ...joined(parts), ...names }, catalog, files }
}
