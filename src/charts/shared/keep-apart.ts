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
