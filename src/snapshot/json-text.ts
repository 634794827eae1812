/** JSON in one line with the keys of every object sorted, so that equal values are equal texts. */
export function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  )
}

/** The same, or null for an absent value. */
export function sortedJsonOrNull(value: unknown): string | null {
  return value === undefined ? null : sortedJson(value)
}
