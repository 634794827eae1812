import type { Catalog, CatalogDocument } from '../db/catalog'

export type { CatalogDocument }

/** What the snapshot holds: on its way, here, or not to be had. */
export type CatalogState =
  { status: 'loading' } | { status: 'ready'; catalog: Catalog } | { status: 'failed'; reason: string }

/** The list of disclosures of the snapshot. */
export class CatalogStore {
  #state = $state.raw<CatalogState>({ status: 'loading' })
  #catalog: Promise<Catalog> | null = null
  readonly #fetch: () => Promise<Catalog>

  constructor(fetch: () => Promise<Catalog>) {
    this.#fetch = fetch
  }

  get state(): CatalogState {
    return this.#state
  }

  /** All disclosures, none while the list is not here. */
  get documents(): CatalogDocument[] {
    return this.#state.status === 'ready' ? this.#state.catalog.documents : []
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
