import './theme/base.css'
import { mount } from 'svelte'
import { openAnswers } from './db/answers'
import { fetchCatalog } from './db/catalog'
import App from './pages/App.svelte'
import { AnswerStore } from './stores/answers.svelte'
import { CatalogStore } from './stores/catalog.svelte'
import { EngineStore } from './stores/engine.svelte'
import { ViewStore } from './stores/view.svelte'

const base = new URL('./data/', document.baseURI)
const view = new ViewStore(window)
const catalog = new CatalogStore(() => fetchCatalog(base))
const answers = new AnswerStore(openAnswers(base, { catalog: () => catalog.whole() }))
const engine = new EngineStore(async (onProgress, signal) => {
  const { openWasm } = await import('./db/wasm')
  return openWasm({ base, catalog: () => catalog.whole(), onProgress, signal })
})

window.addEventListener('popstate', () => view.read())
void catalog.load()
mount(App, { target: document.getElementById('app')!, props: { stores: { view, catalog, answers, engine } } })
