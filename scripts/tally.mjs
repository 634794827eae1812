/** The reason that a test which did not run gives in the innermost of its names: `only where ../shared is beside the repository`. */
function reasonOf({ ancestorTitles, title }) {
  return [title, ...ancestorTitles.toReversed()].flatMap((name) => /only where [^()]+/.exec(name) ?? [])[0]
}

const nameOf = ({ ancestorTitles, title }) => [...ancestorTitles, title].filter(Boolean).join(' › ')

/**
 * Counts a report of vitest's (its JSON). A file that could not be read and a test that is still to do count as failed; so
 * does one that did not run without a reason, or for the want of files that are there.
 * @param {boolean} publishedAreHere is ../shared beside the repository?
 * @returns {{ passed: number, failed: number, said: string[] }} with what a reader must know of tests that did not run
 */
export function tallyOf({ testResults }, publishedAreHere) {
  const tally = { passed: 0, failed: 0, said: [] }
  const absent = new Map()
  for (const { assertionResults, status } of testResults) {
    if (status === 'failed' && !assertionResults.some((test) => test.status === 'failed')) tally.failed += 1
    for (const test of assertionResults) {
      const reason = reasonOf(test)
      if (test.status === 'passed') tally.passed += 1
      else if (test.status === 'failed') tally.failed += 1
      else if (!reason || test.status === 'todo' || (publishedAreHere && reason.includes('../shared'))) {
        tally.failed += 1
        tally.said.push(`FAILED ${nameOf(test)}: expected it to run: ${test.status}`)
      } else absent.set(reason, [...(absent.get(reason) ?? []), nameOf(test)])
    }
  }
  for (const [reason, names] of absent)
    tally.said.push(`${names.length} tests did not run: ${reason}`, ...names.map((name) => `  ${name}`))
  return tally
}
