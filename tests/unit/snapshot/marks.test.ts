import { describe, expect, it } from 'vitest'
import type { SnapshotRow } from '../../../src/db/schema'
import { countMarks } from '../../../src/snapshot/marks'
import { rowOf } from '../../support/rows'

/** `rule table outcome [kind]`, an arrow and a number for an effect of that finding: `B11 3 violation ->1`. */
function count(...lines: string[]) {
  const findings: SnapshotRow<'findings'>[] = []
  const operands: SnapshotRow<'operands'>[] = []
  lines.forEach((line, i) => {
    const [rule_id = '', table = '', outcome = '', more] = line.split(' ')
    const cause = more?.startsWith('->') ? Number(more.slice(2)) : null
    const kind = more !== undefined && cause === null ? more : null
    findings.push(rowOf('findings', { finding_no: i + 1, rule_id, outcome, kind, cause }))
    operands.push(
      rowOf('operands', { finding_no: i + 1, operand_no: 1, side: 'left', table_no: Number(table) }),
    )
    operands.push(rowOf('operands', { finding_no: i + 1, operand_no: 2, side: 'right', table_no: 99 }))
  })
  return Object.fromEntries(Object.entries(countMarks(findings, operands)).filter(([, n]) => n > 0))
}

describe('root findings are counted', () => {
  it('once per rule and table, by the worst of them', () => {
    expect(count('B08 2 ok', 'B08 2 tail', 'B08 2 ok', 'B11 3 ok', 'B11 4 undecidable')).toEqual({
      tail: 1,
      ok: 1,
      undecidable: 1,
    })
  })

  it('apart for 口径, which is no error', () => {
    expect(count('P09 1 violation scope', 'P06 1 violation')).toEqual({ violation: 1, scope: 1 })
  })

  it('without effects, and without agreement where the rule has effects', () => {
    expect(count('B39 3 violation shift', 'B11 3 violation ->1', 'B11 3 ok', 'B11 4 ok')).toEqual({
      violation: 1,
      ok: 1,
    })
  })

  it('without notes and rules that do not apply', () => {
    expect(count('B40 3 note', 'B25 3 not-applicable')).toEqual({})
  })
})
