/** A box on a drawing, px. */
export interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

/**
 * Which of the boxes can stand without touching each other: the first always, each next one if it is clear of those
 * that stand. Give them in the order of their weight.
 * @param gap px to leave between two boxes
 * @returns for each box, whether it stands
 */
export function keepApart(boxes: Box[], gap = 0): boolean[] {
  const standing: Box[] = []
  return boxes.map((box) => {
    const clear = standing.every((other) => !touch(box, other, gap))
    if (clear) standing.push(box)
    return clear
  })
}

/** Do two boxes come nearer than the gap? */
export function touch(a: Box, b: Box, gap = 0): boolean {
  return a.left < b.right + gap && b.left < a.right + gap && a.top < b.bottom + gap && b.top < a.bottom + gap
}

/** Does a straight line from one point to another pass through a box? */
export function passesThrough(box: Box, line: { x1: number; y1: number; x2: number; y2: number }): boolean {
  const inX = stretch(line.x1, line.x2, box.left, box.right)
  const inY = stretch(line.y1, line.y2, box.top, box.bottom)
  return Math.max(inX[0], inY[0], 0) < Math.min(inX[1], inY[1], 1)
}

/** The share of the way from a to b that lies between two bounds, as from and to; empty when from is not below to. */
function stretch(a: number, b: number, low: number, high: number): [number, number] {
  if (a === b) return a > low && a < high ? [-Infinity, Infinity] : [Infinity, -Infinity]
  const [s, t] = [(low - a) / (b - a), (high - a) / (b - a)]
  return [Math.min(s, t), Math.max(s, t)]
}
