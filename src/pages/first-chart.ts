let marked = false

/** Marks `mingzhang:first-chart`, once, after the frame in which the first real chart was put on screen. */
export function markFirstChart(): void {
  if (marked) return
  marked = true
  requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('mingzhang:first-chart')))
}
