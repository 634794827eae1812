import type { ReadOrder, Told } from './messages'
import { ReadingDesk } from './reading-desk'
import { fetchRegistry } from './registry'

/** The worker that reads dropped files. It has the page's policy: it asks nobody but the site itself, and keeps nothing. */
const tell = (told: Told): void => self.postMessage(told)

const desk = new ReadingDesk({
  registry: fetchRegistry,
  cMap: async (name) => (await import('./c-maps')).fetchCMap(name),
  tell,
})

self.addEventListener('message', (message: MessageEvent<Partial<ReadOrder>>) => {
  // Within this thread pdf.js sends messages of its own.
  if (Array.isArray(message.data.files)) void desk.take(message.data as ReadOrder)
})
