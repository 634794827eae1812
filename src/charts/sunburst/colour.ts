import type { Scheme } from '../../model/vocabulary'
import { hueOf, type Hue } from '../../theme/palette'
import type { TreeNode } from './tree'

/** A hue and which of its three fills: 1 类, 2 款, 3 项. */
export interface Colour {
  hue: Hue
  tone: 1 | 2 | 3
}

/** The colour of a row: the hue of its 类, the fill of its level; sources of income take the ink's tints in turn. */
export function colourOf(scheme: Scheme, node: TreeNode): Colour {
  if (node.code === null) return restColour(scheme, node.parent ?? node)
  const hue = hueOf(scheme, node.code)
  const place = node.parent?.children.indexOf(node) ?? 0
  const tone = hue === 'tint' ? (place % 3) + 1 : Math.min(Math.max(node.level, 1), 3)
  return { hue, tone: tone as Colour['tone'] }
}

/** The colour of what stands for several rows of a whole, or for none (其他, 未细分): its 项 tint, no hue across 类. */
export function restColour(scheme: Scheme, whole: TreeNode): Colour {
  return { hue: whole.code === null ? 'tint' : hueOf(scheme, whole.code), tone: 3 }
}
