import type { Figure, Series } from './figures'

/** A printed total and the figures it should be the sum of, of one column. */
export interface Sum {
  total: Figure
  parts: Figure[]
  /** Figures beside rows that could not be told: they may belong to the sum. */
  stray?: Figure[]
}

/**
 * The sums that a code tree (科目层级) promises: each row against the rows directly below it, 合计 against the topmost rows.
 * The parent of a row is the nearest row above with the longest code that its own code begins with, so that a table without
 * 款 rows, or one with a section per unit, makes the tree that it prints. A sum is left out where
 * its total is blank and its parts are blank or zero.
 * @param figures one column of one table, top to bottom; side-by-side panels one after another
 */
export function treeSums(figures: Figure[]): Sum[] {
  const coded = figures.filter((f) => f.key.code !== undefined)
  const childrenOf = new Map<Figure, Figure[]>()
  const tops: Figure[] = []
  const parents = parentsOf(coded)
  coded.forEach((figure, index) => {
    const parent = parents[index]
    const children = parent ? childrenOf.get(parent) : tops
    if (children) children.push(figure)
    else childrenOf.set(parent!, [figure])
  })
  const totals = figures.filter((f) => f.key.code === undefined && f.key.item === 'total')
  const whole =
    totals.length === 1 && tops.length > 0 ? [{ total: totals[0]!, parts: tops, stray: strays(figures) }] : []
  const branches = coded.flatMap((total): Sum[] => {
    const parts = childrenOf.get(total)
    return parts ? [{ total, parts, stray: strays(rowsUnder(figures, total)) }] : []
  })
  return [...whole, ...branches].filter(isPrinted)
}

/** 本年支出合计 of a balance table (收支总表) against the 类 above it. Null where the table prints neither. */
export function classSum(figures: Figure[]): Sum | null {
  const at = figures.findIndex((f) => f.key.item === 'exp_current')
  const total = figures[at]
  if (!total) return null
  const above = figures.slice(0, at)
  const parts = above.filter((f) => f.key.scheme === 'function' && f.key.code?.length === 3)
  const sum = { total, parts, stray: strays(above) }
  return parts.length > 0 && isPrinted(sum) ? sum : null
}

/** The rows from a code down to the next that is not below it. */
function rowsUnder(figures: Figure[], total: Figure): Figure[] {
  const below = figures.slice(figures.indexOf(total) + 1)
  const end = below.findIndex((f) => f.key.item !== undefined || !isWithin(f.key.code, total.key.code!))
  return end < 0 ? below : below.slice(0, end)
}

function isWithin(code: string | undefined, total: string): boolean {
  return code === undefined || isAncestor(total, code)
}

function strays(figures: Figure[]): Figure[] {
  return figures.filter((f) => f.key.code === undefined && f.key.item === undefined && f.state === 'value')
}

function isPrinted({ total, parts }: Sum): boolean {
  return total.state !== 'blank' || parts.some((f) => f.state !== 'blank' && f.state !== 'zero')
}

/** The parent of each row, or undefined: of the rows with the longest code that its own begins with the nearest above, else the first below. */
function parentsOf(coded: Figure[]): (Figure | undefined)[] {
  const first = new Map<string, Figure>()
  for (const figure of coded) {
    const code = figure.key.code!
    if (!first.has(code)) first.set(code, figure)
  }
  const nearestAbove = new Map<string, Figure>()
  return coded.map((figure) => {
    const code = figure.key.code!
    nearestAbove.set(code, figure)
    for (let length = code.length - 1; length >= 0; length -= 1) {
      const beginning = code.slice(0, length)
      const found = nearestAbove.get(beginning) ?? first.get(beginning)
      if (found) return found
    }
    return undefined
  })
}

function isAncestor(code: string, of: string): boolean {
  return code.length < of.length && of.startsWith(code)
}

/**
 * Columns that count the same thing in side-by-side panels, joined into one series that goes by its first column (基本支出决算
 * 明细表 prints its 类 and 款 in up to three panels); other columns stand alone.
 */
export function joinPanels(columns: Series[]): Series[] {
  const joined = new Map<string, Series>()
  const turns = new Map<string, number>()
  for (const series of columns) {
    const { block, index, measure, fund, amountStage, amountYear } = series.column
    const counts = [measure, fund, amountStage, amountYear].join('|')
    const turn = (turns.get(`${block}:${counts}`) ?? 0) + 1
    turns.set(`${block}:${counts}`, turn)
    const name = block === undefined ? `column ${index}` : `${counts}#${turn}`
    const earlier = joined.get(name)
    joined.set(name, earlier ? { ...earlier, figures: [...earlier.figures, ...series.figures] } : series)
  }
  return [...joined.values()]
}
