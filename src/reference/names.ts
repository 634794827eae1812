/** A name for comparison: one form of brackets and digits, no white space, no quotation marks. */
export function plainName(name: string): string {
  return name.normalize('NFKC').replace(/[\s\u3000“”"'‘’《》]/gu, '')
}

/** A unit's name for comparison: 中共江苏省委办公厅 and 江苏省委办公厅 are one. */
export function plainUnitName(name: string): string {
  return plainName(name).replace(/^中共/u, '')
}
