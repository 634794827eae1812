import { describe, expect, it } from 'vitest'
import { tableVerdicts } from '../../../src/queries/table-verdicts'
import { Disclosure, pick } from '../../support/disclosure'

function threeTables(): Disclosure {
  const d = new Disclosure('budget')
  d.table('budget.balance')
  d.table('budget.expenditure_total')
  d.table('budget.gov_fund', { empty: true, empty_note: '空表列示' })
  return d
}

async function verdicts(d: Disclosure, ...columns: string[]) {
  return pick(await d.ask(tableVerdicts, { document: d.id }), 'tableNo', ...columns)
}

describe('table verdicts', () => {
  it('lists every table in order, with no outcome where no rule applied', async () => {
    expect(await verdicts(threeTables(), 'form', 'empty', 'emptyNote', 'outcome', 'kind', 'rule')).toEqual([
      [1, 'budget.balance', false, null, null, null, null],
      [2, 'budget.expenditure_total', false, null, null, null, null],
      [3, 'budget.gov_fund', true, '空表列示', null, null, null],
    ])
  })

  it('lets the worst root finding win', async () => {
    const outcomes = [
      { outcome: 'not-applicable' },
      { outcome: 'note' },
      { outcome: 'ok' },
      { outcome: 'undecidable' },
      { outcome: 'tail' },
      { outcome: 'violation', kind: 'scope' },
      { outcome: 'violation', severity: 'warn' },
      { outcome: 'violation', severity: 'error' },
      { outcome: 'violation', kind: 'shift' },
    ]
    const d = threeTables()
    const seen: unknown[] = []
    for (const values of outcomes) {
      d.finding(values, [1])
      seen.push((await verdicts(d, 'rule'))[0])
    }
    expect(seen).toEqual(outcomes.map((_, i) => [1, `R${i + 1}`]))
    const reversed = threeTables()
    for (const values of [...outcomes].reverse()) reversed.finding(values, [1])
    expect(await verdicts(reversed, 'rule', 'kind', 'message')).toEqual([
      [1, 'R1', 'shift', 'finding 1'],
      [2, null, null, null],
      [3, null, null, null],
    ])
  })

  it('marks both sides of an equality, but of a shift only the slid table', async () => {
    const d = threeTables().finding({ outcome: 'tail' }, [1], [2])
    expect(await verdicts(d, 'outcome')).toEqual([
      [1, 'tail'],
      [2, 'tail'],
      [3, null],
    ])
    d.finding({ outcome: 'violation', kind: 'shift', reading: '上移一行' }, [2], [1])
    expect(await verdicts(d, 'kind', 'outcome', 'reading')).toEqual([
      [1, null, 'tail', null],
      [2, 'shift', 'violation', '上移一行'],
      [3, null, null, null],
    ])
  })

  it('leaves effects and operands of other documents out', async () => {
    const d = threeTables()
      .finding({ outcome: 'violation', cause: 7 }, [1])
      .finding({ outcome: 'violation' }, [2])
    d.rows.operands[1]!.source_document_id = 'another'
    expect(await verdicts(d, 'outcome')).toEqual([
      [1, null],
      [2, null],
      [3, null],
    ])
  })
})
