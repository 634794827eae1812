import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImportedRows } from '../../../src/db/schema'
import { importedTables } from '../../../src/db/schema'
import { openWasm, type WasmDatabase } from '../../../src/db/wasm'
import { rowOf } from '../../support/rows'
import { base, ServedSnapshot } from '../../support/served-snapshot'

let engine: WasmDatabase

beforeAll(async () => {
  const served = await ServedSnapshot.of({
    cells: [rowOf('cells', { document_id: 'a', name: '合计', amount_fen: 100n })],
    units: [rowOf('units', { unit_id: 'u', name: '甲局' })],
    regions: [rowOf('regions', { region_code: '130624', name: '阜平县' })],
  })
  engine = await openWasm({ base, fetch: served.fetch })
})
afterAll(() => engine?.close())

/** Rows of one document with one cell of so many fen, and a unit of its own. */
function rows(document_id: string, amount_fen: bigint): ImportedRows {
  const none = Object.fromEntries(importedTables.map((table) => [table, []])) as unknown as ImportedRows
  return {
    ...none,
    documents: [rowOf('documents', { document_id })],
    cells: [
      rowOf('cells', { document_id, name: "'; DROP TABLE cells; --", amount_fen }),
      rowOf('cells', { document_id, row_no: 2, name: '<b>空</b>' }),
    ],
    units: [rowOf('units', { unit_id: `unit of ${document_id}`, name: '乙局' })],
  }
}

const cells = async () =>
  (await engine.run('SELECT document_id, name, amount_fen FROM cells ORDER BY document_id, row_no')).rows
const units = async () => (await engine.run('SELECT unit_id FROM units ORDER BY unit_id')).rows.flat()
const shipped = ['a', '合计', '100']

describe('rows of the reader’s own files in the database', () => {
  it('stand beside those of the snapshot, fen to the last bit, names as text', async () => {
    await engine.hold(rows('import-b', 2n ** 63n - 1n))
    expect(await cells()).toEqual([
      shipped,
      ['import-b', "'; DROP TABLE cells; --", '9223372036854775807'],
      ['import-b', '<b>空</b>', null],
    ])
    expect(await units()).toEqual(['u', 'unit of import-b'])
  })

  it('take the place of those held before, and leave the shipped ones alone', async () => {
    await engine.hold(rows('import-b', 1n))
    await engine.hold(rows('import-c', 2n))
    expect((await cells()).map(([id]) => id)).toEqual(['a', 'import-c', 'import-c'])
    expect(await units()).toEqual(['u', 'unit of import-c'])
  })

  it('are the last ones given when several come at once', async () => {
    await Promise.all([1n, 2n, 3n].map((fen) => engine.hold(rows(`import-${fen}`, fen))))
    expect((await cells()).map(([id]) => id)).toEqual(['a', 'import-3', 'import-3'])
  })

  it('that do not fit are not held at all: those before stay', async () => {
    await engine.hold(rows('import-d', 1n))
    const broken = rows('import-e', 1n)
    broken.facts = [rowOf('facts', { document_id: null as unknown as string })]
    await expect(engine.hold(broken)).rejects.toThrow()
    expect((await cells()).map(([id]) => id)).toEqual(['a', 'import-d', 'import-d'])
    await engine.hold(rows('import-f', 1n))
    expect((await cells()).map(([id]) => id)).toEqual(['a', 'import-f', 'import-f'])
  })
})
