import { defaultView, type View } from '../model/view'
import { formatView, parseView, type Ignored } from './url'

/** The reader's view and its address, changed together and in one way. */
export class ViewStore {
  #view = $state.raw<View>(defaultView)
  #ignored = $state.raw<Ignored[]>([])
  readonly #window: Window

  constructor(window: Window) {
    this.#window = window
    this.read()
  }

  get current(): View {
    return this.#view
  }

  /** Words of the address that were not understood. */
  get ignored(): Ignored[] {
    return this.#ignored
  }

  /** Takes the view from the address: at the start and on back and forward. */
  read(): void {
    const { view, ignored } = parseView(this.#window.location.search)
    this.#view = view
    this.#ignored = ignored
  }

  /** Changes the view and adds a step to the history. */
  go(patch: Partial<View>): void {
    this.#write(patch, 'pushState')
  }

  /** Changes how the same thing is shown (unit of money, language, theme, order): no step back is needed for it. */
  adjust(patch: Partial<View>): void {
    this.#write(patch, 'replaceState')
  }

  /** The address of the view with some of it changed, for real links. */
  address(patch: Partial<View>): string {
    const search = formatView({ ...this.#view, ...patch })
    return search ? `?${search}` : this.#window.location.pathname.replace(/.*\//, './')
  }

  #write(patch: Partial<View>, method: 'pushState' | 'replaceState'): void {
    const address = this.address(patch)
    this.#view = { ...this.#view, ...patch }
    this.#ignored = []
    this.#window.history[method](null, '', address)
  }
}
