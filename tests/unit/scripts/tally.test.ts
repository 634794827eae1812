import { describe, expect, it } from 'vitest'
import { tallyOf } from '../../../scripts/tally.mjs'

const test = (status: string, title: string, ...ancestorTitles: string[]) => ({
  status,
  title,
  ancestorTitles,
})
const beside = 'published files (only where ../shared/fixtures is beside the repository)'

describe('the tally of a run', () => {
  it('counts tests that passed and failed', () => {
    const report = {
      testResults: [
        { status: 'failed', assertionResults: [test('passed', 'a'), test('failed', 'b')] },
        { status: 'passed', assertionResults: [test('passed', 'c')] },
      ],
    }
    expect(tallyOf(report, true)).toEqual({ passed: 2, failed: 1, said: [] })
  })

  it('counts a file that could not be read as a failure', () => {
    expect(tallyOf({ testResults: [{ status: 'failed', assertionResults: [] }] }, false).failed).toBe(1)
  })

  it('names tests that did not run, under their reason', () => {
    const assertionResults = [test('skipped', 'one', beside), test('pending', 'two', beside)]
    expect(tallyOf({ testResults: [{ status: 'passed', assertionResults }] }, false)).toEqual({
      passed: 0,
      failed: 0,
      said: [
        '2 tests did not run: only where ../shared/fixtures is beside the repository',
        `  ${beside} › one`,
        `  ${beside} › two`,
      ],
    })
  })

  it('fails tests that did not run though the files they need are there', () => {
    const assertionResults = [test('skipped', 'one', beside)]
    expect(tallyOf({ testResults: [{ status: 'passed', assertionResults }] }, true)).toEqual({
      passed: 0,
      failed: 1,
      said: [`FAILED ${beside} › one: expected it to run: skipped`],
    })
  })

  it('takes the innermost reason: a program that is missing is not a file that is', () => {
    const assertionResults = [test('skipped', 'a count (run only where pdftotext is installed)', beside)]
    expect(tallyOf({ testResults: [{ status: 'passed', assertionResults }] }, true).failed).toBe(0)
  })

  it('fails tests that are skipped without a reason or still to do', () => {
    const assertionResults = [test('skipped', 'one'), test('todo', 'two', beside)]
    expect(tallyOf({ testResults: [{ status: 'passed', assertionResults }] }, false).failed).toBe(2)
  })
})
