import type { Catalog, CatalogDocument } from '../db/catalog'

/** A disclosure that is here: shipped with the site, or read from the reader's own files (导入). */
export interface HeldDocument extends CatalogDocument {
  imported: boolean
}

/** What the snapshot holds: on its way, here, or not to be had. */
export type CatalogState =
  { status: 'loading' } | { status: 'ready'; catalog: Catalog } | { status: 'failed'; reason: string }

/** The list of disclosures of the snapshot, and of those that the reader brought. */
export class CatalogStore {
  #state = $state.raw<CatalogState>({ status: 'loading' })
  #imported = $state.raw<HeldDocument[]>([])
  #catalog: Promise<Catalog> | null = null
  readonly #fetch: () => Promise<Catalog>

  constructor(fetch: () => Promise<Catalog>) {
    this.#fetch = fetch
  }

  get state(): CatalogState {
    return this.#state
  }

  /** The shipped disclosures, none while the list is not here. */
  get shipped(): HeldDocument[] {
    return this.#state.status === 'ready' ? held(this.#state.catalog) : []
  }

  /** The disclosures of the reader's own files. */
  get imported(): HeldDocument[] {
    return this.#imported
  }

  /** All disclosures, the shipped ones first. */
  get documents(): HeldDocument[] {
    return [...this.shipped, ...this.imported]
  }

  /** Holds the disclosures of the reader's own files, in place of those before. */
  hold(documents: readonly CatalogDocument[]): void {
    this.#imported = documents.map((document) => ({ ...document, imported: true }))
  }

  /** Fetches the list, again after a failure. */
  async load(): Promise<void> {
    this.#state = { status: 'loading' }
    try {
      this.#state = { status: 'ready', catalog: await this.whole() }
    } catch (error) {
      this.#state = { status: 'failed', reason: error instanceof Error ? error.message : String(error) }
    }
  }

  /** The one list that everything on the page goes by, so that no two releases meet. Rejects when it could not be had. */
  whole(): Promise<Catalog> {
    this.#catalog ??= this.#fetch().catch((error: unknown) => {
      this.#catalog = null
      throw error
    })
    return this.#catalog
  }
}

const lists = new WeakMap<Catalog, HeldDocument[]>()

/** The same objects for the same catalog. */
function held(catalog: Catalog): HeldDocument[] {
  let list = lists.get(catalog)
  if (!list) {
    list = catalog.documents.map((document) => ({ ...document, imported: false }))
    lists.set(catalog, list)
  }
  return list
}
