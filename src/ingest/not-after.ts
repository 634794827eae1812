/**
 * Matches of a pattern, in order and without overlaps, leaving out those that begin right behind something: what a
 * lookbehind would say, which Safari before 16.4 cannot read.
 * @param pattern sticky
 * @param behind tested on the text up to where a match begins; ends with $
 */
export function* matchesNotAfter(text: string, pattern: RegExp, behind: RegExp): Generator<RegExpExecArray> {
  for (let index = 0; index < text.length;) {
    pattern.lastIndex = index
    const found = pattern.exec(text)
    if (!found || behind.test(text.slice(0, index))) index += 1
    else {
      yield found
      index += Math.max(found[0].length, 1)
    }
  }
}
