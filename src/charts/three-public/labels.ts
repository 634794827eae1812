import { passesThrough, touch, type Box } from '../shared/keep-apart'
import { textWidth } from '../shared/text-width'
import type { Line, Mark, Panel, Trend } from './shapes'

/** A number beside its mark, px in the panel. */
export interface Label {
  mark: Mark
  text: string
  x: number
  y: number
  anchor: 'start' | 'middle' | 'end'
}

export interface Labels {
  labels: Label[]
  /** Marks whose number finds no room: the table has them. */
  without: Mark[]
}

/**
 * Puts each mark's number where it touches no mark, line or other number and stays in the panel, beside its mark only
 * within the room of its year: the latest final figure first, then the other final figures, then the budgets, each at
 * the first of its places that is free.
 * @param textOf what is written beside a mark
 * @param size of the type, px
 */
export function placeLabels(
  panel: Panel,
  trend: Trend,
  textOf: (mark: Mark) => string,
  size: number,
): Labels {
  const finals = panel.marks.some((mark) => mark.point.stage === 'final')
  const band = (trend.plot.right - trend.plot.left) / Math.max(1, trend.years.length) / 2
  const marks = panel.marks.map((mark) => ({ mark, box: boxOfMark(mark) }))
  const written: Box[] = []
  const labels: Label[] = []
  const without: Mark[] = []
  for (const mark of [...panel.marks].sort(byWeight)) {
    const text = textOf(mark)
    const wide = textWidth(text, size) * bold
    const reach = mark.shape === 'outline' ? 2 * band : band
    const free = (place: Place) => {
      const box = boxOfLabel(place, wide, size)
      return (
        box.top >= 0 &&
        box.bottom <= trend.plot.bottom + 2 &&
        box.left >= trend.plot.left - 4 &&
        box.right <= trend.width &&
        (place.anchor === 'middle' || (box.left >= mark.x - reach && box.right <= mark.x + reach)) &&
        marks.every((other) => other.mark === mark || !touch(box, other.box, 1)) &&
        written.every((other) => !touch(box, other, 3)) &&
        !panel.lines.some(
          (line) => passesThrough(box, line) && !(place.anchor === 'middle' && endsAt(line, mark)),
        )
      )
    }
    const place = placesAround(mark, finals).find(free)
    if (!place) {
      without.push(mark)
      continue
    }
    labels.push({ mark, text, ...place })
    written.push(boxOfLabel(place, wide, size))
  }
  return { labels, without }
}

/** A number over or under its mark may cover the end of its own line. */
function endsAt(line: Line, { x, y }: Mark): boolean {
  return (line.x1 === x && line.y1 === y) || (line.x2 === x && line.y2 === y)
}

/** How much wider than usual type the bold type of final figures is. */
const bold = 1.06

type Place = Pick<Label, 'x' | 'y' | 'anchor'>

const half = { circle: 6, square: 5, outline: 18 }

function byWeight(a: Mark, b: Mark): number {
  const final = (m: Mark) => (m.point.stage === 'final' ? 1 : 0)
  return final(b) - final(a) || b.point.year - a.point.year
}

/**
 * Places in the order of liking; numbers of squares stand below, so that two lines keep theirs apart, and that of an
 * outline at its side where final figures are drawn too.
 */
function placesAround({ shape, x, y, whisker }: Mark, finals: boolean): Place[] {
  const above: Place = { x, y: Math.min(y, whisker?.top ?? y) - 12, anchor: 'middle' }
  const below: Place = { x, y: Math.max(y, whisker?.bottom ?? y) + 20, anchor: 'middle' }
  const right: Place = { x: x + 10, y: y + 5, anchor: 'start' }
  const left: Place = { x: x - 10, y: y + 5, anchor: 'end' }
  if (shape === 'circle') return [above, below, right, left]
  if (shape === 'square') return finals ? [below, above, right, left] : [above, below, right, left]
  const onTop: Place = { x, y: Math.min(y, whisker?.top ?? y) - 6, anchor: 'middle' }
  const sides = [y + 16, y - 4].flatMap((at): Place[] => [
    { x: x - half.outline - 6, y: at, anchor: 'end' },
    { x: x + half.outline + 6, y: at, anchor: 'start' },
  ])
  return finals ? [...sides, onTop] : [onTop, ...sides]
}

/** An outline is only in the way along its upper edge. */
function boxOfMark({ shape, x, y, whisker }: Mark): Box {
  const reach = half[shape]
  const tall = shape === 'outline' ? 2 : reach
  return {
    left: x - reach,
    right: x + reach,
    top: Math.min(y - tall, whisker?.top ?? y),
    bottom: Math.max(y + tall, whisker?.bottom ?? y),
  }
}

function boxOfLabel({ x, y, anchor }: Place, wide: number, size: number): Box {
  const left = anchor === 'start' ? x : anchor === 'end' ? x - wide : x - wide / 2
  return { left, right: left + wide, top: y - size * 0.85, bottom: y + size * 0.2 }
}
