/** Fields of the registry's CSV files, each checked when it is read: other people's registries are read by the same program. */

/** @throws Error when a field is none of the words */
export function oneOf<Word extends string>(column: string, field: string, words: readonly Word[]): Word {
  const found = words.find((word) => word === field)
  if (found === undefined) refuse(column, words.join(', '), field)
  return found
}

/** @param what the pattern in words @throws Error when a field is not of a pattern */
export function ofPattern(column: string, field: string, pattern: RegExp, what: string): string {
  if (!pattern.test(field)) refuse(column, what, field)
  return field
}

/** Four digits, null for an empty field. @throws Error for anything else */
export function yearOrNull(column: string, field: string): number | null {
  return field === ''
    ? null
    : Number(ofPattern(column, field, /^\d{4}$/u, 'a year of four digits or nothing'))
}

/** @throws Error that says what was expected in a column and what was found */
export function refuse(column: string, expected: string, found: string): never {
  throw new Error(`${column}: expected ${expected}, found ${JSON.stringify(found)}`)
}
