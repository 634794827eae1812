import { formatMoney } from '../../i18n/format'
import { labelAlong, labelUpright, wordingsOf, type Label } from './labels'
import type { Shape } from './layout'
import { shapeName, shareText, type Telling } from './wording'

/** A label on its shape. */
export interface PlacedLabel {
  key: string
  shape: Shape
  label: Label
}

/**
 * Labels of all shapes that have room for one. The first ring says its share, the others their amount. Where two 类
 * have one hue and no words fit, the arc says the last two digits of its code.
 * @param size px of plain text; 0 for no labels at all
 */
export function labelsOf(shapes: readonly Shape[], telling: Telling, size: number): PlacedLabel[] {
  if (size === 0) return []
  return shapes.flatMap((shape) => {
    const label = labelOf(shape)
    return label ? [{ key: shape.key, shape, label }] : []
  })

  function labelOf(shape: Shape): Label | null {
    const type = shape.ring === 0 ? size + 1 : size
    const found = labelAlong(shape, wordings(shape), type)
    if (found || shape.ring > 0 || !shape.node?.code || !sharesHue(shape)) return found
    return labelUpright(shape, shape.node.code.slice(-2), size)
  }

  function wordings(shape: Shape): string[] {
    const name = shapeName(shape, telling.language)
    if (shape.ring > 0) return wordingsOf(name, shape.amount && formatMoney(shape.amount, telling.unit))
    const all = wordingsOf(name, shareText(shape.amount, shape.parent.amount, 1) || null)
    return all.length > 2 ? all.slice(1) : all
  }

  function sharesHue(shape: Shape): boolean {
    return shapes.some((other) => other !== shape && other.ring === 0 && other.hue === shape.hue)
  }
}
