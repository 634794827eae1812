import type { ExtractionIndicator } from '../../model/performance'
import type { IndicatorHeader } from './indicator-header'
import { readIndicatorRow } from './indicator-row'
import { knownLevels } from './levels'
import type { FormRow } from './printed-row'
import { filled, isFigure } from './printed-row'
import type { ReadIndicator } from './read-indicator'
import { readTarget } from './target'

/** An indicator of a table, before it is numbered and given to its project. */
export type TableIndicator = Omit<ExtractionIndicator, 'indicator_no' | 'source_no' | 'table' | 'project'>

export interface ReadRows {
  /** By the row that it stands on; null for rows without an indicator. */
  indicators: (TableIndicator | null)[]
  /** Rows whose cells could not be given to columns for certain. */
  undecided: number[]
}

/** Reads the indicators below one header. */
export function readIndicators(rows: readonly FormRow[], header: IndicatorHeader): ReadRows {
  const first = rows.map((row) => readIndicatorRow(row, header))
  const isMoved = first.some((read) => read !== null && (read === 'undecided' || !read.isPlaced))
  // Where cells of one row have moved, none of the table is sure of its columns.
  const moved = { ...header, isSound: false }
  const read =
    isMoved && header.spans === 'lost' ? rows.map((row, at) => movedRow(row, moved, first[at]!)) : first
  const named = withNamesBelow(rows, read)
  const found = named.flatMap((one) => (one === null || one === 'undecided' ? [] : [one]))
  const isPlaced = found.every((one) => one.isPlaced)
  const levels = isPlaced
    ? knownLevels(found.map(({ texts }) => ({ level1: texts.level1, level2: texts.level2 })))
    : found.map(() => ({ level1: null, level2: null }))
  const indicators = new Map(found.map((one, index) => [one, understood(one, levels[index]!)]))
  return {
    indicators: named.map((one) => (one === null || one === 'undecided' ? null : indicators.get(one)!)),
    undecided: named.flatMap((one, at) => (one === 'undecided' ? [at] : [])),
  }
}

type RowResult = ReadIndicator | 'undecided' | null

function movedRow(row: FormRow, header: IndicatorHeader, byColumn: RowResult): RowResult {
  const read = readIndicatorRow(row, header)
  if (read === null || read === 'undecided' || !byColumn || byColumn === 'undecided') {
    return read === 'undecided' ? byColumn : read
  }
  const { repair, ...inPlace } = read
  return byColumn.isPlaced || repair === undefined ? inPlace : read
}

/** A name that stands alone on the row below its figures. */
function withNamesBelow(rows: readonly FormRow[], read: readonly RowResult[]): RowResult[] {
  return read.map((one, at) => {
    if (one === null || one === 'undecided' || one.texts.level3) return one
    const below = filled(rows[at + 1] ?? [])
    const [name] = below
    if (below.length !== 1 || !name || isFigure(name.text) || read[at + 1] !== null) return one
    return {
      ...one,
      texts: { ...one.texts, level3: name.text },
      locator: name.place,
      repair: 'its name stands alone on the next row',
    }
  })
}

function understood(read: ReadIndicator, levels: ReturnType<typeof knownLevels>[number]): TableIndicator {
  const { texts, locator, places, repair } = read
  const target = readTarget(texts.target ?? '', texts.operator ?? '', texts.unit ?? '')
  const printedLevels = [texts.level1, texts.level2].filter((label): label is string => Boolean(label))
  const labels = read.labels.length > 0 ? read.labels : printedLevels
  const isUnknown = levels.level1 === null && levels.level2 === null && labels.length > 0
  return {
    level1: levels.level1,
    level2: levels.level2,
    level3: texts.level3 || null,
    ...(isUnknown ? { labels } : {}),
    description: kept(texts.description),
    basis: kept(texts.basis),
    ...target,
    targetPrinted: texts.target,
    actual: texts.actual,
    completion: texts.completion,
    weight: texts.weight,
    score: texts.score,
    reason: kept(texts.reason),
    measure: kept(texts.measure),
    locator,
    places,
    ...(repair ? { repair } : {}),
  }
}

const longest = 100

/** Words are kept to 100 characters; longer ones are prose and cut. */
function kept(text: string | null): string | null {
  return text === null || text.length <= longest ? text : `${text.slice(0, longest - 1)}…`
}
