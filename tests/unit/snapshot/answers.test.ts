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

/** The same document under another id, whose tables, rows and facts have the same numbers. */
function twin(rows: Snapshot, document: string, id: string): Snapshot {
  const renamed = structuredClone(alone(rows, document))
  for (const table of importedTables)
    for (const row of renamed[table]) {
      if ('document_id' in row) row.document_id = id
      if ('source_document_id' in row) row.source_document_id = id
    }
  return renamed
}

const more = (fen: bigint | null): bigint | null => fen && fen + fen / 2n

/** A twin with other figures: some gone, some more by half. Its first table has slid. */
function changed(rows: Snapshot, document: string): Snapshot {
  const other = twin(rows, document, `${document}-changed`)
  other.cells = other.cells
    .filter((_, i) => i % 7 !== 3)
    .map((cell, i) => (i % 5 === 0 ? { ...cell, amount_fen: more(cell.amount_fen) } : cell))
  other.facts = other.facts
    .filter((_, i) => i % 6 !== 4)
    .map((fact, i) => (i % 4 === 0 ? { ...fact, amount_fen: more(fact.amount_fen) } : fact))
  slide(other, other.tables[0]!)
  return other
}

/**
 * A twin without a word of text, whose funds do not agree and whose balance also has last year's column. Its table of spending
 * from 一般公共预算 has slid, as figures of the changed twin bear witness.
 */
function silent(rows: Snapshot, document: string): Snapshot {
  const other = twin(rows, document, `${document}-silent`)
  other.facts = []
  for (const cell of other.cells) if (cell.fund === 'all') cell.amount_fen = more(cell.amount_fen)
  const before = other.cells.filter(({ form }) => form.endsWith('.balance'))
  other.cells.push(
    ...before.map((cell) => ({ ...cell, amount_year: cell.amount_year - 1, col_no: cell.col_no + 20 })),
  )
  for (const table of other.tables)
    if (table.form.endsWith('.general_expenditure')) slide(other, table, `${document}-changed`)
  return other
}

/** Adds the finding that a table's amounts stand on the wrong rows; it rests on every table of another document, too. */
function slide(
  rows: Snapshot,
  { document_id, table_no }: Snapshot['tables'][number],
  witness?: string,
): void {
  const finding = { document_id, finding_no: rows.findings.length + 1 }
  rows.findings.push(
    rowOf('findings', { ...finding, outcome: 'violation', kind: 'shift', severity: 'error' }),
  )
  const tables = [
    { source_document_id: document_id, table_no },
    ...(witness ? rows.tables.map((t) => ({ source_document_id: witness, table_no: t.table_no })) : []),
  ]
  tables.forEach((table, i) =>
    rows.operands.push(rowOf('operands', { ...finding, ...table, operand_no: i + 1, side: 'left', sign: 1 })),
  )
}

let rows: Snapshot
beforeAll(async () => {
  const extractions = readdirSync(disclosures).map((name) =>
    readExtraction(readFileSync(new URL(name, disclosures), 'utf8')),
  )
  const committed = (await builtSnapshot(extractions, shippedRegistry())).rows
  const lastOfUnits = new Map(committed.documents.map((d) => [d.unit_id, d.document_id]))
  const parts = [...lastOfUnits.values()].flatMap((document) => [
    alone(committed, document),
    changed(committed, document),
    silent(committed, document),
  ])
  const joined = importedTables
    .filter((name) => name !== 'units')
    .map((name) => [name, parts.flatMap((part): object[] => part[name])])
  rows = { ...committed, ...(Object.fromEntries(joined) as Partial<Snapshot>) }
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
    expect(all[index], one.document.document_id).toEqual(expected)
    for (const { query, rows: found } of expected!) if (found.length > 0) asked.add(query)
  }
  const stored = allQueries.filter((query) => query.together).map(({ name }) => name)
  expect(stored.filter((name) => !asked.has(name))).toEqual([])
})
