import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import Decimal from 'decimal.js'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { readCatalog } from '../../../src/db/catalog'
import { openNative, type NativeDatabase } from '../../../src/db/node'
import { decodeRows, paramsKey } from '../../../src/db/query'
import { tableNames, type TableName } from '../../../src/db/schema'
import type { Extraction } from '../../../src/model/extraction'
import { allQueries } from '../../../src/queries/all'
import { readExtraction } from '../../../src/snapshot/read-extraction'
import { builtSnapshot, type BuiltSnapshot } from '../../support/built-snapshot'
import { codeTable, disclosure } from '../../support/made-disclosure'
import { shippedRegistry, smallRegistry } from '../../support/registry'

vi.setConfig({ hookTimeout: 60_000 })

const disclosures = new URL('../../../data/disclosures/', import.meta.url)
const committed = (): Extraction[] =>
  readdirSync(disclosures).map((name) => readExtraction(readFileSync(new URL(name, disclosures), 'utf8')))
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const bytesOf = ({ files }: BuiltSnapshot) => new Map(files.map((f) => [f.path, hash(f.bytes)]))

const made = [2021, 2022, 2023].map((year) => {
  const extraction = disclosure(
    codeTable('T01', 'budget.income_total', ['total'], ['合计 3.00', `201 ${year}.00`]),
  )
  return { ...extraction, document: { ...extraction.document, fiscalYear: year } }
})

describe('a snapshot', () => {
  it('has the same bytes whatever the order of the disclosures, and other ones when a figure changes', async () => {
    const one = await builtSnapshot(made, smallRegistry)
    const two = await builtSnapshot([...made].reverse(), smallRegistry)
    expect(bytesOf(two)).toEqual(bytesOf(one))
    const changed = structuredClone(made)
    changed[1]!.tables[0]!.rows[0]!.cells[2] = '3.01'
    const three = await builtSnapshot(changed, smallRegistry)
    expect(three.catalog.release).not.toBe(one.catalog.release)
    expect(three.catalog.release).toMatch(/^[0-9a-f]{12}$/)
  })

  it('is described by its catalog: every file with its bytes and hash, every table with its rows', async () => {
    const { catalog, files, rows } = await builtSnapshot(made, smallRegistry)
    const written = files.find((f) => f.path === 'catalog.json')!
    expect(readCatalog(JSON.parse(new TextDecoder().decode(written.bytes)))).toEqual(catalog)
    expect(catalog.files.map((f) => f.path)).toEqual(files.slice(1).map((f) => f.path))
    for (const { path, bytes, sha256, rows: count } of catalog.files) {
      const file = files.find((f) => f.path === path)!
      expect([bytes, sha256]).toEqual([file.bytes.length, hash(file.bytes)])
      const table = tableNames.find((name) => path === `${name}.parquet`)
      expect(count).toBe(table && rows[table].length)
    }
  })

  it('lists each disclosure with its cells and its findings by mark', async () => {
    const { catalog } = await builtSnapshot(made, smallRegistry)
    expect(
      catalog.documents.map((d) => [d.fiscal_year, d.stage, d.unit_name, d.cells, d.findings.violation]),
    ).toEqual([
      [2021, 'budget', '某局', 2, 1],
      [2022, 'budget', '某局', 2, 1],
      [2023, 'budget', '某局', 2, 1],
    ])
  })

  it('answers with the release that the catalog names', async () => {
    const { catalog, files } = await builtSnapshot(made, smallRegistry)
    const answers = files.filter((f) => f.path.startsWith('answers/'))
    expect(answers).toHaveLength(3)
    for (const { path, bytes } of answers) {
      const file = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>
      expect(file).toMatchObject({ schema: 'mingzhang-answers/1', release: catalog.release })
      expect(path).toBe(`answers/${String(file['document_id'])}.json`)
    }
  })

  it('can be of no disclosure at all', async () => {
    const { catalog, rows } = await builtSnapshot([], smallRegistry)
    expect(catalog.documents).toEqual([])
    expect(rows.codes).toHaveLength(5)
  })
})

describe('the snapshot of the committed disclosures', () => {
  let snapshot: BuiltSnapshot
  let parquet: Record<TableName, Uint8Array>
  beforeAll(async () => {
    snapshot = await builtSnapshot(committed(), shippedRegistry())
    parquet = Object.fromEntries(
      tableNames.map((name) => [name, snapshot.files.find((f) => f.path === `${name}.parquet`)!.bytes]),
    ) as Record<TableName, Uint8Array>
  })

  it('sums every column of amounts in native DuckDB to the integer that the printed texts give', async () => {
    const database = await openNative({ parquet })
    const { rows } = await database.run(`
      SELECT document_id, table_no, col_no, unit, CAST(sum(amount_fen) AS BIGINT) FROM cells
      GROUP BY ALL HAVING count(amount_fen) > 0 ORDER BY ALL`)
    await database.close()
    expect(rows.length).toBeGreaterThan(30)
    for (const [document, table, column, unit, fen] of rows) {
      const extraction = snapshot.disclosures.find((d) => d.id === document)!.extraction
      const printed = extraction.tables
        .find((t) => t.id === `T${String(table).padStart(2, '0')}`)!
        .rows.map((row) => row.cells[Number(column)]!.replaceAll(',', '').trim())
        .filter((cell) => cell !== '')
      const factor = unit === '万元' ? 1_000_000 : 100
      const exact = printed.reduce((sum, cell) => sum.plus(new Decimal(cell).times(factor)), new Decimal(0))
      expect(`${String(document)} ${String(table)} ${String(column)}: ${String(fen)}`).toBe(
        `${String(document)} ${String(table)} ${String(column)}: ${exact.toFixed(0)}`,
      )
    }
  })

  it('stores the answer to every precomputed question, row for row what the Parquet files answer', async () => {
    const database: NativeDatabase = await openNative({ parquet })
    let compared = 0
    for (const { document_id } of snapshot.rows.documents) {
      const file = snapshot.files.find((f) => f.path === `answers/${document_id}.json`)!
      const { answers } = JSON.parse(new TextDecoder().decode(file.bytes)) as {
        answers: {
          query: string
          params: Record<string, string>
          columns: string[]
          rows: (string | number | null)[][]
        }[]
      }
      const asked = answers.map((a) => `${a.query} ${paramsKey(a.params)}`)
      expect(new Set(asked).size).toBe(asked.length)
      for (const { query: name, params, columns, rows } of answers) {
        const query = allQueries.find((q) => q.name === name)!
        expect(await database.cells(query, params)).toEqual({ columns, rows })
        expect(columns).toEqual(query.columns)
        expect(decodeRows(query, rows)).toHaveLength(rows.length)
        compared += 1
      }
    }
    await database.close()
    expect(compared).toBeGreaterThan(40)
  })

  it('is the one that is shipped in public/data, byte for byte', () => {
    for (const { path, bytes } of snapshot.files) {
      const shipped = readFileSync(new URL(`../../../public/data/${path}`, import.meta.url))
      expect(`${path} ${hash(shipped)}`).toBe(`${path} ${hash(bytes)}`)
    }
    const shipped = readdirSync(new URL('../../../public/data/', import.meta.url), {
      recursive: true,
      withFileTypes: true,
    })
    expect(shipped.filter((entry) => entry.isFile())).toHaveLength(snapshot.files.length)
  })
})
