/** JSON in one line with the keys of every object sorted, so that equal values are equal texts. */
export function sortedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((part: unknown) => sortedJson(part ?? null)).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (isSortedAndFlat(value)) return JSON.stringify(value)
  const parts = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${parts.map(([key, part]) => `${JSON.stringify(key)}:${sortedJson(part)}`).join()}}`
}

/** The same, or null for an absent value. */
export function sortedJsonOrNull(value: unknown): string | null {
  return value === undefined ? null : sortedJson(value)
}

/** Are the keys in order already, and no value an object whose keys may not be? Most places of figures are such. */
function isSortedAndFlat(value: object): boolean {
  let before = ''
  for (const [key, part] of Object.entries(value)) {
    const isFlat =
      typeof part !== 'object' || (Array.isArray(part) && part.every((one) => typeof one !== 'object'))
    if (key < before || !isFlat) return false
    before = key
  }
  return true
}
