import type { Extraction } from '../model/extraction'

/**
 * An extraction as JSON text that is good to compare: one column, row, fact or problem on each line, keys in their order.
 * Same extraction, same text.
 */
export function extractionText(extraction: Extraction): string {
  return `${written(extraction, 0)}\n`
}

/** Depth of an extraction at which a value stands on one line: a row of a table, a fact, a source. */
function written(value: unknown, depth: number): string {
  const inner = '  '.repeat(depth + 1)
  const outer = '  '.repeat(depth)
  if (Array.isArray(value) && value.length > 0 && value.every(isRecord)) {
    const parts = value.map(
      (part) => `${inner}${holdsRecords(part) ? written(part, depth + 1) : JSON.stringify(part)}`,
    )
    return `[\n${parts.join(',\n')}\n${outer}]`
  }
  if (isRecord(value) && (depth === 0 || holdsRecords(value))) {
    const parts = Object.entries(value).map(
      ([key, part]) => `${inner}${JSON.stringify(key)}: ${written(part, depth + 1)}`,
    )
    return `{\n${parts.join(',\n')}\n${outer}}`
  }
  return JSON.stringify(value)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A table is spread over lines; a row with blocks or places is not. */
function holdsRecords(value: Record<string, unknown>): boolean {
  return Array.isArray(value['columns']) && Array.isArray(value['rows'])
}
