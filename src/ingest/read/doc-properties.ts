/** A stretch of the main stream whose properties stand in one place, `grpprl` in [MS-DOC]. */
export interface PropertyRun {
  /** First byte of the text it is about, and the one behind the last. */
  start: number
  end: number
  properties: DataView
}

/** Properties of stretches of text, found by place. */
export class PropertyRuns {
  private last = 0

  /** @param runs in any order */
  constructor(private readonly runs: PropertyRun[]) {
    runs.sort((a, b) => a.start - b.start)
  }

  /** The properties at a byte of the main stream, or null where there are none. */
  at(place: number): DataView | null {
    const guess = this.runs[this.last]
    if (guess && guess.start <= place && place < guess.end) return guess.properties
    let low = 0
    let high = this.runs.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.runs[middle]!.start <= place) low = middle
      else high = middle - 1
    }
    const run = this.runs[low]
    if (!run || run.start > place || run.end <= place) return null
    this.last = low
    return run.properties
  }
}

/** Runs of paragraph properties on a page ([MS-DOC] 2.9.175); a style's number stands before the properties. */
export function paragraphRuns(main: DataView, page: number): PropertyRun[] {
  return runsOf(main, page, 13, (at) => {
    const words = main.getUint8(at)
    const [start, length] = words === 0 ? [at + 2, main.getUint8(at + 1) * 2] : [at + 1, words * 2 - 1]
    return [start + 2, length - 2]
  })
}

/** Runs of character properties on a page ([MS-DOC] 2.9.33). */
export function characterRuns(main: DataView, page: number): PropertyRun[] {
  return runsOf(main, page, 1, (at) => [at + 1, main.getUint8(at)])
}

function runsOf(
  main: DataView,
  page: number,
  entrySize: number,
  place: (at: number) => [start: number, length: number],
): PropertyRun[] {
  const from = page * 512
  const count = main.getUint8(from + 511)
  const runs: PropertyRun[] = []
  for (let index = 0; index < count; index += 1) {
    const entry = from + (count + 1) * 4 + index * entrySize
    if (entry >= from + 511) break
    const start = main.getUint32(from + index * 4, true)
    const end = main.getUint32(from + index * 4 + 4, true)
    const offset = main.getUint8(entry) * 2
    const [at, length] = offset === 0 || offset > 509 ? [from, 0] : place(from + offset)
    const inPage = length > 0 && at + length <= from + 512
    runs.push({
      start,
      end,
      properties: new DataView(main.buffer, main.byteOffset + at, inPage ? length : 0),
    })
  }
  return runs
}

/** One property: its number (sprm) and its operand. */
export interface Property {
  number: number
  operand: DataView
}

const definesTable = 0xd608
const changesTabs = 0xc615

/** The properties of a list, one after another; a list that breaks off ends there ([MS-DOC] 2.6.1). */
export function* propertiesIn(list: DataView): Generator<Property> {
  let at = 0
  while (at + 3 <= list.byteLength) {
    const number = list.getUint16(at, true)
    const [head, length] = operandAt(number, list, at + 2)
    const start = at + 2 + head
    if (length < 0 || start + length > list.byteLength) return
    yield { number, operand: new DataView(list.buffer, list.byteOffset + start, length) }
    at = start + length
  }
}

/** Bytes that say how long the operand is, and its length behind them. */
function operandAt(number: number, list: DataView, at: number): [head: number, length: number] {
  switch (number >> 13) {
    case 0:
    case 1:
      return [0, 1]
    case 2:
    case 4:
    case 5:
      return [0, 2]
    case 3:
      return [0, 4]
    case 7:
      return [0, 3]
    default:
      if (number === definesTable)
        return at + 2 <= list.byteLength ? [2, list.getUint16(at, true) - 1] : [2, -1]
      if (number === changesTabs && list.getUint8(at) === 255) return [1, tabsLength(list, at + 1)]
      return [1, list.getUint8(at)]
  }
}

/** Tabs that are taken away (four bytes each) and set (three each), each list behind its number. */
function tabsLength(list: DataView, at: number): number {
  if (at >= list.byteLength) return -1
  const taken = 1 + list.getUint8(at) * 4
  if (at + taken >= list.byteLength) return -1
  return taken + 1 + list.getUint8(at + taken) * 3
}
