import type { Break } from './point'
import type { Line, Mark } from './shapes'

/** Joins marks of one stage in years that follow each other; nothing joins over a missing year or a change of definition. */
export function drawLines(marks: Mark[], breaks: Break[]): Line[] {
  return (['budget', 'final'] as const).flatMap((stage) => {
    const own = marks
      .filter((mark) => mark.point.stage === stage && mark.shape !== 'outline')
      .sort((a, b) => a.point.year - b.point.year)
    return own.slice(1).flatMap((to, i): Line[] => {
      const from = own[i]!
      const year = to.point.year
      if (year !== from.point.year + 1 || breaks.some((b) => b.year === year)) return []
      return [{ stage, derived: from.hollow || to.hollow, x1: from.x, y1: from.y, x2: to.x, y2: to.y }]
    })
  })
}
