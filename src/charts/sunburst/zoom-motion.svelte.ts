import type { Sector, Shape } from './layout'
import { pathTo } from './tree'
import { between, ease, projectSector, type Frame } from './zoom'

/** What is drawn: the view and the shapes in it. */
export interface View {
  frame: Frame
  shapes: readonly Shape[]
}

/** Moves shapes from where they stood to where they stand when another node of the same tree comes to the centre. */
export class ZoomMotion {
  #before = $state.raw<View | null>(null)
  #way = $state(1)
  #now: View | null = null
  #request = 0

  get moving(): boolean {
    return this.#before !== null
  }

  /**
   * Tells what is drawn from now on.
   * @param milliseconds how long the zoom takes; 0 shows it at once
   */
  show(view: View, milliseconds: number): void {
    const last = this.#now
    this.#now = view
    if (!last || last.frame.focus === view.frame.focus) return
    this.stop()
    if (milliseconds === 0 || pathTo(last.frame.focus)[0] !== pathTo(view.frame.focus)[0]) return
    this.#before = last
    this.#way = 0
    const start = performance.now()
    const step = (time: number) => {
      const spent = Math.max(time - start, 0) / milliseconds
      if (spent >= 1) return this.stop()
      this.#way = ease(spent)
      this.#request = requestAnimationFrame(step)
    }
    this.#request = requestAnimationFrame(step)
  }

  stop(): void {
    cancelAnimationFrame(this.#request)
    this.#before = null
    this.#way = 1
  }

  /** Where a shape of the view is now. */
  place(shape: Shape, frame: Frame): Sector {
    return this.#before ? between(projectSector(shape, frame, this.#before.frame), shape, this.#way) : shape
  }

  /** Shapes of the view before that have no place in this one, on their way out. */
  leaving(view: View): { shape: Shape; place: Sector }[] {
    const before = this.#before
    if (!before) return []
    const staying = new Set(view.shapes.map((shape) => shape.key))
    return before.shapes
      .filter((shape) => !staying.has(shape.key))
      .map((shape) => ({
        shape,
        place: between(shape, projectSector(shape, before.frame, view.frame), this.#way),
      }))
  }
}
