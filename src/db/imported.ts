import type { AsyncDuckDB } from '@duckdb/duckdb-wasm'
import { arrowOfRows } from './load'
import { importedTables, type ImportedRows } from './schema'

/**
 * Keeps the disclosures of the reader's own files in the tables of the snapshot, beside the shipped ones: each time all of
 * them in place of those held before, at once or not at all.
 */
export class ImportedDisclosures {
  readonly #duckdb: AsyncDuckDB
  #held: { documents: string[]; units: string[] } = { documents: [], units: [] }
  #last: Promise<void> = Promise.resolve()

  constructor(duckdb: AsyncDuckDB) {
    this.#duckdb = duckdb
  }

  /** Puts these in place of those before; one replacement waits for the other. */
  replace(rows: ImportedRows): Promise<void> {
    const next = this.#last.catch(() => undefined).then(() => this.#replace(rows))
    this.#last = next
    return next
  }

  /** Over a connection of its own: questions asked meanwhile see the rows before. */
  async #replace(rows: ImportedRows): Promise<void> {
    const connection = await this.#duckdb.connect()
    try {
      await connection.query('BEGIN TRANSACTION')
      const leave = async (table: string, column: string, ids: readonly string[]): Promise<void> => {
        if (ids.length === 0) return
        const statement = await connection.prepare(`DELETE FROM "${table}" WHERE "${column}" = ?`)
        for (const id of ids) await statement.query(id)
        await statement.close()
      }
      for (const table of importedTables) {
        if (table === 'units') await leave(table, 'unit_id', this.#held.units)
        else await leave(table, 'document_id', this.#held.documents)
        const arrow = arrowOfRows(table, rows[table])
        if (arrow.rows > 0)
          await connection.insertArrowFromIPCStream(arrow.bytes, { name: table, create: false })
      }
      await connection.query('COMMIT')
      this.#held = {
        documents: rows.documents.map((row) => row.document_id),
        units: rows.units.map((row) => row.unit_id),
      }
    } catch (cause) {
      await connection.query('ROLLBACK').catch(() => undefined)
      throw cause
    } finally {
      await connection.close()
    }
  }
}
