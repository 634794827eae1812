/** A name for comparison: one form of brackets and digits, no white space, no quotation marks. */
export function plainName(name: string): string {
  return name.normalize('NFKC').replace(/[\s\u3000“”"'‘’《》]/gu, '')
}
