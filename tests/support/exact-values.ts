import type { StoredCell, StoredRows } from '../../src/db/cell'
import { decimal, integer, money, orNull, type Cell } from '../../src/db/query'

/** A thousand whole numbers of up to 63 bits, the edges among them, the same on every run; every seventh is absent. */
export const wholes: (bigint | null)[] = thousandWholes()

function thousandWholes(): (bigint | null)[] {
  const edges = [
    0n,
    1n,
    -1n,
    2n ** 53n,
    2n ** 53n + 1n,
    -(2n ** 53n) - 1n,
    2n ** 63n - 1n,
    -(2n ** 63n),
    10n ** 18n,
  ]
  let state = 88172645463325252n
  const drawn = Array.from({ length: 1000 - edges.length }, () => {
    state = BigInt.asUintN(64, state ^ (state << 13n))
    state ^= state >> 7n
    state = BigInt.asUintN(64, state ^ (state << 17n))
    return BigInt.asIntN(64, state) >> (state & 63n)
  })
  return [...edges, ...drawn].map((whole, i) => (i > edges.length && i % 7 === 0 ? null : whole))
}

/** Anything that answers SQL. */
interface Door {
  run(sql: string): Promise<StoredRows>
}

/** What a door makes of the thousand values in each exact type, and what they are. */
export interface Exactness {
  found: StoredRows
  expected: StoredCell[][]
}

/**
 * Asks a door for each value as BIGINT, as a SUM cast to BIGINT, as an uncast SUM (HUGEINT), tripled so that it leaves 64
 * bits, as DECIMAL(38, 2) and DECIMAL(18, 4), and as nothing.
 */
export async function exactness(door: Door): Promise<Exactness> {
  const values = wholes.map((whole, i) => `(${i}, ${whole === null ? 'NULL' : `'${whole}'`})`).join(', ')
  const found = await door.run(`
    WITH drawn AS (SELECT n, CAST(text AS BIGINT) AS fen FROM (VALUES ${values}) AS v(n, text)),
    thrice AS (SELECT drawn.* FROM drawn CROSS JOIN (VALUES (1), (2), (3)) AS t(turn))
    SELECT n, max(fen) AS big, CAST(sum(fen) FILTER (WHERE fen BETWEEN -1000000000000 AND 1000000000000) AS BIGINT) AS summed,
           sum(fen) AS huge, CAST(max(fen) AS DECIMAL(38, 2)) AS cents, CAST(CAST(max(fen) % 100000000 AS DECIMAL(38, 4)) AS DECIMAL(18, 4)) AS fine,
           NULL AS nothing, count(*) AS times
    FROM thrice GROUP BY n ORDER BY n`)
  const expected = wholes.map((whole, n): StoredCell[] => {
    if (whole === null) return [n, null, null, null, null, null, null, '3']
    const small = whole >= -1000000000000n && whole <= 1000000000000n
    return [
      n,
      whole.toString(),
      small ? (whole * 3n).toString() : null,
      (whole * 3n).toString(),
      `${whole}.00`,
      `${whole < 0n && whole % 100000000n !== 0n ? '-' : ''}${(whole < 0n ? -whole : whole) % 100000000n}.0000`,
      null,
      '3',
    ]
  })
  return { found, expected }
}

/** The values of the columns that hold money, decoded as every question decodes them, in 元 and plain decimals. */
export function decoded(rows: StoredRows['rows']): (string | number | null)[][] {
  return rows.map(([n, big, summed, huge, cents, fine, nothing, times]) => [
    integer(n as Cell),
    orNull(money)(big as Cell)?.toFixed(2) ?? null,
    orNull(money)(summed as Cell)?.toFixed(2) ?? null,
    orNull(money)(huge as Cell)?.toFixed(2) ?? null,
    orNull(decimal)(cents as Cell)?.toFixed(2) ?? null,
    orNull(decimal)(fine as Cell)?.toFixed(4) ?? null,
    orNull(money)(nothing as Cell)?.toFixed(2) ?? null,
    integer(times as Cell),
  ])
}

/** The same from the numbers themselves: fen with their point put in by hand. */
export function decodedExpectation(): (string | number | null)[][] {
  const yuan = (fen: bigint) => {
    const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0')
    return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
  }
  return wholes.map((whole, n) => {
    if (whole === null) return [n, null, null, null, null, null, null, 3]
    const small = whole >= -1000000000000n && whole <= 1000000000000n
    const rest = whole % 100000000n
    return [
      n,
      yuan(whole),
      small ? yuan(whole * 3n) : null,
      yuan(whole * 3n),
      `${whole}.00`,
      `${rest}.0000`,
      null,
      3,
    ]
  })
}
