import { createSubscriber } from 'svelte/reactivity'

/** Whether the page is in its large edition (大字版, `data-mode="elder"` on the root): what styles alone cannot arrange. */
export class LargeEdition {
  #subscribe = createSubscriber((update) => {
    const observer = new MutationObserver(update)
    observer.observe(document.documentElement, { attributeFilter: ['data-mode'] })
    return () => observer.disconnect()
  })

  get current(): boolean {
    this.#subscribe()
    return document.documentElement.dataset['mode'] === 'elder'
  }
}
