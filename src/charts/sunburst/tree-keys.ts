import type { Shape } from './layout'

/** The shape that an arrow key leads to from another (ARIA tree): ← → its kin, ↓ its first part, ↑ its whole. */
export function shapeByKey(shapes: readonly Shape[], from: Shape, key: string): Shape | null {
  const kin = kinOf(shapes, from)
  const at = kin.indexOf(from)
  switch (key) {
    case 'ArrowRight':
      return kin[at + 1] ?? null
    case 'ArrowLeft':
      return kin[at - 1] ?? null
    case 'ArrowDown':
      return shapes.find((shape) => from.node !== null && shape.parent === from.node) ?? null
    case 'ArrowUp':
      return shapes.find((shape) => shape.node === from.parent) ?? null
    case 'Home':
      return kin[0] ?? null
    case 'End':
      return kin[kin.length - 1] ?? null
    default:
      return null
  }
}

/** The shapes that divide the same whole, in order. */
export function kinOf(shapes: readonly Shape[], of: Shape): Shape[] {
  return shapes.filter((shape) => shape.parent === of.parent)
}
