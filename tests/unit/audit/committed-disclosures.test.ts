import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { check } from '../../../src/audit'
import { shiftOf } from '../../../src/audit/shift'
import type { Extraction } from '../../../src/model/extraction'
import type { Finding } from '../../../src/model/finding'

const read = (id: string) =>
  JSON.parse(
    readFileSync(new URL(`../../../data/disclosures/${id}.json`, import.meta.url), 'utf8'),
  ) as Extraction
const roots = (findings: Finding[], outcome: Finding['outcome']) =>
  findings.filter((f) => f.outcome === outcome && f.cause === null)
/** `rule table row: left − right`, amounts in 万元. */
const line = (f: Finding) => {
  const { table_no, row_no } = f.operands[0]!
  const wan = (yuan: string | null) => (Number(yuan) / 10_000).toFixed(2)
  return `${f.rule_id} T0${table_no} r${row_no}: ${wan(f.left)} − ${wan(f.right)}`
}

describe('the budget of 阜平县信访局 for 2023', () => {
  const extraction = read('130624-petition-2023-budget')
  const findings = check(extraction)

  it('has two tables whose figures slid up by a row, and no other root violation', () => {
    expect(roots(findings, 'violation').map((f) => [f.rule_id, f.kind, f.operands[0]!.table_no])).toEqual([
      ['B39', 'shift', 3],
      ['B39', 'shift', 5],
    ])
    expect(
      shiftOf(extraction).map((s) => [s.table, s.by, s.agreesWith, s.columns, s.moved, s.unmoved]),
    ).toEqual([
      ['T03', 1, 'T02', [3, 4, 5], { agree: 14, of: 14 }, { agree: 7, of: 15 }],
      ['T05', 1, 'T02', [3, 4, 5], { agree: 14, of: 14 }, { agree: 7, of: 15 }],
    ])
  })

  it('has thirteen broken sums in each, all effects of the shift', () => {
    const effects = findings.filter((f) => f.outcome === 'violation' && f.cause !== null)
    expect(effects.filter((f) => f.cause === 1 && f.rule_id === 'B11')).toHaveLength(13)
    expect(effects.filter((f) => f.cause === 2 && f.rule_id === 'B21')).toHaveLength(13)
    expect(effects).toHaveLength(26)
  })

  it('has tails of 0.01 in the sums of 类 and of 款', () => {
    expect(roots(findings, 'tail').map(line)).toEqual([
      'B08 T02 r1: 185.62 − 185.63',
      'B08 T02 r1: 185.62 − 185.63',
      'B08 T02 r1: 185.62 − 185.63',
      'B26 T06 r1: 107.97 − 107.98',
      'B26 T06 r2: 89.51 − 89.52',
      'B26 T06 r1: 93.19 − 93.20',
      'B26 T06 r2: 89.51 − 89.52',
      'B03 T01 r21: 185.62 − 185.63',
      'B16 T04 r31: 185.62 − 185.63',
      'B16 T04 r31: 185.62 − 185.63',
    ])
  })

  it('has nothing that could not be decided', () => {
    expect(roots(findings, 'undecidable')).toEqual([])
  })
})

describe('the final accounts of 抚顺市信访局（本级） for 2023', () => {
  const findings = check(read('210400-petition-self-2023-final'))

  it('have no violation and nothing undecidable', () => {
    expect(findings.filter((f) => f.outcome === 'violation' || f.outcome === 'undecidable')).toEqual([])
  })

  it('have tails of 0.02 in the sums of 类, within 0.025, and of 0.01 in 302', () => {
    expect(roots(findings, 'tail').map(line)).toEqual([
      'F10 T02 r1: 1262.08 − 1262.06',
      'F10 T02 r1: 1262.08 − 1262.06',
      'F13 T03 r1: 1262.08 − 1262.06',
      'F13 T03 r1: 626.72 − 626.70',
      'F27 T05 r1: 1262.08 − 1262.06',
      'F27 T05 r1: 626.72 − 626.70',
      'F33 T06 r1: 121.12 − 121.13',
    ])
    expect(roots(findings, 'tail')[0]).toMatchObject({ tolerance: '250', difference: '200' })
  })
})
