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
  if (!Array.isArray(message.data.files)) return
  if (isTooOld())
    tell({ kind: 'broken', fault: 'browser', reason: 'findLastIndex or throwIfAborted is missing' })
  else void desk.take(message.data as ReadOrder)
})

/** Do the readers lack what they are written with? Chromium 100, Firefox 104 and Safari 15.4 have all of it. */
function isTooOld(): boolean {
  return !('findLastIndex' in Array.prototype && 'throwIfAborted' in AbortSignal.prototype)
}
