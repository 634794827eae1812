import { cellReference, tableNumber, type Extraction } from '../model/extraction'
import type { Finding } from '../model/finding'
import type { Measure } from '../model/vocabulary'
import { Reference, rowName } from './alignment'
import { readTable, type CheckedTable, type Figure, type Series } from './figures'
import { brokenSums, findMove, hasSums, undoMove, type Move } from './moved-rows'

/** A table whose figures stand beside the wrong codes (错行), and the table that says so. */
export interface Shift {
  /** Id of the shifted table: `T03`. */
  table: string
  /** How many rows its figures must go down to stand beside their codes; up when negative. */
  by: number
  /** Id of the table that agrees once they have moved. */
  agreesWith: string
  /** Header of the column that was compared, and of the other table's. */
  compared: { column: string; other: string }
  /** Indexes of the columns that have slid. */
  columns: number[]
  /** Every figure that agrees when moved, with the figure that it then agrees with. */
  pairs: { figure: Figure; other: Figure }[]
  /** How many figures agree when moved, of how many that can be compared. */
  moved: { agree: number; of: number }
  /** The same as printed. */
  unmoved: { agree: number; of: number }
  /** References of the totals (`T03.r1.c3`) whose sums stay broken when the figures are moved: they have another cause. */
  remaining: string[]
}

/**
 * The shifts of a disclosure, at most one per table, in reading order. A column is suspected when it disagrees with a
 * column that counts the same thing under the same codes, and agrees when moved by some rows. The suspect's own tree must
 * speak for the move: fewer sums broken when moved than as printed, and fewer broken in the other table. A column that has no
 * sums of its own (类 of a balance table) is shifted when the other's sums all hold.
 */
export function shiftOf(extraction: Extraction): Shift[] {
  return findShifts(extraction.tables.map(readTable))
}

/** The same of tables that are read already. */
export function findShifts(read: readonly CheckedTable[]): Shift[] {
  const tables = read.map(({ columns }) => columns.map(namedRows))
  return tables.flatMap((columns) => {
    const others = tables.filter((other) => other !== columns).flat()
    const shifts = columns.flatMap((suspect) =>
      others
        .filter((other) => isComparable(suspect, other))
        .flatMap((other) => shiftAgainst(suspect, other, columns)),
    )
    return shifts.sort((a, b) => b.moved.agree - a.moved.agree).slice(0, 1)
  })
}

/** Does a finding follow from a shift: a broken identity within the columns that have slid, sound when they are moved? */
export function followsFrom(shift: Shift, result: Pick<Finding, 'outcome' | 'kind' | 'operands'>): boolean {
  const table = tableNumber(shift.table)
  return (
    result.outcome === 'violation' &&
    result.kind === null &&
    result.operands.every(
      (o) => o.table_no === table && o.col_no !== null && shift.columns.includes(o.col_no),
    ) &&
    !result.operands.some(
      (o) => o.side === 'left' && shift.remaining.includes(cellReference(shift.table, o.row_no!, o.col_no!)),
    )
  )
}

function shiftAgainst(suspect: Series, other: Series, columns: Series[]): Shift[] {
  const move = findMove(suspect.figures, new Reference(other.figures))
  if (!move) return []
  const broken = brokenSums(suspect.figures).length
  const brokenThere = brokenSums(other.figures).length
  const bySums = brokenSums(undoMove(suspect.figures, move)).length < broken && brokenThere < broken
  const byFigures =
    !hasSums(suspect.figures) && hasSums(other.figures) && brokenThere === 0 && move.gained >= 3
  if (!bySums && !byFigures) return []

  const slid = columns.filter((column) => column === suspect || slides(column, move))
  const there = new Map(other.figures.map((figure) => [rowName(figure), figure]))
  return [
    {
      table: suspect.table.id,
      by: move.by,
      agreesWith: other.table.id,
      compared: { column: suspect.column.path.join('/'), other: other.column.path.join('/') },
      columns: slid.map((s) => s.column.index),
      pairs: move.rows.flatMap((index) => {
        const partner = there.get(rowName(suspect.figures[index + move.by]!))
        return partner ? [{ figure: suspect.figures[index]!, other: partner }] : []
      }),
      moved: { agree: move.rows.length, of: move.of },
      unmoved: move.unmoved,
      remaining: slid.flatMap((s) =>
        brokenSums(undoMove(s.figures, move)).map(({ total }) =>
          cellReference(s.table.id, total.row, total.column),
        ),
      ),
    },
  ]
}

/** Has another column of the table slid by the same rows: does moving mend its sums? */
function slides(column: Series, move: Move): boolean {
  return brokenSums(undoMove(column.figures, move)).length < brokenSums(column.figures).length
}

const wholes: (Measure | undefined)[] = ['total', 'fiscal', 'current_subtotal', 'spend']

/** Do two columns count by one scheme, for one year and stage, what is equal where no other money is in play? */
function isComparable(a: Series, b: Series): boolean {
  const scheme = schemeOf(a)
  return (
    scheme !== undefined &&
    scheme === schemeOf(b) &&
    a.column.amountStage === b.column.amountStage &&
    a.column.amountYear === b.column.amountYear &&
    (a.column.measure === b.column.measure ||
      (wholes.includes(a.column.measure) && wholes.includes(b.column.measure)))
  )
}

function schemeOf(series: Series): string | undefined {
  return series.figures.find((f) => f.key.code !== undefined)?.key.scheme
}

function namedRows(series: Series): Series {
  return { ...series, figures: series.figures.filter((f) => rowName(f) !== null) }
}
