import { readFileSync, readdirSync } from 'node:fs'
import { beforeAll, expect, it, vi } from 'vitest'
import { openNative } from '../../../src/db/node'
import { importedTables, type Snapshot } from '../../../src/db/schema'
import { allQueries } from '../../../src/queries/all'
import { answersOf } from '../../../src/snapshot/answers'
import { readExtraction } from '../../../src/snapshot/read-extraction'
import { builtSnapshot } from '../../support/built-snapshot'
import { shippedRegistry } from '../../support/registry'
import { rowOf } from '../../support/rows'

vi.setConfig({ hookTimeout: 60_000, testTimeout: 60_000 })

const disclosures = new URL('../../../data/disclosures/', import.meta.url)

/** The rows that hang on one document, with the codes, places and units of all. */
function alone(rows: Snapshot, document: string): Snapshot {
  const own = Object.fromEntries(
    importedTables
      .filter((name) => name !== 'units')
      .map((name) => [
        name,
        rows[name].filter((row) => 'document_id' in row && row.document_id === document),
      ]),
  )
  return { ...rows, ...own }
}

/** The same document under another id, whose tables and numbers are the same and whose figures differ: some gone, some more by half. */
function twin(rows: Snapshot, document: string): Snapshot {
  const id = `${document}-twin`
  const renamed = structuredClone(alone(rows, document))
  for (const table of importedTables)
    for (const row of renamed[table]) {
      if ('document_id' in row) row.document_id = id
      if ('source_document_id' in row) row.source_document_id = id
    }
  const more = (fen: bigint | null) => fen && fen + fen / 2n
  renamed.cells = renamed.cells
    .filter((_, i) => i % 7 !== 3)
    .map((cell, i) => (i % 5 === 0 ? { ...cell, amount_fen: more(cell.amount_fen) } : cell))
  renamed.facts = renamed.facts
    .filter((_, i) => i % 6 !== 4)
    .map((fact, i) => (i % 4 === 0 ? { ...fact, amount_fen: more(fact.amount_fen) } : fact))
  renamed.tables.slice(0, 1).forEach(({ table_no }) => slide(renamed, id, table_no))
  return renamed
}

/** Adds the finding that a table's amounts stand on the wrong rows. */
function slide(rows: Snapshot, document_id: string, table_no: number): void {
  const finding = { document_id, finding_no: rows.findings.length + 1 }
  rows.findings.push(
    rowOf('findings', { ...finding, outcome: 'violation', kind: 'shift', severity: 'error', rule_id: 'B01' }),
  )
  rows.operands.push(
    rowOf('operands', {
      ...finding,
      operand_no: 1,
      side: 'left',
      sign: 1,
      source_document_id: document_id,
      table_no,
    }),
  )
}

let rows: Snapshot
beforeAll(async () => {
  const extractions = readdirSync(disclosures).map((name) =>
    readExtraction(readFileSync(new URL(name, disclosures), 'utf8')),
  )
  const committed = (await builtSnapshot(extractions, shippedRegistry())).rows
  rows = { ...committed }
  for (const { document_id } of committed.documents) {
    const added = twin(committed, document_id)
    for (const table of importedTables)
      if (table !== 'units') rows = { ...rows, [table]: [...rows[table], ...added[table]] }
  }
})

it('answers for many documents in one database what each is answered when it is asked alone', async () => {
  const documents = rows.documents.map((document) => ({
    document,
    cells: rows.cells.filter((cell) => cell.document_id === document.document_id),
  }))
  const single = allQueries.map(({ together: _, ...query }) => query)
  const database = await openNative({ rows })
  const all = await answersOf(documents, allQueries, database)
  await database.close()
  const asked = new Set<string>()
  for (const [index, one] of documents.entries()) {
    const lone = await openNative({ rows: alone(rows, one.document.document_id) })
    const [expected] = await answersOf([one], single, lone)
    await lone.close()
    expect(all[index]).toEqual(expected)
    for (const { query, rows: found } of expected!) if (found.length > 0) asked.add(query)
  }
  const stored = allQueries.filter((query) => query.together).map(({ name }) => name)
  expect(stored.filter((name) => !asked.has(name))).toEqual([])
})
