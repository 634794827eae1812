import type { Label } from '../../src/charts/sunburst/labels'

/** A corner of a glyph's box, from the centre of the rings: px and radians clockwise from 12 o'clock. */
export interface Corner {
  radius: number
  angle: number
}

/**
 * Where the glyphs of a label stand when each is as wide as the type is high: four corners each. Reads the path as a
 * browser does, so it knows nothing of how the label was fitted.
 */
export function glyphCorners(label: Label): Corner[][] {
  const count = [...label.text].length
  if (label.kind === 'upright') {
    const left = label.x - (count * label.size) / 2
    return [...label.text].map((_, i) =>
      [
        [left + i * label.size, label.y - 0.88 * label.size],
        [left + (i + 1) * label.size, label.y - 0.88 * label.size],
        [left + i * label.size, label.y + 0.12 * label.size],
        [left + (i + 1) * label.size, label.y + 0.12 * label.size],
      ].map(([x, y]) => corner(x!, y!)),
    )
  }
  const found = /^M(\S+) (\S+)A(\S+) \S+ 0 ([01]) ([01]) (\S+) (\S+)$/.exec(label.d)
  if (!found) throw new Error(`label path: expected one arc, found ${label.d}`)
  const [x0, y0, radius, , sweep, x1, y1] = found.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const turn = 2 * Math.PI
  const from = corner(x0, y0).angle
  const to = corner(x1, y1).angle
  const way = sweep ? 1 : -1
  const span = (way * (to - from) + 2 * turn) % turn
  const length = count * label.size
  const start = (span * radius - length) / 2
  return [...label.text].map((_, i) => {
    const angle = from + (way * (start + (i + 0.5) * label.size)) / radius
    // Along the path (right) and away from the line that glyphs stand on (up).
    const right = [way * Math.cos(angle), way * Math.sin(angle)]
    const up = [way * Math.sin(angle), -way * Math.cos(angle)]
    const base = [radius * Math.sin(angle), -radius * Math.cos(angle)]
    return [
      [-0.5, -0.12],
      [0.5, -0.12],
      [-0.5, 0.88],
      [0.5, 0.88],
    ].map(([along, above]) =>
      corner(
        base[0]! + (along! * right[0]! + above! * up[0]!) * label.size,
        base[1]! + (along! * right[1]! + above! * up[1]!) * label.size,
      ),
    )
  })
}

function corner(x: number, y: number): Corner {
  return { radius: Math.hypot(x, y), angle: (Math.atan2(x, -y) + 2 * Math.PI) % (2 * Math.PI) }
}
