import './theme/base.css'
import { mount } from 'svelte'
import { openAnswers } from './db/answers'
import { fetchCatalog } from './db/catalog'
import App from './pages/App.svelte'
import { shippedTwin } from './pages/import/shipped-twin'
import { startReader } from './reader/start'
import { AnswerStore } from './stores/answers.svelte'
import { CatalogStore } from './stores/catalog.svelte'
import { EngineStore } from './stores/engine.svelte'
import { ImportStore } from './stores/imports.svelte'
import { startEngine } from './stores/start-engine'
import { ViewStore } from './stores/view.svelte'

const base = new URL('./data/', document.baseURI)
const view = new ViewStore(window)
const catalog = new CatalogStore(() => fetchCatalog(base))
const answers = new AnswerStore(openAnswers(base, { catalog: () => catalog.whole() }))
const engine = new EngineStore(async (onProgress, signal) => {
  const { openWasm } = await import('./db/wasm')
  return openWasm({ base, catalog: () => catalog.whole(), onProgress, signal })
})
const imports = new ImportStore({
  start: startReader,
  twinOf: async (disclosure) => {
    const shipped = await catalog.whole().catch(() => null)
    return shippedTwin(disclosure, shipped?.documents ?? [], answers)
  },
  hold: async (documents, rows) => {
    const before = catalog.imported.map(({ id }) => id)
    await engine.hold(rows)
    answers.forget([...before, ...documents.map(({ id }) => id)])
    catalog.hold(documents)
    if (documents.length > 0) await startEngine(engine, answers)
  },
})

window.addEventListener('popstate', () => view.read())
void catalog.load()
mount(App, {
  target: document.getElementById('app')!,
  props: { stores: { view, catalog, answers, engine, imports } },
})
