import { getContext, setContext } from 'svelte'
import type { AnswerStore } from '../stores/answers.svelte'
import type { CatalogStore } from '../stores/catalog.svelte'
import type { EngineStore } from '../stores/engine.svelte'
import type { ImportStore } from '../stores/imports.svelte'
import type { ViewStore } from '../stores/view.svelte'

/** What every page reads: made once by main, handed down by context. */
export interface Stores {
  view: ViewStore
  catalog: CatalogStore
  answers: AnswerStore
  engine: EngineStore
  imports: ImportStore
}

const key = Symbol('stores')

export function provideStores(stores: Stores): void {
  setContext(key, stores)
}

export function useStores(): Stores {
  return getContext<Stores>(key)
}
