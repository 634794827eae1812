import { firstLevelOf, firstLevelsAbove } from './level-names'

/** The labels printed for one indicator: '' for an empty cell, null where the table has no such column. */
export interface PrintedLevels {
  level1: string | null
  level2: string | null
}

/**
 * The levels of the indicators of one table, as far as the print shows them for certain. A label left blank is taken from the
 * rows above only where the ministry's classification says that it must be that one: 质量指标 below 产出指标. In a table that
 * prints a second level under the wrong first one, labels stand on other rows than their own, and no level is known.
 * @param rows in printed order
 */
export function knownLevels(rows: readonly PrintedLevels[]): PrintedLevels[] {
  if (rows.some(contradicts)) return rows.map(() => ({ level1: null, level2: null }))
  let above: string | null = null
  return rows.map(({ level1, level2 }) => {
    if (level1) above = level1
    return {
      level1: level1 || (above && level2 && isBelow(level2, above) ? above : null),
      level2: level2 || null,
    }
  })
}

/** Is the second level one of the first, by the classification? */
function isBelow(level2: string, level1: string): boolean {
  const kind = firstLevelOf(level1)
  return kind !== null && firstLevelsAbove(level2)?.[0] === kind
}

function contradicts({ level1, level2 }: PrintedLevels): boolean {
  const printed = level1 ? firstLevelOf(level1) : null
  const proper = level2 ? firstLevelsAbove(level2) : null
  return printed !== null && proper !== null && !proper.includes(printed)
}
