import type { Extraction } from '../model/extraction'
import type { Finding } from '../model/finding'
import { classSumRules } from './class-sums'
import type { Rule } from './rule'
import { readTable } from './figures'
import { findShifts, followsFrom } from './shift'
import { shiftRules } from './shift-rules'
import { treeSumRules } from './tree-sums'

/** All rules (勾稽规则), causes before what may follow from them; their order is the order of findings. */
export const rules: Rule[] = [...shiftRules, ...treeSumRules, ...classSumRules]

/**
 * What the rules find in one disclosure: one finding per rule and identity, numbered from 1 in the order of `rules` and, within
 * a rule, in reading order. A broken identity that a shift explains names the shift as its cause.
 */
export function check(extraction: Extraction): Finding[] {
  const tables = extraction.tables.map(readTable)
  const shifts = findShifts(tables)
  const results = rules.flatMap((rule) => rule.check({ extraction, tables, shifts }))
  const numbersOfShifts = results.flatMap(({ kind }, index) => (kind === 'shift' ? [index + 1] : []))
  return results.map((result, index) => {
    const cause = shifts.findIndex((shift) => followsFrom(shift, result))
    return { finding_no: index + 1, ...result, cause: cause < 0 ? null : numbersOfShifts[cause]! }
  })
}
