import { answersSchema, type AnswersFile } from '../../src/db/answers'
import { snapshotSchema, type Catalog, type CatalogDocument } from '../../src/db/catalog'
import { tableNames, type Snapshot } from '../../src/db/schema'
import { sha256 } from '../../src/model/sha256'
import { writeParquet } from '../../src/snapshot/parquet'

/** Where the snapshots of these tests pretend to be. */
export const base = 'http://snapshot.test/data/'

/** Files by path, and a `fetch` that serves them and counts what it was asked for. */
export class ServedSnapshot {
  readonly files = new Map<string, Uint8Array<ArrayBuffer>>()
  /** Every path asked for, in order, with how the browser's cache was to be used. */
  readonly asked: { path: string; cache: RequestCache | undefined }[] = []
  catalog: Catalog

  private constructor(catalog: Catalog) {
    this.catalog = catalog
  }

  /** A whole snapshot of these rows, with one file of answers per document. */
  static async of(
    rows: Partial<Snapshot>,
    answers: Record<string, AnswersFile['answers']> = {},
  ): Promise<ServedSnapshot> {
    const documents = (rows.documents ?? []).map(catalogDocument)
    const served = new ServedSnapshot({ schema: snapshotSchema, release: 'r1', documents, files: [] })
    for (const table of tableNames) {
      const written = rows[table] ?? []
      await served.put(`${table}.parquet`, writeParquet(table, written as never).slice(), written.length)
    }
    for (const [document_id, list] of Object.entries(answers)) {
      const file: AnswersFile = { schema: answersSchema, release: 'r1', document_id, answers: list }
      await served.put(`answers/${document_id}.json`, utf8(JSON.stringify(file)))
    }
    served.writeCatalog()
    return served
  }

  /** Writes `catalog` out as the file that is served. */
  writeCatalog(catalog: unknown = this.catalog): void {
    this.files.set('catalog.json', utf8(JSON.stringify(catalog)))
  }

  /** Puts a file and its entry in the catalog. */
  async put(path: string, bytes: Uint8Array<ArrayBuffer>, rows?: number): Promise<void> {
    this.files.set(path, bytes)
    const entry = {
      path,
      bytes: bytes.length,
      sha256: await sha256(bytes),
      ...(rows !== undefined && { rows }),
    }
    this.catalog.files = [...this.catalog.files.filter((f) => f.path !== path), entry]
  }

  /** Serves the files; anything else is 404. */
  readonly fetch: typeof fetch = (input, init) => {
    const path = String(input).slice(base.length)
    this.asked.push({ path, cache: init?.cache })
    const bytes = this.files.get(path)
    return Promise.resolve(bytes ? new Response(bytes.slice()) : new Response('not found', { status: 404 }))
  }
}

export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new TextEncoder().encode(text))
}

function catalogDocument(d: Snapshot['documents'][number]): CatalogDocument {
  return {
    id: d.document_id,
    unit_id: d.unit_id || 'x',
    unit_name: d.unit_name || 'x',
    region_code: d.region_code,
    fiscal_year: d.fiscal_year,
    stage: d.stage as CatalogDocument['stage'],
    unit_kind: d.unit_kind as CatalogDocument['unit_kind'],
    cells: 0,
    findings: { ok: 0, tail: 0, violation: 0, scope: 0, undecidable: 0 },
  }
}
